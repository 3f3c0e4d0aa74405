import type { QuestionOption } from '../../model/schema/survey.js';
import { textIn, withText, type Writing } from '../fields/authored.js';
import { newId, type Chance } from '../store/new-id.js';

export const optionText = (option: QuestionOption, writing: Writing): string =>
  typeof option === 'string' ? (writing.lang === writing.main ? option : '') : textIn(option.label, writing);

/** Lengths of the longest common subsequences of what follows `i` and `j`. An empty line is like no other. */
function lengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = before.map(() => Array.from<number>({ length: after.length + 1 }).fill(0));
  table.push(Array.from<number>({ length: after.length + 1 }).fill(0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      table[i]![j] =
        before[i] !== '' && before[i] === after[j]
          ? table[i + 1]![j + 1]! + 1
          : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

/** Whether a line may be what another was cut from, or put together of. */
function isLike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (!shorter) return a === b;
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  for (let end = 1; same < shorter && a.at(-end) === b.at(-end); end++) same++;
  return same * 2 >= shorter;
}

/**
 * For each line, which of the lines before it is; undefined for a new one. Lines that stayed say where the others stand;
 * between them, as many as there were are those that were there, each changed in its place.
 * @param isPlaced lines are translations, whose number is given: what is between is told by place alone
 */
export function matchLines(
  before: readonly string[],
  after: readonly string[],
  isPlaced = false,
): (number | undefined)[] {
  const table = lengths(before, after);
  const found: (number | undefined)[] = after.map(() => undefined);
  let [i, j] = [0, 0];
  const between = (toI: number, toJ: number) => {
    const byPlace = isPlaced || toI - i === toJ - j;
    for (let next = i; j < toJ; j++) {
      let at = next;
      while (!byPlace && at < toI && !isLike(before[at]!, after[j]!)) at++;
      if (at >= toI) continue;
      found[j] = at;
      next = at + 1;
    }
    [i, j] = [toI, toJ];
  };
  let [a, b] = [0, 0];
  while (a < before.length && b < after.length)
    if (before[a] !== '' && before[a] === after[b]) {
      between(a, b);
      found[b] = a;
      [i, j] = [++a, ++b];
    } else if (table[a + 1]![b]! >= table[a]![b + 1]!) a++;
    else b++;
  between(before.length, after.length);
  return found;
}

/** The short form's id is its place: where it leaves that place it takes the id along. */
const withId = (option: QuestionOption, place: number) =>
  typeof option === 'string' ? { id: `${place + 1}`, label: option } : option;

/**
 * Options as lines of text: each keeps its id, its other languages and its image while its words change and others come
 * and go, since answers are counted by it.
 */
export function withOptions(
  options: readonly QuestionOption[],
  lines: string,
  writing: Writing,
  chance?: Chance,
): QuestionOption[] {
  const { lang, main } = writing;
  const texts = lines.split('\n');
  const found = matchLines(
    options.map((one) => optionText(one, writing)),
    texts,
    lang !== main,
  );
  if (lang !== main)
    return options.map((option, i) => {
      const text = texts[found.indexOf(i)] ?? '';
      if (text === optionText(option, writing)) return option;
      const full = withId(option, i);
      return { ...full, label: withText(full.label, text, writing) ?? '' };
    });
  const ids = options.map((option, i) => withId(option, i).id);
  return texts.map((text, j) => {
    const i = found[j];
    const option = i === undefined ? undefined : options[i];
    if (i === undefined || option === undefined) {
      const id = newId('o', ids, chance);
      ids.push(id);
      return { id, label: text };
    }
    if (typeof option === 'string' && i === j) return text;
    const full = withId(option, i);
    return {
      ...full,
      label: typeof full.label === 'string' ? text : { ...full.label, [main]: text },
    };
  });
}
