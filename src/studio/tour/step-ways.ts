import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { END } from '../../model/schema/tour.js';
import type { Branch, StepAction } from '../../model/schema/tour.js';
import { audienceFields } from '../fields/audience-fields.js';
import { authoredField } from '../fields/authored.js';
import { selectField, textField } from '../fields/fields.js';
import type { Choices } from '../fields/fields.js';
import { moved, without } from '../store/paths.js';
import { audienceWords } from '../words/audience-words.js';
import { changed, compact } from './step-fields.js';
import type { Step } from './step-fields.js';
import { placeField } from './step-target.js';
import type { StepView } from './step-view.js';
import { tool } from '../fields/tool-button.js';
import { policies } from './words.js';

export const isRouted = ({ page, missing, before, next, answers }: Step): boolean =>
  !!(page ?? (missing === 'wait' ? undefined : missing) ?? next) || !!before?.length || !!answers?.length;

/** Where a step belongs, what the tour does before it, and where it leads. */
export function pathPart(view: StepView): TemplateResult {
  const { step, field, set } = view;
  return html`<div class="pair">
      ${textField({
        ...field(
          'page',
          msg('Page de l’étape', { id: 'studio-tour-page' }),
          msg('Vide\u00a0: toutes. Ainsi\u00a0: /messagerie/', { id: 'studio-tour-page-hint' }),
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
    </div>
    ${actionsPart(view)} ${branchesPart(view)} ${answersPart(view)}`;
}

const adder = (words: string, isOff: boolean, act: () => void, pick?: string): TemplateResult =>
  html`<button type="button" class="quiet" data-pick=${pick ?? nothing} ?disabled=${isOff} @click=${act}>
    ${icon(Plus, 18)} ${words}
  </button>`;

/** Clicks that the tour makes before it looks for the target: a menu to open, a tab to choose. */
function actionsPart(view: StepView): TemplateResult {
  const { step, set, pick, disabled, isOverPage } = view;
  const actions = step.before ?? [];
  const put = (next: StepAction[]) => set('before', compact(next));
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('Clics avant l’étape', { id: 'studio-tour-before' })}</legend>
    ${actions.map((action, i) => {
      const place = (name: 'click' | 'until' | 'undo', label: string) =>
        placeField(view, {
          key: `before-${i}-${name}`,
          label,
          target: action[name],
          isNeeded: name === 'click',
          change: (target) => put(changed(actions, i, compact({ ...action, [name]: target })!)),
        });
      return html`<div
        class="item"
        role="group"
        aria-label=${msg(str`Clic ${i + 1}`, { id: 'studio-tour-before-one' })}
      >
        ${place('click', msg('Cliquer sur', { id: 'studio-tour-before-click' }))}
        ${place('until', msg('jusqu’à voir', { id: 'studio-tour-before-until' }))}
        ${place('undo', msg('et, au retour, cliquer sur', { id: 'studio-tour-before-undo' }))}
        <div class="row">
          <span class="push"
            >${tool(msg(str`Avancer le clic ${i + 1}`, { id: 'studio-tour-before-up' }), ArrowUp, disabled || i === 0, () => put(moved(actions, i, i - 1)))}
            ${tool(msg(str`Retirer le clic ${i + 1}`, { id: 'studio-tour-before-remove' }), Trash, disabled, () => put(without(actions, i)))}</span
          >
        </div>
      </div>`;
    })}
    <div>
      ${adder(
        msg('Ajouter un clic', { id: 'studio-tour-before-add' }),
        disabled || !isOverPage,
        () =>
          pick('before', false, (click) =>
            put([...actions, { click, ...(step.target && { until: step.target }) }]),
          ),
        'before',
      )}
    </div>
  </fieldset>`;
}

/** Steps that a way may lead to, and the end. */
const places = ({ others, step }: StepView): Choices => [
  ...others.filter(([id]) => id !== step.id),
  [END, msg('La fin de la visite', { id: 'studio-tour-next-end' })],
];

const isConditional = ({ present, audience }: Branch): boolean =>
  present !== undefined || audience !== undefined;

/** Where Next leads: the step below, another, the end; or the first way whose condition holds. */
function branchesPart(view: StepView): TemplateResult {
  const { step, set, field, pick, disabled, isOverPage } = view;
  const ways = Array.isArray(step.next) ? step.next : [];
  const list = ways.filter(isConditional);
  const otherwise = Array.isArray(step.next)
    ? (ways.find((way) => !isConditional(way))?.to ?? '')
    : (step.next ?? '');
  const choices = places(view);
  const put = (next: readonly Branch[], last = otherwise) =>
    set('next', next.length ? [...next, ...(last ? [{ to: last }] : [])] : last || undefined);
  const first = choices[0]?.[0] ?? END;
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('Ensuite', { id: 'studio-tour-next' })}</legend>
    ${list.map(
      (way, i) =>
        html`<div
          class="item"
          role="group"
          aria-label=${msg(str`Détour ${i + 1}`, { id: 'studio-tour-way' })}
        >
          ${conditionView(view, way, i, (next) => put(changed(list, i, next)))}
          <div class="row ends">
            <span class="grow"
              >${selectField({
                ...field(`next[${i}].to`, msg(str`Étape du détour ${i + 1}`, { id: 'studio-tour-way-to' })),
                value: way.to,
                choices,
                change: (to) => put(changed(list, i, { ...way, to })),
              })}</span
            >
            ${tool(msg(str`Essayer avant le détour ${i + 1}`, { id: 'studio-tour-branch-up' }), ArrowUp, disabled || i === 0, () => put(moved(list, i, i - 1)))}
            ${tool(msg(str`Retirer le détour ${i + 1}`, { id: 'studio-tour-branch-remove' }), Trash, disabled, () => put(without(list, i)))}
          </div>
        </div>`,
    )}
    ${selectField({
      ...field(
        'next',
        list.length
          ? msg('Sinon', { id: 'studio-tour-otherwise' })
          : msg('Suivant mène à', { id: 'studio-tour-leads' }),
      ),
      value: otherwise,
      choices: [['', msg('L’étape au-dessous', { id: 'studio-tour-next-below' })], ...choices],
      change: (to) => put(list, to),
    })}
    <div class="row">
      ${adder(
        msg('Un détour si l’on voit…', { id: 'studio-tour-branch-add' }),
        disabled || !isOverPage,
        () => pick('next', false, (present) => put([...list, { to: first, present }])),
        'next',
      )}
      ${adder(msg('Un détour pour certains', { id: 'studio-tour-branch-audience' }), disabled, () =>
        put([...list, { to: first, audience: { profiles: ['pupil'] } }]),
      )}
    </div>
  </fieldset>`;
}

function conditionView(
  view: StepView,
  way: Branch,
  i: number,
  change: (way: Branch) => void,
): TemplateResult {
  const { plan, field, error, disabled } = view;
  return html`${
    way.present === undefined
      ? nothing
      : placeField(view, {
          key: `next-${i}`,
          label: msg('Si l’on voit', { id: 'studio-tour-if-present' }),
          target: way.present,
          isNeeded: way.audience === undefined,
          change: (present) => change(compact({ ...way, present })!),
        })
  }
  ${
    way.audience === undefined
      ? nothing
      : html`<details>
          <summary>${msg('Pour\u00a0:', { id: 'studio-for' })} ${audienceWords(way.audience)}</summary>
          ${audienceFields({
            name: field(`next[${i}].audience`, '').name,
            audience: way.audience,
            plan,
            error: (name) => error(name),
            disabled,
            // An empty rule is everybody, and still a condition.
            change: (audience) => change({ ...way, audience: audience ?? {} }),
          })}
        </details>`
  }`;
}

/** Buttons in place of Next, each leading somewhere. */
function answersPart(view: StepView): TemplateResult {
  const { step, set, field, writing, disabled } = view;
  const answers = step.answers ?? [];
  const put = (next: typeof answers) => set('answers', compact(next));
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('Réponses, à la place de Suivant', { id: 'studio-tour-answers' })}</legend>
    ${answers.map(
      (answer, i) =>
        html`<div
          class="item"
          role="group"
          aria-label=${msg(str`Réponse ${i + 1}`, { id: 'studio-tour-answer' })}
        >
          ${authoredField({
            ...field(`answers[${i}].label`, msg('Mots du bouton', { id: 'studio-tour-answer-label' })),
            text: answer.label,
            writing,
            change: (label) => put(changed(answers, i, { ...answer, label: label ?? '' })),
          })}
          <div class="row ends">
            <span class="grow"
              >${selectField({
                ...field(`answers[${i}].to`, msg('mène à', { id: 'studio-tour-answer-to' })),
                value: answer.to,
                choices: places(view),
                change: (to) => put(changed(answers, i, { ...answer, to })),
              })}</span
            >
            ${tool(msg(str`Monter la réponse ${i + 1}`, { id: 'studio-tour-answer-up' }), ArrowUp, disabled || i === 0, () => put(moved(answers, i, i - 1)))}
            ${tool(msg(str`Retirer la réponse ${i + 1}`, { id: 'studio-tour-answer-remove' }), Trash, disabled, () => put(without(answers, i)))}
          </div>
        </div>`,
    )}
    <div>
      ${adder(msg('Ajouter une réponse', { id: 'studio-tour-answer-add' }), disabled, () =>
        put([...answers, { label: '', to: places(view)[0]?.[0] ?? END }]),
      )}
    </div>
  </fieldset>`;
}
