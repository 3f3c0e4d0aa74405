import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { Advance, Check } from '../../model/schema/tour.js';
import { checkField, selectField, textField } from '../fields/fields.js';
import { compact } from './step-fields.js';
import type { Step } from './step-fields.js';
import { placeField } from './step-target.js';
import type { StepView } from './step-view.js';
import { advances } from './words.js';

export const isDoing = ({ advance, interaction }: Step): boolean =>
  !!(interaction ?? advance?.check ?? advance?.byNext) || advance?.on === 'event';

/** By what the person goes on besides Next. */
export function advancePart({ step, field, set }: StepView): TemplateResult {
  const { advance } = step;
  const change = (on: string) =>
    set(
      'advance',
      on
        ? compact({
            ...advance,
            on: on as Advance['on'],
            byNext: on === 'click' ? advance?.byNext : undefined,
            ...(on !== 'event' && { event: undefined }),
          })
        : undefined,
    );
  return html`${selectField({
    ...field('advance', msg('Pour continuer', { id: 'studio-tour-advance' })),
    value: advance?.on ?? '',
    choices: advances(),
    change,
  })}
  ${
    advance?.on === 'event'
      ? textField({
          ...field('advance.event', msg('Nom de l’événement', { id: 'studio-tour-event' })),
          value: advance.event,
          placeholder: 'messagerie:envoye',
          change: (event) => set('advance', { ...advance, event }),
        })
      : nothing
  }`;
}

/** What the person does with the target, and what has to be true of the page before the step counts as done. */
export function doingPart(view: StepView): TemplateResult {
  const { step, field, set } = view;
  const { advance } = step;
  return html`${selectField({
    ...field('interaction', msg('La cible peut servir', { id: 'studio-tour-interaction' })),
    value: step.interaction === 'allowed' ? '' : (step.interaction ?? ''),
    choices: [
      ['', msg('Oui, on peut s’en servir', { id: 'studio-tour-interaction-allowed' })],
      ['blocked', msg('Non, on la montre seulement', { id: 'studio-tour-interaction-blocked' })],
    ],
    change: (interaction) => set('interaction', interaction || undefined),
  })}
  ${
    advance
      ? html`${
          advance.on === 'click'
            ? checkField({
                ...field(
                  'advance.byNext',
                  msg('Suivant clique à la place de la personne', { id: 'studio-tour-by-next' }),
                  msg('Pour ce qui ouvre ou montre\u202f; jamais pour ce qui envoie ou efface.', {
                    id: 'studio-tour-by-next-hint',
                  }),
                ),
                value: !!advance.byNext,
                change: (isOn) => set('advance', compact({ ...advance, byNext: isOn || undefined })),
              })
            : nothing
        }
        ${checkPart(view, advance)}`
      : html`<p class="hint">
          ${msg('Pour vérifier que c’est fait, choisissez d’abord comment la personne continue.', { id: 'studio-tour-check-first' })}
        </p>`
  }`;
}

function checkPart(view: StepView, advance: Advance): TemplateResult {
  const { field, set, disabled } = view;
  const check: Check = advance.check ?? {};
  const put = (name: keyof Check, value: unknown) =>
    set('advance', compact({ ...advance, check: compact({ ...check, [name]: value }) }));
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('C’est fait quand…', { id: 'studio-tour-done-when' })}</legend>
    ${textField({
      ...field(
        'advance.check.value',
        msg('le champ contient', { id: 'studio-tour-check-value' }),
        msg(
          'Sans tenir compte des majuscules. * remplace n’importe quoi\u00a0: *@*\u202f; ?* pour «\u00a0quelque chose\u00a0».',
          {
            id: 'studio-tour-check-value-hint',
          },
        ),
      ),
      value: check.value,
      placeholder: '?*',
      change: (value) => put('value', value),
    })}
    <div class="pair">
      ${textField({
        ...field(
          'advance.check.attribute',
          msg('la cible a l’attribut', { id: 'studio-tour-check-attribute' }),
        ),
        value: check.attribute,
        placeholder: 'aria-expanded',
        change: (value) => put('attribute', value),
      })}
      ${
        check.attribute || check.is
          ? textField({
              ...field(
                'advance.check.is',
                msg('qui vaut', { id: 'studio-tour-check-is' }),
                msg('Vide\u00a0: peu importe.', { id: 'studio-tour-check-is-hint' }),
              ),
              value: check.is,
              placeholder: 'true',
              change: (value) => put('is', value),
            })
          : nothing
      }
    </div>
    ${placeField(view, {
      key: 'check-present',
      label: msg('on voit', { id: 'studio-tour-check-present' }),
      target: check.present,
      change: (target) => put('present', target),
    })}
    ${placeField(view, {
      key: 'check-absent',
      label: msg('on ne voit plus', { id: 'studio-tour-check-absent' }),
      target: check.absent,
      change: (target) => put('absent', target),
    })}
  </fieldset>`;
}
