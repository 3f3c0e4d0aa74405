import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/studio/picker/define-picker.js';
import { messagingPage } from '../tour/messaging-page.js';

interface Args {
  withTree: boolean;
}

/** How an author points at an element of the page, by mouse, by finger or by keyboard. */
const meta: Meta<Args> = {
  title: 'Studio/Choisir un élément',
  component: 'sentier-picker',
  args: { withTree: false },
  parameters: { layout: 'fullscreen' },
  render: ({ withTree }) => html`${messagingPage()}<sentier-picker ?with-tree=${withTree}></sentier-picker>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Souris: Story = { name: 'À la souris' };
export const Clavier: Story = { name: 'Au clavier, par la liste', args: { withTree: true } };
