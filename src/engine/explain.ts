import { parseDuration } from '../core/duration.js';
import type { Decision, PlanIndex, ReasonCode, Refusal } from '../core/types.js';
import { localOf, wallOf } from '../core/zoned-time.js';
import { resolveProfiles } from '../model/profiles.js';
import type { Campaign } from '../model/schema/campaign.js';
import { resolveText } from '../model/text.js';
import { FRENCH } from './explain-words-fr.js';
import type { ExplainWords } from './explain-words.js';
import { OTHER_TAB } from './floor.js';

/** What became of one campaign, in words for an administrator; a row of `console.table`. */
export interface ExplanationRow {
  id: string;
  title: string;
  shown: boolean;
  code: ReasonCode | 'show';
  /** A sentence. */
  text: string;
  /** When the reason ends by itself: local time of the plan, "2026-09-01 14:00". */
  until?: string;
}
export type Explanation = ExplanationRow[];

/** The field to look at, by the rule that could not be told. */
const FIELDS: Readonly<Record<string, string>> = {
  'schedule.before': 'schedule.start',
  'schedule.after': 'schedule.end',
  'schedule.holidays': 'settings.holidays',
  'pace.between': 'settings.pace.betweenInterruptions',
};

/** "P30D" → "30 jours". */
function durationWords(iso: unknown, words: ExplainWords): string {
  const { months, days, ms } = parseDuration(iso);
  return words.duration(months, days, Math.round(ms / 6e4), (ms % 6e4) / 1e3) || String(iso);
}

const listOf = (value: unknown): string[] => ([] as unknown[]).concat(value ?? []).map(String);

/** Why not this person: "réservée aux profils enseignant, direction". */
function audienceWords(
  code: string,
  { audience = {} }: Campaign,
  plan: PlanIndex,
  words: ExplainWords,
): string {
  const isNot = code.startsWith('audience.not.');
  const dimension = code.slice(isNot ? 13 : 9);
  const wanted: unknown = new Map(Object.entries(isNot ? (audience.not ?? {}) : audience)).get(dimension);
  if (dimension === 'share') return words.share(String(wanted));
  if (dimension === 'arrivedWithin') return words.arrived(isNot, durationWords(wanted, words));
  const raw = listOf(wanted);
  const profiles = dimension === 'profiles' ? resolveProfiles(raw, plan.settings?.profileAliases) : [];
  const names = (profiles.length ? profiles : raw).map((one) => words.nameOf(dimension, one));
  return words.audience(dimension, isNot, names) ?? words.unknownDimension(dimension);
}

const targetWords = (target: unknown): string =>
  typeof target === 'string' ? target : JSON.stringify(target);

/** What a reason is about, and a narrower code where one says more. */
function aboutOf(
  { code, detail = '' }: Refusal,
  { when, schedule, frequency }: Campaign,
  plan: PlanIndex,
  titles: Titles,
  words: ExplainWords,
): [code: string, about: string] {
  switch (code) {
    case 'schedule.reference':
      return [schedule?.relativeTo === 'goLive' ? 'schedule.goLive' : 'schedule.arrived', ''];
    case 'when.pages':
      return [code, listOf(when?.pages).join(', ')];
    case 'when.present':
      return [code, targetWords(when?.present)];
    case 'when.delay':
      return [code, durationWords(when?.delay, words)];
    case 'progress.done':
      return [words.reason(`done.${detail}`, '') ? `done.${detail}` : code, ''];
    case 'frequency.max':
      return [code, String(frequency?.max ?? '')];
    case 'pace.perDay':
      return [code, String(plan.settings?.pace?.perDay ?? '')];
    case 'slot.taken':
    case 'outranked':
      return [code, titles(detail)];
    default:
      return [code, detail];
  }
}

/** The reason alone, to follow "Non montrée :" or "À partir de … :". */
function reasonWords(
  refusal: Refusal,
  campaign: Campaign,
  plan: PlanIndex,
  titles: Titles,
  words: ExplainWords,
): string {
  const { code, detail = '' } = refusal;
  if (code.startsWith('audience.')) return audienceWords(code, campaign, plan, words);
  if (code === 'slot.taken' && detail === OTHER_TAB) return words.otherTab;
  return (
    words.reason(...aboutOf(refusal, campaign, plan, titles, words)) ??
    words.reason('unreadable', FIELDS[detail] ?? detail) ??
    code
  );
}

type Titles = (id: string | undefined) => string;

function titleOf(campaign: Campaign | undefined, plan: PlanIndex): string {
  const { title } = (campaign?.content ?? {}) as { title?: Campaign['title'] };
  return resolveText(campaign?.title ?? title, [], plan.settings?.locale).value || (campaign?.id ?? '');
}

const clockOf = (epoch: number, zone?: string): string =>
  new Date(wallOf(epoch, zone)).toISOString().slice(11, 16);

/** "14:00" today, else "le 3 septembre 2026 à 08:00". */
function moment(
  epoch: number,
  now: number | undefined,
  zone: string | undefined,
  words: ExplainWords,
): string {
  const clock = clockOf(epoch, zone);
  if (now !== undefined && localOf(now, zone).day === localOf(epoch, zone).day) return clock;
  const date = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  return words.date(date.format(wallOf(epoch, zone)), clock);
}

/**
 * A decision in sentences for whoever looks after the plan, what is shown first, then as in the plan.
 * @param now epoch ms: times of that day are then said without their date
 */
export function explain(
  decision: Decision,
  plan: PlanIndex,
  now?: number,
  words: ExplainWords = FRENCH,
): Explanation {
  const zone = plan.settings?.timeZone;
  const byId = new Map(plan.campaigns.map((campaign) => [campaign.id, campaign]));
  const titles: Titles = (id = '') => titleOf(byId.get(id), plan) || id;
  const rows: Explanation = decision.show.map(({ id }) => ({
    id,
    title: titles(id),
    shown: true,
    code: 'show',
    text: words.shown,
  }));
  for (const refusal of decision.refusals) {
    const { id, code, until } = refusal;
    const row = { id, title: titles(id), shown: code === 'showing', code };
    const campaign = byId.get(id);
    if (code === 'showing' || !campaign) {
      rows.push({ ...row, text: words.showing });
      continue;
    }
    const reason = reasonWords(refusal, campaign, plan, titles, words);
    const time = until === undefined ? '' : moment(until, now, zone, words);
    if (!time) rows.push({ ...row, text: words.notShown(reason) });
    else if (code === 'schedule.after') rows.push({ ...row, text: words.ended(time) });
    else
      rows.push({
        ...row,
        text: words.from(time, reason),
        until: `${localOf(until as number, zone).day} ${clockOf(until as number, zone)}`,
      });
  }
  return rows;
}
