import { checkAudience, checkOrder, listIn, type Known } from './check-settings.js';
import { checkSurvey } from './check-survey.js';
import { isRecord } from './format.js';
import type { Need } from './fault-words.js';
import type { Fault, Path } from './plan-issue.js';
import { hasWords, type Text } from './schema/common.js';
import type { AudienceDimensions } from './schema/audience.js';
import type { Campaign } from './schema/campaign.js';
import type { Article, Hint } from './schema/help.js';
import type { Question, SurveyContent } from './schema/survey.js';
import { END, type TourStep } from './schema/tour.js';
import { stepName } from './step-name.js';

type Link = { do?: string | undefined; to?: string | undefined };

/** What of a thing can be read on its own. */
type Saying = Partial<Record<'title' | 'body' | 'label', Text>>;

/** Shown without a word, it is a card with a button, or a scale of nobody knows what. */
function checkWords(
  texts: readonly (Text | undefined)[],
  path: Path,
  needed: 'step-words' | 'question-words' | 'task-words' | 'button-words',
  faults: Fault[],
): void {
  if (!texts.some(hasWords)) faults.push({ code: 'incomplete', path, needed: [needed] });
}

/** An address that no page follows (elements/primitives/safe-url.ts); `http:` would do on the site itself alone. */
const REFUSED = /^\s*(?!https:|mailto:|tel:)[a-z][a-z\d+.-]*:/i;

/** What a button or a task leads to. */
function checkLink({ do: does, to }: Link, path: Path, known: Known, faults: Fault[]): void {
  if (does === undefined || does === 'acknowledge' || does === 'calendar') return;
  if (to === undefined) faults.push({ code: 'incomplete', path, needed: ['destination', does] });
  else if (does === 'link' && REFUSED.test(to)) note(['address'], []);
  else if (does === 'article' && !known.articles.has(to)) note(['article'], articlesIn(known));
  else if ((does === 'tour' || does === 'survey') && known.campaigns.get(to) !== does)
    note(
      ['campaign-of', does],
      listIn(known, does, () => [...known.campaigns.keys()].filter((id) => known.campaigns.get(id) === does)),
    );
  function note(needed: Need, allowed: readonly string[]) {
    faults.push({ code: 'reference', path: [...path, 'to'], received: to, needed, allowed });
  }
}

const articlesIn = (known: Known) => listIn(known, 'article', () => known.articles);

/** Progress and choices are kept by id: two of one id cannot be told apart. Of two questions, one answer would be lost. */
function checkIds(
  items: readonly unknown[],
  path: Path,
  faults: Fault[],
  severity: Fault['severity'] = 'warning',
  taken: readonly string[] = [],
): void {
  const seen = new Set<unknown>(taken);
  items.forEach((item, i) => {
    const id = isRecord(item) ? item.id : item;
    if (id !== undefined && seen.has(id))
      faults.push({
        code: 'duplicate-id',
        path: isRecord(item) ? [...path, i, 'id'] : [...path, i],
        received: id,
        severity,
      });
    seen.add(id);
  });
}

/** "-P2W" → -14; NaN for what is not days or weeks alone. */
function daysOf(offset: string | undefined): number {
  const [, sign, count, unit] = /^(-?)P(\d+)([DW])$/.exec(offset ?? '') ?? [];
  return Number(`${sign}${count}`) * (unit === 'W' ? 7 : 1);
}

function checkSchedule({ schedule }: Campaign, path: Path, known: Known, faults: Fault[]): void {
  if (!schedule) return;
  const { settings } = known;
  const { start, end, relativeTo, skipHolidays } = schedule;
  checkOrder(schedule, [...path, 'end'], faults);
  // An end with a time is not in it, so that nothing is left; of offsets, days and weeks can be compared.
  const [from, to] = [start, end].map(daysOf);
  if ((start && start === end && end.includes('T')) || from! >= to!)
    faults.push({
      code: 'order',
      path: [...path, 'end'],
      received: end,
      needed: ['verbatim', JSON.stringify(start)],
    });
  if (relativeTo === 'goLive' && settings.goLive === undefined)
    faults.push({
      code: 'reference',
      path: [...path, 'relativeTo'],
      received: relativeTo,
      needed: ['go-live'],
    });
  if (relativeTo === undefined && [start, end].some((date) => /^-?P/.test(date ?? '')))
    faults.push({
      code: 'incomplete',
      path,
      needed: ['relative-to'],
    });
  if (skipHolidays !== undefined && !Object.hasOwn(settings.holidays ?? {}, skipHolidays))
    faults.push({
      code: 'reference',
      path: [...path, 'skipHolidays'],
      received: skipHolidays,
      allowed: listIn(known, 'holidays', () => Object.keys(settings.holidays ?? {})),
      needed: ['holidays'],
    });
}

function checkContent(
  kind: Campaign['kind'],
  content: Campaign['content'],
  path: Path,
  known: Known,
  faults: Fault[],
) {
  if ('src' in content) return;
  const list = (field: string): Record<string, unknown>[] =>
    Array.isArray(content[field]) ? (content[field] as Record<string, unknown>[]) : [];
  if (kind === 'banner') {
    list('actions').forEach((a: Link & Saying, i) => {
      checkLink(a, [...path, 'actions', i], known, faults);
      checkWords([a.label], [...path, 'actions', i], 'button-words', faults);
      if (a.do === 'calendar' && !content.event)
        faults.push({ code: 'incomplete', path: [...path, 'actions', i], needed: ['calendar-event'] });
    });
    if (isRecord(content.event)) checkOrder(content.event, [...path, 'event', 'end'], faults);
  } else if (kind === 'tour') {
    checkIds(list('steps'), [...path, 'steps'], faults);
    checkSteps(list('steps'), [...path, 'steps'], known, faults);
  } else if (kind === 'survey') {
    checkIds(list('questions'), [...path, 'questions'], faults, 'error');
    list('questions').forEach((q, i) => checkQuestion(q, [...path, 'questions', i], faults));
    checkSurvey(content as Partial<SurveyContent>, path, faults);
  } else {
    checkIds(list('tasks'), [...path, 'tasks'], faults);
    list('tasks').forEach((t: Link & Saying & { audience?: unknown }, i) => {
      checkLink(t, [...path, 'tasks', i], known, faults);
      checkWords([t.title], [...path, 'tasks', i], 'task-words', faults);
      checkAudience(t.audience as AudienceDimensions, [...path, 'tasks', i, 'audience'], known, faults);
    });
  }
}

/** Where a tour's steps lead to, and whom their branches are for. */
function checkSteps(steps: readonly Partial<TourStep>[], path: Path, known: Known, faults: Fault[]): void {
  const allowed = [...steps.map(stepName), END];
  const ids = new Set(allowed);
  const check = (to: string, at: Path) => {
    if (!ids.has(to))
      faults.push({
        code: 'reference',
        path: at,
        received: to,
        allowed,
        needed: ['step'],
      });
  };
  steps.forEach((step, i) => {
    const { next, answers = [], target, interaction, before = [], media } = step;
    if (!media?.length)
      checkWords([step.title, step.body, step.why, step.how], [...path, i], 'step-words', faults);
    if (typeof next === 'string') check(next, [...path, i, 'next']);
    else
      next?.forEach(({ to, audience }, n) => {
        check(to, [...path, i, 'next', n, 'to']);
        checkAudience(audience, [...path, i, 'next', n, 'audience'], known, faults);
      });
    answers.forEach(({ to }, n) => check(to, [...path, i, 'answers', n, 'to']));
    if (!target && (interaction === 'blocked' || before.length))
      faults.push({
        code: 'incomplete',
        path: [...path, i],
        needed: ['without-target', before.length ? 'before' : 'interaction'],
      });
  });
}

const WITH_OPTIONS = new Set<unknown>(['choice', 'choices', 'ranking']);

function checkQuestion(question: Record<string, unknown>, path: Path, faults: Fault[]): void {
  const { title, help } = question as Partial<Question>;
  // Its ten items are the element's own.
  if (question['kind'] !== 'usability')
    checkWords(question['kind'] === 'info' ? [title, help] : [title], path, 'question-words', faults);
  const options = Array.isArray(question.options) ? question.options : [];
  // "Autre" is an answer like the others, by this id.
  checkIds(options, [...path, 'options'], faults, 'warning', question.other ? ['other'] : []);
  if (WITH_OPTIONS.has(question.kind) && !options.length)
    faults.push({
      code: 'incomplete',
      path,
      needed: ['options'],
    });
  const rows = Array.isArray(question.rows) ? question.rows : [];
  checkIds(rows, [...path, 'rows'], faults);
  if (question.kind === 'matrix' && !rows.length) faults.push({ code: 'incomplete', path, needed: ['rows'] });
}

/** A campaign that is right in itself may still point nowhere. */
export function checkCampaign(campaign: Campaign, path: Path, known: Known, faults: Fault[]): void {
  const { kind, audience, content, variants = [] } = campaign;
  checkSchedule(campaign, [...path, 'schedule'], known, faults);
  checkAudience(audience, [...path, 'audience'], known, faults);
  checkContent(kind, content, [...path, 'content'], known, faults);
  variants.forEach((variant, i) => {
    checkAudience(variant.audience, [...path, 'variants', i, 'audience'], known, faults);
    checkContent(kind, variant.content, [...path, 'variants', i, 'content'], known, faults);
  });
}

/** An article, a hint or a contact. */
export function checkHelpItem(
  item: Partial<Pick<Hint, 'article' | 'audience' | 'target' | 'title' | 'body'>> &
    Partial<Pick<Article, 'related' | 'show' | 'steps' | 'variants'>>,
  path: Path,
  known: Known,
  faults: Fault[],
): void {
  checkAudience(item.audience, [...path, 'audience'], known, faults);
  item.variants?.forEach(({ audience }, i) =>
    checkAudience(audience, [...path, 'variants', i, 'audience'], known, faults),
  );
  const article = (id: string | undefined, at: Path) => {
    if (id !== undefined && !known.articles.has(id))
      faults.push({
        code: 'reference',
        path: at,
        received: id,
        allowed: articlesIn(known),
        needed: ['article'],
      });
  };
  const shown = (name: string | undefined, at: Path) => {
    if (name && known.campaigns.get(name.replace(/\/.*/, '')) !== 'tour')
      faults.push({ code: 'reference', path: at, received: name, needed: ['shown-tour'] });
  };
  shown(item.show, [...path, 'show']);
  item.steps?.forEach(({ show }, i) => shown(show, [...path, 'steps', i, 'show']));
  // Hints alone have a target.
  if (item.target !== undefined && !item.article && !hasWords(item.title) && !hasWords(item.body))
    faults.push({ code: 'incomplete', path, needed: ['hint-words'] });
  article(item.article, [...path, 'article']);
  item.related?.forEach((id, i) => article(id, [...path, 'related', i]));
}
