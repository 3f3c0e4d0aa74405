import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../../src/elements/checklist/define-checklist.js';
import type { SentierChecklist } from '../../src/elements/checklist/sentier-checklist.js';
import type { ChecklistContent } from '../../src/model/schema/checklist.js';
import { framed } from '../framed.js';

export interface ChecklistArgs {
  content: ChecklistContent;
  done: readonly string[];
  place: SentierChecklist['place'];
  folded: boolean;
  scheme: 'light' | 'dark';
  audience: '' | 'pupil';
  locales: readonly string[];
}

export const TASKS: ChecklistContent = {
  title: { fr: 'Bien démarrer', ar: 'بداية جيدة' },
  intro: { fr: 'Cinq gestes pour la semaine de la rentrée.', ar: 'خمس خطوات لأسبوع الدخول.' },
  thanks: { fr: 'Vous avez tout ce qu’il faut pour la rentrée.', ar: 'أنتم جاهزون.' },
  tasks: [
    {
      id: 'visite',
      title: { fr: 'Faire le tour de la page d’accueil', ar: 'جولة في الصفحة الرئيسية' },
      do: 'tour',
      to: 'bienvenue-2026',
    },
    {
      id: 'message',
      title: { fr: 'Écrire un premier message', ar: 'كتابة أول رسالة' },
      body: {
        fr: 'À un collègue, par exemple\u00a0: les familles ne sont pas prévenues.',
        ar: 'إلى زميل مثلًا.',
      },
      do: 'tour',
      to: 'messagerie-ecrire',
    },
    {
      id: 'charte',
      title: { fr: 'Lire la charte d’usage', ar: 'قراءة ميثاق الاستعمال' },
      do: 'article',
      to: 'charte',
    },
    { id: 'agenda', title: { fr: 'Ouvrir l’agenda', ar: 'فتح التقويم' }, do: 'visit', to: '/agenda/' },
    {
      id: 'avis',
      title: { fr: 'Dire ce qui manque', ar: 'إبداء الرأي' },
      do: 'survey',
      to: 'avis-messagerie',
    },
  ],
};

/** Also the fixture of the element's tests. */
export const render = (args: ChecklistArgs): TemplateResult =>
  html`<sentier-checklist
    campaign="bien-demarrer"
    place=${args.place}
    scheme=${args.scheme}
    audience=${args.audience}
    ?folded=${args.folded}
    .content=${args.content}
    .done=${args.done}
    .locales=${args.locales}
  ></sentier-checklist>`;

/** « Bien démarrer » : des tâches le long d’un chemin. */
const meta: Meta<ChecklistArgs> = {
  title: 'Liste de démarrage/Liste de démarrage',
  excludeStories: ['TASKS', 'render'],
  component: 'sentier-checklist',
  args: {
    content: TASKS,
    done: ['visite'],
    place: 'inline',
    folded: false,
    scheme: 'light',
    audience: '',
    locales: ['fr'],
  },
  argTypes: {
    place: { control: 'inline-radio', options: ['inline', 'corner'] },
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    audience: { control: 'inline-radio', options: ['', 'pupil'] },
    content: { control: 'object' },
  },
  render,
};
export default meta;
type Story = StoryObj<ChecklistArgs>;

export const DansLaPage: Story = { name: 'Dans la page' };
export const DansUnCoin: Story = {
  name: 'Dans un coin',
  args: { place: 'corner' },
  parameters: { docs: { story: framed(620) } },
};
export const Repliee: Story = {
  name: 'Repliée',
  args: { place: 'corner', folded: true },
  parameters: { docs: { story: framed(620) } },
};
export const DansLOrdre: Story = {
  name: 'Dans l’ordre',
  args: { content: { ...TASKS, order: 'fixed' }, done: ['visite'] },
};
export const ToutEstFait: Story = {
  name: 'Tout est fait',
  args: { done: TASKS.tasks.map(({ id }) => id) },
};
export const PourLesEleves: Story = { name: 'Pour les élèves', args: { audience: 'pupil' } };
export const Arabe: Story = { name: 'De droite à gauche', args: { locales: ['ar', 'fr'] } };
