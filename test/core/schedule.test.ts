import { expect } from '@open-wc/testing';
import type { Context } from '../../src/core/types.js';
import { campaign, refusalOf, TEACHER } from './support/scene.js';

interface Row {
  what: string;
  schedule: object;
  now: string;
  code?: string;
  until?: string;
  settings?: object;
  context?: Context;
}

const HOLIDAYS = {
  A: [
    ['2026-10-17', '2026-11-01'],
    ['2026-12-19', '2027-01-03'],
  ],
};
const ARRIVED: Context = { user: { arrived: '2026-10-01' } };

const ROWS: Row[] = [
  { what: 'no schedule', schedule: {}, now: '2026-09-15T10:00+02:00' },
  // Starts.
  {
    what: 'before its start',
    schedule: { start: '2026-09-01T08:00' },
    now: '2026-09-01T07:59:59+02:00',
    code: 'schedule.before',
    until: '2026-09-01T08:00+02:00',
  },
  { what: 'from its start on', schedule: { start: '2026-09-01T08:00' }, now: '2026-09-01T08:00+02:00' },
  {
    what: 'a bare start is midnight',
    schedule: { start: '2026-09-01' },
    now: '2026-08-31T23:59+02:00',
    code: 'schedule.before',
    until: '2026-09-01T00:00+02:00',
  },
  {
    what: 'a bare start is midnight there',
    schedule: { start: '2026-09-01' },
    now: '2026-08-31T15:00+02:00',
    settings: { timeZone: 'Pacific/Noumea' },
  },
  {
    what: 'a start with an offset of its own',
    schedule: { start: '2026-09-01T08:00Z' },
    now: '2026-09-01T09:59+02:00',
    code: 'schedule.before',
    until: '2026-09-01T10:00+02:00',
  },
  {
    what: 'a start in the hour that summer time skips',
    schedule: { start: '2026-03-29T02:30' },
    now: '2026-03-29T03:29+02:00',
    code: 'schedule.before',
    until: '2026-03-29T03:30+02:00',
  },
  {
    what: 'a start in the hour that comes twice',
    schedule: { start: '2026-10-25T02:30' },
    now: '2026-10-25T02:30+02:00',
  },
  // Ends.
  { what: 'a bare end is included whole', schedule: { end: '2026-10-15' }, now: '2026-10-15T23:59:59+02:00' },
  {
    what: 'and over at midnight',
    schedule: { end: '2026-10-15' },
    now: '2026-10-16T00:00+02:00',
    code: 'schedule.after',
    until: '2026-10-16T00:00+02:00',
  },
  { what: 'a bare end on a day of 25 hours', schedule: { end: '2026-10-25' }, now: '2026-10-25T23:59+01:00' },
  {
    what: 'over after 25 hours',
    schedule: { end: '2026-10-25' },
    now: '2026-10-26T00:00+01:00',
    code: 'schedule.after',
    until: '2026-10-26T00:00+01:00',
  },
  {
    what: 'a bare end on a day of 23 hours',
    schedule: { end: '2026-03-29' },
    now: '2026-03-30T00:00+02:00',
    code: 'schedule.after',
    until: '2026-03-30T00:00+02:00',
  },
  {
    what: 'a time at the end is not included',
    schedule: { end: '2026-10-15T18:00' },
    now: '2026-10-15T18:00+02:00',
    code: 'schedule.after',
    until: '2026-10-15T18:00+02:00',
  },
  { what: 'until then it is on', schedule: { end: '2026-10-15T18:00' }, now: '2026-10-15T17:59:59+02:00' },
  {
    what: 'an end before the start is never',
    schedule: { start: '2026-09-10', end: '2026-09-01' },
    now: '2026-09-12T10:00+02:00',
    code: 'schedule.after',
    until: '2026-09-02T00:00+02:00',
  },
  // Holidays.
  { what: 'the eve of holidays', schedule: { skipHolidays: 'A' }, now: '2026-10-16T23:59+02:00' },
  {
    what: 'their first day',
    schedule: { skipHolidays: 'A' },
    now: '2026-10-17T00:00+02:00',
    code: 'schedule.holidays',
    until: '2026-11-02T00:00+01:00',
  },
  {
    what: 'their last day',
    schedule: { skipHolidays: 'A' },
    now: '2026-11-01T23:59+01:00',
    code: 'schedule.holidays',
    until: '2026-11-02T00:00+01:00',
  },
  { what: 'back to school', schedule: { skipHolidays: 'A' }, now: '2026-11-02T00:00+01:00' },
  {
    what: 'holidays over a new year',
    schedule: { skipHolidays: 'A' },
    now: '2027-01-01T12:00+01:00',
    code: 'schedule.holidays',
    until: '2027-01-04T00:00+01:00',
  },
  {
    what: 'holidays where the day begins earlier',
    schedule: { skipHolidays: 'A' },
    now: '2026-10-16T15:00+02:00',
    settings: { timeZone: 'Pacific/Noumea' },
    code: 'schedule.holidays',
    until: '2026-11-01T13:00Z',
  },
  {
    what: 'holidays do not matter to who did not ask',
    schedule: { end: '2026-12-31' },
    now: '2026-10-20T12:00+02:00',
  },
  {
    what: 'a list that nobody wrote',
    schedule: { skipHolidays: 'Z' },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
  {
    what: 'a name that objects already answer to',
    schedule: { skipHolidays: 'constructor' },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
  // Relative to the opening of the ENT.
  {
    what: 'thirty days before opening',
    schedule: { start: '-P30D', relativeTo: 'goLive' },
    now: '2026-08-02T00:00+02:00',
  },
  {
    what: 'not yet thirty days before',
    schedule: { start: '-P30D', relativeTo: 'goLive' },
    now: '2026-08-01T23:59+02:00',
    code: 'schedule.before',
    until: '2026-08-02T00:00+02:00',
  },
  {
    what: 'the fifteenth day from opening',
    schedule: { start: 'P0D', end: 'P15D', relativeTo: 'goLive' },
    now: '2026-09-15T23:59+02:00',
  },
  {
    what: 'the sixteenth',
    schedule: { start: 'P0D', end: 'P15D', relativeTo: 'goLive' },
    now: '2026-09-16T00:00+02:00',
    code: 'schedule.after',
    until: '2026-09-16T00:00+02:00',
  },
  {
    what: 'hours from opening',
    schedule: { start: 'PT8H', relativeTo: 'goLive' },
    now: '2026-09-01T07:59+02:00',
    code: 'schedule.before',
    until: '2026-09-01T08:00+02:00',
  },
  {
    what: 'a date beside an offset',
    schedule: { start: '-P30D', end: '2026-09-10', relativeTo: 'goLive' },
    now: '2026-09-10T12:00+02:00',
  },
  {
    what: 'no day of opening',
    schedule: { start: '-P30D', relativeTo: 'goLive' },
    now: '2026-09-15T10:00+02:00',
    settings: { goLive: undefined },
    code: 'schedule.reference',
  },
  {
    what: 'a day of opening that is none',
    schedule: { start: '-P30D', relativeTo: 'goLive' },
    now: '2026-09-15T10:00+02:00',
    settings: { goLive: 'septembre' },
    code: 'schedule.reference',
  },
  // Relative to a person's arrival, across the end of summer time.
  {
    what: 'the fourteenth day from arrival',
    schedule: { end: 'P1M', relativeTo: 'arrived' },
    context: ARRIVED,
    now: '2026-10-31T23:59+01:00',
  },
  {
    what: 'a month from arrival',
    schedule: { end: 'P1M', relativeTo: 'arrived' },
    context: ARRIVED,
    now: '2026-11-01T00:00+01:00',
    code: 'schedule.after',
    until: '2026-11-01T00:00+01:00',
  },
  {
    what: 'a week after arrival',
    schedule: { start: 'P7D', relativeTo: 'arrived' },
    context: ARRIVED,
    now: '2026-10-07T23:00+02:00',
    code: 'schedule.before',
    until: '2026-10-08T00:00+02:00',
  },
  {
    what: 'nobody knows when they arrived',
    schedule: { end: 'P14D', relativeTo: 'arrived' },
    context: {},
    now: '2026-09-15T10:00+02:00',
    code: 'schedule.reference',
  },
  {
    what: 'a reference that there is not',
    schedule: { end: 'P14D', relativeTo: 'birthday' },
    now: '2026-09-15T10:00+02:00',
    code: 'schedule.reference',
  },
  // What cannot be read is never a wider schedule.
  {
    what: 'a start that is no date',
    schedule: { start: 'demain' },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
  {
    what: 'an end that is no date',
    schedule: { end: '2026-15-10' },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
  {
    what: 'an offset from nothing',
    schedule: { end: 'P14D' },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
  {
    what: 'an offset that is none',
    schedule: { start: 'P14', relativeTo: 'goLive' },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
  {
    what: 'a number for a date',
    schedule: { start: 20260901 },
    now: '2026-09-15T10:00+02:00',
    code: 'invalid',
  },
];

describe('schedule', () => {
  for (const { what, schedule, now, code, until, settings, context } of ROWS)
    it(`${what}, ${now}: ${code ?? 'on'}`, () => {
      const refusal = refusalOf(campaign({ schedule }), {
        now: Date.parse(now),
        settings: { goLive: '2026-09-01', holidays: HOLIDAYS, ...settings },
        context: context ?? TEACHER,
      });
      expect(refusal?.code).to.equal(code);
      expect(refusal?.until).to.equal(until && Date.parse(until));
    });

  it('names what could not be told', () => {
    expect(refusalOf(campaign({ schedule: { start: 'demain' } }))?.detail).to.equal('schedule.before');
    expect(refusalOf(campaign({ schedule: { end: 'demain' } }))?.detail).to.equal('schedule.after');
    expect(refusalOf(campaign({ schedule: { end: 'P1D', relativeTo: 'goLive' } }))?.detail).to.equal(
      'goLive',
    );
  });
});
