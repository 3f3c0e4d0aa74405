import { expect } from '@open-wc/testing';
import { applyOutcome } from '../../src/core/apply-outcome.js';
import { mergeProgress } from '../../src/core/merge-progress.js';
import { readProgress } from '../../src/core/progress.js';
import type { CampaignProgress, Outcome, OutcomeType, Progress } from '../../src/core/types.js';
import { campaign, decideOn, HOUR, NOW, seeded } from './support/scene.js';

const NOTHING: Progress = { campaigns: {} };
const MINUTE = 6e4;

interface Step {
  type: OutcomeType;
  more?: Partial<Outcome>;
  manual?: boolean;
  interrupting?: boolean;
  /** Minutes after the one before. */
  after?: number;
}

/** Plays outcomes one after another, a minute apart. */
function play(steps: Step[], progress: Progress = NOTHING): Progress {
  let now = NOW;
  for (const { type, more, manual = false, interrupting = true, after = 1 } of steps) {
    now += after * MINUTE;
    const outcome: Outcome = { type, campaign: 'c', kind: 'tour', version: 1, ...more };
    progress = applyOutcome(progress, outcome, { now, day: '2026-09-15', interrupting, manual });
  }
  return progress;
}
const after = (...steps: Step[]): CampaignProgress | undefined => play(steps).campaigns.c;
const hand = (type: OutcomeType, more?: Partial<Outcome>): Step => ({
  type,
  manual: true,
  ...(more && { more }),
});
const step = (id: string): Step => ({ type: 'step', more: { step: id } });

describe('applyOutcome', () => {
  const rows: [what: string, steps: Step[], expected: Partial<CampaignProgress>][] = [
    [
      'shown',
      [{ type: 'shown' }],
      { status: 'shown', shown: 1, lastShown: NOW + MINUTE, at: NOW + MINUTE, version: 1 },
    ],
    [
      'shown again another day',
      [{ type: 'shown' }, { type: 'shown', after: 1440 }],
      { shown: 2, lastShown: NOW + 1441 * MINUTE },
    ],
    ['started', [{ type: 'shown' }, { type: 'started' }], { status: 'started', shown: 1 }],
    ['at a step', [{ type: 'shown' }, step('a'), step('b')], { status: 'started', step: 'b', shown: 1 }],
    [
      'completed',
      [{ type: 'shown' }, step('a'), { type: 'completed' }],
      { status: 'completed', ended: 'completed' },
    ],
    [
      'acknowledged',
      [{ type: 'shown' }, { type: 'acknowledged' }],
      { status: 'acknowledged', ended: 'acknowledged' },
    ],
    ['dismissed', [{ type: 'shown' }, { type: 'dismissed' }], { status: 'dismissed', ended: 'dismissed' }],
    [
      'snoozed',
      [{ type: 'shown' }, { type: 'snoozed', more: { until: NOW + HOUR } }],
      { status: 'snoozed', until: NOW + HOUR },
    ],
    ['snoozed for no time in particular: a day', [{ type: 'snoozed' }], { until: NOW + MINUTE + 24 * HOUR }],
    [
      'snoozed at a step, and taken up',
      [step('b'), { type: 'snoozed' }, { type: 'shown', after: 1500 }, { type: 'started' }],
      { status: 'started', step: 'b' },
    ],
    [
      'under way on the next page: one showing',
      [{ type: 'shown' }, step('a'), { type: 'shown' }],
      { status: 'started', step: 'a', shown: 1 },
    ],
    [
      'broken off and shown again: two',
      [{ type: 'shown' }, step('a'), { type: 'shown', after: 60 }],
      { status: 'started', step: 'a', shown: 2 },
    ],
    // By hand.
    ['shown by hand counts for nothing', [hand('shown')], { status: 'shown', shown: 0 }],
    [
      'completed by hand is done',
      [hand('shown'), hand('started'), hand('completed')],
      { status: 'completed', shown: 0 },
    ],
    [
      'a replay left early takes nothing back',
      [{ type: 'completed' }, hand('shown'), hand('step', { step: 'a' }), hand('dismissed')],
      { status: 'completed', ended: 'completed' },
    ],
    [
      'a replay broken off takes nothing back',
      [{ type: 'dismissed' }, hand('shown'), hand('step', { step: 'a' })],
      { status: 'started', ended: 'dismissed' },
    ],
    [
      'a replay brought to its end is done',
      [{ type: 'dismissed' }, hand('shown'), hand('completed')],
      { status: 'completed', ended: 'completed' },
    ],
    [
      'a replay merely looked at changes nothing',
      [{ type: 'dismissed' }, hand('shown')],
      { status: 'dismissed', ended: 'dismissed' },
    ],
    // Versions.
    [
      'a newer version starts anew',
      [{ type: 'shown' }, { type: 'completed' }, { type: 'shown', more: { version: 2 } }],
      { version: 2, status: 'shown', shown: 1 },
    ],
    [
      'a version that was taken back can be left all the same',
      [{ type: 'shown', more: { version: 2 } }, { type: 'dismissed' }],
      { version: 2, status: 'dismissed', ended: 'dismissed' },
    ],
    [
      'an outcome of an older version is too late',
      [{ type: 'completed', more: { version: 2 } }, { type: 'dismissed' }],
      { version: 2, status: 'completed' },
    ],
  ];
  for (const [what, steps, expected] of rows)
    it(what, () => expect(after(...steps)).to.deep.include(expected));

  it('forgets the step once it is over, and the end of a snooze once it is taken up', () => {
    expect(after(step('a'), { type: 'completed' })).not.to.have.property('step');
    expect(after(step('a'), { type: 'dismissed' })).not.to.have.property('step');
    expect(after({ type: 'snoozed' }, { type: 'started' })).not.to.have.property('until');
    expect(after({ type: 'completed' }, { type: 'shown', more: { version: 2 } })).not.to.have.property(
      'ended',
    );
  });

  it('knows by its status how it ended in a store of the host', () => {
    const progress: Progress = { campaigns: { c: { version: 1, status: 'completed', shown: 1, at: NOW } } };
    expect(play([hand('step', { step: 'a' })], progress).campaigns.c).to.deep.include({
      status: 'started',
      ended: 'completed',
    });
  });

  it('counts a banner once a visit', () => {
    const seen = (minutes: number): Step => ({ type: 'shown', interrupting: false, after: minutes });
    expect(after(seen(1), seen(10), seen(20))).to.include({ shown: 1, lastShown: NOW + 31 * MINUTE });
    expect(after(seen(1), seen(10), seen(31))).to.include({ shown: 2 });
  });

  for (const type of ['answered', 'missing', 'clicked'] as const)
    it(`remembers nothing of "${type}"`, () => {
      const before = play([{ type: 'shown' }]);
      expect(play([{ type }], before)).to.equal(before);
    });
  it('remembers nothing of help', () => {
    expect(play([{ type: 'shown', more: { kind: 'help', campaign: 'note' } }])).to.equal(NOTHING);
  });
  it('leaves what it was given untouched', () => {
    const before = play([{ type: 'shown' }]);
    const copy = JSON.stringify(before);
    play([step('a'), { type: 'completed' }], before);
    expect(JSON.stringify(before)).to.equal(copy);
  });

  describe('pace', () => {
    const paceAfter = (...steps: Step[]) => play(steps).pace;
    it('counts an interruption once, and holds until it is left', () => {
      expect(paceAfter({ type: 'shown' }, step('a'), { type: 'shown' }, { type: 'completed' })).to.deep.equal(
        {
          last: NOW + 4 * MINUTE,
          day: '2026-09-15',
          count: 1,
        },
      );
    });
    it('counts those of all kinds together', () => {
      expect(
        paceAfter(
          { type: 'shown' },
          { type: 'shown', more: { campaign: 's', kind: 'survey' } },
          { type: 'shown', more: { campaign: 'm', kind: 'banner' } },
        )?.count,
      ).to.equal(3);
    });
    it('starts again every day', () => {
      const yesterday: Progress = { campaigns: {}, pace: { last: NOW, day: '2026-09-14', count: 9 } };
      expect(play([{ type: 'shown' }], yesterday).pace?.count).to.equal(1);
    });
    it('counts nothing that was asked for, nor page banners', () => {
      expect(paceAfter(hand('shown'), hand('completed'))).to.equal(undefined);
      expect(paceAfter({ type: 'shown', interrupting: false })).to.equal(undefined);
    });
  });
});

describe('a tour over several pages', () => {
  const content = { steps: [{ id: 'a' }, { id: 'b', page: '/messagerie/**' }] };
  const tour = campaign({ content, when: { pages: ['/'], start: 'manual' } });
  const on = (path: string, progress: Progress, now = NOW + 2 * MINUTE) =>
    decideOn([tour], {
      progress,
      now,
      page: { path, since: now, isPresent: () => false, events: new Map(), showing: new Map() },
    });

  it('goes on where its step is, though it was started by hand elsewhere', () => {
    const progress = play([hand('shown'), hand('step', { step: 'b' })]);
    expect(on('/messagerie/', progress).show).to.deep.equal([tour]);
    expect(on('/notes/', progress).refusals[0]?.code).to.equal('when.pages');
    expect(on('/', progress).refusals[0]?.code).to.equal('when.pages');
  });
  it('goes on where the campaign is, when its step says nothing', () => {
    const progress = play([hand('shown'), hand('step', { step: 'a' })]);
    expect(on('/', progress).show).to.deep.equal([tour]);
    expect(on('/messagerie/', progress).refusals[0]?.code).to.equal('when.pages');
  });
  it('goes on anywhere when its steps are still to be fetched', () => {
    const fetched = campaign({ content: { src: 't.json' }, when: { pages: ['/'] } });
    const progress = play([{ type: 'shown' }, step('b')]);
    const { show } = decideOn([fetched], { progress, now: NOW + 3 * MINUTE });
    expect(show).to.deep.equal([fetched]);
  });
  it('is not taken up again by itself after the visit', () => {
    const progress = play([hand('shown'), hand('step', { step: 'b' })]);
    expect(on('/messagerie/', progress, NOW + HOUR).refusals[0]?.code).to.equal('when.manual');
  });
});

/** Any progress, with times that collide often. */
function anyProgress(random: () => number): Progress {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const progress: Progress = { campaigns: {} };
  for (const id of ['a', 'b', 'c', 'd'])
    if (random() < 0.7)
      progress.campaigns[id] = {
        version: pick([1, 2]),
        status: pick(['shown', 'started', 'snoozed', 'dismissed', 'completed', 'acknowledged']),
        shown: pick([0, 1, 2]),
        at: pick([1, 2, 3]),
        ...(random() < 0.5 && { step: pick(['x', 'y']) }),
      };
  if (random() < 0.7)
    progress.pace = {
      last: pick([1, 2, 3]),
      day: pick(['2026-09-14', '2026-09-15']),
      count: pick([1, 2, 3]),
    };
  return progress;
}

describe('mergeProgress', () => {
  it('keeps the newest of each campaign, and the fuller pace', () => {
    const a: Progress = {
      campaigns: {
        x: { version: 1, status: 'completed', shown: 1, at: 5 },
        y: { version: 1, status: 'shown', shown: 4, at: 1 },
      },
      pace: { last: 5, day: '2026-09-15', count: 1 },
    };
    const b: Progress = {
      campaigns: {
        x: { version: 2, status: 'shown', shown: 1, at: 4 },
        y: { version: 1, status: 'dismissed', shown: 1, at: 2 },
      },
      pace: { last: 4, day: '2026-09-15', count: 2 },
    };
    expect(mergeProgress(a, b)).to.deep.equal({
      campaigns: { x: a.campaigns.x, y: b.campaigns.y },
      pace: { last: 5, day: '2026-09-15', count: 2 },
    });
  });

  const random = seeded(2026);
  const triples = Array.from(
    { length: 500 },
    () => [anyProgress(random), anyProgress(random), anyProgress(random)] as const,
  );
  it('does not care for order', () => {
    for (const [a, b] of triples) expect(mergeProgress(a, b)).to.deep.equal(mergeProgress(b, a));
  });
  it('does not care for repetition', () => {
    for (const [a, b] of triples) {
      expect(mergeProgress(a, a)).to.deep.equal(a);
      expect(mergeProgress(mergeProgress(a, b), b)).to.deep.equal(mergeProgress(a, b));
    }
  });
  it('does not care for grouping', () => {
    for (const [a, b, c] of triples)
      expect(mergeProgress(mergeProgress(a, b), c)).to.deep.equal(mergeProgress(a, mergeProgress(b, c)));
  });
});

describe('readProgress', () => {
  const good: CampaignProgress = {
    version: 1,
    status: 'started',
    ended: 'dismissed',
    step: 's',
    shown: 2,
    lastShown: 3,
    until: 4,
    at: 5,
  };

  it('reads back what was written', () => {
    const progress: Progress = { campaigns: { c: good }, pace: { last: 1, day: '2026-09-15', count: 1 } };
    expect(readProgress(JSON.parse(JSON.stringify(progress)))).to.deep.equal(progress);
  });

  for (const junk of [
    undefined,
    null,
    0,
    'x',
    [],
    {},
    { campaigns: null },
    { campaigns: [] },
    { campaigns: 'x', pace: [] },
    { pace: { last: 'x', day: 1, count: null } },
  ])
    it(`reads ${JSON.stringify(junk) ?? 'nothing'} as no progress`, () => {
      expect(readProgress(junk)).to.deep.equal(NOTHING);
    });

  const entries: [what: string, entry: unknown][] = [
    ['no object', 'completed'],
    ['a list', [good]],
    ['a status that there is not', { ...good, status: 'bored' }],
    ['no status', { ...good, status: undefined }],
    ['no version', { ...good, version: '1' }],
    ['no date', { ...good, at: null }],
  ];
  for (const [what, value] of entries)
    it(`leaves out an entry that has ${what}, and keeps the rest`, () => {
      expect(readProgress({ campaigns: { bad: value, c: good } })).to.deep.equal({ campaigns: { c: good } });
    });

  it('leaves out fields that are not theirs', () => {
    const raw = {
      ...good,
      step: 4,
      until: 'x',
      lastShown: Infinity,
      ended: 'shown',
      shown: '2',
      name: 'Ada',
    };
    expect(readProgress({ campaigns: { c: raw } }).campaigns.c).to.deep.equal({
      version: 1,
      status: 'started',
      shown: 0,
      at: 5,
    });
  });

  it('lets no id reach a prototype', () => {
    const raw: unknown = JSON.parse(
      `{"campaigns":{"__proto__":${JSON.stringify(good)},"constructor":${JSON.stringify(good)}}}`,
    );
    const { campaigns } = readProgress(raw);
    expect(Object.getPrototypeOf(campaigns)).to.equal(Object.prototype);
    expect(Object.keys(campaigns)).to.deep.equal([]);
  });
});
