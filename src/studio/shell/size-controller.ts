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

  constructor(host: ReactiveControllerHost & HTMLElement) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      this.#host.dataset.size = SIZES.find(([limit]) => width < limit)?.[1] ?? 'xl';
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
