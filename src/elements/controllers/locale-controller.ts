import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { interfaceLocale, onInterfaceLocale } from '../../locales/msg.js';

/** Renders its host again when the interface changes language. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  /** The interface's language: the `lang` of our own words. */
  get lang(): string {
    return interfaceLocale();
  }

  hostConnected(): void {
    this.#stop = onInterfaceLocale(() => this.#host.requestUpdate());
    // The language may have changed while the host was away from the page.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
