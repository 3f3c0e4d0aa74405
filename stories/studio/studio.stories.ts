import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/studio/define-studio.js';
import type { Screen } from '../../src/studio/shell/events.js';
import type { SentierStudio } from '../../src/studio/shell/sentier-studio.js';
import { Studio } from '../../src/studio/store/studio.js';
import { FileStore } from '../../src/studio/store/file-store.js';
import { setIn } from '../../src/studio/store/paths.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { bench, memoryRecovery, NOW, PLAN, THOUSAND } from './studio-fixtures.js';

interface Args {
  studio: () => Studio;
  screen: Screen;
  item?: string;
  scheme: 'light' | 'dark';
}

/** Le côté de l’administrateur : annoncer, guider, écouter, sans code. */
const meta: Meta<Args> = {
  title: 'Studio/Studio',
  component: 'sentier-studio',
  parameters: { layout: 'fullscreen' },
  args: { screen: 'campaigns', scheme: 'light', studio: () => bench().studio },
  argTypes: {
    screen: {
      control: 'select',
      options: ['campaigns', 'help', 'calendar', 'preview', 'results', 'publish', 'settings'],
    },
  },
  render: ({ studio, screen, item, scheme }) => {
    const element = document.createElement('sentier-studio') as SentierStudio;
    element.studio = studio();
    element.setAttribute('scheme', scheme);
    element.go(screen, item);
    return html`${element}`;
  },
};
export default meta;
type Story = StoryObj<Args>;

export const Campagnes: Story = {};
export const Vide: Story = { args: { studio: () => bench({ plan: { version: 1, campaigns: [] } }).studio } };
export const Banniere: Story = { args: { item: 'ouverture' } };
export const Enquete: Story = { args: { item: 'barometre' } };
export const ListeDeDemarrage: Story = { args: { item: 'demarrer' } };
export const EnFaute: Story = { args: { item: 'cantine' } };
export const Aide: Story = { args: { screen: 'help', item: 'mot-de-passe' } };
export const Calendrier: Story = { args: { screen: 'calendar' } };
export const Essayer: Story = { args: { screen: 'preview' } };
export const Resultats: Story = { args: { screen: 'results' } };
export const ResultatsDUneEnquete: Story = { args: { screen: 'results', item: 'barometre' } };
export const ResultatsDUneVisite: Story = { args: { screen: 'results', item: 'messagerie' } };
export const Reglages: Story = { args: { screen: 'settings' } };
export const Mille: Story = { args: { studio: () => bench({ plan: THOUSAND }).studio } };

const CHANGED: PlanDocument = setIn(
  { ...PLAN, campaigns: PLAN.campaigns!.filter(({ id }) => id !== 'cantine') },
  ['campaigns', 0, 'content', 'title', 'fr'],
  'L’ENT est ouvert',
);
export const Publier: Story = {
  args: { screen: 'publish', studio: () => bench({ plan: CHANGED, published: PLAN }).studio },
};
export const QuatreYeux: Story = {
  args: {
    screen: 'publish',
    studio: () => bench({ plan: CHANGED, published: PLAN, me: { role: 'publisher', fourEyes: true } }).studio,
  },
};
export const Fichier: Story = {
  args: {
    screen: 'publish',
    studio: () => new Studio({ store: new FileStore(PLAN), recovery: memoryRecovery(), now: () => NOW }),
  },
};
export const UneEcole: Story = {
  args: {
    item: 'ouverture',
    studio: () => bench({ me: { role: 'editor', scope: { kind: 'schools', schools: ['0750001A'] } } }).studio,
  },
};
export const Conflit: Story = {
  args: {
    studio: () =>
      bench({
        kept: {
          base: PLAN,
          plan: setIn(PLAN, ['campaigns', 0, 'content', 'title', 'fr'], 'Ma version du titre'),
          tag: '"0"',
          at: NOW,
        },
        plan: CHANGED,
      }).studio,
  },
};
