import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type {
  CampaignResults,
  Cut,
  QuestionResult,
  ResultsOverview,
  Score,
  Tally,
} from '../../model/contract/index.js';
import { dates } from '../words/formats.js';
import { dateWords } from '../words/schedule-words.js';
import { DEGREE_NAMES, nameOf, PROFILE_NAMES } from '../words/names.js';
import type { ChartData, Series } from './chart-data.js';

const CUT_NAMES: Readonly<Record<Cut, () => string>> = {
  profile: () => msg('Profil', { id: 'studio-cut-profile' }),
  degree: () => msg('Degré', { id: 'studio-degree' }),
  school: () => msg('Établissement', { id: 'studio-cut-school' }),
  week: () => msg('Semaine du', { id: 'studio-cut-week' }),
};
export const cutName = (cut: Cut): string => CUT_NAMES[cut]();

const SCORE_NAMES: Readonly<Record<Score['name'], () => string>> = {
  nps: () => msg('Score de recommandation (de −100 à 100)', { id: 'studio-score-nps' }),
  csat: () => msg('Satisfaction, en\u00a0%', { id: 'studio-score-csat' }),
  ces: () => msg('Facilité (de 1 à 7)', { id: 'studio-score-ces' }),
  sus: () => msg('Utilisabilité (de 0 à 100)', { id: 'studio-score-sus' }),
  mean: () => msg('Moyenne', { id: 'studio-score-mean' }),
  share: () => msg('Part de oui, en\u00a0%', { id: 'studio-score-share' }),
};
export const scoreName = (name: Score['name']): string => SCORE_NAMES[name]();

/** As it is said: shares, which the server gives from 0 to 1, in per cent. */
export function saidScore(score: Score): Score {
  if (score.name !== 'csat' && score.name !== 'share') return score;
  const { value, low, high } = score;
  return { ...score, value: value * 100, low: low * 100, high: high * 100 };
}

/** Ends of each score's scale, as it is said. */
const SCALES: Readonly<Partial<Record<Score['name'], readonly [number, number]>>> = {
  nps: [-100, 100],
  csat: [0, 100],
  ces: [1, 7],
  sus: [0, 100],
  share: [0, 100],
};

/** Words for a group: "enseignants", "semaine du 28 sept. 2026". */
export function groupName(cut: Cut, value: string): string {
  if (value === '') return msg('non dit', { id: 'studio-not-said' });
  if (cut === 'profile') return nameOf(PROFILE_NAMES, value);
  if (cut === 'degree') return nameOf(DEGREE_NAMES, value);
  return cut === 'week' ? dateWords(value) : value;
}

/** Of how many that it was shown to did it reach its end? */
export const shareOf = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, (100 * part) / whole) : 0;

/** Campaigns that were shown most, and how many of those went to the end. */
export function reachChart({ campaigns }: ResultsOverview): ChartData {
  const told = campaigns
    .flatMap((one) => (one.outcomes ? [{ ...one, outcomes: one.outcomes }] : []))
    .sort((a, b) => b.outcomes.shown - a.outcomes.shown)
    .slice(0, 12);
  return {
    type: 'bar',
    isFlat: true,
    caption: msg('Les campagnes les plus vues', { id: 'studio-chart-reach' }),
    head: msg('Campagne', { id: 'studio-sort-campaign' }),
    labels: told.map(({ title }) => title),
    series: [
      { label: msg('Montrée', { id: 'studio-shown' }), values: told.map(({ outcomes }) => outcomes.shown) },
      {
        label: msg('Terminée ou confirmée', { id: 'studio-done' }),
        values: told.map(({ outcomes }) => outcomes.completed + outcomes.acknowledged),
      },
    ],
  };
}

/** Where a tour is left. */
export const stepsChart = ({ steps }: CampaignResults): ChartData => ({
  type: 'bar',
  caption: msg('Étape par étape', { id: 'studio-chart-steps' }),
  head: msg('Étape', { id: 'studio-step' }),
  labels: steps.map(({ title, id }, i) => `${i + 1}. ${title || id}`),
  series: [
    { label: msg('Vue', { id: 'studio-viewed' }), values: steps.map(({ viewed }) => viewed) },
    { label: msg('Quittée ici', { id: 'studio-left' }), values: steps.map(({ left }) => left) },
  ],
});

export function outcomesChart({ outcomesBy }: CampaignResults, cut: Cut): ChartData | undefined {
  const groups = outcomesBy[cut]?.groups;
  if (!groups?.length) return undefined;
  return {
    type: cut === 'week' ? 'line' : 'bar',
    caption:
      cut === 'week'
        ? msg('Semaine après semaine', { id: 'studio-chart-weeks' })
        : msg('Selon le public', { id: 'studio-chart-audience' }),
    head: cutName(cut),
    labels: groups.map(({ value }) => groupName(cut, value)),
    series: [
      { label: msg('Montrée', { id: 'studio-shown' }), values: groups.map(({ shown }) => shown) },
      {
        label: msg('Terminée ou confirmée', { id: 'studio-done' }),
        values: groups.map(({ completed, acknowledged }) => completed + acknowledged),
      },
    ],
  };
}

/** Scores of one question over a cut, each with its interval. */
export function scoreChart(question: QuestionResult, cut: Cut): ChartData | undefined {
  const groups = question.by[cut]?.groups.filter(
    (one): one is typeof one & { score: Score } => one.score !== undefined,
  );
  if (!groups?.length) return undefined;
  const name = groups[0]!.score.name;
  const [min, max] = SCALES[name] ?? [];
  const pick = (field: 'value' | 'low' | 'high') => groups.map(({ score }) => saidScore(score)[field]);
  return {
    type: cut === 'week' ? 'line' : 'bar',
    caption: `${question.title}\u00a0: ${scoreName(name)}`,
    head: cutName(cut),
    labels: groups.map(({ value }) => groupName(cut, value)),
    series: [{ label: scoreName(name), values: pick('value'), low: pick('low'), high: pick('high') }],
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

/** Days, then what is left of their month, of their year, of all. */
const byDay = (a: string, b: string): number => {
  const key = (id: string) => (id === '?' ? '~' : `${id}~`);
  return key(a) < key(b) ? -1 : 1;
};

/** "14 sept. 2026"; a month or a year stands for its days that too few gave. */
function dayName(id: string, all: readonly string[]): string {
  if (id === '?') return msg('d’autres jours', { id: 'studio-other-days' });
  if (id.length === 10) return dateWords(id);
  const name =
    id.length === 4
      ? id
      : dates({ timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(`${id}-01T00:00Z`));
  return all.some((one) => one !== id && one.startsWith(id))
    ? msg(str`${name}, d’autres jours`, { id: 'studio-other-days-of' })
    : name;
}

/** How often each answer was given. */
export function answersChart(question: QuestionResult): ChartData | undefined {
  const { total, options } = question;
  if (!total || question.kind === 'matrix' || question.kind === 'ranking') return undefined;
  const ids = options.length
    ? options.map(({ id }) => id)
    : Object.keys(total.answers).sort(question.kind === 'date' ? byDay : (a, b) => Number(a) - Number(b));
  if (!ids.length) return undefined;
  const words = (id: string) =>
    question.kind === 'date'
      ? dayName(id, ids)
      : (options.find((one) => one.id === id)?.label ??
        { yes: msg('oui', { id: 'studio-yes' }), no: msg('non', { id: 'studio-no' }) }[id] ??
        id);
  const series: Series = {
    label: msg('Réponses', { id: 'studio-responses' }),
    values: ids.map((id) => total.answers[id] ?? 0),
  };
  return {
    type: 'bar',
    isFlat: options.length > 0 || question.kind === 'date',
    caption: question.title,
    head: msg('Réponse', { id: 'studio-answer' }),
    labels: ids.map(words),
    series: [series],
  };
}

/** Groups that are withheld in any cut of a question or of outcomes. */
export const withheldIn = (by: { readonly [cut in Cut]?: { withheld: number } | undefined }): number =>
  Object.values(by).reduce((sum, cut) => sum + (cut?.withheld ?? 0), 0);

export const tallied = (tally: Tally | undefined): number | undefined => tally?.n;
