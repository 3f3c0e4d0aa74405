import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { Change, Detail } from '../words/diff-words.js';

const HOW: Readonly<Record<Change['how'], () => string>> = {
  added: () => msg('nouveau', { id: 'studio-how-added' }),
  changed: () => msg('changé', { id: 'studio-how-changed' }),
  removed: () => msg('retiré', { id: 'studio-how-removed' }),
  moved: () => msg('déplacé', { id: 'studio-how-moved' }),
};

export const detailView = ({ label, from, to }: Detail): TemplateResult =>
  html`<li>
    <span class="soft">${label} :</span>
    ${from === undefined ? nothing : html`<del>${from}</del>`}
    ${from !== undefined && to !== undefined ? html`<span aria-hidden="true"> → </span>` : nothing}
    ${to === undefined ? nothing : html`<ins>${to}</ins>`}
  </li>`;

/** Changes in words: what was is struck out, what is stands after it; each leads to the thing itself. */
export function changesView(changes: readonly Change[], go?: (change: Change) => void): TemplateResult {
  return html`<ul class="changes">
    ${changes.map(
      (change) =>
        html`<li>
          <div class="row">
            <span class="tag plain">${HOW[change.how]()}</span>
            <strong>${change.title}</strong> <span class="soft small">${change.sort}</span>
            ${
              go && change.how !== 'removed'
                ? html`<button type="button" class="push" @click=${() => go(change)}>
                    ${msg('Ouvrir', { id: 'studio-open' })}
                  </button>`
                : nothing
            }
          </div>
          ${
            change.details.length
              ? html`<ul class="details">
                  ${change.details.map(detailView)}
                </ul>`
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}
