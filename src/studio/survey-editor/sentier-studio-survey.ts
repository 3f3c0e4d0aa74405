import { html, LitElement, nothing, type TemplateResult } from 'lit';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Question, SurveyContent } from '../../model/schema/survey.js';
import { nextTask } from '../../platform/next-task.js';
import { ContentEdit } from '../fields/content-edit.js';
import { authoredField, type Writing } from '../fields/authored.js';
import { checkField, checksField, durationField, selectField } from '../fields/fields.js';
import { styles as fields } from '../fields/field.styles.js';
import { followItem } from '../fields/follow-item.js';
import { turned, type Aside } from '../fields/question-fields.js';
import { styles as desk } from '../shell/studio.styles.js';
import { newId } from '../store/new-id.js';
import { moved, without, type Key } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';
import { diagram } from './diagram.js';
import { privacyPoints } from './logic.js';
import { questionView } from './question-view.js';
import { styles } from './survey-editor.styles.js';

/**
 * The form of a survey's content: questions, the way through them, and what it says about itself.
 * @fires sentier-studio-change - With the whole campaign.
 */
export class SentierStudioSurvey extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    campaign: prop({ attribute: false }),
    plan: prop({ attribute: false }),
    writing: prop({ attribute: false }),
    at: prop({ attribute: false }),
    issues: prop({ attribute: false }),
    disabled: prop({ type: Boolean }),
    threshold: prop({ type: Number }),
    _open: state(),
    _said: state(),
  };

  declare campaign: Campaign;
  declare plan: PlanDocument;
  declare writing: Writing;
  declare at: readonly Key[];
  declare issues: readonly PlanIssue[];
  declare disabled: boolean;
  declare threshold: number;
  /** Id of the question whose form is unfolded. */
  declare private _open: string | undefined;
  /** What was done to a question, for whoever does not see the list. */
  declare private _said: string;
  readonly #edit = new ContentEdit<SurveyContent>(this);
  /** By question: what it had as another kind. Kept as long as one is here; undone, it comes back with the plan. */
  readonly #aside = new Map<string, Aside>();

  constructor() {
    super();
    new LocaleController(this);
    this.at = ['content'];
    this.issues = [];
    this.disabled = false;
    this.threshold = 10;
    this._said = '';
    this.writing = { lang: 'fr', main: 'fr' };
  }

  #put(questions: readonly Question[]): void {
    this.#edit.set(['questions'], questions, 'questions');
  }

  /** Puts the focus where one goes on, and says what was done: said twice in the same words, it is heard twice. */
  async #tell(said: string, focus: () => void): Promise<void> {
    this._said = '';
    // The owner of the campaign gives it back changed.
    await nextTask();
    await this.updateComplete;
    focus();
    this._said = said;
  }

  /** A part of one question. */
  #focusIn(index: number, part: string): void {
    this.renderRoot.querySelectorAll('.item')[index]?.querySelector<HTMLElement>(part)?.focus();
  }

  async #add(): Promise<void> {
    const { questions = [] } = this.#edit.content;
    const number = questions.length + 1;
    const id = newId(
      `q${number}`,
      questions.map((one) => one.id),
    );
    const [yes, no] = [newId('o'), newId('o')];
    const options = [
      { id: yes, label: 'Oui' },
      { id: no, label: 'Non' },
    ];
    this.#put([...questions, { id, kind: 'choice', title: '', options }]);
    this._open = id;
    await this.#tell(msg(str`Question ${number} ajoutée.`, { id: 'studio-question-added' }), () =>
      this.#focusIn(questions.length, 'select'),
    );
  }

  #turn(index: number, kind: Question['kind']): void {
    const before = this.#edit.content.questions?.[index];
    if (!before) return;
    const { question, aside } = turned(before, kind, this.#aside.get(before.id));
    this.#aside.set(before.id, aside);
    this.#edit.set(['questions', index], question, `questions[${index}].kind`);
  }

  /** Unfolds the question that a path is about: its fields are not there before. */
  async reveal(path: string): Promise<void> {
    const index = /\.questions\[(\d+)\]/.exec(path)?.[1];
    if (index === undefined) return;
    this._open = this.#edit.content.questions?.[Number(index)]?.id;
    await this.updateComplete;
  }

  async #move(index: number, to: number): Promise<void> {
    const { questions = [] } = this.#edit.content;
    const follow = followItem(this.renderRoot as ShadowRoot, '.item', index, 'summary');
    this.#put(moved(questions, index, to));
    await this.#tell(
      msg(str`Question déplacée\u00a0: ${to + 1} sur ${questions.length}.`, { id: 'studio-question-moved' }),
      () => follow(to),
    );
  }

  async #remove(index: number): Promise<void> {
    const left = without(this.#edit.content.questions ?? [], index);
    this.#put(left);
    await this.#tell(
      msg(str`Question ${index + 1} retirée\u00a0: «\u00a0Annuler\u00a0» la rend.`, {
        id: 'studio-question-removed',
      }),
      () => this.#focusIn(Math.min(index, left.length - 1), 'summary'),
    );
  }

  protected override render() {
    const edit = this.#edit;
    const { content } = edit;
    const { writing } = this;
    const text = (path: 'title' | 'intro' | 'thanks', label: string, long = false) =>
      authoredField({
        ...edit.field(path, label),
        text: content[path],
        writing,
        long,
        change: (value) => edit.set([path], value),
      });
    return html`<div class="root stack">
      ${text('title', msg('Titre', { id: 'studio-title' }))}
      ${text('intro', msg('Introduction', { id: 'studio-intro' }), true)}
      ${this.#questions(content.questions ?? [])}
      ${text('thanks', msg('Remerciement', { id: 'studio-thanks' }), true)}
      <div class="pair">
        ${selectField({
          ...edit.field('display', msg('Place', { id: 'studio-banner-place' })),
          value: content.display ?? 'corner',
          choices: [
            ['corner', msg('Dans un coin', { id: 'studio-place-corner' })],
            ['modal', msg('Par-dessus la page', { id: 'studio-place-modal' })],
            ['inline', msg('Dans la page, à la place prévue', { id: 'studio-place-inline' })],
          ],
          change: (value) => edit.set(['display'], value),
        })}
        ${selectField({
          ...edit.field('order', msg('Ordre des questions', { id: 'studio-question-order' })),
          value: content.order ?? 'fixed',
          choices: [
            ['fixed', msg('toujours le même', { id: 'studio-order-fixed' })],
            ['random', msg('au hasard', { id: 'studio-order-random' })],
          ],
          change: (value) => edit.set(['order'], value === 'fixed' ? undefined : value),
        })}
      </div>
      ${this.#privacy(content)}
    </div>`;
  }

  #questions(questions: readonly Question[]): TemplateResult {
    const edit = this.#edit;
    return html`<section class="stack" aria-labelledby="questions">
      <h4 id="questions">${msg('Questions', { id: 'studio-questions' })}</h4>
      <p class="soft small" role="status">${this._said}</p>
      <ol class="questions">
        ${questions.map((question, index) =>
          questionView({
            question,
            index,
            questions,
            writing: this.writing,
            disabled: this.disabled,
            isOpen: this._open === question.id,
            edit,
            turn: (kind) => this.#turn(index, kind),
            toggle: (isOpen) =>
              (this._open = isOpen ? question.id : this._open === question.id ? undefined : this._open),
            move: (to) => void this.#move(index, to),
            remove: () => void this.#remove(index),
          }),
        )}
      </ol>
      <div>
        <button type="button" class="quiet add" ?disabled=${this.disabled} @click=${() => void this.#add()}>
          ${icon(Plus, 18)} ${msg('Ajouter une question', { id: 'studio-question-add' })}
        </button>
      </div>
      ${questions.length > 1 ? diagram(edit.content) : nothing}
    </section>`;
  }

  #privacy({ privacy, dimensions, freeTextForPupils, ...rest }: Partial<SurveyContent>): TemplateResult {
    const edit = this.#edit;
    const { writing } = this;
    const words = (path: 'controller' | 'purpose' | 'contact', label: string) =>
      authoredField({
        ...edit.field(`privacy.${path}`, label),
        text: privacy?.[path],
        writing,
        change: (value) => edit.set(['privacy'], { controller: '', purpose: '', ...privacy, [path]: value }),
      });
    const profiles = this.campaign.audience?.profiles;
    const points = privacyPoints(
      { privacy, dimensions, freeTextForPupils, ...rest },
      !profiles?.length || profiles.includes('pupil'),
      this.threshold,
    );
    return html`<section class="stack" aria-labelledby="privacy">
      <h4 id="privacy">${msg('Vie privée', { id: 'studio-privacy' })}</h4>
      <ul class="points">
        ${points.map(
          ({ isFine, text }) =>
            html`<li class=${isFine ? 'fine' : 'todo'}>
              <span class="tag" data-state=${isFine ? 'live' : 'fault'}
                >${isFine ? msg('Bien', { id: 'studio-ok' }) : msg('À voir', { id: 'studio-todo' })}</span
              >
              <span>${text}</span>
            </li>`,
        )}
      </ul>
      <details>
        <summary>${msg('Modifier ces informations', { id: 'studio-privacy-edit' })}</summary>
        <div class="stack">
          <div class="pair">
            ${words('controller', msg('Responsable', { id: 'studio-privacy-controller' }))}
            ${words('purpose', msg('But', { id: 'studio-privacy-purpose' }))}
          </div>
          <div class="pair">
            ${durationField({
              ...edit.field('privacy.retention', msg('Conservation', { id: 'studio-privacy-retention' })),
              value: privacy?.retention,
              units: ['D', 'W'],
              change: (value) =>
                edit.set(['privacy'], { controller: '', purpose: '', ...privacy, retention: value }),
            })}
            ${words('contact', msg('Contact', { id: 'studio-sort-contact' }))}
          </div>
          ${checksField({
            ...edit.field('dimensions', msg('Joindre à chaque réponse', { id: 'studio-dimensions' })),
            value: dimensions ?? [],
            choices: [
              ['profile', msg('le profil', { id: 'studio-dim-profile' })],
              ['degree', msg('le degré', { id: 'studio-dim-degree' })],
              ['school', msg('l’établissement', { id: 'studio-dim-school' })],
            ],
            change: (value) => edit.set(['dimensions'], value),
          })}
          ${checkField({
            ...edit.field(
              'freeTextForPupils',
              msg('Permettre le texte libre aux élèves', { id: 'studio-free-text' }),
            ),
            value: freeTextForPupils ?? false,
            change: (value) => edit.set(['freeTextForPupils'], value || undefined),
          })}
        </div>
      </details>
    </section>`;
  }
}
