import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { LitElement, html } from 'lit';
import { icon } from '../../src/elements/primitives/icon.js';
import { prop } from '../../src/elements/primitives/prop.js';
import { renderBody } from '../../src/elements/primitives/render-body.js';
import { waymarks } from '../../src/elements/primitives/waymarks.js';
import { styles as waymarkStyles } from '../../src/elements/primitives/waymarks.styles.js';
import { styles as base } from '../../src/elements/styles/base.styles.js';
import { styles as button } from '../../src/elements/styles/button.styles.js';
import { styles as card } from '../../src/elements/styles/card.styles.js';
import { styles as tokens } from '../../src/elements/styles/tokens.styles.js';
import closeIcon from 'lucide/dist/esm/icons/x.mjs';

/** Une carte de démonstration : ce que partagent les quatre éléments. */
class DemoCard extends LitElement {
  static override properties = { step: prop({ type: Number }) };
  static override styles = [tokens, base, card, button, waymarkStyles];
  declare step: number;
  constructor() {
    super();
    this.step = 1;
  }
  override render() {
    return html`<div class="root" lang="fr" dir="ltr">
      <section class="card" aria-label="Carte">
        <h2>Du papier d’écolier</h2>
        ${renderBody('Un **mot**, [un lien](/ici), `du code`, [[Ctrl]] + [[C]].\n\n- un\n- deux\n  1. dedans', ['fr'])}
        <div class="actions">
          ${waymarks(this.step, 5)}
          <button class="push">Plus tard</button>
          <button class="primary">Suivant</button>
        </div>
        <button class="icon close" aria-label="Fermer">${icon(closeIcon)}</button>
      </section>
    </div>`;
  }
}
if (!customElements.get('demo-card')) customElements.define('demo-card', DemoCard);

interface Args {
  scheme: 'light' | 'dark';
  audience: '' | 'pupil';
  step: number;
}
const meta: Meta<Args> = {
  title: 'Primitives/Carte',
  args: { scheme: 'light', audience: '', step: 1 },
  argTypes: {
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    audience: { control: 'inline-radio', options: ['', 'pupil'] },
    step: { control: { type: 'range', min: 0, max: 5 } },
  },
  render: ({ scheme, audience, step }) =>
    html`<demo-card scheme=${scheme} audience=${audience} step=${step}></demo-card>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Claire: Story = {};
export const Sombre: Story = { args: { scheme: 'dark' } };
export const PourLesEleves: Story = { args: { audience: 'pupil' } };
export const CheminFini: Story = { args: { step: 5 } };
