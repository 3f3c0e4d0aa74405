import { expect } from '@open-wc/testing';
import { epochOf, localOf, parseLocal, wallOf } from '../../src/core/zoned-time.js';

const iso = (epoch: number): string => (isNaN(epoch) ? 'NaN' : new Date(epoch).toISOString().slice(0, 19));

describe('zoned time', () => {
  const rows: [text: unknown, zone: string | undefined, instant: string][] = [
    // Winter and summer in Paris.
    ['2026-01-15', 'Europe/Paris', '2026-01-14T23:00:00'],
    ['2026-07-15T08:30', 'Europe/Paris', '2026-07-15T06:30:00'],
    ['2026-07-15T08:30:15', 'Europe/Paris', '2026-07-15T06:30:15'],
    // The night clocks go forward: 02:30 does not exist, an hour later does.
    ['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00'],
    ['2026-03-29T02:00', 'Europe/Paris', '2026-03-29T01:00:00'],
    ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00'],
    ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00'],
    // The night clocks go back: 02:30 comes twice, the earlier is meant.
    ['2026-10-25T01:59', 'Europe/Paris', '2026-10-24T23:59:00'],
    ['2026-10-25T02:00', 'Europe/Paris', '2026-10-25T00:00:00'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00'],
    ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00'],
    // Overseas, without daylight saving; and where days begin first and last.
    ['2026-07-15T08:00', 'Indian/Reunion', '2026-07-15T04:00:00'],
    ['2026-01-15T08:00', 'America/Guadeloupe', '2026-01-15T12:00:00'],
    ['2026-07-15T08:00', 'Pacific/Noumea', '2026-07-14T21:00:00'],
    ['2026-07-15', 'Pacific/Tahiti', '2026-07-15T10:00:00'],
    ['2026-07-15', 'Pacific/Kiritimati', '2026-07-14T10:00:00'],
    ['2026-07-15T08:00', 'America/Miquelon', '2026-07-15T10:00:00'],
    // A day that Samoa never had: the later reading.
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00'],
    // Another hemisphere's daylight saving, by half an hour.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00'],
    // An offset of their own is honoured.
    ['2026-07-15T08:00Z', 'Europe/Paris', '2026-07-15T08:00:00'],
    ['2026-07-15T08:00+11:00', 'Europe/Paris', '2026-07-14T21:00:00'],
    ['2026-07-15T08:00:30-04:00', undefined, '2026-07-15T12:00:30'],
    // No zone, or none that exists, is Paris.
    ['2026-07-15T08:00', undefined, '2026-07-15T06:00:00'],
    ['2026-07-15T08:00', 'Europe/Pariss', '2026-07-15T06:00:00'],
    // No date at all.
    ['2026-13-01', 'Europe/Paris', 'NaN'],
    ['2026-09-01T25:00', 'Europe/Paris', 'NaN'],
    ['2026-9-1', 'Europe/Paris', 'NaN'],
    ['01/09/2026', 'Europe/Paris', 'NaN'],
    ['2026-09-01Z', 'Europe/Paris', 'NaN'],
    ['', 'Europe/Paris', 'NaN'],
    [undefined, 'Europe/Paris', 'NaN'],
    [20260901, 'Europe/Paris', 'NaN'],
    [{}, 'Europe/Paris', 'NaN'],
  ];
  for (const [text, zone, instant] of rows)
    it(`reads ${String(text)} in ${zone ?? 'no zone'} as ${instant}`, () => {
      expect(iso(parseLocal(text, zone))).to.equal(instant);
    });

  it('takes a bare date as far as it is told to', () => {
    expect(iso(parseLocal('2026-10-25', 'Europe/Paris', 864e5))).to.equal('2026-10-25T23:00:00');
    expect(iso(parseLocal('2026-10-25T00:00', 'Europe/Paris', 864e5))).to.equal('2026-10-24T22:00:00');
  });

  it('goes to the wall and back, in every hour of a year', () => {
    for (const zone of ['Europe/Paris', 'Pacific/Noumea', 'America/Miquelon', 'Australia/Lord_Howe'])
      for (let epoch = Date.UTC(2026, 0); epoch < Date.UTC(2027, 0); epoch += 36e5 * 5) {
        const back = epochOf(wallOf(epoch, zone), zone);
        // In the hour that comes twice, the earlier.
        expect(epoch - back).to.be.oneOf([0, 36e5, 18e5], `${zone} ${iso(epoch)}`);
        expect(wallOf(back, zone)).to.equal(wallOf(epoch, zone));
      }
  });

  it('knows the clocks of Paris as Intl does, in each quarter of an hour around a change, and every day', () => {
    const swedish = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const QUARTER = 9e5;
    for (let year = 2000; year < 2038; year++) {
      const instants = Array.from({ length: 366 }, (_, day) => Date.UTC(year, 0, day, 12));
      for (const month of [2, 9])
        for (let at = Date.UTC(year, month, 25); at < Date.UTC(year, month + 1, 1, 3); at += QUARTER)
          instants.push(at, at - 1000);
      for (const at of instants)
        if (wallOf(at) !== Date.parse(`${swedish.format(at).replace(' ', 'T')}Z`))
          expect.fail(`${iso(at)}: ${iso(wallOf(at))}`);
    }
  });

  it('keeps milliseconds', () => {
    expect(epochOf(wallOf(1789459200123, 'Europe/Paris'), 'Europe/Paris')).to.equal(1789459200123);
  });

  const local: [instant: string, zone: string, day: string, minutes: number, weekday: number][] = [
    ['2026-09-15T22:30:00Z', 'Europe/Paris', '2026-09-16', 30, 3],
    ['2026-09-13T21:59:00Z', 'Europe/Paris', '2026-09-13', 1439, 7],
    ['2026-09-13T22:00:00Z', 'Europe/Paris', '2026-09-14', 0, 1],
    ['2026-09-15T13:00:00Z', 'Pacific/Noumea', '2026-09-16', 0, 3],
    ['2026-09-15T03:59:00Z', 'America/Guadeloupe', '2026-09-14', 1439, 1],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25', 150, 7],
  ];
  for (const [instant, zone, day, minutes, weekday] of local)
    it(`knows the day, the clock and the weekday of ${instant} in ${zone}`, () => {
      expect(localOf(Date.parse(instant), zone)).to.deep.equal({ day, minutes, weekday });
    });
});
