import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Crosshair from 'lucide/dist/esm/icons/crosshair.mjs';
import ListTree from 'lucide/dist/esm/icons/list-tree.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { icon } from '../../elements/primitives/icon.js';
import type { IconNode } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Target } from '../../model/schema/common.js';
import { authoredField } from '../fields/authored.js';
import type { Writing } from '../fields/authored.js';
import { selectField, textField } from '../fields/fields.js';
import type { Field } from '../fields/fields.js';
import { without } from '../store/paths.js';
import { partWords, reasonWords, solidityWord } from '../picker/words.js';
import type { StepCheck } from './check-steps.js';
import { bodyField } from './body-field.js';
import { partsOf, targetOf } from './step-fields.js';
import type { Branch, Step, StepAction } from './step-fields.js';
import { advances, placements, policies, remedyFor, stateWord } from './words.js';

/** What the form of one step needs of the editor around it. */
export interface StepView {
  step: Step;
  index: number;
  /** Ids and titles of all, for where a way may lead. */
  others: readonly (readonly [id: string, title: string])[];
  check: StepCheck | undefined;
  writing: Writing;
  disabled: boolean;
  /** Whether there is a page to point at. */
  isOverPage: boolean;
  field: (path: string, label: string, hint?: string) => Field;
  set: (name: keyof Step, value: unknown) => void;
  pick: (withTree: boolean, done: (target: Target) => void) => void;
}

const tool = (words: string, drawing: IconNode, isOff: boolean, act: () => void): TemplateResult =>
  html`<button type="button" class="icon" aria-label=${words} title=${words} ?disabled=${isOff} @click=${act}>
    ${icon(drawing, 18)}
  </button>`;

export function stepForm(view: StepView): TemplateResult {
  const { step, field, set, writing } = view;
  return html`<div class="form stack">
    ${targetPart(view)}
    ${authoredField({
      ...field('title', msg('Titre', { id: 'studio-title' })),
      text: step.title,
      writing,
      change: (title) => set('title', title),
    })}
    ${bodyField({
      ...field('body', msg('Texte', { id: 'studio-tour-body' })),
      text: step.body,
      writing,
      change: (body) => set('body', body),
    })}
    <div class="pair">
      ${selectField({
        ...field('advance', msg('Pour continuer', { id: 'studio-tour-advance' })),
        value: step.advance?.on ?? '',
        choices: advances(),
        change: (on) =>
          set(
            'advance',
            on
              ? { ...step.advance, on, event: on === 'event' ? (step.advance?.event ?? '') : undefined }
              : undefined,
          ),
      })}
      ${
        step.advance?.on === 'event'
          ? textField({
              ...field('advance.event', msg('Nom de l’événement', { id: 'studio-tour-event' })),
              value: step.advance.event,
              placeholder: 'messagerie:envoye',
              change: (event) => set('advance', { ...step.advance, event }),
            })
          : selectField({
              ...field('placement', msg('Place de la carte', { id: 'studio-tour-placement' })),
              value: step.placement ?? '',
              choices: placements(),
              change: (placement) => set('placement', placement || undefined),
            })
      }
    </div>
    <details ?open=${hasMore(step)}>
      <summary>${msg('Page, détours, conditions', { id: 'studio-tour-more' })}</summary>
      <div class="stack">
        <div class="pair">
          ${textField({
            ...field(
              'page',
              msg('Page de l’étape', { id: 'studio-tour-page' }),
              msg('Vide : toutes. Ainsi : /messagerie/', { id: 'studio-tour-page-hint' }),
            ),
            value: step.page,
            placeholder: '/messagerie/',
            change: (page) => set('page', page || undefined),
          })}
          ${selectField({
            ...field('missing', msg('Si la cible n’est pas là', { id: 'studio-tour-missing' })),
            value: step.missing === 'wait' ? '' : (step.missing ?? ''),
            choices: policies(),
            change: (missing) => set('missing', missing || undefined),
          })}
          ${selectField({
            ...field('interaction', msg('La cible peut servir', { id: 'studio-tour-interaction' })),
            value: step.interaction ?? '',
            choices: [
              ['', msg('Oui, on peut s’en servir', { id: 'studio-tour-interaction-allowed' })],
              ['blocked', msg('Non, on la montre seulement', { id: 'studio-tour-interaction-blocked' })],
            ],
            change: (interaction) => set('interaction', interaction || undefined),
          })}
        </div>
        ${actionsPart(view)} ${branchesPart(view)}
      </div>
    </details>
  </div>`;
}

const hasMore = ({ page, missing, before, next, interaction }: Step): boolean =>
  !!(page ?? (missing === 'wait' ? undefined : missing) ?? before?.length ?? next ?? interaction);

/** What the step points at: each way to find it, how solid it is, and what it finds on the page now. */
function targetPart(view: StepView): TemplateResult {
  const { step, index, check, disabled, isOverPage, pick, set } = view;
  const parts = partsOf(step.target);
  const remedy = check && remedyFor(check.state);
  const put = (next: readonly (typeof parts)[number][]) => set('target', targetOf(next));
  const ask = (withTree: boolean) => pick(withTree, (target) => set('target', target));
  return html`<div
    class="target"
    role="group"
    aria-label=${msg(str`Cible de l’étape ${index + 1}`, { id: 'studio-tour-target' })}
  >
    <div class="row">
      <span class="label">${msg('Cible', { id: 'studio-tour-target-short' })}</span>
      <span class="push row">
        <button type="button" class="quiet" ?disabled=${disabled || !isOverPage} @click=${() => ask(false)}>
          ${icon(Crosshair, 18)}
          ${parts.length ? msg('Montrer un autre élément', { id: 'studio-tour-repick' }) : msg('Montrer sur la page', { id: 'studio-tour-pick' })}
        </button>
        ${tool(msg('Choisir dans la liste des éléments', { id: 'studio-tour-pick-tree' }), ListTree, disabled || !isOverPage, () => ask(true))}
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
                  msg(str`Préférer « ${partWords(part)} »`, { id: 'studio-tour-way-up' }),
                  ArrowUp,
                  disabled || i === 0,
                  () => put([part, ...without(parts, i)]),
                )}
                ${tool(
                  msg(str`Retirer « ${partWords(part)} »`, { id: 'studio-tour-way-remove' }),
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

/** Clicks that the tour makes before it looks for the target: a menu to open, a tab to choose. */
function actionsPart({ step, set, pick, disabled, isOverPage }: StepView): TemplateResult {
  const actions = step.before ?? [];
  const put = (next: readonly StepAction[]) => set('before', next.length ? next : undefined);
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('Clics avant l’étape', { id: 'studio-tour-before' })}</legend>
    ${actions.map(
      (action, i) =>
        html`<div class="row">
          <code>${partsOf(action.click).map(partWords)[0]}</code>
          <span class="push">
            ${tool(msg(str`Retirer le clic ${i + 1}`, { id: 'studio-tour-before-remove' }), Trash, disabled, () => put(without(actions, i)))}
          </span>
        </div>`,
    )}
    <div>
      <button
        type="button"
        class="quiet"
        ?disabled=${disabled || !isOverPage}
        @click=${() => pick(false, (click) => put([...actions, { click, ...(step.target && { until: step.target }) }]))}
      >
        ${icon(Plus, 18)} ${msg('Ajouter un clic', { id: 'studio-tour-before-add' })}
      </button>
    </div>
  </fieldset>`;
}

/** Where Next leads: the step below, another, the end; or the first way whose condition holds. */
function branchesPart({ step, others, set, field, pick, disabled, isOverPage }: StepView): TemplateResult {
  const { next } = step;
  const ways = Array.isArray(next) ? next : [];
  const choices = [
    ['', msg('L’étape au-dessous', { id: 'studio-tour-next-below' })],
    ...others.filter(([id]) => id !== step.id),
    ['end', msg('La fin de la visite', { id: 'studio-tour-next-end' })],
  ] as const;
  const last = ways.length
    ? (ways.find((way) => !way.present && !way.audience)?.to ?? '')
    : ((next as string | undefined) ?? '');
  const conditional = ways.filter((way) => way.present ?? way.audience);
  const put = (list: readonly Branch[], otherwise: string) => {
    const all = [...list, ...(otherwise ? [{ to: otherwise }] : [])];
    set('next', list.length ? all : otherwise || undefined);
  };
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('Ensuite', { id: 'studio-tour-next' })}</legend>
    ${conditional.map(
      (way, i) =>
        html`<div class="row">
          <span class="grow"
            >${
              way.present
                ? html`${msg('Si l’on voit', { id: 'studio-tour-if-present' })}
                    <code>${partsOf(way.present).map(partWords)[0]}</code>`
                : msg('Pour certaines personnes', { id: 'studio-tour-if-audience' })
            }
            →</span
          >
          <select
            aria-label=${msg(str`Étape du détour ${i + 1}`, { id: 'studio-tour-way-to' })}
            @change=${(event: Event) =>
              put(
                conditional.map((one, n) =>
                  n === i ? { ...one, to: (event.target as HTMLSelectElement).value } : one,
                ),
                last,
              )}
          >
            ${choices.slice(1).map(([id, words]) => html`<option value=${id} ?selected=${id === way.to}>${words}</option>`)}
          </select>
          ${tool(msg(str`Retirer le détour ${i + 1}`, { id: 'studio-tour-branch-remove' }), Trash, disabled, () => put(without(conditional, i), last))}
        </div>`,
    )}
    ${selectField({
      ...field(
        'next',
        conditional.length
          ? msg('Sinon', { id: 'studio-tour-otherwise' })
          : msg('Suivant mène à', { id: 'studio-tour-leads' }),
      ),
      value: last,
      choices,
      change: (to) => put(conditional, to),
    })}
    <div>
      <button
        type="button"
        class="quiet"
        ?disabled=${disabled || !isOverPage || choices.length < 3}
        @click=${() => pick(false, (present) => put([...conditional, { to: choices[1]?.[0] ?? 'end', present }], last))}
      >
        ${icon(Plus, 18)} ${msg('Un détour si l’on voit…', { id: 'studio-tour-branch-add' })}
      </button>
    </div>
  </fieldset>`;
}

export interface RowActions {
  up: () => void;
  down: () => void;
  remove: () => void;
  play: () => void;
}

/** The buttons of one step's row. */
export const rowTools = (
  index: number,
  count: number,
  disabled: boolean,
  isOverPage: boolean,
  act: RowActions,
): TemplateResult =>
  html`<div class="row tools">
    ${tool(msg(str`Monter l’étape ${index + 1}`, { id: 'studio-tour-up' }), ArrowUp, disabled || index === 0, act.up)}
    ${tool(msg(str`Descendre l’étape ${index + 1}`, { id: 'studio-tour-down' }), ArrowDown, disabled || index === count - 1, act.down)}
    ${tool(msg(str`Jouer depuis l’étape ${index + 1}`, { id: 'studio-tour-play-from' }), Play, !isOverPage, act.play)}
    <span class="push"
      >${tool(msg(str`Retirer l’étape ${index + 1}`, { id: 'studio-tour-remove' }), Trash, disabled, act.remove)}</span
    >
  </div>`;
