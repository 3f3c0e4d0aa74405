import type { TourParts } from './more.js';

/** Where a demonstration stands, said in the address alone: nothing is kept of it. */
export const DEMO = 'sentier-demo';
export const DEMO_STEP = 'sentier-step';

/**
 * For demonstrations before a room: the keys of a presenter's remote control, wherever the focus is, and the way to
 * other pages without keeping anything. Large texts are the styles'.
 */
export class Presenter {
  readonly #parts: TourParts;

  constructor(parts: TourParts, signal: AbortSignal) {
    this.#parts = parts;
    addEventListener('keydown', (event) => this.#press(event), { signal, capture: true });
    parts.host.addEventListener('sentier-step', (event) => (this.#step = event.step), { signal });
  }
  #step = '';

  /** Remote controls send Page Down and Page Up; the dot blanks the screen. */
  #press(event: KeyboardEvent): void {
    const { host, card, ring } = this.#parts;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'PageDown') host.next();
    else if (event.key === 'PageUp') host.back();
    else if (event.key === 'Home') this.#parts.send({ type: 'goto', step: this.#parts.steps[0]!.id });
    else if (event.key === '.' && card.contains(host.shadowRoot!.activeElement))
      for (const { classList } of [card, ring]) classList.toggle('away');
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Goes to another page, and takes the demonstration there. */
  readonly navigate = (path: string): void => {
    const { host, steps } = this.#parts;
    const address = new URL(path, location.href);
    address.searchParams.set(DEMO, host.campaign);
    const at = steps.findIndex(({ id }) => id === this.#step);
    const next = steps.find(({ page }, i) => i !== at && page === path)?.id;
    if (next) address.searchParams.set(DEMO_STEP, next);
    location.assign(address.href);
  };
}
