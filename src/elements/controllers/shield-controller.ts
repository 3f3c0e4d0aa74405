import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shield } from '../primitives/shield.js';

/** Keeps what a person does inside the host's shadow tree from the page, for as long as the host lives. */
export class ShieldController implements ReactiveController {
  constructor(host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    shield(host);
  }

  /** A controller must have one method; the listeners go with the host that they are on. */
  hostConnected(): void {}
}
