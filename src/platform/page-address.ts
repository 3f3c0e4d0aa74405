/**
 * The address of the page one is on, asked for one thing: whatever the host's `<base href>` says, which would lead to its
 * root, and without the page's own query, which may say who one is.
 */
export const pageAddress = (name: string, id: string): string =>
  `${location.origin}${location.pathname}?${name}=${encodeURIComponent(id)}`;
