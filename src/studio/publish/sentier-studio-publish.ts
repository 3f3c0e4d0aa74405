import { planWords } from '../words/fault-words.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
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
import {
  StoreError,
  type PlanDocument,
  type PublishOutcome,
  type RevisionStore,
} from '../store/studio-store.js';
import { describeChanges, summaryOf, type Change } from '../words/diff-words.js';
import { listed } from '../words/lists.js';
import { changesView } from './changes-view.js';
import { issuesView } from './issues-view.js';
import { keepFocus } from './keep-focus.js';
import { outcomeView } from './outcome-view.js';
import { withNextVersion } from './next-version.js';
import { pendingView } from './pending-view.js';
import { differing, publishFault } from './publish-fault.js';
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
  /** The request that waits, and what it would change: what is read is what is approved. */
  declare private _waiting: { pending: Pending; changes: readonly Change[] } | undefined;
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
    this._waiting = waits && {
      pending: waits.pending,
      changes: describeChanges(studio.published ?? { version: 1 }, waits.plan),
    };
  }

  /**
   * Does one thing with the server, and says what went wrong.
   * @param stale says that it is another by now than what was read: nothing is done, and it is shown as it is
   */
  async #do(act: () => Promise<void>, stale?: () => string): Promise<void> {
    if (this._isBusy) return;
    const focusStays = keepFocus(this, 'go');
    [this._isBusy, this._fault] = [true, undefined];
    const seen = this.studio?.plan;
    try {
      await act();
    } catch (error) {
      if (seen && stale && error instanceof StoreError && error.reason === 'stale') {
        await this.#lookAgain(seen, stale);
        return;
      }
      const fault = error instanceof StoreError ? error : new StoreError('failed', String(error));
      this._fault = publishFault(fault);
      if (fault.reason === 'missing') await this.#list();
    } finally {
      this._isBusy = false;
      await focusStays();
    }
  }

  /** Shows what is there by now, and names what has changed since it was read. */
  async #lookAgain(seen: PlanDocument, stale: () => string): Promise<void> {
    const { studio, _waiting: asked } = this;
    if (!studio) return;
    this._outcome = undefined;
    try {
      await studio.catchUp();
    } catch {
      // What is shown is what was read; another try is refused again.
    }
    await this.#list();
    const since = [
      ...describeChanges(seen, studio.plan),
      ...(asked && this._waiting ? differing(asked.changes, this._waiting.changes) : []),
    ];
    const titles = [...new Set(since.map(({ title }) => title))];
    this._fault = [
      stale(),
      titles.length &&
        msg(str`Changé entre-temps\u00a0: ${listed(titles)}.`, { id: 'studio-publish-stale-what' }),
    ]
      .filter(Boolean)
      .join(' ');
  }

  /**
   * Saves what is seen, and gives its name in the store; undefined where it could not be saved, which the studio says.
   * @throws StoreError "stale" where another's changes came into it: they were not in what was read
   */
  async #saved(studio: Studio): Promise<{ plan: PlanDocument; tag: string | undefined } | undefined> {
    const seen = studio.plan;
    await studio.save();
    const { plan, tag, saving } = studio;
    if (plan !== seen) throw new StoreError('stale');
    return saving.state === 'saved' && !studio.isDirty ? { plan, tag } : undefined;
  }

  #publish = (): Promise<void> =>
    this.#do(
      async () => {
        const { studio } = this;
        const history = studio?.store.history;
        const read = studio && (await this.#saved(studio));
        if (!history || !read) return;
        this._outcome = await history.publish(this._note, read.tag);
        if (this._outcome.status === 'published') {
          studio.published = read.plan;
          this._note = '';
        }
        await this.#list();
      },
      () =>
        msg(
          'Rien n’a été publié\u00a0: quelqu’un d’autre a changé le brouillon entre-temps. Relisez «\u00a0Ce qui changera pour les usagers\u00a0», puis publiez à nouveau.',
          { id: 'studio-publish-stale' },
        ),
    );

  /** What waits for a second person, as it is shown. */
  get #pending(): Pending | undefined {
    return this._waiting?.pending ?? this._revisions?.pending;
  }

  /** Does what was decided of the request that is shown. */
  #decide(
    act: (history: RevisionStore, tag: string) => Promise<PublishOutcome | undefined>,
    stale: () => string,
  ): Promise<void> {
    return this.#do(async () => {
      const { studio } = this;
      const asked = this.#pending;
      if (!studio?.store.history || !asked) return;
      this._outcome = await act(studio.store.history, asked.etag);
      if (this._outcome) await studio.lookAgain();
      await this.#list();
    }, stale);
  }

  #approve = (): Promise<void> =>
    this.#decide(
      (history, tag) => history.approve(tag),
      () =>
        msg(
          'Rien n’a été publié\u00a0: la demande a été remplacée par une autre entre-temps. Relisez ce qu’elle change, puis approuvez à nouveau.',
          { id: 'studio-approve-stale' },
        ),
    );

  #withdraw = (): Promise<void> =>
    this.#decide(
      async (history, tag) => {
        await history.withdraw(tag);
        return undefined;
      },
      () =>
        msg(
          'Rien n’a été retiré\u00a0: la demande a été remplacée par une autre entre-temps. Relisez ce qu’elle change, puis décidez à nouveau.',
          { id: 'studio-withdraw-stale' },
        ),
    );

  #restore = (revision: number): Promise<void> =>
    this.#replaceDraft(async (history, tag) => {
      this._outcome = await history.restore(revision, tag);
      return this._outcome.status === 'published';
    });

  #takeUp = (revision: number): Promise<void> =>
    this.#replaceDraft(async (history, tag) => {
      await history.takeUp(revision, tag);
      this._outcome = undefined;
      return true;
    });

  /**
   * The server puts a revision in the draft's place: what was typed is there first, and "undo" brings it back.
   * @param act says whether it has
   */
  #replaceDraft(act: (history: RevisionStore, tag: string | undefined) => Promise<boolean>): Promise<void> {
    return this.#do(
      async () => {
        const { studio } = this;
        const history = studio?.store.history;
        const read = studio && (await this.#saved(studio));
        if (!history || !read) return;
        if (await act(history, read.tag)) await studio.takeOver();
        this._compared = undefined;
        await this.#list();
      },
      () =>
        msg(
          'Rien n’a été remis\u00a0: quelqu’un d’autre a changé le brouillon entre-temps. Regardez ce qui serait remplacé, puis recommencez.',
          { id: 'studio-restore-stale' },
        ),
    );
  }

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
          ${
            issues.length
              ? issuesView(issues, studio, ({ screen, item, field }) =>
                  this.dispatchEvent(new StudioGoEvent(screen, item, field)),
                )
              : nothing
          }
          ${
            studio.store.kind === 'server'
              ? html`<section class="sheet stack" aria-labelledby="diff">
                  <h3 id="diff">${msg('Ce qui changera pour les usagers', { id: 'studio-diff' })}</h3>
                  <p>${summaryOf(changes)}</p>
                  ${changesView(changes, (change) => this.#open(change.key))}
                </section>`
              : html`<sentier-studio-file .studio=${studio}></sentier-studio-file>`
          }
        </div>
        <div class="stack">
          ${studio.store.history ? this.#form(studio, changes.length > 0) : nothing}
          ${
            studio.store.history
              ? revisionsView({
                  revisions: this._revisions,
                  compared: this._compared,
                  isBusy: this._isBusy,
                  mayRestore: studio.canPublish,
                  compare: (n) => void this.#compare(n),
                  mayTakeUp: studio.canWrite,
                  restore: (n) => void this.#restore(n),
                  takeUp: (n) => void this.#takeUp(n),
                })
              : nothing
          }
        </div>
      </div>
    </div>`;
  }

  async #raise(id: string): Promise<void> {
    this.studio?.edit('', (plan) => withNextVersion(plan, id));
    this._outcome = undefined;
    await this.updateComplete;
    // The button went with the outcome; publishing is what comes next.
    this.renderRoot.querySelector<HTMLElement>('.publish')?.focus();
  }

  #open(key: string): void {
    const [list = '', id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
    const screen = list === 'campaigns' ? 'campaigns' : list === 'settings' ? 'settings' : 'help';
    this.dispatchEvent(new StudioGoEvent(screen, id));
  }

  #form(studio: Studio, hasChanges: boolean) {
    const may = studio.canPublish;
    // What is shown is the request that was read with what it changes, not a newer one of the list.
    const pending = this.#pending;
    // Not `disabled` for as long as that takes: what is disabled loses the focus.
    const isIdle = hasChanges && !this._isBusy;
    return html`<section class="sheet stack" aria-labelledby="go">
      <h3 id="go" tabindex="-1">${msg('Rendre visible', { id: 'studio-make-visible' })}</h3>
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
          ?disabled=${!may}
          aria-disabled=${isIdle ? nothing : 'true'}
          @click=${() => isIdle && void this.#publish()}
        >
          ${studio.me.fourEyes ? msg('Demander la publication', { id: 'studio-ask' }) : msg('Publier maintenant', { id: 'studio-publish-now' })}
        </button>
      </div>
      ${
        pending
          ? pendingView(pending, studio, {
              changes: this._waiting?.changes,
              isBusy: this._isBusy,
              approve: () => void this.#approve(),
              withdraw: () => void this.#withdraw(),
            })
          : nothing
      }
      <div role="status">${outcomeView(this._outcome, studio.plan, (id) => void this.#raise(id))}</div>
      ${this._fault ? html`<p class="note fault" role="alert">${this._fault}</p>` : nothing}
    </section>`;
  }
}
