import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { adviceFor } from '../advice/advice.js';
import { adviceList } from '../advice/advice-list.js';
import { audienceFields } from '../fields/audience-fields.js';
import { authoredField, type Writing } from '../fields/authored.js';
import { styles as fields } from '../fields/field.styles.js';
import { paceFields, scheduleFields } from '../fields/timing-fields.js';
import { editorFor, type Revealing } from '../shell/editors.js';
import { StudioGoEvent, type StudioChangeEvent } from '../shell/events.js';
import { noChunkWords } from '../shell/no-chunk.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import { getIn, setIn, upwards, type Key } from '../store/paths.js';
import { indexOfName } from '../store/places.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { faultWords } from '../words/fault-words.js';
import { KIND_NAMES, nameOf } from '../words/names.js';
import { STATE_NAMES } from '../words/state-words.js';
import { styles } from './campaign.styles.js';
import { isWithin, removed, replaced } from './changes.js';
import { issuesOf, knownOf, stateOf, titleOf } from './facts.js';
import { writingTabs } from './writing-tabs.js';

/**
 * One campaign: its content by an editor of its kind, then for whom, when and where, beside the real widget.
 */
export class SentierStudioCampaign extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    item: prop(),
    field: prop(),
    _lang: state(),
    _at: state(),
    _isLoaded: state(),
    _isLost: state(),
  };

  declare studio: Studio | undefined;
  /** Name of the campaign (store/places.ts). */
  declare item: string;
  /** Path of a field to go to, from a fault's link. */
  declare field: string | undefined;
  declare private _lang: string | undefined;
  declare private _at: readonly Key[];
  declare private _isLoaded: string | undefined;
  /** Kind of the editor that could not be fetched. */
  declare private _isLost: string | undefined;
  /** Kind of the editor that is on its way. */
  #coming: string | undefined;

  readonly #timed = new Set<string>();

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._at = ['content'];
  }

  get #campaign(): Campaign | undefined {
    const { campaigns = [] } = this.studio?.plan ?? {};
    return campaigns[indexOfName(campaigns, this.item)];
  }

  get #writing(): Writing {
    const main = this.studio?.plan.settings?.locale ?? 'fr';
    return { main, lang: this._lang ?? main };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('item')) {
      this._at = ['content'];
      this.#timed.clear();
    }
    if (changed.has('field') && this.field) this.#turnTo(this.field);
    const campaign = this.#campaign;
    // A variant that was taken away, here or by somebody else.
    if (campaign && getIn(campaign, this._at) === undefined) this._at = ['content'];
    // Whoever comes to another campaign, or back to this one, has it tried again.
    if (changed.has('item')) this._isLost = undefined;
    if (campaign && this._isLost !== campaign.kind) void this.#load(campaign.kind);
  }

  protected override updated(changed: PropertyValues): void {
    if ((changed.has('field') || changed.has('_isLoaded')) && this.field) void this.goTo(this.field);
    // Whoever comes begins here, not before the search and all other campaigns.
    if (changed.has('item') && !this.field)
      this.renderRoot.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true });
  }

  async #load(kind: string): Promise<void> {
    const editor = editorFor(kind);
    if (!editor || kind === this._isLoaded || kind === this.#coming) return;
    this.#coming = kind;
    try {
      await editor.load();
      this._isLoaded = kind;
      this._isLost = undefined;
    } catch {
      this._isLost = kind;
    }
    if (this.#coming === kind) this.#coming = undefined;
    this.requestUpdate();
  }

  async #loadAgain(kind: string): Promise<void> {
    const loading = this.#load(kind);
    this.requestUpdate();
    await loading;
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<LitElement>('.editor');
    await editor?.updateComplete;
    // The button that had the focus is gone.
    editor?.renderRoot.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  /** To the words of the audience that a path is about. */
  #turnTo(path: string): void {
    const variant = /^variants\[(\d+)\]\.content/.exec(path);
    const at = variant ? ['variants', Number(variant[1]), 'content'] : ['content'];
    if ((variant || path.startsWith('content')) && at.join() !== this._at.join()) this._at = at;
  }

  /** Shows a field and puts the focus on it, in the editor of the content as well. */
  async goTo(path: string, lang?: string): Promise<void> {
    this.#turnTo(path);
    if (lang) this._lang = lang;
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<LitElement & Revealing>('.editor');
    await editor?.updateComplete;
    await editor?.reveal?.(path);
    const roots = [this.renderRoot, editor?.renderRoot].filter((one) => one !== undefined);
    const fields = roots.flatMap((one) => [...one.querySelectorAll<HTMLElement>('input, select, textarea')]);
    for (const at of upwards(path)) {
      // What is wrong with a whole ("content": neither title nor text) is mended at its first field.
      const found =
        roots.map((one) => (one as ShadowRoot).getElementById(at)).find(Boolean) ??
        fields.find(({ id }) => id.startsWith(`${at}.`));
      if (!found) continue;
      found.closest('details')?.setAttribute('open', '');
      found.focus();
      found.scrollIntoView({ block: 'center' });
      return;
    }
  }

  #put(campaign: Campaign, path: string): void {
    const { studio, item } = this;
    studio?.edit(`${item}.${path}`, (plan) => replaced(plan, item, campaign));
  }

  readonly #set = (path: readonly Key[], value: unknown): void => {
    const campaign = this.#campaign;
    if (campaign) this.#put(setIn(campaign, path, value), path.join('.'));
  };

  #handleChange(event: StudioChangeEvent<unknown>): void {
    event.stopPropagation();
    const { campaign, detail } = event as StudioChangeEvent & { detail?: { campaign?: Campaign } };
    const changed = typeof campaign === 'object' ? campaign : detail?.campaign;
    if (changed) this.#put(changed, event.path ?? '');
  }

  #remove(): void {
    const { studio, item } = this;
    const campaign = this.#campaign;
    if (!studio || !campaign) return;
    const title = titleOf(campaign, this.#writing.main);
    studio.edit('', (plan) => removed(plan, item));
    this.dispatchEvent(
      new StudioGoEvent(
        'campaigns',
        undefined,
        undefined,
        msg(str`Campagne «\u00a0${title}\u00a0» supprimée\u00a0: «\u00a0Annuler\u00a0» la rend.`, {
          id: 'studio-campaign-removed',
        }),
      ),
    );
  }

  protected override render() {
    const { studio } = this;
    const campaign = this.#campaign;
    if (!studio) return nothing;
    if (!campaign)
      return html`<div class="root empty">
        <h3>${msg('Cette campagne n’est plus dans le plan', { id: 'studio-gone' })}</h3>
        ${this.#back()}
      </div>`;
    const { plan } = studio;
    const issues = issuesOf(campaign, knownOf(plan));
    const mayWrite = studio.canWrite && isWithin(campaign, studio.schools);
    const disabled = !mayWrite;
    const error = (path: string) =>
      issues
        .filter((issue) => issue.path === path)
        .map(faultWords)
        .join(' ') || undefined;
    const envelope = { campaign, plan, set: this.#set, error, disabled, timed: this.#timed };
    return html`<div class="root stack">
      ${this.#head(campaign, studio, issues, mayWrite)}
      <div class="work">
        <section class="sheet stack" aria-labelledby="what">
          <h3 id="what">${msg('Ce qu’on lit', { id: 'studio-what' })}</h3>
          ${authoredField({
            name: 'title',
            label: msg('Nom de la campagne', { id: 'studio-campaign-title' }),
            hint: msg('Pour vous\u00a0: dans les listes, le calendrier et les résultats.', {
              id: 'studio-campaign-title-hint',
            }),
            text: campaign.title,
            writing: { lang: this.#writing.main, main: this.#writing.main },
            error: error('title'),
            disabled,
            change: (title) => this.#set(['title'], title),
          })}
          ${writingTabs({
            campaign,
            plan,
            at: this._at,
            writing: this.#writing,
            disabled,
            chooseLang: (lang) => (this._lang = lang),
            choosePart: (at) => (this._at = at),
            put: (next, path) => this.#put(next, path),
            error,
          })}
          ${this.#editor(campaign, issues, disabled)}
        </section>
        <div class="aside stack">
          <sentier-studio-peek
            .campaign=${campaign}
            .content=${getIn(campaign, this._at)}
            .plan=${plan}
            .lang=${this.#writing.lang}
            .profiles=${this.#readers(campaign)}
          ></sentier-studio-peek>
          ${adviceList({
            issues,
            advice: adviceFor(campaign, plan, getIn(campaign, this._at), this._at),
            go: (path, lang) => void this.goTo(path, lang),
          })}
        </div>
        <section class="sheet stack" aria-labelledby="who">
          <h3 id="who">${msg('Pour qui', { id: 'studio-who' })}</h3>
          ${audienceFields({
            name: 'audience',
            audience: campaign.audience,
            of: this.item,
            plan,
            schools: studio.schools,
            disabled,
            error,
            change: (audience, path) => this.#put(setIn(campaign, ['audience'], audience), path),
          })}
        </section>
        <section class="sheet stack" aria-labelledby="when">
          <h3 id="when">${msg('Quand et où', { id: 'studio-when-where' })}</h3>
          ${scheduleFields(envelope)} ${paceFields(envelope)}
        </section>
      </div>
    </div>`;
  }

  #readers(campaign: Campaign): readonly string[] {
    const variant = this._at[0] === 'variants' ? campaign.variants?.[this._at[1] as number] : undefined;
    return (variant?.audience ?? campaign.audience)?.profiles ?? [];
  }

  #back() {
    return html`<button
      type="button"
      class="back"
      @click=${() => this.dispatchEvent(new StudioGoEvent('campaigns'))}
    >
      ${icon(ArrowLeft, 18)} ${msg('Toutes les campagnes', { id: 'studio-back' })}
    </button>`;
  }

  #head(campaign: Campaign, studio: Studio, issues: readonly PlanIssue[], mayWrite: boolean) {
    const published = studio.published?.campaigns?.some(({ id }) => id === campaign.id) ?? !studio.published;
    const isFaulty = issues.some(({ severity }) => severity === 'error');
    const now = isFaulty ? 'fault' : stateOf(campaign, studio.plan, studio.now, published);
    return html`<div class="stack">
      <div class="row">
        ${this.#back()}
        <button type="button" class="danger push" ?disabled=${!mayWrite} @click=${() => this.#remove()}>
          ${msg('Supprimer', { id: 'studio-remove' })}
        </button>
      </div>
      <div class="row">
        <h2 id="heading" tabindex="-1">${titleOf(campaign, this.#writing.main)}</h2>
        <span class="tag" data-state=${now}>${STATE_NAMES[now]()}</span>
        <span class="tag plain">${nameOf(KIND_NAMES, campaign.kind)}</span>
      </div>
      ${
        studio.schools && !isWithin(campaign, studio.schools)
          ? html`<p class="note">
              ${msg(str`Vous écrivez pour ${studio.schools.join(', ')}\u00a0: cette campagne s’adresse à d’autres, vous pouvez la lire.`, { id: 'studio-not-yours' })}
            </p>`
          : nothing
      }
    </div>`;
  }

  #absence(kind: string) {
    const wait = msg('Un instant…', { id: 'studio-wait' });
    if (this._isLost !== kind) return html`<p class="soft">${wait}</p>`;
    return html`<div class="note fault stack">
      <p role="status">${this.#coming === kind ? wait : noChunkWords()}</p>
      <div>
        <button type="button" class="quiet" @click=${() => void this.#loadAgain(kind)}>
          ${msg('Réessayer', { id: 'studio-retry' })}
        </button>
      </div>
    </div>`;
  }

  #editor(campaign: Campaign, issues: readonly PlanIssue[], disabled: boolean) {
    const editor = editorFor(campaign.kind);
    const content = getIn(campaign, this._at) as Campaign['content'] | undefined;
    if (content && 'src' in content)
      return html`<p class="note">
        ${msg(str`Ce contenu est dans un fichier à part\u00a0: ${String(content.src)}`, { id: 'studio-elsewhere' })}
      </p>`;
    if (!editor)
      return html`<p class="note">
        ${msg('Rien ne permet encore d’écrire ce contenu ici.', { id: 'studio-no-editor' })}
      </p>`;
    if (this._isLoaded !== campaign.kind) return this.#absence(campaign.kind);
    const tag = unsafeStatic(editor.tag);
    return staticHtml`<${tag}
      class="editor"
      .campaign=${campaign}
      .plan=${this.studio?.plan}
      .writing=${this.#writing}
      .at=${this._at}
      .issues=${issues}
      .disabled=${disabled}
      @sentier-studio-change=${this.#handleChange}
    ></${tag}>`;
  }
}
