import { parseDuration } from '../core/duration.js';
import type { Decision, PlanIndex, ReasonCode, Refusal } from '../core/types.js';
import { localOf, wallOf } from '../core/zoned-time.js';
import { resolveProfiles } from '../model/profiles.js';
import type { Campaign } from '../model/schema/campaign.js';
import { resolveText } from '../model/text.js';
import { OTHER_TAB } from './floor.js';

/** What became of one campaign, in words for an administrator; a row of `console.table`. */
export interface ExplanationRow {
  id: string;
  title: string;
  shown: boolean;
  code: ReasonCode | 'show';
  /** A sentence in French. */
  text: string;
  /** When the reason ends by itself: local time of the plan, "2026-09-01 14:00". */
  until?: string;
}
export type Explanation = ExplanationRow[];

const PROFILES: Readonly<Record<string, string>> = {
  pupil: 'élève',
  guardian: 'parent',
  teacher: 'enseignant',
  head: 'direction',
  staff: 'personnel',
  district: 'circonscription',
  partner: 'partenaire',
};
const DEGREES: Readonly<Record<string, string>> = { '1d': 'premier', '2d': 'second' };

/** "réservée …" and "ne s'adresse pas …", for one and for several. */
const DIMENSIONS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  profiles: ['au profil', 'aux profils'],
  degrees: ['au degré', 'aux degrés'],
  schools: ["à l'établissement", 'aux établissements'],
  levels: ['au niveau', 'aux niveaux'],
  groups: ['au groupe', 'aux groupes'],
  functions: ['à la fonction', 'aux fonctions'],
  services: ['au service', 'aux services'],
  locales: ['à la langue', 'aux langues'],
};

const ENDINGS: Readonly<Record<string, string>> = {
  completed: 'déjà terminée par cette personne',
  acknowledged: 'déjà lue et confirmée par cette personne',
  dismissed: 'déjà fermée par cette personne',
};

/** The field to look at, by the rule that could not be told. */
const FIELDS: Readonly<Record<string, string>> = {
  'schedule.before': 'schedule.start',
  'schedule.after': 'schedule.end',
  'schedule.holidays': 'settings.holidays',
  'pace.between': 'settings.pace.betweenInterruptions',
};

const plural = (count: number): string => (count > 1 ? 's' : '');

/** "P30D" → "30 jours". */
function durationWords(iso: unknown): string {
  const { months, days, ms } = parseDuration(iso);
  const minutes = Math.round(ms / 6e4);
  const parts = [
    months && `${months} mois`,
    days && `${days} jour${plural(days)}`,
    minutes && `${minutes} minute${plural(minutes)}`,
    ms % 6e4 && `${(ms % 6e4) / 1e3} s`,
  ].filter(Boolean);
  return parts.join(' et ') || String(iso);
}

const listOf = (value: unknown): string[] => ([] as unknown[]).concat(value ?? []).map(String);

/** Why not this person: "réservée aux profils enseignant, direction". */
function audienceWords(code: string, { audience = {} }: Campaign, plan: PlanIndex): string {
  const isNot = code.startsWith('audience.not.');
  const dimension = code.slice(isNot ? 13 : 9);
  const wanted: unknown = new Map(Object.entries(isNot ? (audience.not ?? {}) : audience)).get(dimension);
  if (dimension === 'share')
    return `ouverte à ${String(wanted)} % des personnes ; celle-ci n'en est pas, ou n'a pas de clé`;
  if (dimension === 'arrivedWithin')
    return isNot
      ? `ne s'adresse pas aux personnes arrivées depuis moins de ${durationWords(wanted)}`
      : `réservée aux personnes arrivées depuis moins de ${durationWords(wanted)}`;
  const words = DIMENSIONS[dimension];
  if (!words) return `audience illisible : « ${dimension} » n'est pas une dimension connue`;
  const raw = listOf(wanted);
  const profiles = dimension === 'profiles' ? resolveProfiles(raw, plan.settings?.profileAliases) : [];
  const names = (profiles.length ? profiles : raw).map((one) => PROFILES[one] ?? DEGREES[one] ?? one);
  return `${isNot ? "ne s'adresse pas" : 'réservée'} ${words[names.length > 1 ? 1 : 0]} ${names.join(', ')}`;
}

const targetWords = (target: unknown): string =>
  typeof target === 'string' ? target : JSON.stringify(target);

/** The reason alone, to follow "Non montrée :" or "À partir de … :". */
function reasonWords({ code, detail }: Refusal, campaign: Campaign, plan: PlanIndex, titles: Titles): string {
  const { when, schedule, frequency } = campaign;
  if (code.startsWith('audience.')) return audienceWords(code, campaign, plan);
  switch (code) {
    case 'schedule.before':
      return 'début prévu à ce moment';
    case 'schedule.after':
      return 'période terminée';
    case 'schedule.holidays':
      return `vacances (« ${detail ?? ''} »)`;
    case 'schedule.reference':
      return schedule?.relativeTo === 'goLive'
        ? "le plan ne donne pas la date d'ouverture (settings.goLive)"
        : "la page ne donne pas la date d'arrivée de cette personne (user.arrived)";
    case 'when.manual':
      return "seulement à la demande : relecture, aide, liste de démarrage ou appel de l'API";
    case 'when.pages':
      return `prévue pour d'autres pages : ${listOf(when?.pages).join(', ')}`;
    case 'when.event':
      return `attend l'événement « ${detail ?? ''} » de la page`;
    case 'when.present':
      return `attend un élément de la page : ${targetWords(when?.present)}`;
    case 'when.delay':
      return `attend ${durationWords(when?.delay)}`;
    case 'progress.done':
      return ENDINGS[detail ?? ''] ?? 'déjà montrée à cette personne';
    case 'progress.snoozed':
      return 'remise à plus tard par cette personne';
    case 'frequency.max':
      return `déjà montrée autant de fois que permis (${frequency?.max ?? ''})`;
    case 'frequency.every':
      return 'montrée il y a peu';
    case 'pace.quiet':
      return 'heures calmes';
    case 'pace.between':
      return "une autre interruption vient d'avoir lieu";
    case 'pace.perDay':
      return `assez d'interruptions pour aujourd'hui (${plan.settings?.pace?.perDay ?? ''})`;
    case 'slot.taken':
      return detail === OTHER_TAB
        ? 'un autre onglet de cette personne montre déjà quelque chose'
        : `« ${titles(detail)} » occupe déjà la place`;
    case 'outranked':
      return `« ${titles(detail)} » passe avant`;
    default:
      return `campagne ou réglage illisible (${FIELDS[detail ?? ''] ?? detail ?? ''})`;
  }
}

type Titles = (id: string | undefined) => string;

function titleOf(campaign: Campaign | undefined, plan: PlanIndex): string {
  const { title } = (campaign?.content ?? {}) as { title?: Campaign['title'] };
  return resolveText(campaign?.title ?? title, [], plan.settings?.locale).value || (campaign?.id ?? '');
}

const clockOf = (epoch: number, zone?: string): string =>
  new Date(wallOf(epoch, zone)).toISOString().slice(11, 16);

/** "14:00" today, else "le 3 septembre 2026 à 08:00". */
function moment(epoch: number, now: number | undefined, zone?: string): string {
  const clock = clockOf(epoch, zone);
  if (now !== undefined && localOf(now, zone).day === localOf(epoch, zone).day) return clock;
  const date = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });
  return `le ${date.format(wallOf(epoch, zone))} à ${clock}`;
}

/**
 * A decision in French sentences for whoever looks after the plan, what is shown first, then as in the plan.
 * @param now epoch ms: times of that day are then said without their date
 */
export function explain(decision: Decision, plan: PlanIndex, now?: number): Explanation {
  const zone = plan.settings?.timeZone;
  const byId = new Map(plan.campaigns.map((campaign) => [campaign.id, campaign]));
  const titles: Titles = (id = '') => titleOf(byId.get(id), plan) || id;
  const rows: Explanation = decision.show.map(({ id }) => ({
    id,
    title: titles(id),
    shown: true,
    code: 'show',
    text: 'Montrée maintenant',
  }));
  for (const refusal of decision.refusals) {
    const { id, code, until } = refusal;
    const row = { id, title: titles(id), shown: code === 'showing', code };
    const campaign = byId.get(id);
    if (code === 'showing' || !campaign) rows.push({ ...row, text: 'Affichée en ce moment' });
    else {
      const reason = reasonWords(refusal, campaign, plan, titles);
      const time = until === undefined ? '' : moment(until, now, zone);
      if (!time) rows.push({ ...row, text: `Non montrée : ${reason}` });
      else if (code === 'schedule.after')
        rows.push({ ...row, text: `Non montrée : terminée depuis ${time}` });
      else
        rows.push({
          ...row,
          text: `À partir ${time.startsWith('le') ? 'du' + time.slice(2) : `de ${time}`} : ${reason}`,
          until: `${localOf(until as number, zone).day} ${clockOf(until as number, zone)}`,
        });
    }
  }
  return rows;
}
