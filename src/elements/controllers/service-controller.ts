import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { engineContext } from '../context/services.js';
import type { EngineService } from '../context/services.js';

/**
 * The engine, by the context protocol. Asks when the host is connected, and again at `sentier-ready` on the document:
 * an element that was upgraded before the script started would else never hear of it.
 * (`ContextEvent` alone: a `ContextConsumer` costs 400 bytes more and cannot ask twice.)
 */
export class ServiceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  value: EngineService | undefined = undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    (this.#host = host).addController(this);
  }

  readonly #ask = (): void => {
    this.#host.dispatchEvent(
      new ContextEvent(engineContext, this.#host, (service) => {
        if (service === this.value) return;
        this.value = service;
        this.#host.requestUpdate();
      }),
    );
  };

  hostConnected(): void {
    document.addEventListener('sentier-ready', this.#ask);
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('sentier-ready', this.#ask);
  }
}
