import { OTHER } from '../../core/survey/answer.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Settings as PlanSettings } from '../../model/schema/plan.js';
import type { Question, QuestionOption } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';

export interface QuestionFacts {
  id: string;
  kind: string;
  title: string;
  /** With "other", where it may be chosen. */
  options: { id: string; label: string }[];
  /** Lines of a matrix. */
  rows?: string[];
  /** May it be answered in one's own words beside the options? */
  other?: boolean;
}

/** What the server needs to know of a campaign to count for it and to name what was counted. Kept after it has left the plan. */
export interface CampaignFacts {
  kind: string;
  version: number;
  title: string;
  lever?: string;
  /** Canonical profiles that it speaks to; empty: everybody. */
  profiles: string[];
  /** May one person answer more than once? */
  repeats: boolean;
  /** Does something in it ask to be acknowledged? */
  acknowledges: boolean;
  /** What its notice promises, "P13M". */
  retention?: string;
  steps: { id: string; title: string; page: string }[];
  questions: QuestionFacts[];
  /** What an answer may say of who gave it; of a survey. */
  dimensions?: string[];
}

type Content = Record<string, unknown>;

const inFrench = (text: unknown, locale: string | undefined): string =>
  resolveText(text as Text | undefined, ['fr'], locale).value;

const optionsOf = (options: readonly QuestionOption[] | undefined, locale: string | undefined) =>
  (options ?? []).map((option, i) =>
    typeof option === 'string'
      ? { id: `${i + 1}`, label: option }
      : { id: option.id, label: inFrench(option.label, locale) },
  );

const otherOption = ({ other }: Question, locale: string | undefined) =>
  other ? [{ id: OTHER, label: (other === true ? '' : inFrench(other, locale)) || 'Autre' }] : [];

/** Items of all variants, each id once: what is counted under one id is one thing. */
function collectById<T extends { id: string }>(lists: readonly (readonly T[])[]): T[] {
  const found = new Map<string, T>();
  for (const item of lists.flat()) if (!found.has(item.id)) found.set(item.id, item);
  return [...found.values()];
}

/** Of a campaign whose contents are all in place. */
export function factsOf(campaign: Campaign, settings: PlanSettings = {}): CampaignFacts {
  const { locale, profileAliases } = settings;
  const contents = [
    campaign.content,
    ...(campaign.variants ?? []).map(({ content }) => content),
  ] as Content[];
  const stepsOf = (content: Content) =>
    ((content['steps'] ?? []) as { id?: string; title?: Text; page?: string }[]).map((step, i) => ({
      id: step.id ?? `${i + 1}`,
      title: inFrench(step.title, locale),
      page: step.page ?? campaign.when?.pages?.[0] ?? '',
    }));
  const questionsOf = (content: Content) =>
    ((content['questions'] ?? []) as (Question & { rows?: QuestionOption[] })[]).map((question) => ({
      id: question.id,
      kind: question.kind,
      title: inFrench(question.title, locale),
      options: [...optionsOf(question.options, locale), ...otherOption(question, locale)],
      ...(question.rows && { rows: optionsOf(question.rows, locale).map(({ id }) => id) }),
      ...(question.other && { other: true }),
    }));
  const title = inFrench(campaign.title ?? contents[0]?.['title'], locale);
  const retention = contents
    .map((content) => (content['privacy'] as { retention?: string } | undefined)?.retention)
    .find(Boolean);
  return {
    kind: campaign.kind,
    version: campaign.version ?? 1,
    title: title || campaign.id,
    ...(campaign.lever && { lever: campaign.lever }),
    profiles: resolveProfiles(campaign.audience?.profiles ?? [], profileAliases),
    repeats: campaign.frequency?.until === 'always',
    acknowledges:
      campaign.frequency?.until === 'acknowledged' || /"do":"acknowledge"/.test(JSON.stringify(contents)),
    ...(retention && { retention }),
    steps: collectById(contents.map(stepsOf)),
    questions: collectById(contents.map(questionsOf)),
    ...(campaign.kind === 'survey' && {
      dimensions: [...new Set(contents.flatMap((one) => (one['dimensions'] ?? []) as string[]))],
    }),
  };
}
