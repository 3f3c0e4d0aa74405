/** FNV-1a, 32 bits, over UTF-16 code units, then murmur3's finaliser, for FNV alone leaves short keys uneven. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Where a person stands in a campaign's order of opening: 0 to 99.99 in steps of 0.01. Who is below a `share` is in, so
 * that raising it only adds people. Part of the format: another value would open campaigns to other people.
 */
export const shareBucket = (campaign: string, userKey: string): number =>
  (hash(`${campaign}:${userKey}`) % 10000) / 100;
