import type { LitElement } from 'lit';
import { deepActiveElement } from '../../platform/focus.js';

/**
 * What is done may take away the button that did it, as a request that is approved takes both of its own. Call it before;
 * what it gives, after.
 * @param id of what takes the focus then, close to where the outcome is said
 */
export function keepFocus(host: LitElement, id: string): () => Promise<void> {
  const root = host.shadowRoot;
  const had = root?.activeElement;
  return async () => {
    await host.updateComplete;
    if (had && !deepActiveElement()) root?.getElementById(id)?.focus();
  };
}
