import type { TakenRow } from '../../../src/server/intake/read-row.js';
import type { QuestionFacts } from '../../../src/server/plans/facts.js';
import type { Services } from '../../../src/server/services.js';

/** People of each survey: enough that results are above the threshold before anybody has answered. */
const PEOPLE = 28;
const WORDS = [
  'Retrouver un message plus vite.',
  'Plus d’exemples pour les groupes.',
  'C’est clair, merci.',
  'Voir les devoirs de la semaine sur une seule page.',
  'Moins de notifications le soir.',
];
const DAYS = ['2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12'];

/** Always the same numbers: a demo looks the same each time it is new. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function answerTo({ kind, options }: QuestionFacts, chance: () => number): unknown {
  const among = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  switch (kind) {
    case 'nps':
      return among([3, 5, 6, 7, 7, 8, 8, 9, 9, 10]);
    case 'rating':
    case 'stars':
    case 'faces':
      return among([2, 3, 4, 4, 5]);
    case 'effort':
      return among([3, 5, 5, 6, 7]);
    case 'choice':
      return options.length ? among(options).id : undefined;
    case 'choices':
      return options.filter(() => chance() < 0.4).map(({ id }) => id);
    case 'ranking':
      // Everybody's own order, with a leaning towards the first.
      return options
        .map(({ id }, i) => ({ id, weight: chance() + i / 6 }))
        .sort((a, b) => a.weight - b.weight)
        .map(({ id }) => id);
    case 'boolean':
      return among(['yes', 'yes', 'no']);
    case 'text':
    case 'longtext':
      return chance() < 0.5 ? among(WORDS) : undefined;
    default:
      return undefined;
  }
}

/** Fills the results of an empty demo with invented people's answers; again at the next start they are known. */
export async function inventAnswers({ catalogue, intake, store, settings }: Services): Promise<void> {
  await catalogue.ready();
  const campaigns = await store.db
    .selectFrom('campaign')
    .select('id')
    .where('tenant', '=', settings.tenant)
    .orderBy('id')
    .execute();
  const rows: TakenRow[] = [];
  for (const [place, { id }] of campaigns.entries()) {
    const facts = catalogue.facts(id);
    if (facts?.kind !== 'survey') continue;
    const source = numbers(place + 1);
    const chance = () => source.next().value as number;
    for (let i = 0; i < PEOPLE; i++) {
      const profile = facts.profiles[i % Math.max(facts.profiles.length, 1)] ?? 'teacher';
      const common = {
        campaign: id,
        version: facts.version,
        day: DAYS[i % DAYS.length]!,
        audience: { profile, degree: i % 3 ? '1d' : '2d', school: '' },
      };
      rows.push({
        ...common,
        id: `invented-${id}-shown-${i}`,
        type: 'outcome',
        outcome: 'shown',
        answers: {},
      });
      if (i % 8 === 7) continue;
      const answers = facts.questions
        .map((question) => [question.id, answerTo(question, chance)] as const)
        .filter(([, answer]) => answer !== undefined);
      rows.push({
        ...common,
        id: `invented-${id}-response-${i}`,
        type: 'response',
        answers: Object.fromEntries(answers),
      });
      rows.push({
        ...common,
        id: `invented-${id}-completed-${i}`,
        type: 'outcome',
        outcome: 'completed',
        answers: {},
      });
    }
  }
  await intake.take(rows);
}
