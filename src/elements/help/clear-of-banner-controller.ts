import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { queryAll } from '../../platform/natives.js';

const CHANGES = ['sentier-show', 'sentier-dismiss', 'sentier-snooze', 'sentier-acknowledge', 'sentier-complete'];

/**
 * Keeps its host's button above a banner of ours at the foot of the screen: sets `--_lift`, the banner's height.
 * It hears of banners by their events and knows their part `box`, as a page may: no widget imports another.
 */
export class ClearOfBannerController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #observer = new ResizeObserver(([entry]) => this.#lift(entry?.target));

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  readonly #look = (): void => {
    this.#observer.disconnect();
    const banners = queryAll('html > sentier-banner[place="bottom"]:not([hidden])');
    const last = banners[banners.length - 1]?.shadowRoot?.querySelector('[part~="box"]');
    if (last) this.#observer.observe(last);
    this.#lift(last);
  };

  #lift(banner: Element | null | undefined): void {
    const { height = 0, bottom = 0 } = banner?.getBoundingClientRect() ?? {};
    // On a page shorter than the screen it stands under the text, out of the way.
    this.#host.style.setProperty('--_lift', `${bottom < innerHeight - 1 ? 0 : height}px`);
  }

  hostConnected(): void {
    for (const type of CHANGES) document.addEventListener(type, this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    for (const type of CHANGES) document.removeEventListener(type, this.#look);
    this.#observer.disconnect();
  }
}
