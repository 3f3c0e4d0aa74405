import { html } from 'lit';
import type { TemplateResult } from 'lit';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Target } from '../../model/schema/common.js';
import { authoredField } from '../fields/authored.js';
import type { Writing } from '../fields/authored.js';
import { selectField } from '../fields/fields.js';
import { openAtFirst } from '../fields/open-at-first.js';
import type { Field } from '../fields/fields.js';
import type { PlanDocument } from '../store/studio-store.js';
import { bodyField } from './body-field.js';
import type { StepCheck } from './check-steps.js';
import { advancePart, doingPart, isDoing } from './step-doing.js';
import type { Step } from './step-fields.js';
import { isSpecial, lookPart } from './step-look.js';
import { isRich, mediaPart } from './step-media.js';
import { targetPart } from './step-target.js';
import { isRouted, pathPart } from './step-ways.js';
import { tool } from '../fields/tool-button.js';
import { placements } from './words.js';

/** What the form of one step needs of the editor around it. */
export interface StepView {
  step: Step;
  index: number;
  /** Ids and titles of all, for where a way may lead. */
  others: readonly (readonly [id: string, title: string])[];
  check: StepCheck | undefined;
  plan: PlanDocument;
  writing: Writing;
  disabled: boolean;
  /** Whether there is a page to point at. */
  isOverPage: boolean;
  field: (path: string, label: string, hint?: string) => Field;
  error: (path: string) => string | undefined;
  set: (name: keyof Step, value: unknown) => void;
  /** What the step points at, as it was shown on the page that is open. */
  aim: (target: Target) => void;
  /** Lets the author point at something; the focus comes back to the button that carries this `data-pick`. */
  pick: (key: string, withTree: boolean, done: (target: Target) => void) => void;
}

/** A folded part, open at first where something is in it; what empties it does not close it under the author's hands. */
const fold = (words: string, isUsed: boolean, inside: TemplateResult): TemplateResult =>
  html`<details ?open=${openAtFirst(undefined, isUsed)}>
    <summary>${words}</summary>
    <div class="stack">${inside}</div>
  </details>`;

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
      ${advancePart(view)}
      ${selectField({
        ...field('placement', msg('Place de la carte', { id: 'studio-tour-placement' })),
        value: step.placement ?? '',
        choices: placements(),
        change: (placement) => set('placement', placement || undefined),
      })}
    </div>
    ${fold(msg('Pourquoi, comment, images et films', { id: 'studio-tour-rich' }), isRich(step), mediaPart(view))}
    ${fold(msg('Ce que la personne fait', { id: 'studio-tour-doing' }), isDoing(step), doingPart(view))}
    ${fold(msg('Page, détours, réponses', { id: 'studio-tour-more' }), isRouted(step), pathPart(view))}
    ${fold(msg('Apparence', { id: 'studio-tour-look' }), isSpecial(step), lookPart(view))}
  </div>`;
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
