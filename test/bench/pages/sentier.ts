import { expose } from './host.js';
import { startOf } from './start.js';

/** The real script, loaded by the page's own tag; only what happens on the page is said from here, and buttons are pressed. */
const card = () => document.querySelector('sentier-tour')?.shadowRoot;
expose({
  start: startOf('bench'),
  next: () => card()?.querySelector<HTMLElement>('[data-action="next"], .next, button.primary')?.click(),
  stop: () => card()?.querySelector<HTMLElement>('.close')?.click(),
});
