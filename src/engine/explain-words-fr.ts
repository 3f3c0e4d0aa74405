import type { ExplainWords } from './explain-words.js';

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
  schools: ['à l’établissement', 'aux établissements'],
  levels: ['au niveau', 'aux niveaux'],
  groups: ['au groupe', 'aux groupes'],
  functions: ['à la fonction', 'aux fonctions'],
  services: ['au service', 'aux services'],
  locales: ['à la langue', 'aux langues'],
};

const REASONS: Readonly<Record<string, (about: string) => string>> = {
  'schedule.before': () => 'début prévu à ce moment',
  'schedule.after': () => 'période terminée',
  'schedule.holidays': (zone) => `vacances («\u00a0${zone}\u00a0»)`,
  'schedule.goLive': () => 'le plan ne donne pas la date d’ouverture (settings.goLive)',
  'schedule.arrived': () => 'la page ne donne pas la date d’arrivée de cette personne (user.arrived)',
  'when.manual': () => 'seulement à la demande\u00a0: relecture, aide, liste de démarrage ou appel de l’API',
  'when.pages': (pages) => `prévue pour d’autres pages\u00a0: ${pages}`,
  'when.event': (event) => `attend l’événement «\u00a0${event}\u00a0» de la page`,
  'when.present': (target) => `attend un élément de la page\u00a0: ${target}`,
  'when.delay': (duration) => `attend ${duration}`,
  'done.completed': () => 'déjà terminée par cette personne',
  'done.acknowledged': () => 'déjà lue et confirmée par cette personne',
  'done.dismissed': () => 'déjà fermée par cette personne',
  'progress.done': () => 'déjà montrée à cette personne',
  'progress.snoozed': () => 'remise à plus tard par cette personne',
  'frequency.max': (max) => `déjà montrée autant de fois que permis (${max})`,
  'frequency.every': () => 'montrée il y a peu',
  'pace.quiet': () => 'heures calmes',
  'pace.between': () => 'une autre interruption vient d’avoir lieu',
  'pace.perDay': (most) => `assez d’interruptions pour aujourd’hui (${most})`,
  'slot.taken': (title) => `«\u00a0${title}\u00a0» occupe déjà la place`,
  outranked: (title) => `«\u00a0${title}\u00a0» passe avant`,
  unreadable: (field) => `campagne ou réglage illisible (${field})`,
};

const plural = (count: number): string => (count > 1 ? 's' : '');

export const FRENCH: ExplainWords = {
  locale: 'fr',
  shown: 'Montrée maintenant',
  showing: 'Affichée en ce moment',
  notShown: (reason) => `Non montrée\u00a0: ${reason}`,
  ended: (time) => `Non montrée\u00a0: terminée depuis ${time}`,
  from: (time, reason) =>
    `À partir ${time.startsWith('le') ? `du${time.slice(2)}` : `de ${time}`}\u00a0: ${reason}`,
  // Intl does not know that the French first day is an ordinal.
  date: (day, clock) => `le ${day.replace(/^1(?= )/, '1er')} à ${clock}`,
  duration: (months, days, minutes, seconds) =>
    [
      months && `${months} mois`,
      days && `${days} jour${plural(days)}`,
      minutes && `${minutes} minute${plural(minutes)}`,
      seconds && `${seconds} s`,
    ]
      .filter(Boolean)
      .join(' et '),
  nameOf: (dimension, value) =>
    (dimension === 'profiles' ? PROFILES[value] : dimension === 'degrees' ? DEGREES[value] : value) ?? value,
  audience(dimension, isNot, names) {
    const words = DIMENSIONS[dimension];
    return (
      words &&
      `${isNot ? 'ne s’adresse pas' : 'réservée'} ${words[names.length > 1 ? 1 : 0]} ${names.join(', ')}`
    );
  },
  share: (percent) =>
    `ouverte à ${percent}\u00a0% des personnes\u202f; celle-ci n’en est pas, ou n’a pas de clé`,
  arrived: (isNot, duration) =>
    isNot
      ? `ne s’adresse pas aux personnes arrivées depuis moins de ${duration}`
      : `réservée aux personnes arrivées depuis moins de ${duration}`,
  unknownDimension: (name) =>
    `audience illisible\u00a0: «\u00a0${name}\u00a0» n’est pas une dimension connue`,
  otherTab: 'un autre onglet de cette personne montre déjà quelque chose',
  reason: (code, about) => REASONS[code]?.(about),
};
