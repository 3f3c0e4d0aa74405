import { html } from 'lit';
import type { TemplateResult } from 'lit';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { selectField, textField } from '../fields/fields.js';
import { without } from '../store/paths.js';
import { changed, compact } from './step-fields.js';
import type { Step } from './step-fields.js';
import { placeField } from './step-target.js';
import type { StepView } from './step-view.js';

export const isSpecial = ({ display, spotlight, also }: Step): boolean =>
  display === 'hint' || !!spotlight || !!also?.length;

/** How the card and the light around the target look. */
export function lookPart(view: StepView): TemplateResult {
  const { step, field, set, pick, disabled, isOverPage } = view;
  const also = step.also ?? [];
  const spotlight = (name: 'padding' | 'radius', label: string, max: number) =>
    textField({
      ...field(`spotlight.${name}`, label),
      type: 'number',
      min: 0,
      max,
      value: step.spotlight?.[name] === undefined ? '' : String(step.spotlight[name]),
      change: (value) =>
        set('spotlight', compact({ ...step.spotlight, [name]: value === '' ? undefined : Number(value) })),
    });
  return html`${selectField({
      ...field('display', msg('Forme', { id: 'studio-tour-display' })),
      value: step.display === 'hint' ? 'hint' : '',
      choices: [
        ['', msg('Une carte, le reste de la page voilé', { id: 'studio-tour-display-card' })],
        ['hint', msg('Un mot à côté de la cible, sans voile', { id: 'studio-tour-display-hint' })],
      ],
      change: (display) => set('display', display || undefined),
    })}
    <div class="pair">
      ${spotlight('padding', msg('Marge autour de la cible (px)', { id: 'studio-tour-padding' }), 64)}
      ${spotlight('radius', msg('Arrondi de la lumière (px)', { id: 'studio-tour-radius' }), 999)}
    </div>
    <fieldset ?disabled=${disabled}>
      <legend>${msg('Éclairés avec la cible', { id: 'studio-tour-also' })}</legend>
      ${also.map((target, i) =>
        placeField(view, {
          key: `also-${i}`,
          label: msg(str`Élément ${i + 1}`, { id: 'studio-tour-also-one' }),
          target,
          change: (next) =>
            set('also', compact(next === undefined ? without(also, i) : changed(also, i, next))),
        }),
      )}
      <div>
        <button
          type="button"
          class="quiet"
          data-pick="also"
          ?disabled=${disabled || !isOverPage}
          @click=${() => pick('also', false, (target) => set('also', [...also, target]))}
        >
          ${icon(Plus, 18)} ${msg('Éclairer un autre élément', { id: 'studio-tour-also-add' })}
        </button>
      </div>
    </fieldset>`;
}
