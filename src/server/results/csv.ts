import { stringify } from 'csv-stringify/sync';
import type { CampaignResults, Cut } from '../../model/contract/results.js';
import { answerWord, eventWord, groupWord } from './csv-words.js';

/** Leading characters that make a spreadsheet run what follows; full-width ones are folded to them by some. */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n\u0000＝＋－＠]/;

/** What a person wrote stays text in a spreadsheet: a formula in an answer would run on the administrator's machine. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const CUT_NAMES: Readonly<Record<Cut, string>> = {
  profile: 'profil',
  degree: 'degré',
  school: 'établissement',
  week: 'semaine',
};
const HEADER = [
  'campagne',
  'version',
  'quoi',
  'question',
  'réponse',
  'découpage',
  'groupe',
  'effectif',
  'note',
  'basse',
  'haute',
  // Last, so that programs find the codes where they have always been.
  'réponse en clair',
  'groupe en clair',
];

type Cell = string | number;
type Row = Cell[];

/** French spreadsheets read a comma. */
const decimal = (value: number): string => String(value).replace('.', ',');

const groupName = (value: string): string => value || 'non précisé';

/** One table for spreadsheets: `;` between fields, UTF-8 with its mark, numbers as numbers, texts defused. */
export function csvOf(results: CampaignResults): string {
  const rows: Row[] = [];
  const add = (
    what: string,
    question: string,
    answer: string,
    cut: Cut | '',
    group: string,
    n: number,
    { score = ['', '', ''], words = answer }: { score?: Row; words?: string } = {},
  ) => {
    const [name, code] = cut ? [CUT_NAMES[cut], groupName(group)] : ['', ''];
    const inWords = cut ? groupWord(cut, code) : '';
    rows.push([results.id, results.version, what, question, answer, name, code, n, ...score, words, inWords]);
  };

  for (const [type, n] of Object.entries(results.outcomes ?? {}))
    add('événement', '', type, '', '', n, { words: eventWord(type) });
  for (const step of results.steps) {
    add('étape vue', step.id, step.title, '', '', step.viewed);
    add('étape quittée', step.id, step.title, '', '', step.left);
    add('cible introuvable', step.id, step.page, '', '', step.missing);
  }
  for (const [cut, { groups }] of entries(results.outcomesBy))
    for (const { value, ...counts } of groups)
      for (const [type, n] of Object.entries(counts))
        add('événement', '', type, cut, value, Number(n), { words: eventWord(type) });
  if (results.responses !== undefined) add('questionnaires', '', '', '', '', results.responses);
  for (const [cut, { groups }] of entries(results.responsesBy))
    for (const { value, n } of groups) add('questionnaires', '', '', cut, value, n);
  for (const question of results.questions) {
    const label = (id: string) => question.options.find((option) => option.id === id)?.label ?? id;
    const tally = (
      cut: Cut | '',
      group: string,
      { n, answers, score }: NonNullable<typeof question.total>,
    ) => {
      add(
        'question',
        question.title || question.id,
        '',
        cut,
        group,
        n,
        score ? { score: [decimal(score.value), decimal(score.low), decimal(score.high)] } : {},
      );
      for (const [id, count] of Object.entries(answers))
        add('réponse', question.title || question.id, label(id), cut, group, count, {
          words: answerWord(question.kind, label(id)),
        });
    };
    if (question.total) tally('', '', question.total);
    for (const [cut, { groups }] of entries(question.by))
      for (const { value, ...one } of groups) tally(cut, value, one);
    for (const text of question.texts ?? []) add('texte', question.title || question.id, text, '', '', 1);
  }
  return stringify([HEADER, ...rows.map((row) => row.map(cellOf))], {
    bom: true,
    delimiter: ';',
    quoted_string: true,
    quoted_empty: true,
    record_delimiter: 'windows',
  });
}

/** A decimal made here ("-12,5") is a number, whatever it begins with. */
const cellOf = (cell: Cell): Cell =>
  typeof cell === 'number' || /^-?\d+(?:,\d+)?$/.test(cell) ? cell : defused(cell);

const entries = <T>(cuts: Partial<Record<Cut, T | undefined>>): [Cut, T][] =>
  (Object.entries(cuts) as [Cut, T | undefined][]).filter((one): one is [Cut, T] => one[1] !== undefined);
