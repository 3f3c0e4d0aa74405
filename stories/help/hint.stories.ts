import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/help/define-help.js';
import '../../src/elements/help/define-hint.js';
import { HELP } from './help-fixtures.js';

const meta: Meta = { title: 'Aide/Repère', component: 'sentier-hint' };
export default meta;

/** Beside a field's label, and named after it. */
export const DansLeTexte: StoryObj = {
  render: () =>
    html`<label for="note">Note</label>
      <sentier-hint for="note"
        >La note est sur <strong>20</strong> ; laissez vide pour un élève absent.</sentier-hint
      >
      <br /><input id="note" inputmode="decimal" />`,
};

/** Written anywhere, it stands beside its target. */
export const AuPresDUnChamp: StoryObj = {
  render: () =>
    html`<form>
        <label for="to">Destinataire :</label> <input id="to" aria-describedby="to-more" size="20" />
        <p id="to-more">Trente au plus.</p>
      </form>
      <sentier-hint target="#to" article="ecrire">
        Un nom, un groupe ou une classe : commencez à écrire, puis choisissez dans la liste.
      </sentier-hint>
      <sentier-help .content=${HELP}></sentier-help>`,
};

/** A dot that draws the eye three times, then rests. */
export const Balise: StoryObj = {
  render: () =>
    html`<button id="abonner">S’abonner</button>
      <sentier-hint target="#abonner" look="beacon">Les dates arrivent dans votre téléphone.</sentier-hint>`,
};
