import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SIZES = [
  [560, 's'],
  [900, 'm'],
  [1240, 'l'],
] as const;

/**
 * Says in `data-size` how much room the host has: s, m, l or xl. The studio stands in a page of its own and in a panel of
 * 420 px alike, and Safari 15.4 has no container queries.
 */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  readonly #told: (() => void) | undefined;

  /** @param told - Called after the size was said. */
  constructor(host: ReactiveControllerHost & HTMLElement, told?: () => void) {
    this.#told = told;
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      const size = SIZES.find(([limit]) => width < limit)?.[1] ?? 'xl';
      // In the next frame: a change of layout in this one would be told to the page as an error ("ResizeObserver loop").
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#host.dataset.size = size;
        this.#told?.();
      });
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
  }
}
