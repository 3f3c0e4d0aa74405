import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Campaign } from '../../src/model/schema/campaign.js';
import type { TourStep } from '../../src/model/schema/tour.js';
import type { StudioChangeEvent } from '../../src/studio/shell/events.js';
import type { StudioAwayEvent } from '../../src/studio/tour/away-event.js';
import '../../src/studio/tour/define-tour-editor.js';
import { messagingPage } from '../tour/messaging-page.js';
import { STEPS } from '../tour/tour.stories.js';

interface Args {
  steps: TourStep[];
  scheme: string;
  disabled: boolean;
}

/** The tour editor in a panel over the live page, as the studio shows it there. */
const meta: Meta<Args> = {
  title: 'Studio/Éditeur de visite',
  excludeStories: ['panel', 'WHOLE'],
  component: 'sentier-tour-editor',
  args: { steps: STEPS, scheme: 'light', disabled: false },
  argTypes: { scheme: { control: 'inline-radio', options: ['light', 'dark'] } },
  parameters: { layout: 'fullscreen' },
  render: ({ steps, scheme, disabled }) => panel(steps, scheme, disabled),
};
export default meta;
type Story = StoryObj<Args>;

/** A step that has every field there is. */
export const WHOLE: TourStep = {
  id: 'tout',
  target: ['#compose', { role: 'button', name: 'Nouveau message' }],
  also: ['#search'],
  spotlight: { padding: 12, radius: 8 },
  title: 'Tout ce qu’une étape peut porter',
  body: 'Cliquez sur **Nouveau message**.',
  why: 'Pour prévenir une famille sans attendre la sortie.',
  how: '- Choisissez à qui\u202f;\n- écrivez\u202f;\n- envoyez.',
  media: [
    { kind: 'image', src: '/aide/ecrire.png', alt: 'La fenêtre d’un nouveau message' },
    {
      kind: 'video',
      src: '/aide/ecrire.mp4',
      title: 'Écrire un message, en une minute',
      captions: { src: '/aide/ecrire.fr.vtt', lang: 'fr' },
      transcript: 'On clique sur Nouveau message, puis on choisit un groupe.',
    },
  ],
  placement: 'bottom',
  before: [{ click: '#inbox', until: '#compose', undo: '#search' }],
  interaction: 'allowed',
  advance: { on: 'click', byNext: true, check: { attribute: 'aria-expanded', is: 'true', present: '#to' } },
  next: [{ to: 'deux', present: '#inbox' }, { to: 'end', audience: { profiles: ['pupil'] } }, { to: 'deux' }],
  answers: [
    { label: 'Je sais déjà', to: 'end' },
    { label: 'Montrez-moi', to: 'deux' },
  ],
  missing: 'skip',
  page: '/**',
};

/** Owns the campaign, as the studio does: takes each change and gives it back; steps aside when asked. */
export function panel(steps: readonly TourStep[], scheme = 'light', disabled = false): TemplateResult {
  const campaign = {
    id: 'messagerie',
    kind: 'tour',
    title: 'Découvrir la messagerie',
    content: { steps },
  } as unknown as Campaign;
  const take = (event: StudioChangeEvent) => {
    (event.currentTarget as HTMLElement & { campaign: Campaign }).campaign = event.campaign;
  };
  const step = (event: StudioAwayEvent) => {
    event.preventDefault();
    const aside = (event.currentTarget as Element).closest<HTMLElement>('.studio-panel');
    if (aside) aside.hidden = event.away;
  };
  return html`<style>
      .studio-panel {
        position: fixed;
        z-index: 50;
        inset-block: 0;
        inset-inline-end: 0;
        box-sizing: border-box;
        width: min(420px, 100%);
        padding: 16px;
        overflow: auto;
        border-inline-start: 1px solid #d9dce3;
        background: #f6f7f9;
        font-family: system-ui, sans-serif;
      }
      .studio-panel[data-scheme='dark'] {
        border-color: #363a44;
        background: #121317;
      }
      .studio-panel[hidden] {
        display: none;
      }
    </style>
    ${messagingPage()}
    <aside class="studio-panel" data-scheme=${scheme} aria-label="Studio" lang="fr">
      <sentier-tour-editor
        scheme=${scheme}
        .campaign=${campaign}
        .plan=${{ version: 1, campaigns: [campaign] }}
        .disabled=${disabled}
        @sentier-studio-change=${take}
        @sentier-studio-away=${step}
      ></sentier-tour-editor>
    </aside>`;
}

export const Etapes: Story = { name: 'Étapes' };
export const Vide: Story = { args: { steps: [] } };
/** Targets that are not there, that are several, that are hidden, and that belong to another page. */
export const ARevoir: Story = {
  name: 'À revoir',
  args: {
    steps: [
      { id: 'un', target: '.css-1q2w3e > div:nth-child(3)', title: 'Écrire un message', body: 'Cliquez.' },
      { id: 'deux', target: { role: 'link' }, title: 'Les dossiers', body: 'Ils sont tous là.' },
      { id: 'trois', target: '#to', title: 'À qui\u202f?', body: 'Un nom, une classe, un groupe.' },
      { id: 'quatre', target: '#ecrire', title: 'Ailleurs', page: '/cahier-de-textes/' },
    ],
  },
};
export const TousLesChamps: Story = {
  name: 'Tous les champs',
  args: { steps: [WHOLE, { id: 'deux', title: 'Écrire' }] },
};
export const Sombre: Story = { args: { scheme: 'dark' } };
export const LectureSeule: Story = { name: 'Lecture seule', args: { disabled: true } };
