import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/banner/define-banner.js';
import type { BannerContent, BannerPlace } from '../../src/model/schema/banner.js';
import { framed } from '../framed.js';

const PICTURE = { src: new URL('./classe.svg', import.meta.url).href, alt: 'Des élèves sur un sentier' };

interface Args {
  content: BannerContent;
  place: BannerPlace;
  scheme: 'light' | 'dark';
  audience: '' | 'pupil';
  locales: readonly string[];
}

/** Une annonce : en haut ou en bas de la page, dans la page, dans un coin, ou par-dessus. */
const meta: Meta<Args> = {
  title: 'Bannière/Bannière',
  component: 'sentier-banner',
  args: { place: 'inline', scheme: 'light', audience: '', locales: ['fr'] },
  argTypes: {
    place: { control: 'select', options: ['top', 'bottom', 'inline', 'corner', 'modal'] },
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    audience: { control: 'inline-radio', options: ['', 'pupil'] },
    content: { control: 'object' },
  },
  render: ({ content, place, scheme, audience, locales }) =>
    html`<sentier-banner
      campaign="rentree-2026"
      place=${place}
      scheme=${scheme}
      audience=${audience}
      .locales=${locales}
      .content=${content}
    ></sentier-banner>`,
};
export default meta;
type Story = StoryObj<Args>;

/** What keeps to an edge of the page, or lies over it. */
const OVER = framed(480);

export const Information: Story = {
  args: {
    content: {
      title: 'Les réunions de rentrée commencent lundi',
      body: 'Les dates de chaque classe sont dans l’**agenda**. Vous pouvez déjà [préparer votre venue](/agenda/).',
      leave: ['close'],
      signature: 'La direction',
    },
  },
};

export const Nouveau: Story = {
  args: {
    content: {
      kind: 'new',
      title: 'La messagerie change',
      body: 'Elle s’ouvre maintenant d’un seul geste\u00a0: appuyez sur [[M]].',
      actions: [
        { label: 'Faire la visite', do: 'tour', to: 'messagerie-2026' },
        { label: 'En savoir plus', do: 'article', to: 'messagerie' },
      ],
      leave: ['close', 'later'],
    },
  },
};

export const Attention: Story = {
  args: {
    content: {
      kind: 'warning',
      title: 'De faux messages circulent',
      body: 'L’ENT ne demande **jamais** votre mot de passe par courriel.\n\n- N’ouvrez pas la pièce jointe.\n- Prévenez votre référent.',
      actions: [{ label: 'J’ai compris', do: 'acknowledge' }],
      leave: [],
    },
  },
};

export const Maintenance: Story = {
  args: {
    content: {
      kind: 'maintenance',
      title: 'L’ENT sera fermé mercredi de 20\u00a0h à 23\u00a0h',
      body: 'Enregistrez votre travail avant.',
      leave: ['close', 'never'],
    },
  },
};

export const BonneNouvelle: Story = {
  args: { content: { kind: 'success', title: 'Le cahier de textes est de nouveau en service' } },
};

export const Evenement: Story = {
  args: {
    content: {
      kind: 'event',
      title: 'Atelier\u00a0: bien démarrer avec l’ENT',
      body: 'Mardi 6 octobre à 18\u00a0h, salle polyvalente.',
      actions: [{ label: 'S’inscrire', do: 'link', to: 'https://example.org/inscription' }],
      leave: ['close', 'later', 'never'],
    },
  },
};

const NEW = Nouveau.args?.content as BannerContent;
export const EnHaut: Story = { args: { content: NEW, place: 'top' }, parameters: { docs: { story: OVER } } };
export const EnBas: Story = {
  args: { content: NEW, place: 'bottom' },
  parameters: { docs: { story: OVER } },
};
export const DansUnCoin: Story = {
  args: { content: NEW, place: 'corner' },
  parameters: { docs: { story: OVER } },
};
export const ParDessus: Story = {
  args: { content: NEW, place: 'modal' },
  parameters: { docs: { story: OVER } },
};
export const Sombre: Story = {
  args: { content: NEW, place: 'corner', scheme: 'dark' },
  parameters: { docs: { story: OVER } },
};
export const PourLesEleves: Story = {
  args: { content: NEW, place: 'corner', audience: 'pupil' },
  parameters: { docs: { story: OVER } },
};

export const TexteLong: Story = {
  args: {
    content: {
      title: 'Anticonstitutionnellement '.repeat(6),
      body: `${'Une phrase qui dure, pour voir la mesure des lignes. '.repeat(12)}\n\n${'sans-espace-'.repeat(20)}`,
      actions: [
        { label: 'Une action au libellé plutôt long pour un bouton', do: 'link', to: '/a/' },
        { label: 'Une autre action au libellé plutôt long', do: 'link', to: '/b/' },
      ],
      leave: ['close', 'later', 'never'],
      signature: 'Le service numérique de la direction académique',
    },
  },
};

export const AvecImage: Story = {
  parameters: { docs: { story: OVER } },
  args: {
    place: 'corner',
    content: {
      kind: 'success',
      title: 'Votre classe a une photo',
      image: PICTURE,
    },
  },
};

/** La fiche d’un événement ; « Ajouter à mon agenda » fabrique le fichier dans la page. */
export const FicheEvenement: Story = {
  args: {
    content: {
      kind: 'event',
      title: { fr: 'Réunion de rentrée des CM2', ar: 'اجتماع بداية السنة' },
      body: {
        fr: 'Au programme\u00a0: les projets de l’année, la classe découverte et la liaison avec le collège.',
        ar: 'مشاريع السنة والرحلة المدرسية والانتقال إلى الإعدادية.',
      },
      event: {
        start: '2026-09-17T18:00',
        end: '2026-09-17T19:30',
        location: { fr: 'École Jules-Valadon, salle polyvalente', ar: 'قاعة المدرسة' },
        url: 'https://example.org/reunion-cm2',
        for: { fr: 'Les familles des CM2', ar: 'عائلات CM2' },
      },
      leave: ['close', 'later'],
      later: ['P1D', '2026-09-16T18:00'],
      signature: { fr: 'Claire, CM2', ar: 'كلير' },
    },
  },
};

/** Une charte : lue jusqu’au bout, une case, puis confirmer. */
export const PriseDeConnaissance: Story = {
  parameters: { docs: { story: OVER } },
  args: {
    place: 'modal',
    content: {
      title: { fr: 'La charte d’usage de l’ENT', ar: 'ميثاق استعمال المنصة' },
      body: {
        fr: [
          'Elle a été relue par le conseil d’école. La voici en entier.',
          '**On écrit à qui l’on a affaire.** Les familles aux enseignants de leurs enfants, les élèves à leurs enseignants.',
          '**On répond aux heures d’ouverture.** Personne n’attend de réponse après 19\u00a0h\u00a030 ni le week-end.',
          '**On publie avec l’accord des familles.** Une photo où un élève est reconnaissable demande une autorisation écrite.',
          '**On ne prête pas son compte.** En cas de doute, on change son mot de passe et on prévient la direction.',
          '**On reste courtois.** Ce qui blesse à l’oral blesse aussi par écrit.',
        ].join('\n\n'),
        ar: 'نكتب بأدب. لا ننشر صورة دون موافقة. لا نعير حسابنا لأحد.',
      },
      actions: [
        { label: { fr: 'Je confirme', ar: 'أؤكد' }, do: 'acknowledge' },
        { label: { fr: 'Ouvrir le document', ar: 'فتح الوثيقة' }, do: 'link', to: '/classeur/charte/' },
      ],
      acknowledge: {
        after: 'read',
        box: { fr: 'J’ai pris connaissance de la charte', ar: 'اطلعت على الميثاق' },
      },
      leave: ['later'],
      signature: { fr: 'Hélène, directrice', ar: 'هيلين' },
    },
  },
};

const WITH_PICTURE: BannerContent = { ...NEW, image: PICTURE, signature: 'Votre référent ENT' };
export const ImageDansLaPage: Story = { args: { content: WITH_PICTURE } };
export const ImageEnHaut: Story = {
  args: { content: WITH_PICTURE, place: 'top' },
  parameters: { docs: { story: OVER } },
};
export const ImageDansUnCoin: Story = {
  args: { content: WITH_PICTURE, place: 'corner' },
  parameters: { docs: { story: OVER } },
};
export const ImageParDessus: Story = {
  args: { content: WITH_PICTURE, place: 'modal' },
  parameters: { docs: { story: OVER } },
};

/** Reste en vue quand la page défile. */
export const CollanteEnHaut: Story = {
  args: { content: { ...NEW, sticky: true }, place: 'top' },
  parameters: { docs: { story: OVER } },
};

/** Aucune sortie : elle reste tant que la campagne dure. */
export const Permanente: Story = {
  args: { content: { kind: 'maintenance', title: 'Le classeur est en lecture seule jusqu’à vendredi' } },
  render: ({ content, place, scheme, locales }) =>
    html`<sentier-banner
      permanent
      place=${place}
      scheme=${scheme}
      .locales=${locales}
      .content=${content}
    ></sentier-banner>`,
};

export const DroiteAGauche: Story = {
  args: {
    locales: ['ar'],
    content: {
      kind: 'new',
      title: { fr: 'La messagerie change', ar: 'البريد يتغير' },
      body: { fr: 'Faites la visite.', ar: 'قم **بالجولة** لاكتشاف البريد الجديد.' },
      actions: [{ label: { fr: 'Faire la visite', ar: 'ابدأ الجولة' }, do: 'tour', to: 'messagerie-2026' }],
      leave: ['close', 'later'],
    },
  },
};

export const Anglais: Story = {
  args: {
    locales: ['en'],
    content: {
      kind: 'warning',
      title: { fr: 'Travaux', en: 'Roadworks' },
      body: { fr: 'Le car passera plus tôt.', en: 'The bus comes earlier.' },
    },
  },
};

/** Sans plan ni script : une balise dans la page. */
export const EcriteALaMain: Story = {
  render: ({ scheme }) => html`
    <sentier-banner
      severity="warning"
      heading="La cantine est fermée jeudi"
      leave="close later"
      signature="La mairie"
      scheme=${scheme}
    >
      Prévoyez un <strong>repas froid</strong>.
      <a slot="actions" href="/cantine/">Voir les menus</a>
    </sentier-banner>
  `,
};
