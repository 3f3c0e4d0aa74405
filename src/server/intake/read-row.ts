import * as v from 'valibot';
import { looksPersonal } from '../../core/survey/personal-data.js';
import type { OutcomeType } from '../../core/types.js';
import { EnvelopeSchema } from '../../model/contract/collect.js';
import { isId } from '../../model/format.js';
import { PROFILES } from '../../model/profile-ids.js';
import { plain } from './plain.js';
import { readReport, type Report } from './read-report.js';
import { refuse, RowFault } from './row-fault.js';

/** A row that can be kept: known fields only. */
export interface TakenRow {
  id: string;
  type: 'outcome' | 'response' | 'support';
  campaign: string;
  version: number;
  day: string;
  audience: { profile: string; degree: string; school: string };
  /** Of a response; {} for what is none. */
  answers: Readonly<Record<string, unknown>>;
  outcome?: string;
  step?: string | undefined;
  page?: string | undefined;
  /** Words of a search that found nothing. */
  search?: string;
  /** The person has searched for it before: the words are not counted again. */
  isRepeat?: boolean | undefined;
  /** Of a `support` row. */
  report?: Report;
}

export interface RowRules {
  /** Today in the ENT's time zone, "2026-11-25". */
  today: string;
  pastDays: number;
  futureDays: number;
}

const MAX_QUESTIONS = 100;
const DAY_MS = 86_400_000;

/** @throws {RowFault} */
export function readRow(raw: unknown, rules: RowRules): TakenRow {
  const result = v.safeParse(EnvelopeSchema, raw, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    throw new RowFault(path ? `${path}: ${issue.message}` : issue.message);
  }
  const { id, type, campaign, version, day, audience, data } = result.output;
  checkDay(day, rules);
  const row = {
    id,
    type,
    campaign,
    version,
    day,
    audience: {
      // Pages send canonical ones; others would be groups of anybody's making.
      profile: (PROFILES as readonly unknown[]).includes(audience.profile) ? audience.profile! : '',
      degree: audience.degree ?? '',
      school: audience.school ?? '',
    },
  };
  if (type === 'response') return { ...row, answers: readAnswers(data) };
  if (type === 'outcome') return { ...row, answers: {}, ...readOutcome(data) };
  const report = readReport(id, data);
  return { ...row, answers: {}, ...readOutcome({ type: 'support', step: report.category }), report };
}

function checkDay(day: string, { today, pastDays, futureDays }: RowRules): void {
  const days = (Date.parse(day) - Date.parse(today)) / DAY_MS;
  if (days > futureDays) refuse('day', `${day} is to come (it is ${today}): the machine’s clock is ahead`);
  if (days < -pastDays) refuse('day', `${day} is more than ${pastDays} days ago`);
}

const isShort = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length <= length;

function readAnswers(data: Record<string, unknown>): Record<string, unknown> {
  const { answers } = data;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers))
    return refuse('data.answers', 'an object, answers by question');
  const entries = Object.entries(answers);
  if (entries.length > MAX_QUESTIONS) refuse('data.answers', `at most ${MAX_QUESTIONS} questions`);
  const read: Record<string, unknown> = {};
  for (const [id, answer] of entries) {
    // `q1:other` holds the words beside "other".
    if (!isId(id.replace(/:other$/, ''))) refuse(`data.answers.${id.slice(0, 40)}`, 'the id of a question');
    if (!isAnswer(answer))
      refuse(`data.answers.${id}`, 'a number, a text, a list of ids, or an id or a number by row');
    read[id] = plainly(answer);
  }
  return read;
}

function plainly(answer: unknown): unknown {
  if (typeof answer === 'string') return plain(answer);
  if (Array.isArray(answer)) return answer.map(plainly);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([row, value]) => [plain(row), plainly(value)]));
}

function isAnswer(answer: unknown): boolean {
  if (typeof answer === 'number') return Number.isFinite(answer);
  if (typeof answer === 'string') return answer.length <= 5000;
  if (Array.isArray(answer)) return answer.length <= 100 && answer.every((one) => isShort(one, 80));
  if (typeof answer !== 'object' || answer === null) return false;
  const rows = Object.entries(answer);
  return (
    rows.length <= 100 &&
    rows.every(
      ([row, value]) =>
        row.length <= 80 && (isShort(value, 80) || (typeof value === 'number' && isFinite(value))),
    )
  );
}

/** All that pages tell, and a report. */
const OUTCOME_TYPES: readonly unknown[] = [
  'shown',
  'started',
  'step',
  'completed',
  'dismissed',
  'snoozed',
  'acknowledged',
  'answered',
  'missing',
  'clicked',
  'unanswered',
  'support',
] satisfies (OutcomeType | 'support')[];

function readOutcome(data: Record<string, unknown>): Partial<TakenRow> {
  const { type: outcome, step, page } = data;
  if (typeof outcome !== 'string' || !OUTCOME_TYPES.includes(outcome))
    return refuse('data.type', 'what happened, such as "shown" or "completed"');
  if (step !== undefined && !isShort(step, 200))
    return refuse('data.step', 'a text of 200 characters at most');
  if (page !== undefined && !isShort(page, 300))
    return refuse('data.page', 'a path of 300 characters at most');
  if (outcome === 'unanswered') return { outcome, search: wordsOf(plain(step ?? '')) };
  return {
    outcome,
    ...(step && { step: plain(step) }),
    // A query may carry what names a person.
    ...(page && { page: plain(page).replace(/[?#].*$/s, '') }),
  };
}

/** One spelling for one search; what looks like an address or a number is not kept. */
function wordsOf(text: string): string {
  if (looksPersonal(text)) return '…';
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 60);
}
