/** The page of the fault tests: queues answers through the real delivery, and says what became of them. */
import { flush, send } from '../../../src/engine/deliver.js';

const page = {
  config: { collect: '/collect' },
  context: {},
  plan: { version: 1, id: 'faults', campaigns: [] },
  ending: new AbortController(),
} as unknown as Parameters<typeof send>[0];
const fates: Record<string, number> = {};

const bench = {
  fates,
  /** Queues `count` answers, `from`…, all at once as a class does; resolves when each has a fate. */
  queue: (name: string, from: number, count: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, async (_, i) => {
        const draft = {
          type: 'response' as const,
          campaign: 'avis',
          version: 1,
          data: {
            answers: {
              q1: (from + i) % 11,
              q2: `Réponse ${name}-${from + i}, de la longueur que l’on écrit, à peu près.`,
            },
          },
        };
        const fate = await send(page, draft, page.context, '2026-11-24');
        fates[fate] = (fates[fate] ?? 0) + 1;
      }),
    ),
  flush: () => flush(page),
};
Object.assign(window, { bench });
