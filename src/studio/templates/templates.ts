import { msg } from '../../locales/msg.js';
import type { Campaign } from '../../model/schema/campaign.js';

/** Something to start from: words that only need a name, a day or a place changed. */
export interface Template {
  id: string;
  /** What it is for, in the studio's language. */
  name: () => string;
  /** For whom and when one takes it. */
  purpose: () => string;
  /** A campaign without an id; its texts are French, since they are for French schools. */
  campaign: Omit<Campaign, 'id'>;
}

type Draft = Omit<Campaign, 'id'>;
const banner = (draft: object): Draft => ({ kind: 'banner', ...draft });
const survey = (draft: object): Draft => ({ kind: 'survey', ...draft });
const tour = (draft: object): Draft => ({ kind: 'tour', ...draft });
const checklist = (draft: object): Draft => ({ kind: 'checklist', ...draft });

const PRIVACY = {
  controller: 'Le directeur ou la directrice de l’établissement',
  purpose: 'Savoir ce qui aide et ce qui manque dans l’ENT.',
  retention: 'P1Y',
  contact: 'Votre délégué à la protection des données',
};

export const TEMPLATES: readonly Template[] = [
  {
    id: 'opening',
    name: () => msg('Ouverture de l’ENT', { id: 'studio-template-opening' }),
    purpose: () => msg('Pour tous, à la rentrée', { id: 'studio-template-opening-for' }),
    campaign: banner({
      title: 'Ouverture de l’ENT',
      lever: 'communication',
      schedule: { start: '-P7D', end: 'P7D', relativeTo: 'goLive' },
      content: {
        kind: 'information',
        place: 'top',
        title: 'L’ENT ouvre ses portes',
        body: 'Messages, devoirs et agenda sont au même endroit. Prenez deux minutes pour faire le tour.',
        leave: ['close', 'later'],
        signature: 'La direction',
      },
      variants: [
        {
          audience: { profiles: ['pupil'] },
          content: {
            kind: 'information',
            place: 'top',
            title: 'Ton ENT est ouvert',
            body: 'Tes devoirs et tes messages sont ici. Viens voir\u202f!',
            leave: ['close', 'later'],
          },
        },
      ],
    }),
  },
  {
    id: 'feature',
    name: () => msg('Nouvelle fonction', { id: 'studio-template-feature' }),
    purpose: () => msg('Pour ceux qui s’en serviront', { id: 'studio-template-feature-for' }),
    campaign: banner({
      title: 'Nouvelle fonction',
      lever: 'communication',
      audience: { profiles: ['teacher', 'head'] },
      content: {
        kind: 'new',
        place: 'corner',
        title: 'La messagerie change',
        body: 'Écrire à toute une classe prend maintenant un seul geste.',
        leave: ['close', 'later'],
      },
    }),
  },
  {
    id: 'maintenance',
    name: () => msg('Maintenance', { id: 'studio-template-maintenance' }),
    purpose: () => msg('Pour tous, quelques jours avant', { id: 'studio-template-maintenance-for' }),
    campaign: banner({
      title: 'Maintenance',
      lever: 'communication',
      priority: 80,
      content: {
        kind: 'maintenance',
        place: 'top',
        title: 'L’ENT sera fermé mercredi de 20\u00a0h à 23\u00a0h',
        body: 'Enregistrez votre travail avant 20\u00a0h.',
        leave: ['close'],
      },
    }),
  },
  {
    id: 'session',
    name: () => msg('Séance de formation', { id: 'studio-template-session' }),
    purpose: () => msg('Pour les enseignants ou les parents', { id: 'studio-template-session-for' }),
    campaign: banner({
      title: 'Séance de formation',
      lever: 'training',
      audience: { profiles: ['teacher'] },
      content: {
        kind: 'event',
        place: 'corner',
        title: 'Atelier\u00a0: bien démarrer avec l’ENT',
        body: 'Une heure, sur vos propres classes. Apportez vos questions.',
        leave: ['close', 'later', 'never'],
      },
    }),
  },
  {
    id: 'charter',
    name: () => msg('Charte d’usage', { id: 'studio-template-charter' }),
    purpose: () => msg('Pour tous, à lire et confirmer', { id: 'studio-template-charter-for' }),
    campaign: banner({
      title: 'Charte d’usage',
      lever: 'communication',
      frequency: { until: 'acknowledged' },
      content: {
        kind: 'warning',
        place: 'modal',
        title: 'La charte de l’ENT',
        body: 'Chacun respecte les autres, à l’écrit comme à l’oral. [Lire la charte](/charte/).',
        actions: [{ label: 'J’ai lu la charte', do: 'acknowledge' }],
        leave: ['later'],
      },
    }),
  },
  {
    id: 'barometer',
    name: () => msg('Baromètre', { id: 'studio-template-barometer' }),
    purpose: () => msg('Deux questions, deux fois par an', { id: 'studio-template-barometer-for' }),
    campaign: survey({
      title: 'Baromètre',
      lever: 'support',
      audience: { profiles: ['teacher', 'guardian'] },
      frequency: { max: 2, every: 'P7D', until: 'completed' },
      content: {
        display: 'corner',
        title: 'Votre avis sur l’ENT',
        intro: 'Deux questions, une minute.',
        dimensions: ['profile'],
        privacy: PRIVACY,
        questions: [
          {
            id: 'recommander',
            kind: 'nps',
            title: 'Conseilleriez-vous l’ENT à un collègue ou à un parent\u202f?',
            required: true,
          },
          { id: 'manque', kind: 'longtext', title: 'Qu’est-ce qui vous manque\u202f?', maxLength: 500 },
        ],
        thanks: 'Merci. Les résultats seront affichés à la fin du mois.',
      },
    }),
  },
  {
    id: 'parents',
    name: () => msg('Accueil des nouveaux parents', { id: 'studio-template-parents' }),
    purpose: () => msg('Pour les parents arrivés depuis un mois', { id: 'studio-template-parents-for' }),
    campaign: banner({
      title: 'Accueil des nouveaux parents',
      lever: 'communication',
      audience: { profiles: ['guardian'], arrivedWithin: 'P30D' },
      content: {
        kind: 'information',
        place: 'top',
        title: 'Bienvenue',
        body: 'Ici, vous suivez les devoirs, les absences et les messages de l’école.',
        leave: ['close', 'later'],
      },
    }),
  },
  {
    id: 'start',
    name: () => msg('Bien démarrer', { id: 'studio-template-start' }),
    purpose: () => msg('Pour les enseignants qui arrivent', { id: 'studio-template-start-for' }),
    campaign: checklist({
      title: 'Bien démarrer',
      lever: 'training',
      audience: { profiles: ['teacher'], arrivedWithin: 'P60D' },
      content: {
        title: 'Bien démarrer',
        order: 'any',
        tasks: [
          { id: 'profil', title: 'Vérifier mes coordonnées', do: 'visit', to: '/mon-compte/' },
          { id: 'message', title: 'Écrire un premier message', do: 'visit', to: '/messagerie/' },
        ],
      },
    }),
  },
  {
    id: 'visit',
    name: () => msg('Visite de la page d’accueil', { id: 'studio-template-visit' }),
    purpose: () => msg('Pour ceux qui arrivent', { id: 'studio-template-visit-for' }),
    campaign: tour({
      title: 'Visite de la page d’accueil',
      lever: 'training',
      when: { pages: ['/accueil/'] },
      frequency: { max: 3, every: 'P1D', until: 'completed' },
      content: {
        intro: { title: 'Bienvenue dans l’ENT', body: 'Trois étapes, une minute.' },
        steps: [
          { id: 'menu', title: 'Le menu', body: 'Tous les services partent d’ici.', placement: 'center' },
          {
            id: 'jour',
            title: 'Votre journée',
            body: 'Ce qui vous attend aujourd’hui.',
            placement: 'center',
          },
          {
            id: 'aide',
            title: 'L’aide',
            body: 'Une question\u202f? Elle est toujours là.',
            placement: 'center',
          },
        ],
      },
    }),
  },
];

/** Nothing but what each kind cannot do without. */
export const BLANK: Readonly<Record<Campaign['kind'], () => Draft>> = {
  banner: () => banner({ content: { kind: 'information', place: 'top', title: '', leave: ['close'] } }),
  survey: () =>
    survey({
      content: {
        display: 'corner',
        dimensions: ['profile'],
        privacy: PRIVACY,
        questions: [{ id: 'q1', kind: 'nps', title: '' }],
      },
    }),
  tour: () => tour({ content: { steps: [{ id: 'etape-1', title: '', placement: 'center' }] } }),
  checklist: () => checklist({ content: { tasks: [{ id: 'tache-1', title: '', do: 'visit' }] } }),
};
