import { expose } from './host.js';

/** The real script, loaded by the page's own tag; only the buttons are pressed from here. */
const card = () => document.querySelector('sentier-survey')?.shadowRoot;
expose({
  start: () =>
    (window as unknown as { sentier: { show(id: string): Promise<boolean> } }).sentier.show('survey'),
  next: () => card()?.querySelector<HTMLElement>('.primary')?.click(),
  stop: () => card()?.querySelector<HTMLElement>('.close')?.click(),
});
