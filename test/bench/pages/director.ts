/** What `npm run bench -- director` runs in the page: plans of any size, believable and the same each time. */
import { decide } from '../../../src/core/director.js';
import { mayBeDue } from '../../../src/core/sieve.js';
import type { Context, Page, PlanIndex, Progress } from '../../../src/core/types.js';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const PROFILES = ['pupil', 'guardian', 'teacher', 'head', 'staff'];
const PAGES = ['/messagerie/**', '/cahier/*', '/agenda/', '/notes/**', '/blog/*/articles/**', '/'];

/** Half of them for this person; each dated, most with pages, a fifth seen before, some with shares and variants. */
function planOf(count: number): { plan: PlanIndex; progress: Progress } {
  const progress: Progress = { campaigns: {} };
  const campaigns = Array.from({ length: count }, (_, i) => {
    const id = `campagne-${i}`;
    if (i % 5 === 0)
      progress.campaigns[id] = {
        version: 1,
        status: i % 10 ? 'dismissed' : 'shown',
        shown: 1,
        at: NOW - i * 6e4,
        lastShown: NOW - i * 6e4,
      };
    return {
      id,
      kind: (['banner', 'tour', 'survey'] as const)[i % 3],
      priority: i % 100,
      audience: {
        profiles: [PROFILES[i % 5], PROFILES[(i + 2) % 5]],
        ...(i % 7 === 0 && { share: 60 }),
        ...(i % 11 === 0 && { not: { levels: ['6e'] } }),
      },
      schedule: {
        start: `2026-${String(1 + (i % 11)).padStart(2, '0')}-0${1 + (i % 9)}`,
        end: i % 4 ? '2027-07-01' : `2026-12-${10 + (i % 20)}`,
      },
      ...(i % 3 && { when: { pages: [PAGES[i % 6], PAGES[(i + 1) % 6]] } }),
      frequency: { every: 'P7D', max: 3 },
      ...(i % 13 === 0 && {
        variants: [{ audience: { profiles: ['pupil'] }, content: { title: 'Pour toi', steps: [] } }],
      }),
      content: { title: `Campagne ${i}`, place: i % 2 ? 'top' : 'corner', steps: [] },
    };
  });
  return {
    plan: {
      version: 1,
      settings: {
        timeZone: 'Europe/Paris',
        pace: { perDay: 2, betweenInterruptions: 'PT2H', quiet: [{ from: '20:00', to: '07:00' }] },
        holidays: { zoneC: [['2026-10-17', '2026-11-02']] },
      },
      campaigns,
    } as unknown as PlanIndex,
    progress,
  };
}

const context: Context = {
  user: { key: 'b1946ac9', profiles: ['National_ENS'], levels: ['5e'], arrived: '2026-09-01' },
  service: 'messagerie',
  locale: 'fr',
};
const page: Page = {
  path: '/messagerie/boite',
  since: NOW - 1000,
  isPresent: () => true,
  events: new Map(),
  showing: new Map(),
};

/** Median ms of a decision over a plan of that size, as a page asks and with the reasons told, and of the idle script's look at it. */
function run(
  count: number,
  times: number,
): { decide: number; explain: number; sieve: number; shown: number } {
  // As a plan comes: from JSON.
  const { plan, progress } = JSON.parse(JSON.stringify(planOf(count))) as ReturnType<typeof planOf>;
  const median = (act: () => unknown) => {
    act();
    const all = Array.from({ length: times }, () => {
      const start = performance.now();
      act();
      return performance.now() - start;
    });
    return all.sort((a, b) => a - b)[times >> 1] ?? 0;
  };
  return {
    decide: median(() => decide(plan, context, progress, page, NOW, false)),
    explain: median(() => decide(plan, context, progress, page, NOW)),
    sieve: median(() => mayBeDue(plan, context, progress, page, NOW)),
    shown: decide(plan, context, progress, page, NOW).show.length,
  };
}

(globalThis as unknown as { bench: unknown }).bench = { run };
