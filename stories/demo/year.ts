import { attentive, simulate, type SimulatedDay, type SimulatedShow } from '../../src/core/simulate.js';
import type { Context, OutcomeType, PlanIndex, Slot } from '../../src/core/types.js';
import { parseLocal } from '../../src/core/zoned-time.js';
import { explain, type ExplanationRow } from '../../src/engine/explain.js';
import { indexPlan } from '../../src/model/index-plan.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import type { Target } from '../../src/model/schema/common.js';
import { isBreak } from './server/dates.js';
import { PERSONAS, PRIMARY, type Persona } from './server/personas.js';

export const FIRST_DAY = '2026-08-01';
export const LAST_DAY = '2027-07-05';

/** Somebody whose year is told. */
export interface Life {
  id: string;
  firstName: string;
  role: string;
  profile: Persona['profile'];
  context: Context;
}

/** Comes in January: what is for new arrivals must reach her, and what is long over must not. */
const LATE: Omit<Persona, 'email' | 'place'> = {
  id: 'remplacante',
  profile: 'teacher',
  firstName: 'Sophie',
  role: 'Enseignante remplaçante, arrivée le 4 janvier',
  user: {
    profiles: ['National_ENS'],
    schools: [PRIMARY],
    degrees: ['1d'],
    levels: ['CM1'],
    arrived: '2027-01-04',
  },
};

export const PEOPLE: readonly Life[] = [...PERSONAS, LATE].map(({ id, firstName, role, profile, user }) => ({
  id,
  firstName,
  role,
  profile,
  context: { user: { key: id, ...user }, locale: 'fr' },
}));

/** What of the demo's pages only some people have, by a part of its selector. */
const ELEMENTS: readonly [part: string, profiles: readonly Persona['profile'][]][] = [
  ['#pilotage', ['head']],
  ['#ecoles', ['district']],
  ['#voir-cahier', ['pupil', 'guardian', 'teacher']],
  ['#ajouter-seance', ['teacher', 'head']],
];

const SERVICES: Readonly<Record<string, readonly Persona['profile'][] | 'all'>> = {
  '/accueil/': 'all',
  '/messagerie/': 'all',
  '/cahier-de-textes/': ['pupil', 'guardian', 'teacher', 'head'],
  '/agenda/': 'all',
  '/classeur/': 'all',
  '/notes/': ['pupil', 'guardian', 'teacher', 'head'],
  '/aide/': 'all',
};
/** What a visit goes through, in this order. */
const PATHS = Object.keys(SERVICES);

const weekdayOf = (day: string): number => new Date(`${day}T12:00Z`).getUTCDay();

/** Before class and in the evening; pupils in class too; nobody at the week-end, and on Mondays alone in the holidays. */
function visitsOf(person: Life, day: string): readonly string[] {
  const weekday = weekdayOf(day);
  if (day < (person.context.user?.arrived ?? '') && person.id === LATE.id) return [];
  if (weekday === 0 || weekday === 6) return [];
  if (isBreak(day)) return weekday === 1 ? ['18:00'] : [];
  return person.profile === 'pupil' && weekday !== 3 ? ['10:00', '17:30'] : ['08:05', '18:00'];
}

function isThere(target: Target, person: Life): boolean {
  const words = JSON.stringify(target);
  const known = ELEMENTS.find(([part]) => words.includes(part));
  return !known || known[1].includes(person.profile);
}

/** What somebody met on one day. */
export interface YearDay {
  day: string;
  person: Life;
  shown: YearShow[];
  /** Why not the others, in words. */
  refused: ExplanationRow[];
}

export interface YearShow {
  id: string;
  title: string;
  kind: Campaign['kind'];
  slot: Slot;
  outcome: OutcomeType;
  path: string;
  /** "08:05" */
  clock: string;
  /** It was left standing on a day before, and stands there still. */
  again: boolean;
}

/** How often somebody meets the list of first steps before it is done. */
const LIST_DAYS = 6;

/**
 * The demo's plan over a school year, by the director that decides in a page. Whoever gets a list of first steps takes
 * some days over it; the rest is done, confirmed or closed at once.
 */
export function demoYear(
  raw: unknown,
  from = FIRST_DAY,
  to = LAST_DAY,
): { days: YearDay[]; plan: PlanIndex } {
  const { plan } = indexPlan(raw);
  const met = new Map<string, number>();
  const personOf = (context: Context): Life => PEOPLE.find(({ id }) => id === context.user?.key) as Life;
  const days = simulate(
    plan,
    PEOPLE.map(({ context }) => context),
    from,
    to,
    {
      paths: PATHS,
      visits: (context, day) => visitsOf(personOf(context), day),
      isPresent: (target, path, context) => {
        const own = SERVICES[path];
        const person = personOf(context);
        return (own === 'all' || !!own?.includes(person.profile)) && isThere(target, person);
      },
      react(campaign, content, context) {
        if (campaign.kind !== 'checklist') return attentive(campaign, content);
        const key = `${context.user?.key} ${campaign.id}`;
        const times = (met.get(key) ?? 0) + 1;
        met.set(key, times);
        return times < LIST_DAYS * PATHS.length ? 'shown' : 'completed';
      },
    },
  );
  const left = new Set<string>();
  const told = days.map((one) => {
    const day = dayOf(one, plan);
    for (const show of day.shown) {
      const key = `${day.person.id} ${show.id}`;
      show.again = left.has(key) && show.outcome === 'shown';
      if (show.outcome === 'shown') left.add(key);
    }
    return day;
  });
  return { days: told, plan };
}

function dayOf({ day, person, shown, refusals }: SimulatedDay, plan: PlanIndex): YearDay {
  const zone = plan.settings?.timeZone;
  // In the evening, when all of the day was had.
  const now = parseLocal(`${day}T18:00`, zone);
  const once = shown.filter((show, i) => shown.findIndex((one) => one.campaign === show.campaign) === i);
  return {
    day,
    person: PEOPLE[person] as Life,
    shown: once.map((show) => showOf(show, plan)),
    refused: explain({ show: [], armed: [], refusals }, plan, now),
  };
}

function showOf({ campaign, slot, outcome, path, at }: SimulatedShow, plan: PlanIndex): YearShow {
  const { id, kind, title } = campaign;
  const zone = plan.settings?.timeZone ?? 'Europe/Paris';
  const words = typeof title === 'string' ? title : title?.['fr'];
  const clock = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return { id, title: words ?? id, kind, slot, outcome, path, clock: clock.format(at), again: false };
}

/** "J–30", "J", "J+15", counted from the opening. */
export function phaseOf(day: string, goLive: string | undefined): string {
  if (!goLive) return '';
  const days = Math.round(
    (Date.parse(`${day}T12:00Z`) - Date.parse(`${goLive.slice(0, 10)}T12:00Z`)) / 864e5,
  );
  return days ? `J${days < 0 ? '–' : '+'}${Math.abs(days)}` : 'J';
}

export const KIND_WORDS: Readonly<Record<string, string>> = {
  tour: 'visite',
  banner: 'annonce',
  survey: 'enquête',
  checklist: 'liste',
};
export const SLOT_WORDS: Readonly<Record<string, string>> = {
  top: 'en haut',
  bottom: 'en bas',
  inline: 'dans la page',
  corner: 'dans un coin',
  interruption: 'par-dessus la page',
  checklist: 'dans un coin',
};
export const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  shown: 'vue, laissée là',
  completed: 'faite',
  dismissed: 'fermée',
  acknowledged: 'confirmée',
};
