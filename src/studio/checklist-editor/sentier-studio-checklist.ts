import { html, LitElement, type TemplateResult } from 'lit';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { ChecklistContent } from '../../model/schema/checklist.js';
import { ContentEdit } from '../fields/content-edit.js';
import { authoredField, type Writing } from '../fields/authored.js';
import { selectField, textField, type Choices } from '../fields/fields.js';
import { styles as fields } from '../fields/field.styles.js';
import { titleOf } from '../lists/facts.js';
import { styles as desk } from '../shell/studio.styles.js';
import { newId } from '../store/new-id.js';
import { moved, without, type Key } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';
import { nameOf, TASK_NAMES } from '../words/names.js';

type Task = ChecklistContent['tasks'][number];

/**
 * The form of a getting-started list.
 * @fires sentier-studio-change - With the whole campaign.
 */
export class SentierStudioChecklist extends LitElement {
  static override styles = [base, button, desk, fields];
  static override properties = {
    campaign: prop({ attribute: false }),
    plan: prop({ attribute: false }),
    writing: prop({ attribute: false }),
    at: prop({ attribute: false }),
    issues: prop({ attribute: false }),
    disabled: prop({ type: Boolean }),
  };

  declare campaign: Campaign;
  declare plan: PlanDocument;
  declare writing: Writing;
  declare at: readonly Key[];
  declare issues: readonly PlanIssue[];
  declare disabled: boolean;
  readonly #edit = new ContentEdit<ChecklistContent>(this);

  constructor() {
    super();
    new LocaleController(this);
    this.at = ['content'];
    this.issues = [];
    this.disabled = false;
    this.writing = { lang: 'fr', main: 'fr' };
  }

  protected override render() {
    const edit = this.#edit;
    const { content } = edit;
    const tasks = content.tasks ?? [];
    const put = (next: readonly Task[]) => edit.set(['tasks'], next, 'tasks');
    return html`<div class="root stack">
      ${authoredField({
        ...edit.field('title', msg('Titre', { id: 'studio-title' })),
        text: content.title,
        writing: this.writing,
        change: (title) => edit.set(['title'], title),
      })}
      ${selectField({
        ...edit.field('order', msg('Ordre', { id: 'studio-order' })),
        value: content.order ?? 'any',
        choices: [
          ['any', msg('comme on veut', { id: 'studio-tasks-any' })],
          ['fixed', msg('l’une après l’autre', { id: 'studio-tasks-fixed' })],
        ],
        change: (order) => edit.set(['order'], order === 'any' ? undefined : order),
      })}
      <fieldset ?disabled=${this.disabled}>
        <legend>${msg('Tâches', { id: 'studio-tasks' })}</legend>
        ${tasks.map((task, i) => this.#task(task, i, tasks, put))}
        <div>
          <button
            type="button"
            class="quiet add"
            @click=${() =>
              put([
                ...tasks,
                {
                  id: newId(
                    `tache-${tasks.length + 1}`,
                    tasks.map(({ id }) => id),
                  ),
                  title: '',
                  do: 'visit',
                },
              ])}
          >
            ${icon(Plus, 18)} ${msg('Ajouter une tâche', { id: 'studio-task-add' })}
          </button>
        </div>
      </fieldset>
    </div>`;
  }

  #task(task: Task, i: number, tasks: readonly Task[], put: (next: readonly Task[]) => void): TemplateResult {
    const edit = this.#edit;
    const name = (part: string) => `tasks[${i}].${part}`;
    const doing: Choices = [
      ['visit', nameOf(TASK_NAMES, 'visit')],
      ['tour', msg('Lancer une visite guidée', { id: 'studio-action-tour' })],
      ['article', msg('Ouvrir un article de l’aide', { id: 'studio-action-article' })],
      ['survey', msg('Ouvrir une enquête', { id: 'studio-action-survey' })],
    ];
    const tool = (words: string, drawing: Parameters<typeof icon>[0], isOff: boolean, act: () => void) =>
      html`<button type="button" class="icon" aria-label=${words} ?disabled=${isOff} @click=${act}>
        ${icon(drawing, 18)}
      </button>`;
    return html`<div class="item">
      ${authoredField({
        ...edit.field(name('title'), msg(str`Tâche ${i + 1}`, { id: 'studio-task' })),
        text: task.title,
        writing: this.writing,
        change: (title) => edit.set(['tasks', i, 'title'], title ?? ''),
      })}
      <div class="pair">
        ${selectField({
          ...edit.field(name('do'), msg('Ce qu’elle fait', { id: 'studio-task-do' })),
          value: task.do ?? 'visit',
          choices: doing,
          change: (act) => edit.set(['tasks', i], { ...task, do: act as Task['do'], to: undefined }),
        })}
        ${this.#destination(task, i)}
      </div>
      <div class="row">
        ${tool(msg(str`Monter la tâche ${i + 1}`, { id: 'studio-task-up' }), ArrowUp, i === 0, () => put(moved(tasks, i, i - 1)))}
        ${tool(msg(str`Descendre la tâche ${i + 1}`, { id: 'studio-task-down' }), ArrowDown, i === tasks.length - 1, () => put(moved(tasks, i, i + 1)))}
        <span class="push">
          ${tool(msg(str`Retirer la tâche ${i + 1}`, { id: 'studio-task-remove' }), Trash, tasks.length === 1, () => put(without(tasks, i)))}
        </span>
      </div>
    </div>`;
  }

  #destination({ do: act = 'visit', to }: Task, i: number): TemplateResult {
    const edit = this.#edit;
    const { campaigns = [], help, settings } = this.plan;
    const shared = edit.field(`tasks[${i}].to`, msg('Vers', { id: 'studio-action-to' }));
    const change = (value: string) => edit.set(['tasks', i, 'to'], value || undefined);
    if (act === 'visit') return textField({ ...shared, value: to, placeholder: '/messagerie/', change });
    const things: Choices =
      act === 'article'
        ? (help?.articles ?? []).map((one) => [
            one.id,
            titleOf({ ...one, content: {} } as unknown as Campaign, settings?.locale),
          ])
        : campaigns.filter(({ kind }) => kind === act).map((one) => [one.id, titleOf(one, settings?.locale)]);
    return selectField({
      ...shared,
      value: to ?? '',
      choices: [['', msg('Choisir…', { id: 'studio-choose' })], ...things],
      change,
    });
  }
}
