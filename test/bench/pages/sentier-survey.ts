import { expose } from './host.js';
import { startOf } from './start.js';

/** The real script, loaded by the page's own tag; only what happens on the page is said from here, and buttons are pressed. */
const card = () => document.querySelector('sentier-survey')?.shadowRoot;
expose({
  start: startOf('survey'),
  next: () => card()?.querySelector<HTMLElement>('.primary')?.click(),
  stop: () => card()?.querySelector<HTMLElement>('.close')?.click(),
});
