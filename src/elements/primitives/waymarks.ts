import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * The path: how far along `count` steps one is. Done is filled, current is ringed, to come is hollow; `current` counts
 * from 0 and equals `count` when all is done. Decoration (`aria-hidden`): words beside it must say the same.
 */
export function waymarks(current: number, count: number): TemplateResult {
  const marks: TemplateResult[] = [];
  // Not Array.from, which MooTools 1.3 replaces by one that takes no function.
  for (let i = 0; i < count; i++)
    marks.push(html`<i class=${i < current ? 'done' : i === current ? 'current' : ''}></i>`);
  return html`<span class="waymarks" aria-hidden="true">${marks}</span>`;
}
