import { safeUrl } from './safe-url.js';

/** Attributes of an authored image. Another site is not told the page's address, which may name a class or a pupil. */
export function imageTo(
  url: string,
  alt: string,
): Record<'src' | 'alt' | 'loading' | 'referrerpolicy', string> | undefined {
  const src = safeUrl(url);
  return src === undefined ? src : { src, alt, loading: 'lazy', referrerpolicy: 'same-origin' };
}
