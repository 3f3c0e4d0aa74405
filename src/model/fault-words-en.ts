import {
  allowedBy,
  meantBy,
  needIn,
  wordsOf,
  type FaultWords,
  type NeedWords,
  type Wording,
} from './fault-words.js';
import type { IssueCode } from './fault-words-fr.js';
import type { Fault } from './plan-issue.js';

const NEEDS: NeedWords = {
  verbatim: (text: string) => text,
  format: (version: number) => `the number ${version}`,
  string: () => 'a text in quotes',
  number: () => 'a number',
  boolean: () => 'true or false',
  array: () => 'a list, in brackets [ ]',
  tuple: () => 'two dates, in brackets: ["2026-10-17", "2026-11-01"]',
  integer: () => 'a whole number',
  custom: () => 'an object, in braces { }',
  'at-least': (n: string) => `a number of at least ${n}`,
  'at-most': (n: string) => `a number of at most ${n}`,
  'at-least-items': (n: string) => `at least this many: ${n}`,
  uai: () => 'a UAI, such as "0750001A"',
  'go-live': () => 'Give the day of the opening in "settings.goLive".',
  'relative-to': () => 'an offset needs "relativeTo": "goLive" or "arrived"',
  holidays: () => 'Give these holidays in "settings.holidays".',
  step: () => 'It takes the id of a step, or "end".',
  article: () => 'It takes the id of an article of the help.',
  address: () => 'It takes an address in https, or a page of the ENT, such as "/aide/".',
  'calendar-event': () => '"calendar" is of no use without "event"',
  colour: () => 'a colour such as "#52409e"',
  pixels: () => 'a number of pixels, such as "12px"',
  days: () => 'a length of time in days, weeks, months or years, such as "P12M"',
  'hint-words': () => 'this hint has nothing to say: it needs "title", "body" or "article"',
  'step-words': () => 'this step says nothing: it needs "title" or "body"',
  'question-words': () => 'this question asks nothing: it needs "title"',
  'task-words': () => 'this task says nothing: it needs "title"',
  'button-words': () => 'this button is not shown: it needs a text, "label"',
  'shown-tour': () => 'It takes the id of a tour, alone or with a step: "messagerie/ecrire".',
  options: () => 'this question needs possible answers, "options"',
  rows: () => 'this grid needs rows, "rows"',
  'later-question': () => 'It takes the id of a question that follows, or "end".',
  'earlier-question': () => 'It takes the id of a question asked before.',
  'condition-question': () => 'this condition needs a question asked before, "question"',
  destination: (action: string) => `"${action}" needs somewhere to lead, "to"`,
  'campaign-of': (kind: string) => `It takes the id of a campaign of kind "${kind}", without fault.`,
  'without-target': (field: string) => `"${field}" is of no use without "target"`,
  'answers-of': (question: string, answers: string) =>
    `Choose among the answers of “${question}”: ${answers}.`,
  'max-below-min': (max: number, min: number) => `"max" (${max}) is smaller than "min" (${min})`,
  'min-over-options': (min: number, options: number) =>
    `"min" (${min}) asks for more choices than there are answers (${options})`,
};
const need = needIn(NEEDS);

const choose = (fault: Fault) => {
  const list = allowedBy(fault);
  return list && `Choose among: ${list}.`;
};
const suggest = (fault: Fault) => {
  const near = meantBy(fault);
  return near && `Did you mean ${near}?`;
};
const write = (example: string) => () => `Write ${example}, for example.`;

const WORDINGS = {
  plan: {
    fault: (q) => `the plan has to be an object, not ${q}`,
    remedy: write('{ "version": 1, "campaigns": [] }'),
  },
  missing: { fault: () => 'this field is needed', remedy: (f) => choose(f) || 'Add it.' },
  type: { fault: (q) => `${q} does not do`, remedy: (f) => `It takes ${need(f) ?? 'something else'}.` },
  object: { fault: (q) => `${q} does not do`, remedy: () => 'It takes an object, in braces { }.' },
  text: {
    fault: (q) => `${q} is not a text`,
    remedy: () => 'Write a text in quotes, or one for each language: { "fr": "…", "en": "…" }.',
  },
  target: {
    fault: (q) => `${q} points at nothing in the page`,
    remedy: () =>
      'Write a CSS selector, { "role": "button", "name": "…" }, { "text": "…" } or { "frame": "…", "target": … }.',
  },
  choice: {
    fault: (q) => `${q} is not a known value`,
    remedy: (f) => [suggest(f), choose(f)].filter(Boolean).join(' '),
  },
  date: { fault: (q) => `${q} is not a date`, remedy: write('"2026-09-01" or "2026-09-01T08:00"') },
  duration: {
    fault: (q) => `${q} is not a duration`,
    remedy: write('"PT10M" (ten minutes) or "P7D" (seven days)'),
  },
  time: { fault: (q) => `${q} is not a time of day`, remedy: write('"08:30"') },
  id: {
    fault: (q) => `${q} cannot be an identifier`,
    remedy: () => 'Use up to 80 characters among letters without accents, digits, "-", "_" and ".".',
  },
  email: { fault: (q) => `${q} is not an e-mail address`, remedy: write('"ent@ecole.example"') },
  shortcut: {
    fault: (q) => `${q} cannot be a shortcut`,
    remedy: write('"Shift+F1", "Ctrl+Alt+A" or "none", never a character alone'),
  },
  empty: { fault: () => 'this list is empty', remedy: () => 'Add at least one item.' },
  'banner-empty': {
    fault: () => 'this banner has neither title nor text',
    remedy: () => 'Add "title" or "body".',
  },
  'article-empty': {
    fault: () => 'there is nothing to read in this article',
    remedy: () => 'Add "body" (a text), "steps" (what to do), "media" (a video) or "src" (a file).',
  },
  'advance-event': {
    fault: () => 'nothing says which event to wait for',
    remedy: write('"advance": { "on": "event", "event": "message:envoye" }'),
  },
  'media-source': {
    fault: () => 'this video has neither a file nor a page to show',
    remedy: () => 'Add "src" (a file of the ENT) or "embed" (a page of an allowed site).',
  },
  'media-captions': {
    fault: () => 'a video needs captions, for those who do not hear or who watch without sound',
    remedy: write('"captions": { "src": "/videos/notes.fr.vtt", "lang": "fr" }'),
  },
  'media-embed': {
    fault: (q) => `${q} cannot be shown in the page`,
    remedy: (f) =>
      `It takes an https address of one of these sites: ${(f.allowed ?? []).join(', ')}. If there is none, put a link into the text.`,
  },
  'audience-key': {
    fault: (q) => `${q} is not a dimension of an audience, so nobody could be in it`,
    remedy: (f) => [suggest(f), choose(f)].filter(Boolean).join(' '),
  },
  'audience-value': {
    fault: (q) => `${q} matches nobody`,
    remedy: (f) => suggest(f) ?? (f.needed ? `It takes ${need(f)}.` : choose(f)),
  },
  'duplicate-id': { fault: (q) => `the identifier ${q} is taken`, remedy: () => 'Give it another.' },
  'too-deep': {
    fault: () => 'this is nested too deep, or goes in circles',
    remedy: () => 'Make this part simpler.',
  },
  'time-zone': { fault: (q) => `${q} is not a time zone`, remedy: write('"Europe/Paris"') },
  language: { fault: (q) => `${q} is not a language`, remedy: write('"fr", "en" or "fr-x-simple"') },
  'unknown-field': {
    fault: () => 'this field is unknown',
    remedy: (f) => suggest(f) ?? 'Check its name, or take it out.',
  },
  reserved: { fault: () => 'this name is reserved, it is passed over', remedy: () => 'Take it out.' },
  reference: {
    fault: (q) => `${q} leads nowhere`,
    remedy: (f) => [need(f), suggest(f)].filter(Boolean).join(' '),
  },
  loop: {
    fault: (q) => `${q} leads back to a question that was asked already, this rule is passed over`,
    remedy: (f) => `An answer leads to a question that follows. ${choose(f)}`.trim(),
  },
  unreachable: {
    fault: (q) => `no answer leads to the question ${q}`,
    remedy: () => 'Take it out, or let a rule "next" lead to it.',
  },
  order: {
    fault: (q, f) => `the end ${q} does not come after the start ${need(f) ?? ''}`.trim(),
    remedy: () => 'Correct one of the two dates.',
  },
  incomplete: { fault: (_, f) => need(f) ?? 'something is missing', remedy: () => 'Complete it.' },
  version: {
    fault: (q) => `version ${q} of the format is newer than the one understood here`,
    remedy: () => 'Update Sentier; meanwhile what is understood is used.',
  },
  more: {
    fault: () => 'there are more faults, which are not in this list',
    remedy: () => 'Mend these first.',
  },
} satisfies Record<IssueCode, Wording>;

/** For the studio in English; everywhere else faults are said in French. */
export const ENGLISH: FaultWords = wordsOf(WORDINGS, { colon: ': ', nothing: 'nothing' });
