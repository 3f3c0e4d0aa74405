import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Crosshair from 'lucide/dist/esm/icons/crosshair.mjs';
import ListTree from 'lucide/dist/esm/icons/list-tree.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Target } from '../../model/schema/common.js';
import { partWords, reasonWords, solidityWord } from '../picker/words.js';
import { without } from '../store/paths.js';
import { partsOf, targetOf } from './step-fields.js';
import type { StepView } from './step-view.js';
import { tool } from '../fields/tool-button.js';
import { remedyFor, stateWord } from './words.js';

/** What the step points at: each way to find it, how solid it is, and what it finds on the page now. */
export function targetPart(view: StepView): TemplateResult {
  const { step, index, check, disabled, isOverPage, pick, aim, set } = view;
  const parts = partsOf(step.target);
  const remedy = check && remedyFor(check.state);
  const put = (next: readonly (typeof parts)[number][]) => set('target', targetOf(next));
  const ask = (key: string, withTree: boolean) => pick(key, withTree, aim);
  return html`<div
    class="target"
    role="group"
    aria-label=${msg(str`Cible de l’étape ${index + 1}`, { id: 'studio-tour-target' })}
  >
    <div class="row">
      <span class="label">${msg('Cible', { id: 'studio-tour-target-short' })}</span>
      <span class="push row">
        <button
          type="button"
          class="quiet"
          data-pick="target"
          ?disabled=${disabled || !isOverPage}
          @click=${() => ask('target', false)}
        >
          ${icon(Crosshair, 18)}
          ${parts.length ? msg('Montrer un autre élément', { id: 'studio-tour-repick' }) : msg('Montrer sur la page', { id: 'studio-tour-pick' })}
        </button>
        ${tool(msg('Choisir dans la liste des éléments', { id: 'studio-tour-pick-tree' }), ListTree, disabled || !isOverPage, () => ask('target', true))}
      </span>
    </div>
    ${
      parts.length
        ? html`<ol class="ways">
            ${parts.map((part, i) => {
              const one = check?.parts[i];
              return html`<li class="way">
                <span
                  class="solidity"
                  data-solidity=${one?.fragility.solidity ?? nothing}
                  aria-hidden="true"
                ></span>
                <div>
                  <code>${partWords(part)}</code>
                  ${
                    one
                      ? html`<div class="hint">
                          ${solidityWord(one.fragility.solidity)}, ${reasonWords(one.fragility.reasons)}
                        </div>`
                      : nothing
                  }
                </div>
                ${one ? html`<span class="state" data-state=${one.state}>${stateWord(one.state)}</span>` : nothing}
                ${tool(
                  msg(str`Préférer «\u00a0${partWords(part)}\u00a0»`, { id: 'studio-tour-way-up' }),
                  ArrowUp,
                  disabled || i === 0,
                  () => put([part, ...without(parts, i)]),
                )}
                ${tool(
                  msg(str`Retirer «\u00a0${partWords(part)}\u00a0»`, { id: 'studio-tour-way-remove' }),
                  Trash,
                  disabled,
                  () => put(without(parts, i)),
                )}
              </li>`;
            })}
          </ol>`
        : html`<p class="hint">
            ${msg('Sans cible, la carte se tient au centre de l’écran.', { id: 'studio-tour-no-target' })}
          </p>`
    }
    ${remedy ? html`<p class="warning">${remedy}</p>` : nothing}
  </div>`;
}

export interface PlaceOptions {
  /** Where the focus comes back to; one of its kind in the form. */
  key: string;
  label: string;
  target: Target | undefined;
  change: (target: Target | undefined) => void;
  /** Whether the author may take it away by itself. */
  isNeeded?: boolean;
}

/** Any other element of the page that a step speaks of: in one line, by the best way to find it. */
export function placeField(
  { disabled, isOverPage, pick }: StepView,
  { key, label, target, change, isNeeded }: PlaceOptions,
): TemplateResult {
  const [best] = partsOf(target);
  return html`<div class="place" role="group" aria-label=${label}>
    <span class="label">${label}</span>
    <span class="grow"
      >${
        best === undefined
          ? html`<span class="hint">${msg('rien', { id: 'studio-tour-place-none' })}</span>`
          : html`<code>${partWords(best)}</code>`
      }</span
    >
    ${tool(
      msg(str`Montrer sur la page\u00a0: ${label}`, { id: 'studio-tour-place-pick' }),
      Crosshair,
      disabled || !isOverPage,
      () => pick(key, false, change),
      key,
    )}
    ${
      best !== undefined && !isNeeded
        ? tool(msg(str`Retirer\u00a0: ${label}`, { id: 'studio-tour-place-remove' }), X, disabled, () =>
            change(undefined),
          )
        : nothing
    }
  </div>`;
}
