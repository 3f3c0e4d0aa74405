import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TourContent } from '../../src/model/schema/tour.js';
import '../../src/elements/tour/define-step.js';
import '../../src/elements/tour/define-tour.js';
import { framed } from '../framed.js';
import { messagingPage } from './messaging-page.js';

interface Args {
  content: Partial<TourContent>;
  locales: readonly string[];
  scheme: string;
  level: number;
}

/** A guided tour over a page's own elements, here the messages of a primary school. */
const meta: Meta<Args> = {
  title: 'Visite/Visite guidée',
  excludeStories: ['STEPS'],
  component: 'sentier-tour',
  args: { locales: ['fr'], scheme: 'light', level: 2 },
  argTypes: {
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    content: { control: 'object' },
  },
  parameters: {
    layout: 'fullscreen',
    docs: { story: framed(560) },
    // The page behind has aria-hidden while focus is in the card, and loses it as soon as focus goes to the page
    // (hide-rest.ts): no focus is ever in what is hidden, which is what this rule cannot see.
    a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } },
  },
  render: ({ content, locales, scheme, level }) =>
    messagingPage(
      html`<sentier-tour
        autostart
        campaign="messagerie"
        scheme=${scheme}
        level=${level}
        .content=${content}
        .locales=${locales}
      ></sentier-tour>`,
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** Steps on a button, in a list's shadow root, on a form far down, and in the centre. */
export const STEPS: TourContent['steps'] = [
  {
    id: 'write',
    target: [{ role: 'button', name: 'Nouveau message' }, '#compose'],
    title: 'Écrire un message',
    body: 'Cliquez sur **Nouveau message**\u00a0: le destinataire se cherche par son nom, sa classe ou son groupe.',
  },
  {
    id: 'archive',
    target: '#mails >>> #archive-5',
    title: 'Ranger ce qui est lu',
    body: 'Un message archivé quitte la liste, sans être effacé. Vous le retrouvez par la recherche.',
  },
  {
    id: 'signature',
    target: '#signature',
    title: 'Signer ses messages',
    body: 'Votre signature part avec chaque message\u00a0:\n\n- votre nom\n- votre classe\n- les heures où l’on peut vous joindre',
  },
  { id: 'end', title: 'Vous y êtes', body: 'Cette visite se retrouve à tout moment dans l’aide.' },
];

export const WithIntro: Story = {
  name: 'Proposée',
  args: {
    content: {
      intro: {
        title: 'Découvrir la nouvelle messagerie',
        body: 'Quatre étapes, deux minutes. Vous pourrez la reprendre quand vous voudrez.',
      },
      steps: STEPS,
    },
  },
};

export const Steps: Story = { name: 'Étapes', args: { content: { steps: STEPS } } };

export const OneStep: Story = {
  name: 'Une seule étape',
  args: { content: { steps: [{ target: '#inbox', title: 'Vos messages sont ici', placement: 'end' }] } },
};

export const ByDoing: Story = {
  name: 'En faisant',
  args: {
    content: {
      steps: [
        { id: 'click', target: '#compose', title: 'Ouvrez un message', advance: { on: 'click' } },
        { id: 'search', target: '#search', title: 'Cherchez un nom', advance: { on: 'input' } },
        { id: 'done', title: 'Bravo' },
      ],
    },
  },
};

/** The middle step's target is not on the page, and its policy leaves it out. */
export const Skipping: Story = {
  name: 'Étape sans cible',
  args: {
    content: {
      steps: [
        STEPS[0]!,
        { id: 'nowhere', target: '#nowhere', missing: 'skip', title: 'Jamais vue' },
        STEPS[2]!,
      ],
    },
  },
};

/** The second step's target does not come: its card waits, then shows its text in the centre. */
export const Waiting: Story = {
  name: 'En attente',
  args: {
    content: {
      steps: [STEPS[0]!, { target: '#nowhere', title: 'Le cahier de textes', body: 'Il arrive.' }, STEPS[3]!],
    },
  },
};

export const Arabic: Story = {
  name: 'De droite à gauche',
  args: {
    locales: ['ar'],
    content: {
      steps: [
        {
          target: '#compose',
          title: { ar: 'كتابة رسالة', fr: 'Écrire un message' },
          body: { ar: 'اضغط على الزر لكتابة رسالة إلى المعلم.', fr: 'Appuyez sur le bouton.' },
        },
        { target: '#inbox', title: { ar: 'الرسائل الواردة', fr: 'Messages reçus' }, placement: 'end' },
      ],
    },
  },
};

export const Dark: Story = { name: 'Sombre', args: { scheme: 'dark', content: { steps: STEPS } } };

/** Clicks of the tour's before a step, undone on the way back; a check of what the person does; two ways on. */
export const Branching: Story = {
  name: 'Qui ouvre, vérifie et demande',
  args: {
    content: {
      steps: [
        {
          id: 'write',
          target: '#compose',
          title: 'Deux façons d’écrire',
          body: 'À une personne, ou à une classe.',
          answers: [
            { label: 'Écrire à une personne', to: 'one' },
            { label: 'Écrire à une classe', to: 'class' },
          ],
        },
        {
          id: 'one',
          target: '#search',
          title: 'Cherchez son nom',
          body: 'Trois lettres au moins.',
          advance: { on: 'input', check: { value: '???*' } },
          next: 'end',
        },
        { id: 'class', target: '#inbox', title: 'La liste des classes', body: 'Elle est dans le menu.' },
      ],
    },
  },
};

/** What for, how, a picture; and simpler words by a switch. */
export const Parts: Story = {
  name: 'À quoi ça sert, comment faire',
  args: {
    content: {
      steps: [
        {
          target: '#compose',
          title: { fr: 'Écrire un message', 'fr-x-simple': 'J’écris un message' },
          body: {
            fr: 'Le destinataire se cherche par son nom, sa classe ou son groupe.',
            'fr-x-simple': 'Je clique sur le bouton bleu.',
          },
          why: 'Prévenir une famille sans attendre le soir.',
          how: '1. **Nouveau message**\n2. quelques lettres du nom\n3. **Envoyer**',
        },
        STEPS[3]!,
      ],
    },
  },
};

/** No veil, no focus taken: the page stays in use. */
export const HintOnly: Story = {
  name: 'Un simple repère',
  args: {
    content: {
      steps: [{ target: '#inbox', display: 'hint', title: 'Vos messages ont déménagé', placement: 'end' }],
    },
  },
};

/** One spotlight around two elements, with more room. */
export const Several: Story = {
  name: 'Plusieurs éléments entourés',
  args: {
    content: {
      steps: [
        {
          target: '#compose',
          also: ['#search'],
          spotlight: { padding: 12, radius: 18 },
          title: 'Écrire et chercher',
          body: 'Les deux gestes de tous les jours.',
        },
      ],
    },
  },
};

export const Blocked: Story = {
  name: 'Élément montré seulement',
  args: {
    content: {
      steps: [
        { target: '#compose', interaction: 'blocked', title: 'Ce bouton n’ouvre rien pendant la visite' },
        STEPS[3]!,
      ],
    },
  },
};

const DEEP = '#mails >>> #mail-0';

/** Written in the page, without plan or script. */
export const ByHand: Story = {
  name: 'En HTML',
  args: { content: {} },
  render: () =>
    messagingPage(html`
      <sentier-tour autostart>
        <sentier-step id="write" target="#compose" heading="Écrire un message">
          <p style="margin: 0">Un bouton, un message.</p>
        </sentier-step>
        <sentier-step id="read" target=${DEEP} heading="Lire" placement="top">
          <p style="margin: 0">Les plus récents sont en haut.</p>
        </sentier-step>
      </sentier-tour>
    `),
};
