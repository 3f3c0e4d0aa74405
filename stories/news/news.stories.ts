import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../../src/elements/news/define-news.js';
import type { SentierNews } from '../../src/elements/news/sentier-news.js';
import type { NewsItem } from '../../src/core/news/news-items.js';

export interface NewsArgs {
  display: SentierNews['display'];
  items: readonly NewsItem[];
  scheme: 'light' | 'dark';
  audience: '' | 'pupil';
  locales: readonly string[];
}

const NOW = Date.now();
const DAY_MS = 864e5;

const item = (id: string, days: number, more: Partial<NewsItem>): NewsItem => ({
  id,
  kind: 'banner',
  version: 1,
  lever: 'communication',
  service: undefined,
  title: id,
  body: undefined,
  signature: undefined,
  image: undefined,
  event: undefined,
  at: NOW - days * DAY_MS,
  isOver: false,
  asks: false,
  ...more,
});

/** One of each sort: a visit, an event, a picture, a survey, what is over. */
export const ITEMS: readonly NewsItem[] = [
  item('agenda-partage', 0.1, {
    service: 'agenda',
    title: { fr: 'L’agenda de la classe se partage', ar: 'تقويم القسم أصبح مشتركًا' },
    body: {
      fr: 'Un événement marqué **Partager avec les familles** arrive dans leur agenda, avec un rappel la veille.',
      ar: 'يصل الحدث **المشترك** إلى تقويم العائلات مع تذكير في اليوم السابق.',
    },
    signature: { fr: 'Votre référent ENT', ar: 'مرجعكم' },
    asks: true,
  }),
  item('reunion-cm2', 1.2, {
    title: { fr: 'Réunion de rentrée des CM2', ar: 'اجتماع بداية السنة' },
    body: {
      fr: 'Au programme\u00a0: les projets de l’année, la classe découverte et la liaison avec le collège.',
      ar: 'مشاريع السنة والرحلة المدرسية.',
    },
    event: {
      start: '2026-09-17T18:00',
      end: '2026-09-17T19:30',
      location: 'École Jules-Valadon, salle polyvalente',
    },
    signature: { fr: 'Claire, CM2', ar: 'كلير' },
  }),
  item('messagerie-ecrire', 5, {
    kind: 'tour',
    lever: 'training',
    service: 'messagerie',
    title: { fr: 'Écrire un message', ar: 'كتابة رسالة' },
    body: { fr: 'Quatre étapes, deux minutes.', ar: 'أربع خطوات في دقيقتين.' },
    image: {
      src: new URL('../banner/classe.svg', import.meta.url).href,
      alt: 'Des élèves sur un sentier',
    },
    asks: true,
  }),
  item('avis-familles', 9, {
    kind: 'survey',
    title: { fr: 'Un mois d’ENT\u00a0: votre avis', ar: 'رأيكم بعد شهر' },
    body: { fr: 'Trois questions. Les réponses ne portent pas de nom.', ar: 'ثلاثة أسئلة.' },
    asks: true,
  }),
  item('maintenance', 40, {
    service: 'messagerie',
    lever: 'support',
    title: {
      fr: 'La messagerie a été fermée mercredi de 12\u00a0h à 14\u00a0h',
      ar: 'أُغلقت الرسائل يوم الأربعاء',
    },
    body: { fr: 'Elle a été mise à jour\u202f; aucun message n’a bougé.', ar: 'تم تحديثها.' },
    isOver: true,
  }),
];

/** Also the fixture of the element's tests. */
export const render = ({ display, items, scheme, audience, locales }: NewsArgs): TemplateResult =>
  html`<sentier-news
    display=${display}
    scheme=${scheme}
    audience=${audience}
    .items=${items}
    .locales=${locales}
  ></sentier-news>`;

/** « Quoi de neuf » : tout ce qui a été publié pour cette personne, à relire quand elle veut. */
const meta: Meta<NewsArgs> = {
  title: 'Actualités/Quoi de neuf',
  excludeStories: ['ITEMS', 'render'],
  component: 'sentier-news',
  args: { display: 'list', items: ITEMS, scheme: 'light', audience: '', locales: ['fr'] },
  argTypes: {
    display: { control: 'inline-radio', options: ['list', 'button', 'panel'] },
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    audience: { control: 'inline-radio', options: ['', 'pupil'] },
    items: { control: 'object' },
  },
  render,
};
export default meta;
type Story = StoryObj<NewsArgs>;

export const Liste: Story = { name: 'Dans la page' };
export const Bouton: Story = { name: 'Bouton et panneau', args: { display: 'button' } };
export const PourLesEleves: Story = { name: 'Pour les élèves', args: { audience: 'pupil' } };
export const Vide: Story = { name: 'Rien de neuf', args: { items: [] } };
export const BeaucoupDEntrees: Story = {
  name: 'Beaucoup d’entrées',
  args: {
    items: Array.from({ length: 24 }, (_, i) =>
      item(`n-${i}`, i, { title: `Annonce ${i + 1}`, body: 'Quelques mots.' }),
    ),
  },
};
export const Arabe: Story = { name: 'De droite à gauche', args: { locales: ['ar', 'fr'] } };
