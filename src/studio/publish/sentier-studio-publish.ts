import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { RevisionList } from '../../model/contract/index.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import { readPlan } from '../../model/read-plan.js';
import { areaField } from '../fields/fields.js';
import { styles as fields } from '../fields/field.styles.js';
import { StudioGoEvent } from '../shell/events.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { StoreError, type PlanDocument, type PublishOutcome } from '../store/studio-store.js';
import { describeChanges, summaryOf, type Change } from '../words/diff-words.js';
import { changesView } from './changes-view.js';
import { fileView } from './file-view.js';
import { placeOf } from './place-of.js';
import { styles } from './publish.styles.js';
import { revisionsView } from './revisions-view.js';

/** From the draft to what users see: what changes, what is wrong, who must approve, what can be restored. */
export class SentierStudioPublish extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    _note: state(),
    _outcome: state(),
    _fault: state(),
    _revisions: state(),
    _compared: state(),
    _isBusy: state(),
  };

  declare studio: Studio | undefined;
  declare private _note: string;
  declare private _outcome: PublishOutcome | undefined;
  declare private _fault: string | undefined;
  declare private _revisions: RevisionList | undefined;
  declare private _compared: { revision: number; changes: readonly Change[] } | undefined;
  declare private _isBusy: boolean;
  #read: { plan: PlanDocument; issues: PlanIssue[] } | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._note = '';
    this._isBusy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { studio } = this;
    if (studio && this.#read?.plan !== studio.plan)
      this.#read = { plan: studio.plan, issues: readPlan(studio.plan).issues };
    if (changed.has('studio')) void this.#list();
  }

  async #list(): Promise<void> {
    this._revisions = await this.studio?.store.history?.list().catch(() => undefined);
  }

  /** Does one thing with the server, and says what went wrong. */
  async #do(act: () => Promise<void>): Promise<void> {
    if (this._isBusy) return;
    [this._isBusy, this._fault] = [true, undefined];
    try {
      await act();
    } catch (error) {
      const { reason, message } =
        error instanceof StoreError ? error : new StoreError('failed', String(error));
      this._fault =
        reason === 'offline'
          ? msg('Le serveur ne répond pas : rien n’a été publié. Votre brouillon est gardé.', {
              id: 'studio-publish-offline',
            })
          : reason === 'forbidden'
            ? msg('Votre rôle ne permet pas cela. Demandez à une personne qui publie.', {
                id: 'studio-publish-forbidden',
              })
            : msg(str`Cela n’a pas abouti : ${message}`, { id: 'studio-publish-failed' });
    } finally {
      this._isBusy = false;
    }
  }

  #publish = (): Promise<void> =>
    this.#do(async () => {
      const { studio } = this;
      await studio?.save();
      const history = studio?.store.history;
      if (!studio || !history || studio.saving.state !== 'saved') return;
      const { plan } = studio;
      this._outcome = await history.publish(this._note);
      if (this._outcome.status === 'published') {
        studio.published = plan;
        this._note = '';
      }
      await this.#list();
    });

  #approve = (): Promise<void> =>
    this.#do(async () => {
      this._outcome = await this.studio?.store.history?.approve();
      await this.studio?.reload();
      await this.#list();
    });

  #restore = (revision: number): Promise<void> =>
    this.#do(async () => {
      this._outcome = await this.studio?.store.history?.restore(revision);
      await this.studio?.reload();
      this._compared = undefined;
      await this.#list();
    });

  #compare = (revision: number): Promise<void> =>
    this.#do(async () => {
      const { studio } = this;
      const plan = await studio?.store.history?.read(revision);
      if (plan && studio) this._compared = { revision, changes: describeChanges(plan, studio.plan) };
    });

  protected override render() {
    const { studio } = this;
    if (!studio) return nothing;
    const changes = describeChanges(studio.published ?? { version: 1 }, studio.plan);
    const issues = this.#read?.issues ?? [];
    return html`<div class="root stack">
      <h2>${msg('Publier', { id: 'studio-publish' })}</h2>
      <div class="columns">
        <div class="stack">
          ${issues.length ? this.#issues(issues, studio) : nothing}
          ${
            studio.store.kind === 'server'
              ? html`<section class="sheet stack" aria-labelledby="diff">
                  <h3 id="diff">${msg('Ce qui changera pour les usagers', { id: 'studio-diff' })}</h3>
                  <p>${summaryOf(changes)}</p>
                  ${changesView(changes, (change) => this.#open(change.key))}
                </section>`
              : fileView(studio, this)
          }
        </div>
        <div class="stack">
          ${studio.store.history ? this.#form(studio, changes.length > 0) : nothing}
          ${
            studio.store.history
              ? revisionsView({
                  revisions: this._revisions,
                  compared: this._compared,
                  mayRestore: studio.canPublish && !this._isBusy,
                  compare: (n) => void this.#compare(n),
                  restore: (n) => void this.#restore(n),
                })
              : nothing
          }
        </div>
      </div>
    </div>`;
  }

  #open(key: string): void {
    const [list = '', id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
    const screen = list === 'campaigns' ? 'campaigns' : list === 'settings' ? 'settings' : 'help';
    this.dispatchEvent(new StudioGoEvent(screen, id));
  }

  #issues(issues: readonly PlanIssue[], studio: Studio) {
    return html`<section class="sheet stack" aria-labelledby="issues">
      <h3 id="issues">${msg('À corriger avant de publier', { id: 'studio-issues' })}</h3>
      <ul class="issues">
        ${issues.map((issue) => {
          const place = placeOf(issue.path, studio.plan);
          return html`<li>
            <button
              type="button"
              @click=${() => this.dispatchEvent(new StudioGoEvent(place.screen, place.item, place.field))}
            >
              ${place.title ? `${place.title} – ` : ''}${issue.message}
            </button>
            ${issue.severity === 'warning' ? html`<span class="soft small">${msg('sans gravité', { id: 'studio-warning' })}</span>` : nothing}
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #form(studio: Studio, hasChanges: boolean) {
    const may = studio.canPublish;
    const isWaiting = Boolean(this._revisions?.pending);
    return html`<section class="sheet stack" aria-labelledby="go">
      <h3 id="go">${msg('Rendre visible', { id: 'studio-make-visible' })}</h3>
      ${
        may
          ? nothing
          : html`<p class="note">
              ${msg('Votre brouillon est prêt à être relu. Une personne qui publie le rendra visible.', { id: 'studio-not-publisher' })}
            </p>`
      }
      ${
        studio.me.fourEyes
          ? html`<p class="soft">
              ${msg('Ici, une seconde personne relit avant que cela soit visible.', { id: 'studio-four-eyes' })}
            </p>`
          : nothing
      }
      ${areaField({
        name: 'note',
        label: msg('Ce que vous avez fait, en une phrase', { id: 'studio-note' }),
        value: this._note,
        rows: 2,
        disabled: !may,
        change: (note) => (this._note = note),
      })}
      <div class="row">
        <button
          type="button"
          class="primary publish"
          ?disabled=${!may || !hasChanges || this._isBusy}
          @click=${() => void this.#publish()}
        >
          ${studio.me.fourEyes ? msg('Demander la publication', { id: 'studio-ask' }) : msg('Publier maintenant', { id: 'studio-publish-now' })}
        </button>
        ${
          isWaiting && may
            ? html`<button
                type="button"
                class="quiet approve"
                ?disabled=${this._isBusy}
                @click=${() => void this.#approve()}
              >
                ${msg('Approuver ce qui attend', { id: 'studio-approve' })}
              </button>`
            : nothing
        }
      </div>
      <div role="status">${this.#outcome()}</div>
      ${this._fault ? html`<p class="note fault" role="alert">${this._fault}</p>` : nothing}
    </section>`;
  }

  #outcome() {
    const outcome = this._outcome;
    if (!outcome) return nothing;
    if (outcome.status === 'waiting')
      return html`<p class="note">
        ${msg('Envoyé. Une seconde personne doit approuver.', { id: 'studio-waiting' })}
      </p>`;
    if (outcome.status === 'published')
      return html`<p class="note">
        ${msg(str`C’est en ligne : révision ${outcome.revision.n}.`, { id: 'studio-published' })}
      </p>`;
    return html`<div class="note fault">
      <p>${msg('Le serveur a refusé ce plan :', { id: 'studio-refused' })}</p>
      <ul>
        ${outcome.issues.map(({ message }) => html`<li>${message}</li>`)}
      </ul>
    </div>`;
  }
}
