import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * The path: how far along `count` steps one is. Done is filled, current is ringed, to come is hollow; `current` counts
 * from 0 and equals `count` when all is done. Decoration (`aria-hidden`): words beside it must say the same.
 */
export function waymarks(current: number, count: number): TemplateResult {
  return html`<span class="waymarks" aria-hidden="true"
    >${Array.from(
      { length: count },
      (_, i) => html`<i class=${i < current ? 'done' : i === current ? 'current' : ''}></i>`,
    )}</span
  >`;
}
