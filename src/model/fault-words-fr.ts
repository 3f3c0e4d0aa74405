import {
  allowedBy,
  meantBy,
  needIn,
  wordsOf,
  type FaultWords,
  type NeedWords,
  type Wording,
} from './fault-words.js';
import type { Fault } from './plan-issue.js';

const NEEDS: NeedWords = {
  verbatim: (text: string) => text,
  format: (version: number) => `le nombre ${version}`,
  string: () => 'un texte entre guillemets',
  number: () => 'un nombre',
  boolean: () => 'true ou false',
  array: () => 'une liste, entre crochets [ ]',
  tuple: () => 'deux dates, entre crochets\u00a0: ["2026-10-17", "2026-11-01"]',
  integer: () => 'un nombre entier',
  custom: () => 'un objet, entre accolades { }',
  'at-least': (n: string) => `un nombre qui soit au moins ${n}`,
  'at-most': (n: string) => `un nombre qui soit au plus ${n}`,
  'at-least-items': (n: string) => `au moins, en nombre\u00a0: ${n}`,
  uai: () => 'un UAI, tel que "0750001A"',
  'go-live': () => 'Indiquez la date d’ouverture dans "settings.goLive".',
  'relative-to': () => 'un décalage a besoin de "relativeTo"\u00a0: "goLive" ou "arrived"',
  holidays: () => 'Donnez ces vacances dans "settings.holidays".',
  step: () => 'Il faut l’id d’une étape, ou "end".',
  article: () => 'Il faut l’id d’un article de l’aide.',
  address: () => 'Il faut une adresse en https, ou une page de l’ENT, telle que "/aide/".',
  'calendar-event': () => '"calendar" ne sert à rien sans "event"',
  colour: () => 'une couleur telle que "#52409e"',
  pixels: () => 'un nombre de pixels, tel que "12px"',
  days: () => 'une durée en jours, semaines, mois ou années, telle que "P12M"',
  'hint-words': () => 'ce repère n’a rien à dire\u00a0: il lui faut "title", "body" ou "article"',
  'step-words': () => 'cette étape ne dit rien\u00a0: il lui faut "title" ou "body"',
  'question-words': () => 'cette question ne demande rien\u00a0: il lui faut "title"',
  'task-words': () => 'cette tâche ne dit rien\u00a0: il lui faut "title"',
  'button-words': () => 'ce bouton n’est pas montré\u00a0: il lui faut un texte, "label"',
  'shown-tour': () => 'Il faut l’id d’une visite, seul ou suivi d’une étape\u00a0: "messagerie/ecrire".',
  options: () => 'cette question a besoin de réponses possibles, "options"',
  rows: () => 'ce tableau a besoin de lignes, "rows"',
  'later-question': () => 'Il faut l’id d’une question qui suit, ou "end".',
  'earlier-question': () => 'Il faut l’id d’une question posée avant.',
  'condition-question': () => 'cette condition a besoin d’une question posée avant, "question"',
  destination: (action: string) => `"${action}" a besoin d’une destination, "to"`,
  'campaign-of': (kind: string) => `Il faut l’id d’une campagne de nature "${kind}", sans erreur.`,
  'without-target': (field: string) => `"${field}" ne sert à rien sans "target"`,
  'answers-of': (question: string, answers: string) =>
    `Choisissez parmi les réponses de «\u00a0${question}\u00a0»\u00a0: ${answers}.`,
  'max-below-min': (max: number, min: number) => `"max" (${max}) est plus petit que "min" (${min})`,
  'min-over-options': (min: number, options: number) =>
    `"min" (${min}) demande plus de choix qu’il n’y a de réponses (${options})`,
};
const need = needIn(NEEDS);

const choose = (fault: Fault) => {
  const list = allowedBy(fault);
  return list && `Choisissez parmi\u00a0: ${list}.`;
};
const suggest = (fault: Fault) => {
  const near = meantBy(fault);
  return near && `Vouliez-vous écrire ${near}\u202f?`;
};
const write = (example: string) => () => `Écrivez par exemple ${example}.`;

const WORDINGS = {
  plan: {
    fault: (q) => `le plan doit être un objet, et non ${q}`,
    remedy: write('{ "version": 1, "campaigns": [] }'),
  },
  missing: { fault: () => 'ce champ est nécessaire', remedy: (f) => choose(f) || 'Ajoutez-le.' },
  type: { fault: (q) => `${q} ne convient pas`, remedy: (f) => `Il faut ${need(f) ?? 'autre chose'}.` },
  object: { fault: (q) => `${q} ne convient pas`, remedy: () => 'Il faut un objet, entre accolades { }.' },
  text: {
    fault: (q) => `${q} n’est pas un texte`,
    remedy: () => 'Écrivez un texte entre guillemets, ou un par langue\u00a0: { "fr": "…", "en": "…" }.',
  },
  target: {
    fault: (q) => `${q} ne désigne rien dans la page`,
    remedy: () =>
      'Écrivez un sélecteur CSS, { "role": "button", "name": "…" }, { "text": "…" } ou { "frame": "…", "target": … }.',
  },
  choice: {
    fault: (q) => `${q} n’est pas une valeur connue`,
    remedy: (f) => [suggest(f), choose(f)].filter(Boolean).join(' '),
  },
  date: {
    fault: (q) => `${q} n’est pas une date`,
    remedy: write('"2026-09-01" ou "2026-09-01T08:00"'),
  },
  duration: {
    fault: (q) => `${q} n’est pas une durée`,
    remedy: write('"PT10M" (dix minutes) ou "P7D" (sept jours)'),
  },
  time: { fault: (q) => `${q} n’est pas une heure`, remedy: write('"08:30"') },
  id: {
    fault: (q) => `${q} n’est pas un identifiant possible`,
    remedy: () =>
      'Utilisez 80 caractères au plus parmi les lettres sans accent, les chiffres, "-", "_" et ".".',
  },
  email: { fault: (q) => `${q} n’est pas une adresse électronique`, remedy: write('"ent@ecole.example"') },
  shortcut: {
    fault: (q) => `${q} n’est pas un raccourci possible`,
    remedy: write('"Shift+F1", "Ctrl+Alt+A" ou "none"\u202f; jamais un caractère seul'),
  },
  empty: { fault: () => 'cette liste est vide', remedy: () => 'Ajoutez au moins un élément.' },
  'banner-empty': {
    fault: () => 'cette bannière n’a ni titre ni texte',
    remedy: () => 'Ajoutez "title" ou "body".',
  },
  'article-empty': {
    fault: () => 'cet article n’a rien à lire',
    remedy: () =>
      'Ajoutez "body" (un texte), "steps" (des gestes), "media" (une vidéo) ou "src" (un fichier).',
  },
  'advance-event': {
    fault: () => 'on ne sait pas quel événement attendre',
    remedy: write('"advance": { "on": "event", "event": "message:envoye" }'),
  },
  'media-source': {
    fault: () => 'cette vidéo n’a ni fichier ni page à montrer',
    remedy: () => 'Ajoutez "src" (un fichier de l’ENT) ou "embed" (une page d’un site autorisé).',
  },
  'media-captions': {
    fault: () => 'une vidéo a besoin de sous-titres, pour qui n’entend pas ou regarde sans le son',
    remedy: write('"captions": { "src": "/videos/notes.fr.vtt", "lang": "fr" }'),
  },
  'media-embed': {
    fault: (q) => `${q} ne peut pas être montré dans la page`,
    remedy: (f) =>
      `Il faut une adresse https d’un de ces sites\u00a0: ${(f.allowed ?? []).join(', ')}. Sinon, mettez un lien dans le texte.`,
  },
  'audience-key': {
    fault: (q) => `${q} n’est pas un critère d’audience, personne ne pourrait donc en faire partie`,
    remedy: (f) => [suggest(f), choose(f)].filter(Boolean).join(' '),
  },
  'audience-value': {
    fault: (q) => `${q} ne correspond à personne`,
    remedy: (f) => suggest(f) ?? (f.needed ? `Il faut ${need(f)}.` : choose(f)),
  },
  'duplicate-id': {
    fault: (q) => `l’identifiant ${q} est déjà pris`,
    remedy: () => 'Donnez-en un autre.',
  },
  'too-deep': {
    fault: () => 'l’imbrication est trop profonde, ou tourne en rond',
    remedy: () => 'Simplifiez cette partie.',
  },
  'time-zone': { fault: (q) => `${q} n’est pas un fuseau horaire`, remedy: write('"Europe/Paris"') },
  language: { fault: (q) => `${q} n’est pas une langue`, remedy: write('"fr", "en" ou "fr-x-simple"') },
  'unknown-field': {
    fault: () => 'ce champ est inconnu',
    remedy: (f) => suggest(f) ?? 'Vérifiez son nom, ou retirez-le.',
  },
  reserved: { fault: () => 'ce nom est réservé, il est ignoré', remedy: () => 'Retirez-le.' },
  reference: {
    fault: (q) => `${q} ne mène à rien`,
    remedy: (f) => [need(f), suggest(f)].filter(Boolean).join(' '),
  },
  loop: {
    fault: (q) => `${q} ramène à une question déjà posée, cette règle est ignorée`,
    remedy: (f) => `Une réponse mène à une question qui suit. ${choose(f)}`.trim(),
  },
  unreachable: {
    fault: (q) => `aucune réponse ne mène à la question ${q}`,
    remedy: () => 'Retirez-la, ou faites-y mener une règle "next".',
  },
  order: {
    fault: (q, f) => `la fin ${q} ne vient pas après le début ${need(f) ?? ''}`.trim(),
    remedy: () => 'Corrigez une des deux dates.',
  },
  incomplete: {
    fault: (_, f) => need(f) ?? 'il manque quelque chose',
    remedy: () => 'Complétez.',
  },
  version: {
    fault: (q) => `la version ${q} du format est plus récente que celle comprise ici`,
    remedy: () => 'Mettez Sentier à jour\u202f; en attendant, ce qui est compris est utilisé.',
  },
  more: {
    fault: () => 'il y a d’autres défauts, qui ne sont pas dans cette liste',
    remedy: () => 'Corrigez d’abord ceux-ci.',
  },
} satisfies Record<string, Wording>;

export type IssueCode = keyof typeof WORDINGS;
export const isIssueCode = (value: string): value is IssueCode => Object.hasOwn(WORDINGS, value);

export const FRENCH: FaultWords = wordsOf(WORDINGS, { colon: '\u00a0: ', nothing: 'rien' });
