import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/survey/define-survey.js';
import type { PartialStore, SentierSurvey } from '../../src/elements/survey/sentier-survey.js';
import type { Delivery } from '../../src/core/ports.js';
import type { SurveyContent } from '../../src/model/schema/survey.js';
import { framed } from '../framed.js';

export interface SurveyArgs {
  content: SurveyContent;
  audience?: 'pupil';
  scheme?: 'light' | 'dark';
  locales?: string[];
  dimensions?: Record<string, string>;
  store?: PartialStore;
  profiles?: string[];
  /** What becomes of the answers. */
  delivery?: Delivery;
}

/** Also the fixture of the element's tests. */
export function render(args: SurveyArgs): SentierSurvey {
  const survey = document.createElement('sentier-survey');
  survey.campaign = 'barometre';
  survey.setAttribute('scheme', args.scheme ?? 'light');
  if (args.audience) survey.setAttribute('audience', args.audience);
  survey.setAttribute('plan-locale', 'fr');
  survey.locales = args.locales ?? ['fr'];
  survey.dimensions = args.dimensions;
  survey.store = args.store;
  survey.profiles = args.profiles;
  const { delivery } = args;
  if (delivery) survey.send = () => delivery;
  survey.content = args.content;
  return survey;
}

const privacy = {
  controller: 'la DSDEN de la Haute-Garonne',
  purpose: 'savoir ce qui aide et ce qui gêne dans l’ENT, pour l’améliorer',
  retention: 'P12M',
  contact: 'dpd@academie.example',
};

export const barometer: SurveyContent = {
  display: 'inline',
  title: 'L’ENT, trois mois après',
  intro: 'Trois questions, une minute. **Merci de votre aide.**',
  dimensions: ['profile', 'degree'],
  privacy,
  questions: [
    {
      id: 'recommend',
      kind: 'nps',
      title: 'Recommanderiez-vous l’ENT à un collègue d’une autre école\u202f?',
      required: true,
    },
    {
      id: 'most',
      kind: 'choice',
      title: 'Qu’est-ce qui vous sert le plus\u202f?',
      help: 'Une seule réponse\u00a0: la plus importante pour vous.',
      required: true,
      options: ['La messagerie', 'Le cahier de textes', { id: 'blog', label: 'Le blog de la classe' }],
    },
    { id: 'better', kind: 'longtext', title: 'Que faudrait-il améliorer d’abord\u202f?', maxLength: 300 },
  ],
  thanks: 'Les résultats seront publiés dans le blog de l’école avant les vacances.',
};

const pupils: SurveyContent = {
  display: 'inline',
  title: 'Ton avis sur le cahier de textes',
  questions: [
    { id: 'find', kind: 'boolean', title: 'Tu trouves tes devoirs facilement\u202f?', required: true },
    {
      id: 'where',
      kind: 'choice',
      title: 'Où regardes-tu tes devoirs\u202f?',
      options: ['Sur un ordinateur', 'Sur un téléphone', 'Dans mon agenda en papier'],
    },
    { id: 'say', kind: 'text', title: 'Que veux-tu nous dire\u202f?' },
  ],
};

const arabic: SurveyContent = {
  display: 'inline',
  title: { fr: 'Votre espace parents', ar: 'فضاء أولياء الأمور' },
  intro: { fr: 'Deux questions.', ar: 'سؤالان فقط.' },
  questions: [
    {
      id: 'easy',
      kind: 'choice',
      title: { fr: 'Lire les messages de l’école est…', ar: 'قراءة رسائل المدرسة…' },
      options: [
        { id: 'easy', label: { fr: 'facile', ar: 'سهلة' } },
        { id: 'hard', label: { fr: 'difficile', ar: 'صعبة' } },
      ],
    },
    { id: 'why', kind: 'text', title: { fr: 'Pourquoi\u202f?', ar: 'لماذا؟' } },
  ],
};

const one: SurveyContent = {
  title: 'La nouvelle messagerie',
  privacy,
  questions: [{ id: 'useful', kind: 'boolean', title: 'La visite vous a-t-elle été utile\u202f?' }],
};

const meta: Meta<SurveyArgs> = {
  title: 'Enquête/Enquête',
  excludeStories: ['render', 'barometer'],
  component: 'sentier-survey',
  render,
  argTypes: {
    delivery: { control: 'select', options: ['sent', 'waiting', 'held', 'refused', 'none'] },
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    audience: { control: 'inline-radio', options: [undefined, 'pupil'] },
  },
};
export default meta;

type Story = StoryObj<SurveyArgs>;

export const Inline = {
  name: 'Dans la page',
  args: { content: barometer, delivery: 'sent' },
} satisfies Story;
export const Corner = {
  parameters: { docs: { story: framed(640) } },
  name: 'Dans un coin',
  args: { content: { ...barometer, display: 'corner' }, delivery: 'sent' },
} satisfies Story;
export const Modal = {
  parameters: { docs: { story: framed(640) } },
  name: 'Par-dessus la page',
  args: { content: { ...barometer, display: 'modal' }, delivery: 'sent' },
} satisfies Story;
export const OneQuestion = {
  parameters: { docs: { story: framed(640) } },
  name: 'Une seule question',
  args: { content: { ...one, display: 'corner' }, dimensions: { profile: 'teacher' } },
} satisfies Story;
export const Dark = {
  name: 'Sombre',
  args: { content: barometer, scheme: 'dark', delivery: 'sent' },
} satisfies Story;
export const Pupils = {
  name: 'Pour les élèves',
  args: { content: pupils, audience: 'pupil', delivery: 'sent' },
} satisfies Story;
export const PupilsWithText = {
  name: 'Texte libre pour les élèves',
  args: { content: { ...pupils, freeTextForPupils: true }, audience: 'pupil', delivery: 'sent' },
} satisfies Story;
export const ArabicContent = {
  name: 'En arabe',
  args: { content: arabic, locales: ['ar', 'fr'] },
} satisfies Story;
export const Waiting = {
  name: 'En attente du réseau',
  args: { content: barometer, delivery: 'waiting' },
} satisfies Story;
export const Held = {
  name: 'En attente, rien n’a pu être gardé',
  args: { content: barometer, delivery: 'held' },
} satisfies Story;
export const Refused = { name: 'Refusée', args: { content: barometer, delivery: 'refused' } } satisfies Story;
