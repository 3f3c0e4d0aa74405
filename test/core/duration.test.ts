import { expect } from '@open-wc/testing';
import { addDuration, parseDuration } from '../../src/core/duration.js';
import { parseLocal } from '../../src/core/zoned-time.js';

describe('durations', () => {
  const parsed: [iso: unknown, months: number, days: number, ms: number][] = [
    ['P30D', 0, 30, 0],
    ['P2W', 0, 14, 0],
    ['P1Y6M', 18, 0, 0],
    ['PT10M', 0, 0, 6e5],
    ['PT2S', 0, 0, 2e3],
    ['PT48H', 0, 0, 1728e5],
    ['P1Y2M3W4DT5H6M7S', 14, 25, 18367e3],
    ['-P30D', -0, -30, -0],
    ['-P1MT1H', -1, -0, -36e5],
    ['P0D', 0, 0, 0],
  ];
  for (const [iso, months, days, ms] of parsed)
    it(`reads ${String(iso)}`, () => {
      const { months: m, days: d, ms: t } = parseDuration(iso);
      expect([m + 0, d + 0, t + 0]).to.deep.equal([months + 0, days + 0, ms + 0]);
    });

  for (const iso of [
    'P',
    'PT',
    'P1DT',
    '30D',
    'P1.5D',
    'p1d',
    'P1H',
    '',
    'P1D ',
    '--P1D',
    undefined,
    30,
    null,
    {},
  ])
    it(`does not read ${JSON.stringify(iso) ?? 'nothing'}`, () => {
      expect(addDuration(0, iso)).to.be.NaN;
    });

  const sums: [from: string, iso: string, to: string, zone?: string][] = [
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    ['2026-03-31', '-P1M', '2026-02-28'],
    ['2026-09-01', '-P30D', '2026-08-02'],
    ['2026-08-31', 'P1M1D', '2026-10-01'],
    // A day is a step on the calendar, 23 or 25 hours long when clocks change; hours are time that passes.
    ['2026-03-28T12:00', 'P1D', '2026-03-29T12:00'],
    ['2026-03-28T12:00', 'PT24H', '2026-03-29T13:00'],
    ['2026-10-24T12:00', 'P1D', '2026-10-25T12:00'],
    ['2026-10-24T12:00', 'PT24H', '2026-10-25T11:00'],
    ['2026-10-20T08:00', 'P1W', '2026-10-27T08:00'],
    ['2026-03-28T02:30', 'P1D', '2026-03-29T03:30'],
    ['2026-03-28T12:00', 'P1DT24H', '2026-03-30T12:00'],
    ['2026-03-28T12:00', 'P1D', '2026-03-29T12:00', 'Indian/Reunion'],
  ];
  for (const [from, iso, to, zone = 'Europe/Paris'] of sums)
    it(`${from} and ${iso} is ${to} in ${zone}`, () => {
      expect(addDuration(parseLocal(from, zone), iso, zone)).to.equal(parseLocal(to, zone));
    });

  it('adds nothing to what is no instant', () => {
    expect(addDuration(NaN, 'P1D')).to.be.NaN;
    expect(addDuration(NaN, 'PT1S')).to.be.NaN;
  });
});
