import { expect } from '@open-wc/testing';
import { shareBucket } from '../../src/core/hash.js';

/** Written down so that another implementation, or a later one, draws the same people. */
const VECTORS: [campaign: string, key: string, bucket: number][] = [
  ['messagerie-2026', 'b1946ac9', 74.55],
  ['messagerie-2026', 'b1946aca', 8.58],
  ['c', '1', 73.54],
  ['c', '2', 79.42],
  ['c', 'é', 42.87],
  ['', '', 94.05],
];

describe('share', () => {
  for (const [id, key, bucket] of VECTORS)
    it(`puts ${key || 'nobody'} of ${id || 'no campaign'} at ${bucket}`, () => {
      expect(shareBucket(id, key)).to.equal(bucket);
    });

  const buckets = Array.from({ length: 10000 }, (_, i) => shareBucket('messagerie-2026', `user-${i}`));

  it('spreads people evenly: 10,000 keys over 20 equal parts, by chi-squared', () => {
    const counts = Array<number>(20).fill(0);
    for (const bucket of buckets) counts[Math.floor(bucket / 5)]!++;
    const chi = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // 19 degrees of freedom: 43.8 is the 0.1 % point.
    expect(chi).to.be.below(43.8);
  });

  it('stays from 0 to under 100, by hundredths', () => {
    for (const bucket of buckets) {
      expect(bucket).to.be.within(0, 99.99);
      expect(Math.round(bucket * 100) / 100).to.equal(bucket);
    }
  });

  it('draws other people for another campaign', () => {
    const both = buckets.filter((bucket, i) => bucket < 50 && shareBucket('autre', `user-${i}`) < 50).length;
    expect(both).to.be.within(2300, 2700);
  });
});
