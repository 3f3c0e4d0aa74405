import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import Redo from 'lucide/dist/esm/icons/redo-2.mjs';
import Route from 'lucide/dist/esm/icons/route.mjs';
import Undo from 'lucide/dist/esm/icons/undo-2.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { ShieldController } from '../../elements/controllers/shield-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { localesOf } from '../../elements/primitives/locales-of.js';
import { applyTheme } from '../../elements/primitives/mount.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { styles as tokens } from '../../elements/styles/tokens.styles.js';
import { msg, setInterfaceLocale } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { tool } from '../fields/tool-button.js';
import { followInterfaceLocale } from '../studio-locale.js';
import { browserRecovery } from '../store/recovery.js';
import { FileStore, PlanFileError, readPlanText } from '../store/file-store.js';
import { lastDesk, rememberDesk } from '../store/last-desk.js';
import { ServerStore } from '../store/server-store.js';
import { Studio, type Saving } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import type { StudioStore } from '../store/studio-store.js';
import { SCREENS, StudioGoEvent, type Screen } from './events.js';
import { nextTask } from '../../platform/next-task.js';
import { warmFormats } from '../words/formats.js';
import { SavingVoice } from './saving-voice.js';
import { roleWords, savingWords, spaceWords } from './saving-words.js';
import { SCREEN_NAMES, screenView } from './screens.js';
import { styles } from './shell.styles.js';
import { SizeController } from './size-controller.js';
import { styles as desk } from './studio.styles.js';

/**
 * The administrator's side: announce, guide and listen without code. A page of its own, or with `mode="panel"` beside the
 * ENT's own page.
 *
 * @attr {string} api - Address of the server, "/sentier". Without it the studio works on a plan file.
 * @attr {string} src - Address of a plan to begin with, where there is no server.
 * @attr {string} space - Whose plan, "school:0750001A", where one may write several; the widest by default.
 * @attr {page|panel} [mode=page]
 * @attr {light|dark} scheme - The page's own by default.
 * @fires sentier-studio-close - The panel was closed.
 * @cssprop --sentier-accent - Buttons and what is chosen.
 */
export class SentierStudio extends LitElement {
  static override styles = [tokens, base, button, desk, styles];
  static override properties = {
    api: prop(),
    src: prop(),
    mode: prop({ reflect: true }),
    store: prop({ attribute: false }),
    token: prop({ attribute: false }),
    space: prop(),
    studio: prop({ attribute: false }),
    _screen: state(),
    _item: state(),
    _field: state(),
    _said: state(),
    _fault: state(),
  };

  declare api: string | undefined;
  declare src: string | undefined;
  declare mode: 'page' | 'panel';
  declare space: string | undefined;
  /** Another place for drafts than a server or a file. */
  declare store: StudioStore | undefined;
  /** Gives the bearer token; the host signs people in. */
  declare token: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** The document; made from the above when it is not given. */
  declare studio: Studio | undefined;
  declare private _screen: Screen;
  declare private _item: string | undefined;
  declare private _field: string | undefined;
  declare private _said: string;
  /** The campaign that one comes back from to all of them. */
  #from: string | undefined;
  declare private _fault: string | undefined;
  readonly #locale = new LocaleController(this);
  #unfollow: (() => void) | undefined;
  readonly #voice = new SavingVoice();
  #isMade = false;
  readonly #leave = (): void => this.studio?.keepNow();

  constructor() {
    super();
    new ShieldController(this);
    new StudioController(this);
    new SizeController(this, () => this.#showCurrent());
    this.mode = 'page';
    this._screen = 'campaigns';
    this._said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('scheme')) applyTheme(this);
    window.addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
    this.addEventListener('sentier-studio-go', this.#handleGo);
    this.#unfollow = followInterfaceLocale();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    this.removeEventListener('sentier-studio-go', this.#handleGo);
    this.#unfollow?.();
    this.studio?.stop();
  }

  async #begin(): Promise<void> {
    await setInterfaceLocale(localesOf(this));
    const isWarm = warmFormats();
    this.studio ??= await this.#make();
    await isWarm;
    await nextTask();
    if (!this.studio.isLoaded) await this.#load();
  }

  async #make(): Promise<Studio> {
    const { api, store } = this;
    if (store || api === undefined)
      return new Studio({
        store: store ?? (await this.#fileStore()),
        recovery: browserRecovery(this.src ?? 'file'),
      });
    const server = new ServerStore({
      url: api,
      ...(this.token && { token: this.token }),
      ...(this.space !== undefined && { space: this.space }),
    });
    const me = await server.me().catch(() => undefined);
    const desk = me ? { actor: me.actor, space: server.space ?? 'all' } : lastDesk(api);
    if (me && desk) rememberDesk(api, desk);
    server.space ??= desk?.space;
    this.#isMade = true;
    // Unsaved work is its author's, in the space that it was written for.
    return new Studio({
      store: server,
      recovery: browserRecovery([api, desk?.actor, desk?.space].join(' ')),
    });
  }

  /** Another of the plans that one may write. What is not saved yet is kept, and saved when one comes back. */
  async #moveTo(space: string): Promise<void> {
    await this.studio?.save();
    this.studio?.stop();
    this.space = space;
    this.studio = undefined;
    this.go('campaigns');
    await this.#begin();
  }

  async #fileStore(): Promise<FileStore> {
    const store = new FileStore();
    if (this.src === undefined) return store;
    try {
      const response = await fetch(this.src);
      // Bytes, words, plan: each a task of its own.
      const bytes = await response.arrayBuffer();
      await nextTask();
      const text = new TextDecoder().decode(bytes);
      await nextTask();
      store.open(readPlanText(text), { name: this.src.split('/').pop() ?? 'plan.json' });
    } catch (error) {
      this._fault = msg(
        str`Le plan ${this.src} n’a pas pu être lu\u00a0: le studio commence par un plan vide.`,
        {
          id: 'studio-no-src',
        },
      );
      if (error instanceof PlanFileError)
        this._fault = [this._fault, ...error.issues.map(({ message }) => message)].join(' ');
    }
    return store;
  }

  async #load(): Promise<void> {
    try {
      await this.studio?.load();
    } catch (error) {
      const { reason } = error as { reason?: string };
      this._fault =
        reason === 'signed-out'
          ? msg('Votre session a pris fin\u00a0: reconnectez-vous à l’ENT, puis revenez ici.', {
              id: 'studio-signed-out',
            })
          : reason === 'forbidden'
            ? msg('Votre compte n’a pas accès au studio. Demandez-le à votre administrateur.', {
                id: 'studio-forbidden',
              })
            : msg('Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.', {
                id: 'studio-no-server',
              });
    }
  }

  readonly #handleGo = (event: StudioGoEvent): void => {
    event.stopPropagation();
    this.go(event.screen, event.item, event.field);
    this._said = event.said ?? '';
  };

  /** Shows a screen, and says so to whoever does not see it: the focus goes to it. */
  go(screen: Screen, item?: string, field?: string): void {
    this.#from = screen === 'campaigns' && this._screen === screen && !item ? this._item : undefined;
    [this._screen, this._item, this._field, this._said] = [screen, item, field, ''];
    if (field) return;
    void this.updateComplete.then(() => {
      const { activeElement } = this.renderRoot as ShadowRoot;
      // A campaign has put it on its heading by then, if its code was there.
      if (activeElement?.localName !== 'sentier-studio-campaign')
        this.renderRoot.querySelector<HTMLElement>('main')?.focus();
    });
  }

  #handleKeydown(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    // A text field has an undo of its own, letter by letter.
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) this.studio?.redo();
    else this.studio?.undo();
  }

  /** Its first drawing is a task of its own: the one before has read all of the studio's code. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    await super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('studio') && this.studio?.isLoaded) this._fault = undefined;
    // In the frame, whose layout is there by then: asked for now, it would be made once more.
    if (changed.has('_screen')) requestAnimationFrame(() => this.#showCurrent());
  }

  /** On a phone the menu is wider than the page. */
  #showCurrent(): void {
    const nav = this.renderRoot.querySelector('nav');
    const current = nav?.querySelector<HTMLElement>('[aria-current]');
    if (!nav || !current || nav.scrollWidth <= nav.clientWidth) return;
    const [outer, inner] = [nav.getBoundingClientRect(), current.getBoundingClientRect()];
    nav.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }

  protected override render() {
    const { studio, _screen: screen } = this;
    const { lang } = this.#locale;
    return html`<div class="root">
      <div class="desk" lang=${lang} @keydown=${this.#handleKeydown}>
        ${this.#header(studio, screen)}
        <p class="sr" role="status">${this._said}</p>
        <main tabindex="-1" aria-label=${SCREEN_NAMES[screen]()}>
          ${
            this._fault
              ? html`<div class="note fault" role="alert">
                  <p>${this._fault}</p>
                  ${studio?.isLoaded ? nothing : html`<button type="button" class="quiet" @click=${() => this.#retry()}>${msg('Réessayer', { id: 'studio-retry' })}</button>`}
                </div>`
              : nothing
          }
          ${studio?.isLoaded ? html`${this.#notices(studio)}${screenView({ studio, screen, item: this._item, field: this._field, from: this.#from })}` : nothing}
        </main>
      </div>
    </div>`;
  }

  #retry(): void {
    this._fault = undefined;
    // Who it is was not known: with it comes what that person left unsaved.
    if (this.#isMade) this.studio = undefined;
    void this.#begin();
  }

  #header(studio: Studio | undefined, screen: Screen): TemplateResult {
    return html`<header>
      <span class="brand">${icon(Route)} Sentier</span>
      <nav aria-label=${msg('Studio', { id: 'studio-nav' })}>
        <ul>
          ${SCREENS.map(
            (one) =>
              html`<li>
                <button
                  type="button"
                  aria-current=${one === screen ? 'page' : nothing}
                  @click=${() => this.go(one)}
                >
                  ${SCREEN_NAMES[one]()}
                </button>
              </li>`,
          )}
        </ul>
      </nav>
      ${
        studio?.isLoaded
          ? html`<div class="state">
              ${this.#spaces(studio)}
              <div class="words">
                ${this.#saving(studio)}
                <p class="who">${roleWords(studio.me, studio.store.space)}</p>
              </div>
              ${tool(msg('Annuler', { id: 'studio-undo' }), Undo, !studio.canUndo, () => studio.undo())}
              ${tool(msg('Rétablir', { id: 'studio-redo' }), Redo, !studio.canRedo, () => studio.redo())}
              ${
                this.mode === 'panel'
                  ? tool(msg('Fermer le studio', { id: 'studio-close' }), X, false, () => this.#close())
                  : nothing
              }
            </div>`
          : nothing
      }
    </header>`;
  }

  /** Seen at all times, spoken where it is news: the same words stand in one place or the other. */
  #saving({ saving, store, canWrite, clashes }: Studio): TemplateResult {
    const words = (one: Saving) => savingWords(one, store.kind, canWrite || clashes.length > 0);
    const told = this.#voice.hear(saving);
    return html`<p>${told === saving ? nothing : words(saving)}</p>
      <p class=${told === saving ? '' : 'sr'} role="status">${told && words(told)}</p>`;
  }

  #spaces({ me, store }: Studio) {
    if (me.spaces.length < 2 || !this.#isMade) return nothing;
    return html`<select
      class="space"
      aria-label=${msg('Plan modifié', { id: 'studio-space' })}
      .value=${live(store.space ?? '')}
      @change=${(event: Event) => void this.#moveTo((event.target as HTMLSelectElement).value)}
    >
      ${me.spaces.map((space) => html`<option value=${space} ?selected=${space === store.space}>${spaceWords(space)}</option>`)}
    </select>`;
  }

  #close(): void {
    this.studio?.keepNow();
    this.dispatchEvent(new Event('sentier-studio-close', { bubbles: true, composed: true }));
    this.remove();
  }

  #notices(studio: Studio): TemplateResult {
    const { notice, clashes } = studio;
    return html`${
      notice
        ? html`<div class="note told" role="status">
            <p>
              ${
                notice.kind === 'recovered'
                  ? msg('Nous avons retrouvé ce que vous n’aviez pas eu le temps d’enregistrer.', {
                      id: 'studio-recovered',
                    })
                  : msg(
                      str`Quelqu’un d’autre a enregistré entre-temps\u00a0: ses changements (${notice.count}) sont repris, les vôtres aussi.`,
                      { id: 'studio-merged' },
                    )
              }
            </p>
            <div>
              <button type="button" class="quiet" @click=${() => studio.dismissNotice()}>
                ${msg('Bien', { id: 'studio-ok' })}
              </button>
            </div>
          </div>`
        : nothing
    }${clashes.length ? html`<sentier-studio-conflict .studio=${studio}></sentier-studio-conflict>` : nothing}`;
  }
}
