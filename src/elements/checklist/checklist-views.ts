import { html, nothing, type TemplateResult } from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import Flag from 'lucide/dist/esm/icons/flag.mjs';
import type { ChecklistState, TaskState } from '../../core/checklist/checklist-state.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { ChecklistContent, ChecklistTask } from '../../model/schema/checklist.js';
import { icon } from '../primitives/icon.js';
import { renderBody } from '../primitives/render-body.js';
import { renderText } from '../primitives/render-text.js';
import { linkTo } from '../../platform/safe-url.js';

export interface ChecklistView {
  content: ChecklistContent;
  state: ChecklistState;
  locales: readonly string[];
  planLocale: string | undefined;
  /** The last task was done under the person's eyes. */
  party: boolean;
  start(task: ChecklistTask): void;
}

/** Words of what begins a task; the task's own title says which (`aria-describedby`). */
const START: Readonly<Record<string, () => string>> = {
  tour: () => msg('Faire la visite', { id: 'checklist.tour' }),
  article: () => msg('Lire', { id: 'checklist.article' }),
  survey: () => msg('Répondre', { id: 'checklist.survey' }),
  visit: () => msg('Y aller', { id: 'checklist.visit' }),
};

export const countWords = ({ done, tasks }: ChecklistState): string =>
  msg(str`${done} sur ${tasks.length}`, { id: 'checklist.count' });

function startOf({ task, open, done }: TaskState, isNext: boolean, view: ChecklistView) {
  const { id, do: act = '', to = '' } = task;
  const words = START[act]?.();
  if (!words || !to || !open || done) return nothing;
  const look = isNext ? 'primary' : '';
  // A page is gone to by a link; a glob names none.
  if (act === 'visit') {
    const link = linkTo(to.replace(/[^/]*\*.*$/, ''));
    return link
      ? html`<a
          class="button go ${look}"
          href=${link.href}
          rel=${link.rel ?? nothing}
          aria-describedby="task-${id}"
          >${words}</a
        >`
      : nothing;
  }
  return html`<button
    class="go ${look}"
    type="button"
    aria-describedby="task-${id}"
    @click=${() => view.start(task)}
  >
    ${words}
  </button>`;
}

function taskView(one: TaskState, view: ChecklistView): TemplateResult {
  const { task, done, open } = one;
  const { locales, planLocale } = view;
  const isNext = task === view.state.next;
  const word = done
    ? msg('Fait', { id: 'checklist.done' })
    : open
      ? msg('À faire', { id: 'checklist.todo' })
      : msg('Plus tard', { id: 'checklist.later' });
  return html`<li class=${done ? 'done' : isNext ? 'next' : open ? '' : 'later'}>
    <span class="way" aria-hidden="true">${done ? icon(Check, 14) : nothing}</span>
    <span class="task" id="task-${task.id}"
      ><span class="sr">${word} : </span>${renderText(task.title, locales, planLocale)}</span
    >
    ${
      open && !done
        ? html`<div class="hint">${renderBody(task.body, locales, planLocale)}</div>
            ${startOf(one, isNext, view)}`
        : nothing
    }
  </li>`;
}

export const tasksView = (view: ChecklistView): TemplateResult =>
  html`<ol>
    ${view.state.tasks.map((task) => taskView(task, view))}
  </ol>`;

const SPARKS = [0, 1, 2, 3, 4, 5, 6, 7];

export function cheerView({ content, locales, planLocale, party }: ChecklistView): TemplateResult {
  return html`<div class="cheer ${party ? 'party' : ''}">
    <span class="flag" aria-hidden="true">${icon(Flag, 28)}${SPARKS.map(() => html`<i></i>`)}</span>
    <h3>${msg('C’est fait, bravo\u202f!', { id: 'checklist.complete' })}</h3>
    <p>
      ${
        content.thanks
          ? renderText(content.thanks, locales, planLocale)
          : msg('Vous avez fait le tour de l’essentiel.', { id: 'checklist.thanks' })
      }
    </p>
  </div>`;
}
