import type { Campaign } from '../../src/model/schema/campaign.js';
import type { Target } from '../../src/model/schema/common.js';
import type { Article, Contact, Hint } from '../../src/model/schema/help.js';
import type { Media } from '../../src/model/schema/media.js';
import type { Settings } from '../../src/model/schema/plan.js';
import type { Question } from '../../src/model/schema/survey.js';

/** A short piece of a plan, for the reference of the format. */
export interface Example<T = unknown> {
  title: string;
  json: T;
}

const example = <T>(title: string, json: T): Example<T> => ({ title, json });

export const SETTINGS: readonly Example<Settings>[] = [
  example('Des réglages', {
    timeZone: 'Europe/Paris',
    theme: { accent: '#0a5c8c', radius: '8px' },
    pace: {
      betweenInterruptions: 'PT10M',
      perDay: 2,
      quiet: [{ days: [1, 2, 4, 5], from: '08:30', to: '11:30', profiles: ['pupil'] }],
    },
    holidays: { A: [['2026-10-17', '2026-11-01']] },
    profileAliases: { CPE: ['staff'] },
    goLive: '2026-09-01',
    services: { 'cahier-de-textes': 'Cahier de textes' },
    help: { place: 'bottom-start', shortcut: 'Shift+F1' },
  }),
];

/** One of each kind. */
export const CAMPAIGNS: readonly Example<Campaign>[] = [
  example('Une visite', {
    id: 'visite-messagerie',
    kind: 'tour',
    audience: { profiles: ['teacher'], arrivedWithin: 'P30D' },
    when: { pages: ['/messagerie/**'] },
    content: {
      intro: { title: 'La messagerie en deux étapes' },
      steps: [
        { target: '#ecrire', title: 'Écrire', why: 'Un message part de ce bouton.' },
        { title: 'À vous', body: 'La visite est à refaire depuis **l’aide**.' },
      ],
    },
  }),
  example('Une bannière', {
    id: 'maintenance-octobre',
    kind: 'banner',
    schedule: { start: '2026-10-05T08:00', end: '2026-10-08' },
    content: {
      kind: 'maintenance',
      title: 'Messagerie fermée jeudi soir',
      body: 'De **20\u00a0h à 22\u00a0h**. Vos brouillons sont gardés.',
      actions: [{ label: 'En savoir plus', do: 'link', to: '/aide/maintenance' }],
      leave: ['close', 'later'],
    },
  }),
  example('Une enquête', {
    id: 'avis-novembre',
    kind: 'survey',
    audience: { profiles: ['teacher'], share: 25 },
    schedule: { relativeTo: 'goLive', start: 'P60D', end: 'P75D' },
    content: {
      display: 'corner',
      dimensions: ['degree'],
      privacy: { controller: 'Le rectorat', purpose: 'Améliorer l’ENT', retention: 'P12M' },
      questions: [{ id: 'facile', kind: 'rating', title: 'L’ENT est-il simple à utiliser\u202f?' }],
      thanks: 'Les résultats seront publiés ici.',
    },
  }),
  example('Une liste de premiers pas', {
    id: 'bien-demarrer',
    kind: 'checklist',
    audience: { arrivedWithin: 'P30D' },
    content: {
      tasks: [
        { id: 'notes', title: 'Voir les notes', do: 'visit', to: '/notes/**' },
        { id: 'photo', title: 'Choisir une photo', doneWhen: { event: 'photo:choisie' } },
      ],
    },
  }),
];

/** One of each form. */
export const TARGETS: readonly Example<Target>[] = [
  example('Par un sélecteur CSS', '#menu .notes'),
  example('Par le rôle et le nom', { role: 'button', name: 'Écrire un message' }),
  example('Par les mots', { text: 'Cahier de textes' }),
  example('Dans un cadre', { frame: 'iframe#agenda', target: { role: 'link', name: 'Semaine' } }),
  example('Une liste de secours', ['#ecrire', { role: 'button', name: 'Écrire' }]),
];

/** One of each kind, and the logic between them. */
export const QUESTIONS: readonly Example<Question>[] = [
  example('nps', { id: 'conseil', kind: 'nps', title: 'Conseilleriez-vous l’ENT à un collègue\u202f?' }),
  example('rating', { id: 'note', kind: 'rating', title: 'Êtes-vous satisfait de l’ENT\u202f?' }),
  example('stars', { id: 'etoiles', kind: 'stars', title: 'Combien d’étoiles pour l’ENT\u202f?' }),
  example('faces', { id: 'humeur', kind: 'faces', title: 'Comment as-tu trouvé l’ENT\u202f?' }),
  example('effort', {
    id: 'effort',
    kind: 'effort',
    title: 'Il est facile d’envoyer un message.',
    low: 'pas d’accord',
    high: 'd’accord',
  }),
  example('choice', {
    id: 'role',
    kind: 'choice',
    title: 'Où servez-vous l’ENT le plus souvent\u202f?',
    options: ['Au travail', 'À la maison'],
    other: true,
  }),
  example('choices', {
    id: 'services',
    kind: 'choices',
    title: 'Quels services utilisez-vous\u202f?',
    options: [
      { id: 'notes', label: 'Notes' },
      { id: 'messagerie', label: 'Messagerie' },
      { id: 'agenda', label: 'Agenda' },
    ],
    max: 2,
    order: 'random',
  }),
  example('matrix', {
    id: 'accord',
    kind: 'matrix',
    title: 'Que pensez-vous de la messagerie\u202f?',
    rows: ['Elle est claire.', 'Elle est rapide.'],
  }),
  example('ranking', {
    id: 'priorites',
    kind: 'ranking',
    title: 'Que faut-il améliorer d’abord\u202f?',
    options: ['La recherche', 'Les notes', 'L’agenda'],
  }),
  example('text', { id: 'mot', kind: 'text', title: 'L’ENT en un mot\u202f?', maxLength: 40 }),
  example('longtext', { id: 'idees', kind: 'longtext', title: 'Que changeriez-vous\u202f?' }),
  example('date', { id: 'depuis', kind: 'date', title: 'Depuis quand l’utilisez-vous\u202f?' }),
  example('boolean', {
    id: 'aide',
    kind: 'boolean',
    title: 'Avez-vous ouvert l’aide\u202f?',
    required: 'soft',
  }),
  example('usability', { id: 'usage', kind: 'usability', title: 'Votre avis sur la facilité d’usage' }),
  example('info', { id: 'suite', kind: 'info', title: 'Encore deux questions', help: 'Une minute suffit.' }),
];

/** Conditions and branches need questions around them. */
export const LOGIC: readonly Example<Question[]>[] = [
  example('Poser ou non, et mener plus loin', [
    {
      id: 'ouverte',
      kind: 'boolean',
      title: 'Avez-vous ouvert l’aide\u202f?',
      next: [{ is: 'no', to: 'end' }],
    },
    { id: 'utile', kind: 'rating', title: 'Vous a-t-elle été utile\u202f?' },
    {
      id: 'manque',
      kind: 'longtext',
      title: 'Vous avez répondu {answer:utile}. Que lui manque-t-il\u202f?',
      showIf: { question: 'utile', band: 'low' },
    },
  ]),
];

export const ARTICLES: readonly Example<Article>[] = [
  example('Un article', {
    id: 'lire-une-note',
    title: 'Lire une note',
    body: 'Les notes sont dans **Vie scolaire**.',
    steps: [{ title: 'Ouvrir le menu', body: 'Il est en haut.' }],
    services: ['notes'],
    keywords: ['moyenne', 'bulletin'],
  }),
];

export const HINTS: readonly Example<Hint>[] = [
  example('Un repère', {
    id: 'repere-moyenne',
    target: '#moyenne',
    body: 'La moyenne compte les coefficients.',
    pages: ['/notes/**'],
  }),
];

export const CONTACTS: readonly Example<Contact>[] = [
  example('Un contact', {
    id: 'referent',
    title: 'Référent numérique',
    subjects: ['Mot de passe'],
    schools: ['0750001A'],
    email: 'ent@ecole.example',
    channels: [{ kind: 'place', value: 'Bureau 12', hours: 'Lundi matin' }],
  }),
];

/** One of each kind. */
export const MEDIA: readonly Example<Media>[] = [
  example('Une vidéo', {
    kind: 'video',
    src: '/videos/notes.mp4',
    title: 'Lire une note',
    captions: { src: '/videos/notes.fr.vtt', lang: 'fr' },
    transcript: 'On ouvre le menu, puis **Notes**.',
    duration: 'PT1M20S',
  }),
  example('Une image', { kind: 'image', src: '/images/notes.webp', alt: 'Le menu ouvert sur Notes' }),
  example('Un son', {
    kind: 'audio',
    src: '/sons/mot-du-jour.mp3',
    title: 'Le mot du jour',
    transcript: 'Bonjour à tous.',
  }),
];

/** A whole plan around examples: each of them must be right where it stands. */
export function planAround(): Record<string, unknown> {
  const jsonOf = <T>(list: readonly Example<T>[]): T[] => list.map(({ json }) => json);
  const survey = (id: string, questions: readonly unknown[]) => ({
    id,
    kind: 'survey',
    content: { questions },
  });
  const steps = jsonOf(TARGETS).map((target) => ({ target, title: 'Ici' }));
  return {
    version: 1,
    settings: SETTINGS[0]?.json,
    campaigns: [
      ...jsonOf(CAMPAIGNS),
      {
        id: 'cibles',
        kind: 'tour',
        content: { steps: [...steps, { title: 'À voir', media: jsonOf(MEDIA) }] },
      },
      survey('questions', jsonOf(QUESTIONS)),
      ...jsonOf(LOGIC).map((questions, i) => survey(`suites-${i + 1}`, questions)),
    ],
    help: { articles: jsonOf(ARTICLES), hints: jsonOf(HINTS), contacts: jsonOf(CONTACTS) },
  };
}

/** Longest line of an example: what a narrow window shows of one without scrolling far. */
const LINE = 76;

/** JSON as one writes it: what is short, on one line. */
export function compact(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/\[ /g, '[')
    .replace(/ \]/g, ']');
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= LINE) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((one) => compact(one, inner))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${compact(one, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`;
}
