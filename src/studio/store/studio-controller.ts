import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Studio } from './studio.js';

/** Renders its host again when the document changes. */
export class StudioController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { studio: Studio | undefined };
  #studio: Studio | undefined;
  readonly #update = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost & { studio: Studio | undefined }) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const { studio } = this.#host;
    if (studio === this.#studio) return;
    this.hostDisconnected();
    studio?.addEventListener('change', this.#update);
    this.#studio = studio;
  }

  hostDisconnected(): void {
    this.#studio?.removeEventListener('change', this.#update);
    this.#studio = undefined;
  }
}
