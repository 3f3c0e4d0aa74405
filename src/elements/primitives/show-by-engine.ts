import { announce } from '../../platform/natives.js';

/** Has the engine show a campaign, or "help/<article>", through the context protocol. Nothing happens on a page without it. */
export function showByEngine(id: string): void {
  const callback = (service: { show(id: string): unknown }): unknown => service.show(id);
  // By symbol, as in context/services.ts, which would bring @lit/context into a banner.
  announce('context-request', { context: Symbol.for('sentier.engine'), callback });
}
