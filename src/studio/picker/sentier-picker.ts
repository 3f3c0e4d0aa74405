import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ListTree from 'lucide/dist/esm/icons/list-tree.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { applyTheme } from '../../elements/primitives/mount.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../../elements/primitives/top-layer.js';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { ShieldController } from '../../elements/controllers/shield-controller.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { styles as tokens } from '../../elements/styles/tokens.styles.js';
import { msg } from '../../locales/msg.js';
import { directionOf } from '../../model/text.js';
import { deepActiveElement, returnFocus } from '../../platform/focus.js';
import { prepareLocator } from '../../platform/locator.js';
import { NativeEvent } from '../../platform/natives.js';
import { robustTarget } from './build-target.js';
import type { ScoredPart } from './build-target.js';
import { elementTree, meantBy } from './element-tree.js';
import type { TreeNode } from './element-tree.js';
import { isFromUs } from './ours.js';
import { around, boxOf, elementAt, scrollFrom } from './outline.js';
import { SentierPickEvent } from './pick-event.js';
import { styles } from './picker.styles.js';
import { keyInTree, treeView } from './tree-view.js';
import { describe, partWords, solidityWord } from './words.js';

const REST_MS = 120;
const SILENCED =
  'pointerdown pointerup pointermove mousedown mouseup mousemove mouseover mouseout click dblclick auxclick contextmenu touchstart touchend touchmove';

/**
 * Lets an author point at an element of the page. A transparent layer over everything takes clicks, so that nothing of
 * the page hears them: not its handlers, not what closes a menu at a click outside. The outline is the layer's own; no
 * style is written on the page's elements.
 *
 * @fires sentier-pick - With the element and the ways to find it again.
 * @fires sentier-pick-cancel - Left without a choice.
 * @internal
 */
export class SentierPicker extends LitElement {
  static override styles = [tokens, base, button, styles];
  static override properties = {
    withTree: prop({ type: Boolean, attribute: 'with-tree' }),
    _current: state(),
    _tree: state(),
    _open: state(),
    _at: state(),
    _isTop: state(),
    _best: state(),
  };

  /** Starts with the tree, for those who do not use a mouse. */
  declare withTree: boolean;
  declare private _current: Element | undefined;
  declare private _tree: TreeNode[] | undefined;
  declare private _open: ReadonlySet<Element>;
  /** The row that has the focus. */
  declare private _at: Element | undefined;
  declare private _isTop: boolean;
  /** The best way to find what is outlined; undefined while it is looked for. */
  declare private _best: { element: Element; part: ScoredPart | undefined } | undefined;

  readonly #locale = new LocaleController(this);
  #life = new AbortController();
  /** Where arrow down leads back to. */
  #below: Element[] = [];
  #from: Element | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new ShieldController(this);
    this.withTree = false;
    this._open = new Set();
    this._isTop = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(this);
    this.#from = deepActiveElement();
    const { signal } = (this.#life = new AbortController());
    const options = { signal, capture: true };
    // The page's own listeners on the window may stand before ours; what they see is an event of our layer.
    for (const type of SILENCED.split(' '))
      addEventListener(type, (event) => isFromUs(event) && this.#handlePointer(event), options);
    addEventListener('keydown', (event) => this.#handleKeydown(event), options);
    for (const type of ['scroll', 'resize'])
      addEventListener(type, () => this.#follow(), { ...options, passive: true });
    void prepareLocator().then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life.abort();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  protected override firstUpdated(): void {
    showInTopLayer(this.#layer);
    if (this.withTree)
      void this.updateComplete.then(() => (this.isConnected ? this.#toggleTree() : undefined));
    else this.renderRoot.querySelector<HTMLElement>('.tree-button')?.focus({ preventScroll: true });
  }

  get #layer(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.layer')!;
  }

  /** Leaves without a choice. */
  cancel(): void {
    this.#end(new NativeEvent('sentier-pick-cancel'));
  }

  /** Takes what is outlined. */
  pick(el = this._current): void {
    if (el) this.#end(new SentierPickEvent(el, robustTarget(el)));
  }

  #end(event: Event): void {
    if (!this.isConnected) return;
    hideFromTopLayer(this.#layer);
    this.remove();
    returnFocus(this.#from);
    this.dispatchEvent(event);
  }

  /** What is under the layer at a point. */
  #under(x: number, y: number): Element | undefined {
    const layer = this.#layer;
    layer.classList.add('blind');
    const el = elementAt(x, y);
    layer.classList.remove('blind');
    return el && !/^(html|body)$/.test(el.localName) ? meantBy(el) : undefined;
  }

  #handlePointer(event: Event): void {
    const isOnBar = event
      .composedPath()
      .some((node) => node instanceof Element && node.classList.contains('bar'));
    if (isOnBar) return;
    // Nobody else's: a drag, a menu, a focus would begin.
    event.stopImmediatePropagation();
    if (event.cancelable && !event.type.startsWith('touch')) event.preventDefault();
    const { clientX, clientY, pointerType } = event as PointerEvent;
    if (event.type === 'pointermove' && pointerType !== 'touch') this.#point(this.#under(clientX, clientY));
    else if (event.type === 'click') this.#choose(this.#under(clientX, clientY), pointerType);
  }

  #point(el: Element | undefined): void {
    if (el === this._current) return;
    this._current = el;
    this.#below = [];
    this.#avoid();
  }

  /** A mouse shows what it is over before it clicks; a finger does not, so a first touch shows and a second takes. */
  #choose(el: Element | undefined, pointerType: string | undefined): void {
    if (!el) return;
    if (pointerType === 'touch' && el !== this._current) this.#point(el);
    else this.pick(this.#below.length ? this._current : el);
  }

  #handleKeydown(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return this.cancel();
    }
    if (!isFromUs(event)) return;
    event.stopPropagation();
    if (this._tree) return this.#keyTree(event);
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.#climb(event.key === 'ArrowUp');
    } else if (
      event.key === 'Enter' &&
      this._current &&
      !(event.composedPath()[0] as Element).closest('.close')
    ) {
      event.preventDefault();
      this.pick();
    }
  }

  /** Arrow up takes the box around; arrow down comes back. */
  #climb(isUp: boolean): void {
    const now = this._current;
    if (!now) return;
    const next = isUp ? around(now) : this.#below.pop();
    if (!next) return;
    if (isUp) this.#below.push(now);
    this._current = next;
    this.#avoid();
  }

  #keyTree(event: KeyboardEvent): void {
    if (!(event.composedPath()[0] as Element).closest('[role=tree]')) return;
    const done = keyInTree(event.key, { roots: this._tree!, open: this._open, at: this._at });
    if (!done) return;
    event.preventDefault();
    this._open = done.open ?? this._open;
    if (done.pick) this.pick(done.pick);
    else if (done.at) void this.#goTo(done.at);
  }

  async #goTo(el: Element): Promise<void> {
    this._at = this._current = el;
    // Not `reveal`, which leaves room for a card, and would take this layer for a bar of the page.
    el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    this.#avoid();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  }

  async #toggleTree(): Promise<void> {
    if (this._tree) {
      this._tree = undefined;
      return;
    }
    this._tree = elementTree();
    const first = this._tree[0];
    // The first level open: landmarks alone say little.
    this._open = new Set(this._tree.map(({ element }) => element));
    if (first) await this.#goTo(first.element);
  }

  /** The bar goes to the other end when it lies over what is outlined. */
  #avoid(): void {
    if (!this._current) return;
    const { top, bottom } = boxOf(this._current);
    const middle = innerHeight / 2;
    this._isTop = top > middle || (bottom > middle && top > innerHeight - bottom);
  }

  #follow(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.#place();
    if (!changed.has('_current')) return;
    clearTimeout(this.#timer);
    const element = this._current;
    // Trying selectors on a big page takes a while: once the pointer rests.
    if (element)
      this.#timer = setTimeout(() => (this._best = { element, part: robustTarget(element)[0] }), REST_MS);
  }

  #place(): void {
    const [outline, tip] = ['.outline', '.tip'].map((one) => this.renderRoot.querySelector<HTMLElement>(one));
    const el = this._current;
    if (!el || !outline || !tip) return;
    const { x, y, width, height } = boxOf(el);
    const set = (of: HTMLElement, name: string, value: string) => of.style.setProperty(name, value);
    set(outline, 'transform', `translate(${x - 3}px, ${y - 3}px)`);
    set(outline, 'width', `${width + 6}px`);
    set(outline, 'height', `${height + 6}px`);
    const top = y > 40 ? y - 34 : Math.min(y + height + 8, innerHeight - 34);
    set(
      tip,
      'transform',
      `translate(${Math.max(8, Math.min(x, innerWidth - tip.offsetWidth - 8))}px, ${top}px)`,
    );
  }

  protected override render(): TemplateResult {
    const { lang } = this.#locale;
    const el = this._current;
    return html`<div class="root" lang=${lang} dir=${directionOf(lang)}>
      <div
        class="layer"
        popover=${POPOVER ?? nothing}
        @wheel=${(event: WheelEvent) => this.#handleWheel(event)}
      >
        <div class="outline" ?hidden=${!el}></div>
        <div class="tip" ?hidden=${!el} aria-hidden="true">
          <b>${el ? describe(el) : ''}</b>
        </div>
        <div
          class=${this._isTop ? 'bar top' : 'bar'}
          role="dialog"
          aria-label=${msg('Choisir un élément de la page', { id: 'studio-picker-title' })}
        >
          <div class="head">
            <p>
              <strong>${msg('Cliquez sur l’élément à montrer', { id: 'studio-picker-ask' })}</strong>
              <span class="hint"
                >${msg('↑ la boîte autour · Échap pour annuler', { id: 'studio-picker-keys' })}</span
              >
            </p>
            <button
              class="tree-button"
              type="button"
              aria-expanded=${this._tree ? 'true' : 'false'}
              @click=${() => void this.#toggleTree()}
            >
              ${icon(ListTree)} ${msg('Liste', { id: 'studio-picker-list' })}
            </button>
            <button
              class="icon close-button"
              type="button"
              aria-label=${msg('Annuler', { id: 'studio-picker-cancel' })}
              @click=${() => this.cancel()}
            >
              ${icon(X)}
            </button>
          </div>
          ${el ? this.#foundView(el) : nothing}
          ${
            this._tree
              ? treeView({
                  roots: this._tree,
                  open: this._open,
                  at: this._at,
                  go: (one) => void this.#goTo(one),
                  toggle: (one) => this.#toggle(one),
                })
              : nothing
          }
        </div>
        <div class="sr" role="status">${el && !this._tree ? describe(el) : ''}</div>
      </div>
    </div>`;
  }

  /** What is outlined, how well it can be found again, and the button that takes it. */
  #foundView(el: Element): TemplateResult {
    const best = this._best?.element === el ? this._best : undefined;
    const part = best?.part;
    return html`<div class="found">
      <p>
        <strong>${describe(el)}</strong>
        <span class="hint"
          >${
            part
              ? `${partWords(part.part)} — ${solidityWord(part.solidity)}`
              : best
                ? msg('Rien ne distingue cet élément des autres\u00a0: choisissez-en un autour.', {
                    id: 'studio-picker-none',
                  })
                : '…'
          }</span
        >
      </p>
      <button class="primary" type="button" @click=${() => this.pick()}>
        ${msg('Choisir', { id: 'studio-picker-take' })}
      </button>
    </div>`;
  }

  #toggle(el: Element): void {
    const open = new Set(this._open);
    if (!open.delete(el)) open.add(el);
    this._open = open;
  }

  /** The layer would keep inner scrollers still. */
  #handleWheel(event: WheelEvent): void {
    if ((event.composedPath()[0] as Element).closest('.bar')) return;
    event.preventDefault();
    scrollFrom(this.#under(event.clientX, event.clientY), event.deltaX, event.deltaY);
  }
}
