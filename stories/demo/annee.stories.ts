import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { DemoYear } from './annee-view.js';

if (!customElements.get('demo-year')) customElements.define('demo-year', DemoYear);

/** L’année scolaire du plan de démonstration, décidée comme dans une page : qui voit quoi, quand, et pourquoi pas le reste. */
const meta: Meta = {
  title: 'Démonstration/Une année',
  parameters: { layout: 'fullscreen' },
  render: () => html`<main><demo-year></demo-year></main>`,
};
export default meta;

export const Annee: StoryObj = { name: 'Une année, jour par jour' };
