/**
 * The absolute address of an authored link or image, or `undefined` where it is not allowed: https and same-origin
 * http always, `others` (a protocol such as "mailto:") as the caller says. `http:`, `javascript:`, `data:`, `blob:` never.
 */
export function safeUrl(url: string, others?: RegExp): string | undefined {
  try {
    // Not `document.baseURI`, which an `<img name=baseURI>` of the page replaces (hazards: DOM clobbering).
    const { protocol, origin, href } = new URL(url, location.href);
    // The origin alone would not do: it is "null" for `javascript:` and for a sandboxed page alike.
    return protocol === 'https:' ||
      (protocol === 'http:' && origin === location.origin) ||
      others?.test(protocol)
      ? href
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Attributes of an authored link, which may also lead to a mail or a phone. One that leaves this site says nothing of
 * where it comes from: a page's address may name a class or a pupil. Never a new window (RGAA 13.2).
 */
export function linkTo(url: string): { href: string; rel: string | undefined } | undefined {
  const href = safeUrl(url, /^(mailto|tel):$/);
  return href === undefined
    ? undefined
    : { href, rel: href.startsWith(location.origin + '/') ? undefined : 'noopener noreferrer' };
}
