import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/help/define-help.js';
import type { Help } from '../../src/model/schema/help.js';
import { framed } from '../framed.js';
import { HELP } from './help-fixtures.js';
import { RICH } from './rich-help.js';

interface Args {
  content: Help | undefined;
  place: string;
  scheme: 'light' | 'dark';
  locales: readonly string[];
  withoutButton: boolean;
}

const meta: Meta<Args> = {
  title: 'Aide/Panneau',
  component: 'sentier-help',
  args: { content: HELP, place: 'bottom-end', scheme: 'light', locales: ['fr'], withoutButton: false },
  argTypes: {
    place: {
      control: 'select',
      options: ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline'],
    },
    scheme: { control: 'radio', options: ['light', 'dark'] },
  },
  parameters: { docs: { story: framed(560) } },
  render: ({ content, place, scheme, locales, withoutButton }) =>
    html`<sentier-help
      .content=${content}
      .locales=${locales}
      ?without-button=${withoutButton}
      place=${place}
      scheme=${scheme}
    ></sentier-help>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Bouton: Story = {};
export const DansUnBandeau: Story = { args: { place: 'inline' } };
export const Sombre: Story = { args: { scheme: 'dark' } };
export const EnArabe: Story = { args: { locales: ['ar', 'fr'] } };
/** Nothing written yet: the panel says so, and what to do meanwhile. */
export const Vide: Story = { args: { content: {} } };
/** No plan, no script: the content stands in the page. */
export const EcriteEnHTML: Story = {
  render: () =>
    html`<sentier-help>
      <script type="application/json">
        {
          "articles": [
            {
              "id": "note",
              "title": "Lire une note",
              "body": "Une note est **sur 20**.",
              "services": ["notes"]
            }
          ],
          "contacts": [{ "id": "referent", "title": "Secrétariat", "phone": "01 23 45 67 89" }]
        }
      </script>
    </sentier-help>`,
};

/** Steps, files, languages, simple words, related articles, a report of problems: open « Joindre un fichier ». */
export const TousLesContenus: Story = { args: { content: RICH } };
/** News that were not seen: a dot, and words for those who do not see it. */
export const NouveautesNonLues: Story = {
  render: () => html`<sentier-help .content=${HELP} unread="3"></sentier-help>`,
};
/** Elsewhere in the page, by attributes: another corner, further from the edges, another key. */
export const PlaceParAttributs: Story = {
  render: () =>
    html`<sentier-help .content=${HELP} place="top-end" offset="24 80" shortcut="Ctrl+Alt+A"></sentier-help>`,
};
