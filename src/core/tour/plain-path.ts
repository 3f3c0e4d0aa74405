/**
 * The address that a step's page names, where it names one; a pattern names many. On this site: two slashes, a backslash
 * for one of them, or a control character between them, which browsers leave out, would lead to another.
 */
export const plainPath = (page: string | undefined): string | undefined =>
  /^\/(?!\/)[^*\\\0-\x1f]*$/.test(page ?? '') ? page : undefined;
