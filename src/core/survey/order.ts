import { scaleOf } from './usable.js';
import { quotedIn } from '../../model/answer-places.js';
import type { Question, QuestionOption, SurveyContent } from '../../model/schema/survey.js';

/** Numbers from 0 to 1 that follow from `seed`: T. Ettinger's mulberry32, good enough to mix a list. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher and Yates. */
function mixed<T>(list: readonly T[], chance: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** Short forms are known by their place: it is written down before they change it. */
const withIds = (options: readonly QuestionOption[]): QuestionOption[] =>
  options.map((option, i) => (typeof option === 'string' ? { id: `${i + 1}`, label: option } : option));

/**
 * An information page, what conditions and branches speak of, and what quotes an answer keep their places: the question
 * that is quoted stands before, and never mixes past one that stays.
 */
function staysPut({ id, kind, title, help, showIf, next }: Question, targets: readonly string[]): boolean {
  return (
    kind === 'info' ||
    !!showIf ||
    !!next?.length ||
    targets.includes(id) ||
    // In any language.
    quotedIn(JSON.stringify([title, help])).length > 0
  );
}

/**
 * The questions, and the options of those that ask for it, in an order that follows from `seed`: the same after a
 * reload. Questions mix only with their neighbours between two that keep their places.
 */
export function inOrder(
  questions: readonly Question[],
  order: SurveyContent['order'],
  seed: number,
): Question[] {
  const chance = chances(seed);
  const own = questions.map((question) =>
    // The degrees of a scale stay in theirs, whatever words they have.
    question.order !== 'random' || scaleOf(question)
      ? question
      : question.rows
        ? { ...question, rows: mixed(withIds(question.rows), chance) }
        : { ...question, options: mixed(withIds(question.options ?? []), chance) },
  );
  if (order !== 'random') return own;
  const targets = questions.flatMap(({ next }) => (next ?? []).map(({ to }) => to));
  const out: Question[] = [];
  let group: Question[] = [];
  for (const question of own) {
    if (!staysPut(question, targets)) group.push(question);
    else {
      out.push(...mixed(group, chance), question);
      group = [];
    }
  }
  return [...out, ...mixed(group, chance)];
}
