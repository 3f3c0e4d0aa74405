import { matchesAny } from '../../core/glob.js';
import { plainPath } from '../../core/tour/plain-path.js';
import { isOnPage } from '../../core/tour/step-page.js';
import { PROFILES, type Profile } from '../../model/profile-ids.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { ReadPlan } from '../../model/read-plan.js';
import type { Audience } from '../../model/schema/audience.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Target, Text } from '../../model/schema/common.js';
import { END } from '../../model/schema/tour.js';
import type { StepAction, TourContent, TourStep } from '../../model/schema/tour.js';
import { resolveText } from '../../model/text.js';

/** One target to look for on a page. */
export interface Item {
  /** Of the plan: `campaigns[3].content.steps[0].target`. */
  path: string;
  /** "Étape 2 : Écrire un message". */
  label: string;
  target: Target;
  before: readonly StepAction[];
  /** The author said what happens without it: a step that is left out, or shown in the middle. */
  isOptional: boolean;
  /** A hint's: its mark comes whenever its element is in sight. */
  mayBeHidden?: boolean;
  /** What the person does here and may change the page: a step below may wait for it. */
  leads: 'click' | 'doing' | undefined;
}

/** Targets of one campaign that are looked for one after the other on one page. */
export interface Visit {
  campaign: string;
  title: string;
  page: string;
  /** What has to be there for the campaign to start; not there on one page of several is no fault. */
  present: Target | undefined;
  isOneOfMany: boolean;
  items: Item[];
}

export interface Options {
  /** Paths of the pages; those that the plan names by default. */
  pages: readonly string[];
  /** Canonical, or a name of the plan's own; undefined: a visitor of whom nothing is known, who sees everything. */
  profile?: string | undefined;
  campaigns?: readonly string[] | undefined;
}

/** Pages that a plan names, patterns as the folder that they stand in: "/messagerie/**" is "/messagerie/". */
export function pagesOf({ campaigns, help }: ReadPlan): string[] {
  const named = [
    ...campaigns.flatMap(({ when, content }) => [
      ...(when?.pages ?? []),
      ...((content as Partial<TourContent>).steps ?? []).map(({ page }) => page),
    ]),
    ...help.hints.flatMap(({ pages = [] }) => pages),
  ];
  const paths = named.flatMap((page) => {
    const path = page?.replace(/\*.*$/, '');
    return path && plainPath(path) !== undefined ? [path] : [];
  });
  return [...new Set(paths)];
}

/** Whether somebody of a profile may be in an audience, whatever else it asks for: the director's answer, or "perhaps". */
export function mayBeFor(
  audience: Audience | undefined,
  profile: string | undefined,
  aliases?: Record<string, string[]>,
): boolean {
  if (!audience || profile === undefined) return true;
  const own = resolveProfiles([profile], aliases);
  const isIn = (names: readonly string[]) => resolveProfiles(names, aliases).some((one) => own.includes(one));
  const { profiles, not } = audience;
  // An empty list asks nothing, and any one of `not` excludes.
  return (!profiles?.length || isIn(profiles)) && !(not?.profiles && isIn(not.profiles));
}

const aliasesOf = ({ settings }: ReadPlan) => settings.profileAliases as Record<string, string[]> | undefined;

export function visitsOf(plan: ReadPlan, options: Options): Visit[] {
  const { campaigns } = options;
  const wanted = (id: string) => !campaigns?.length || campaigns.includes(id);
  return [
    ...plan.campaigns.flatMap((campaign, i) =>
      campaign.kind === 'tour' && wanted(campaign.id) ? tourVisits(plan, campaign, i, options) : [],
    ),
    ...hintVisits(plan, options).filter(({ campaign }) => wanted(campaign)),
  ];
}

/** All profiles that somebody of which has a target to meet, of a tour or of a hint. */
export const profilesIn = (plan: ReadPlan, options: Options): Profile[] =>
  PROFILES.filter((profile) => visitsOf(plan, { ...options, profile }).length > 0);

/** Names of which nobody would ever be: they mean no profile, to us or to the plan. */
export const unknownProfiles = (plan: ReadPlan, names: readonly string[]): string[] =>
  names.filter((name) => !resolveProfiles([name], aliasesOf(plan)).length);

/** What has targets to look for. */
export const checkable = ({ campaigns, help }: ReadPlan): string[] => [
  ...campaigns.flatMap(({ kind, id }) => (kind === 'tour' ? [id] : [])),
  ...help.hints.map(({ id }) => id),
];

const words = (plan: ReadPlan, text: Text | undefined): string =>
  resolveText(text, [plan.settings.locale ?? 'fr'], plan.settings.locale).value.trim();

/** The wording for a profile: its first variant's, as on the page. */
function contentAs(plan: ReadPlan, campaign: Campaign, i: number, profile: string | undefined) {
  const { variants = [] } = campaign;
  const at =
    profile === undefined
      ? -1
      : variants.findIndex(({ audience }) => mayBeFor(audience, profile, aliasesOf(plan)));
  const variant = variants[at];
  return variant
    ? { content: variant.content as Partial<TourContent>, path: `campaigns[${i}].variants[${at}].content` }
    : { content: campaign.content as Partial<TourContent>, path: `campaigns[${i}].content` };
}

/** Indexes of the steps that somebody of a profile may come to. */
function reachable(
  steps: readonly TourStep[],
  isFor: (audience: Audience | undefined) => boolean,
): Set<number> {
  const seen = new Set<number>();
  const indexOf = (id: string) =>
    id === END ? steps.length : steps.findIndex((step, i) => (step.id ?? `${i + 1}`) === id);
  const walk = (i: number): void => {
    const step = steps[i];
    if (!step || seen.has(i)) return;
    seen.add(i);
    const { next, answers } = step;
    for (const { to } of answers ?? []) walk(indexOf(to));
    if (answers?.length) return;
    if (typeof next === 'string') return walk(indexOf(next));
    for (const { to, present, audience } of next ?? []) {
      if (!isFor(audience)) continue;
      walk(indexOf(to));
      // The first without condition is always taken.
      if (!present && (!audience || !Object.keys(audience).length)) return;
    }
    walk(i + 1);
  };
  walk(0);
  return seen;
}

function tourVisits(plan: ReadPlan, campaign: Campaign, index: number, { pages, profile }: Options): Visit[] {
  const isFor = (audience: Audience | undefined) => mayBeFor(audience, profile, aliasesOf(plan));
  if (!isFor(campaign.audience)) return [];
  const { content, path } = contentAs(plan, campaign, index, profile);
  const { steps = [] } = content;
  const way = reachable(steps, isFor);
  const { when = {} } = campaign;
  const starts = when.pages ? pages.filter((page) => matchesAny(when.pages ?? [], page)) : pages.slice(0, 1);
  const hasOwnPages = steps.every(({ page, target }) => page !== undefined || target === undefined);
  const froms = hasOwnPages || !starts.length ? starts.slice(0, 1) : starts;
  return (froms.length ? froms : ['']).flatMap((from, n) => {
    const visits: Visit[] = [];
    let page = from;
    steps.forEach((step, i) => {
      if (step.page !== undefined)
        page = isOnPage(step.page, page)
          ? page
          : (plainPath(step.page) ?? pages.find((one) => isOnPage(step.page, one)) ?? '');
      // What belongs to a page of its own is looked for there once, wherever the tour began.
      if (step.target === undefined || !way.has(i) || (step.page !== undefined && n > 0)) return;
      let visit = visits.at(-1);
      if (visit?.page !== page) {
        visit = {
          campaign: campaign.id,
          title: words(plan, campaign.title ?? content.intro?.title) || campaign.id,
          page,
          present: page === from ? when.present : undefined,
          isOneOfMany: froms.length > 1,
          items: [],
        };
        visits.push(visit);
      }
      visit.items.push(itemOf(plan, step, i, path));
    });
    return visits;
  });
}

function itemOf(plan: ReadPlan, step: TourStep, i: number, path: string): Item {
  const { target = '', before = [], missing, advance } = step;
  const title = words(plan, step.title);
  return {
    path: `${path}.steps[${i}].target`,
    label: `Étape ${i + 1}${title ? `\u00a0: ${title}` : ''}`,
    target,
    before,
    isOptional: missing === 'skip' || missing === 'center',
    leads: !advance ? undefined : advance.on === 'click' ? 'click' : 'doing',
  };
}

/** Hints stand on their pages by themselves. */
function hintVisits(plan: ReadPlan, { pages, profile }: Options): Visit[] {
  return plan.help.hints.flatMap((hint, i) => {
    const { id, target, title, audience } = hint as typeof hint & { title?: Text; audience?: Audience };
    if (!mayBeFor(audience, profile, aliasesOf(plan))) return [];
    const on = hint.pages?.length
      ? pages.filter((page) => matchesAny(hint.pages ?? [], page))
      : pages.slice(0, 1);
    const name = words(plan, title) || id;
    return (on.length ? on : ['']).map((page) => ({
      campaign: id,
      title: `Repère\u00a0: ${name}`,
      page,
      present: undefined,
      isOneOfMany: on.length > 1,
      items: [
        {
          path: `help.hints[${i}].target`,
          label: name,
          target,
          before: [],
          isOptional: false,
          mayBeHidden: true,
          leads: undefined,
        },
      ],
    }));
  });
}
