import { expect } from '@open-wc/testing';
import type { CampaignProgress } from '../../src/core/types.js';
import { banner, campaign, DAY, entry, HOUR, NOW, refusalOf } from './support/scene.js';

interface Row {
  what: string;
  frequency?: object;
  had: Partial<CampaignProgress>;
  code?: string;
  until?: number;
  more?: object;
}

const BANNER = { kind: 'banner', content: { title: 'B' } };

const ROWS: Row[] = [
  // Done.
  { what: 'completed', had: { status: 'completed' }, code: 'progress.done' },
  { what: 'acknowledged', had: { status: 'acknowledged' }, code: 'progress.done' },
  { what: 'dismissed', had: { status: 'dismissed' }, code: 'progress.done' },
  { what: 'a banner dismissed', had: { status: 'dismissed' }, more: BANNER, code: 'progress.done' },
  {
    what: 'dismissed, until dismissed',
    frequency: { until: 'dismissed' },
    had: { status: 'dismissed' },
    code: 'progress.done',
  },
  {
    what: 'completed, until acknowledged',
    frequency: { until: 'acknowledged' },
    had: { status: 'completed' },
    code: 'progress.done',
  },
  {
    what: 'completed, until dismissed',
    frequency: { until: 'dismissed' },
    had: { status: 'completed' },
    code: 'progress.done',
  },
  { what: 'shown, until shown', frequency: { until: 'shown' }, had: {}, code: 'progress.done' },
  {
    what: 'a banner shown this minute, until shown',
    frequency: { until: 'shown' },
    had: { at: NOW },
    more: BANNER,
    code: 'progress.done',
  },
  { what: 'looked at by hand only, until shown', frequency: { until: 'shown' }, had: { shown: 0 } },
  { what: 'shown, not ended', had: {} },
  { what: 'started long ago, not ended', had: { status: 'started', step: 'a' } },
  // Dismissed, but asked for until something is done.
  {
    what: 'dismissed yesterday, until completed',
    frequency: { until: 'completed' },
    had: { status: 'dismissed' },
  },
  {
    what: 'dismissed an hour ago, until completed',
    frequency: { until: 'completed' },
    had: { status: 'dismissed', lastShown: NOW - HOUR },
    code: 'frequency.every',
    until: NOW - HOUR + DAY,
  },
  {
    what: 'dismissed, until acknowledged, every week',
    frequency: { until: 'acknowledged', every: 'P7D' },
    had: { status: 'dismissed' },
    code: 'frequency.every',
    until: NOW + 6 * DAY,
  },
  {
    what: 'dismissed too often',
    frequency: { until: 'completed', max: 3 },
    had: { status: 'dismissed', shown: 3 },
    code: 'frequency.max',
  },
  {
    what: 'dismissed, shown again and ignored',
    frequency: { until: 'completed' },
    had: { status: 'shown', ended: 'dismissed', lastShown: NOW - HOUR },
    code: 'frequency.every',
    until: NOW - HOUR + DAY,
  },
  {
    what: 'dismissed by hand an hour ago',
    frequency: { until: 'completed' },
    had: { status: 'dismissed', shown: 0, lastShown: NOW - 3 * DAY, at: NOW - HOUR },
  },
  // Always.
  { what: 'completed yesterday, always', frequency: { until: 'always' }, had: { status: 'completed' } },
  {
    what: 'completed an hour ago, always',
    frequency: { until: 'always' },
    had: { status: 'completed', lastShown: NOW - HOUR },
    code: 'frequency.every',
    until: NOW - HOUR + DAY,
  },
  {
    what: 'dismissed, always, every hour',
    frequency: { until: 'always', every: 'PT1H' },
    had: { status: 'dismissed', lastShown: NOW - HOUR },
  },
  {
    what: 'always, at most twice',
    frequency: { until: 'always', max: 2 },
    had: { status: 'completed', shown: 2 },
    code: 'frequency.max',
  },
  // Max and every.
  { what: 'shown twice of three', frequency: { max: 3 }, had: { shown: 2 } },
  { what: 'shown three times of three', frequency: { max: 3 }, had: { shown: 3 }, code: 'frequency.max' },
  {
    what: 'every week, shown yesterday',
    frequency: { every: 'P7D' },
    had: {},
    code: 'frequency.every',
    until: NOW + 6 * DAY,
  },
  { what: 'every week, shown a week ago', frequency: { every: 'P7D' }, had: { lastShown: NOW - 7 * DAY } },
  { what: 'every week, shown in the future', frequency: { every: 'P7D' }, had: { lastShown: NOW + DAY } },
  { what: 'every so often that cannot be read', frequency: { every: 'parfois' }, had: {}, code: 'invalid' },
  // Later.
  {
    what: 'snoozed',
    had: { status: 'snoozed', until: NOW + HOUR },
    code: 'progress.snoozed',
    until: NOW + HOUR,
  },
  { what: 'a snooze that is over', had: { status: 'snoozed', until: NOW } },
  {
    what: 'a snooze that is over, though every week',
    frequency: { every: 'P7D' },
    had: { status: 'snoozed', until: NOW },
  },
  {
    what: 'a snooze that is over, but shown enough',
    frequency: { max: 1 },
    had: { status: 'snoozed', until: NOW },
    code: 'frequency.max',
  },
  {
    what: 'a replay put off, of what was completed',
    had: { status: 'snoozed', ended: 'completed', until: NOW },
    code: 'progress.done',
  },
  // One visit, several pages.
  {
    what: 'a banner still open, page after page',
    frequency: { max: 1, every: 'P7D' },
    had: { at: NOW - HOUR / 4, lastShown: NOW - HOUR / 4 },
    more: BANNER,
  },
  {
    what: 'the same on the next visit',
    frequency: { max: 1 },
    had: { at: NOW - HOUR },
    more: BANNER,
    code: 'frequency.max',
  },
  {
    what: 'an interruption that was ignored',
    frequency: { max: 1 },
    had: { at: NOW - HOUR / 4 },
    code: 'frequency.max',
  },
  {
    what: 'a run under way, however often shown',
    frequency: { max: 1, every: 'P7D' },
    had: { status: 'started', step: 'a', at: NOW - HOUR / 4, lastShown: NOW - HOUR / 4 },
  },
  {
    what: 'a run broken off an hour ago',
    frequency: { max: 1 },
    had: { status: 'started', step: 'a', at: NOW - HOUR },
    code: 'frequency.max',
  },
  {
    what: 'a replay under way of what was completed',
    had: { status: 'started', ended: 'completed', step: 'a', at: NOW },
  },
  {
    what: 'a replay broken off of what was completed',
    had: { status: 'started', ended: 'completed', step: 'a', at: NOW - HOUR },
    code: 'progress.done',
  },
  {
    what: 'a replay broken off of what was dismissed',
    had: { status: 'started', ended: 'dismissed', step: 'a', at: NOW - HOUR },
    code: 'progress.done',
  },
  // Versions.
  {
    what: 'completed at an older version',
    more: { version: 2 },
    frequency: { max: 1, every: 'P7D' },
    had: { status: 'completed' },
  },
  { what: 'dismissed at an older version', more: { version: 2 }, had: { status: 'dismissed' } },
  { what: 'snoozed at an older version', more: { version: 2 }, had: { status: 'snoozed', until: NOW + DAY } },
  {
    what: 'completed at this version',
    more: { version: 2 },
    had: { version: 2, status: 'completed' },
    code: 'progress.done',
  },
  {
    what: 'completed at a newer version, since taken back',
    had: { version: 3, status: 'completed' },
    code: 'progress.done',
  },
];

describe('progress and frequency', () => {
  for (const { what, frequency, had, code, until, more } of ROWS)
    it(`${what}: ${code ?? 'shown'}`, () => {
      const refusal = refusalOf(campaign({ ...(frequency && { frequency }), ...more }), {
        progress: { campaigns: { c: entry(had) } },
      });
      expect(refusal?.code).to.equal(code);
      expect(refusal?.until).to.equal(until);
    });

  it('says how it ended', () => {
    const progress = { campaigns: { c: entry({ status: 'acknowledged' }) } };
    expect(refusalOf(campaign(), { progress })?.detail).to.equal('acknowledged');
  });

  it('keeps the hour across the end of summer time', () => {
    const lastShown = Date.parse('2026-10-24T10:00+02:00');
    const refusal = refusalOf(campaign({ frequency: { every: 'P2D' } }), {
      now: lastShown + HOUR,
      progress: { campaigns: { c: entry({ lastShown, at: lastShown }) } },
    });
    expect(refusal?.until).to.equal(Date.parse('2026-10-26T10:00+01:00'));
  });

  it('finds no progress in what every object answers to', () => {
    expect(refusalOf(banner({ id: 'constructor' }))).to.equal(undefined);
    expect(refusalOf(banner({ id: 'toString' }))).to.equal(undefined);
  });
});
