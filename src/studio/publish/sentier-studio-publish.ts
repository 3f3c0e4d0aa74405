import { planWords } from '../words/fault-words.js';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Pending, RevisionList } from '../../model/contract/index.js';
import type { FaultWords } from '../../model/fault-words.js';
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
import { faultWords } from '../words/fault-words.js';
import { instantWords } from '../words/schedule-words.js';
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
    _waiting: state(),
    _isBusy: state(),
  };

  declare studio: Studio | undefined;
  declare private _note: string;
  declare private _outcome: PublishOutcome | undefined;
  declare private _fault: string | undefined;
  declare private _revisions: RevisionList | undefined;
  declare private _compared: { revision: number; changes: readonly Change[] } | undefined;
  /** What the plan that waits would change. */
  declare private _waiting: readonly Change[] | undefined;
  declare private _isBusy: boolean;
  #read: { plan: PlanDocument; words: FaultWords; issues: PlanIssue[] } | undefined;

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
    const words = planWords();
    if (studio && (this.#read?.plan !== studio.plan || this.#read.words !== words))
      this.#read = { plan: studio.plan, words, issues: readPlan(studio.plan, words).issues };
    if (changed.has('studio')) void this.#list();
  }

  async #list(): Promise<void> {
    const { studio } = this;
    const history = studio?.store.history;
    if (!studio || !history) return;
    const list = await history.list().catch(() => undefined);
    const waits = list?.pending ? await history.waiting().catch(() => undefined) : undefined;
    this._revisions = list;
    this._waiting = waits && describeChanges(studio.published ?? { version: 1 }, waits);
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
            : reason === 'signed-out'
              ? msg(
                  'Votre session a pris fin : reconnectez-vous à l’ENT dans un autre onglet, puis recommencez. Votre brouillon est gardé.',
                  { id: 'studio-publish-signed-out' },
                )
              : reason === 'missing'
                ? msg('Ce n’est plus là : quelqu’un d’autre s’en est occupé.', {
                    id: 'studio-publish-missing',
                  })
                : msg(str`Cela n’a pas abouti : ${message}`, { id: 'studio-publish-failed' });
      if (reason === 'missing') await this.#list();
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
      await this.studio?.lookAgain();
      await this.#list();
    });

  #withdraw = (): Promise<void> =>
    this.#do(async () => {
      await this.studio?.store.history?.withdraw();
      this._outcome = undefined;
      await this.#list();
    });

  #restore = (revision: number): Promise<void> =>
    this.#do(async () => {
      const { studio } = this;
      // The server puts the revision in the draft's place: what was typed is there first, and "undo" brings it back.
      await studio?.save();
      if (!studio || studio.saving.state !== 'saved') return;
      this._outcome = await studio.store.history?.restore(revision);
      await studio.takeOver();
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
              ${place.title ? html`<strong>${place.title}</strong><br />` : nothing}${faultWords(issue)}
            </button>
            ${issue.severity === 'warning' ? html`<span class="soft small">${msg('sans gravité', { id: 'studio-warning' })}</span>` : nothing}
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #form(studio: Studio, hasChanges: boolean) {
    const may = studio.canPublish;
    const pending = this._revisions?.pending;
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
      </div>
      ${pending ? this.#pending(pending, studio) : nothing}
      <div role="status">${this.#outcome()}</div>
      ${this._fault ? html`<p class="note fault" role="alert">${this._fault}</p>` : nothing}
    </section>`;
  }

  /** What another asked for: seen before it is approved. Who asked cannot approve. */
  #pending({ at, actor, note }: Pending, { me, canPublish }: Studio): TemplateResult {
    const isOwn = actor === me.actor;
    return html`<div class="note pending stack">
      <h4>
        ${
          isOwn
            ? msg(str`Votre demande du ${instantWords(at)} attend`, { id: 'studio-pending-own' })
            : msg(str`Une demande du ${instantWords(at)} attend`, { id: 'studio-pending' })
        }
      </h4>
      ${note ? html`<p>« ${note} »</p>` : nothing}
      ${
        this._waiting
          ? html`<p class="small">${summaryOf(this._waiting)}</p>
              ${changesView(this._waiting)}`
          : nothing
      }
      ${
        isOwn
          ? html`<p class="small">
              ${msg('Une autre personne qui publie doit l’approuver.', { id: 'studio-pending-other' })}
            </p>`
          : nothing
      }
      <div class="row">
        ${
          canPublish && !isOwn
            ? html`<button
                type="button"
                class="primary approve"
                ?disabled=${this._isBusy}
                @click=${() => void this.#approve()}
              >
                ${msg('Approuver et publier', { id: 'studio-approve' })}
              </button>`
            : nothing
        }
        ${
          canPublish
            ? html`<button
                type="button"
                class="quiet withdraw"
                ?disabled=${this._isBusy}
                @click=${() => void this.#withdraw()}
              >
                ${isOwn ? msg('Retirer ma demande', { id: 'studio-withdraw' }) : msg('Refuser', { id: 'studio-refuse' })}
              </button>`
            : nothing
        }
      </div>
    </div>`;
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
