import { contains, isNear, overlaps } from '../core/geometry.js';
import type { Rect } from '../core/geometry.js';

/** Padding of the ring around a target, and from the target to its card, in CSS px; the styles say the same. */
export const RING = 6;
export const GAP = 14;
/**
 * Least height of a card, in CSS px: a line of text, and its buttons; its title and some lines, too, beside a target so tall
 * that it cannot all be left free, in a window that has the height.
 */
export const least = (target: { height: number }): number =>
  innerHeight > 400 && target.height > innerHeight / 2 ? 180 : 96;

export type Side = 'top' | 'bottom' | 'start' | 'end' | 'center';

export interface Spotlight {
  padding?: number | undefined;
  radius?: number | undefined;
}

/** What shows an element in the top layer, with an implicit anchor where the browser knows them; and hides it. */
export interface Layer {
  show(element: HTMLElement, source?: Element): void;
  hide(element: HTMLElement): void;
}

const MODES = ['anchored', 'tight', 'inside', 'floating', 'centred'];

/**
 * Puts the card beside its target and the ring around it. Where CSS anchor positioning really works the browser does
 * it, and follows scrolling by itself: nothing here runs then, and nothing is written on the page's element (the anchor
 * is the popover's source). Elsewhere Floating UI is loaded. The classes `anchored` (and `tight`), `floating`,
 * `inside` and `centred` are the styles' to draw.
 */
export class Placement {
  declare readonly card: HTMLElement;
  declare readonly ring: HTMLElement;
  declare readonly layer: Layer;
  #end = new AbortController();
  #pad = RING;
  /** Looks again for room; undefined where the browser has not placed the card. */
  refit: (() => void) | undefined;
  /** Sees to it that room is looked for again when sizes change, until the signal (placement-later.ts). */
  watch: ((signal: AbortSignal) => void) | undefined;
  /** Where the card was last. */
  last: Rect = { left: 8, top: 8, right: 0, bottom: 0 };

  constructor(card: HTMLElement, ring: HTMLElement, layer: Layer) {
    this.card = card;
    this.ring = ring;
    this.layer = layer;
  }

  /** Beside `target`, on `side` where there is room; the ring goes around `also` too. */
  at(target: Element, side: Side, also?: readonly Element[], spotlight?: Spotlight): void {
    const turns = this.turns(target, side, also, spotlight);
    while (!turns.next().done);
  }

  /** The same, with a stop wherever the page has been laid out: for tasks that keep nobody waiting. */
  *turns(
    target: Element,
    side: Side,
    also: readonly Element[] = [],
    spotlight: Spotlight = {},
  ): Generator<void, void> {
    const signal = this.begin();
    const { padding = RING, radius = 10 } = spotlight;
    this.#pad = padding;
    // On their parent: what is on them goes with every move.
    const { style } = this.ring.parentElement!;
    style.setProperty('--_pad', `${padding}px`);
    style.setProperty('--_round', `${radius}px`);
    const float = (until: AbortSignal) => this.#float([target, ...also], side, until);
    const isAnchored = !also[0] && (yield* this.#anchor(target, side));
    // Something else was asked for at a stop.
    if (signal.aborted) return;
    if (!isAnchored || !this.#fit(target)) return float(signal);
    this.refit = () => void (this.#fit(target) || float(this.begin()));
    this.watch?.(signal);
  }

  /** In the middle of the screen, with a plain veil. */
  centre(): void {
    this.begin();
    this.show('centred', 'center');
  }

  /** Until the next placing. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Ends what follows the target before. */
  begin(): AbortSignal {
    this.#end.abort();
    this.refit = undefined;
    return (this.#end = new AbortController()).signal;
  }

  mode(mode: string): void {
    for (const { classList } of [this.ring, this.card])
      for (const name of MODES) classList.toggle(name, name === mode);
  }

  show(mode: string, side: Side): void {
    this.#dress(mode, side);
    this.#raise(this.ring);
    this.#raise(this.card);
  }

  #dress(mode: string, side: Side): void {
    this.mode(mode);
    this.card.dataset['side'] = side;
  }

  /** On top of all else. */
  #raise(el: HTMLElement, source?: Element, flush?: boolean): void {
    this.layer.hide(el);
    el.removeAttribute('style');
    if (flush) void getComputedStyle(el).display;
    this.layer.show(el, source);
  }

  /** Whether the browser put the ring around the target: support is claimed in more places than it works. */
  *#anchor(target: Element, side: Side): Generator<void, boolean> {
    if (target.ownerDocument !== document || !CSS.supports('position-area: top')) return false;
    const pad = this.#pad;
    this.#dress('anchored', side);
    // Firefox 153 keeps a popover's first anchor unless its style is read between hiding and showing it.
    for (const flush of [false, true]) {
      this.#raise(this.ring, target, flush);
      const { left, top, right, bottom } = target.getBoundingClientRect();
      const isAround = isNear(this.ring.getBoundingClientRect(), {
        left: left - pad,
        top: top - pad,
        right: right + pad,
        bottom: bottom + pad,
      });
      if (!isAround) continue;
      yield;
      this.#raise(this.card, target, flush);
      yield;
      return true;
    }
    return false;
  }

  /**
   * A card that found no room as it is takes what there is above or below (`tight`), and scrolls within; where that is
   * too little, it goes to the edge of the screen, over its target. False when there is room that was not found: WebKit
   * 2.50 looks for it as if nothing were scrolled.
   */
  #fit(target: Element): boolean {
    const { classList } = this.card;
    const view = { left: -1, top: -1, right: innerWidth + 1, bottom: innerHeight + 1 };
    const box = target.getBoundingClientRect();
    classList.remove('tight', 'inside');
    for (const next of ['tight', 'inside']) {
      const card = (this.last = this.card.getBoundingClientRect());
      if (
        contains(view, card) &&
        !overlaps(card, box) &&
        card.height >= Math.min(least(box), this.card.scrollHeight)
      )
        return true;
      classList.add(next);
    }
    this.last = this.card.getBoundingClientRect();
    return Math.max(box.top, innerHeight - box.bottom) < least(box) + 2 * GAP;
  }

  /** By script, which has to be loaded first. */
  #float(targets: readonly Element[], side: Side, signal: AbortSignal): void {
    this.show('floating', side);
    void import('./placement-floating.js').then(
      ({ follow }) => signal.aborted || follow(this.card, this.ring, targets, side, this.#pad, signal),
    );
  }
}
