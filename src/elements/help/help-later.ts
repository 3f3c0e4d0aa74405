import { watchKeys } from '../../engine/watch-keys.js';
import { isNear, overlaps } from '../../core/geometry.js';
import type { Rect } from '../../core/geometry.js';
import { liftFor } from '../../core/help/clear-place.js';
import { msg } from '../../locales/msg.js';
import { isPressed, parseShortcut } from '../../model/shortcut.js';
import { deepActiveElement } from '../../platform/focus.js';
import { queryAll } from '../../platform/natives.js';
import { addCss } from '../primitives/add-css.js';
import { h } from '../primitives/dom.js';
import { absentCss } from './absent.css.js';
import { asideCss } from './aside.css.js';
import { obstaclesUnder } from './obstacles.js';
import type { SentierHelp } from './sentier-help.js';
import type { SentierHint } from './sentier-hint.js';

/** What may bring or take away a bar of the page: its own doing, or ours. */
const CHANGES = [
  'sentier-show',
  'sentier-dismiss',
  'sentier-snooze',
  'sentier-acknowledge',
  'sentier-step',
  'close',
  'click',
  'transitionend',
  'scroll',
  'resize',
  'load',
];
/** At most this often, in ms. */
const PAUSE_MS = 250;

/** A tour's ring round our own button differs from it by no more than this on each side, in px. */
const ROUND = 16;

const ringsOfTours = (): Element[] =>
  [...queryAll('sentier-tour')].flatMap((tour) => tour.shadowRoot?.querySelector('[part=ring]') ?? []);

/** Whether a tour shows something that the button lies over; a button that a tour is about stays. */
const isInTheWay = (button: Rect, rings: readonly Element[]): boolean =>
  rings.some((one) => {
    const ring = one.getBoundingClientRect();
    return ring.width > 0 && overlaps(ring, button) && !isNear(ring, button, ROUND);
  });

/** Keeps the button clear of what the page has fixed to the screen. At rest it costs nothing. */
function keepClear(help: SentierHelp, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (help.shadowRoot) addCss(help.shadowRoot, asideCss);
  const look = (): void => {
    timer = undefined;
    const button = help.shadowRoot?.querySelector<HTMLElement>('.launch');
    if (signal.aborted || !button || getComputedStyle(button).position !== 'fixed' || help.isOpen) return;
    const isTop = help.place.startsWith('top');
    const moved = parseFloat(getComputedStyle(button).getPropertyValue('--_lift')) || 0;
    const now = button.getBoundingClientRect();
    const box = { left: now.left, right: now.right, top: now.top - moved, bottom: now.bottom - moved };
    const wanted = liftFor(box, innerHeight, isTop, (rect) => obstaclesUnder(rect, help));
    if (wanted !== Math.abs(moved)) button.style.setProperty('--_lift', `${isTop ? wanted : -wanted}px`);
    const rings = ringsOfTours();
    button.classList.toggle('aside', isInTheWay(button.getBoundingClientRect(), rings));
    // On its way from one step to the next: where it comes to is what counts.
    if (rings.some((ring) => ring.getAnimations().length)) soon();
  };
  const soon = (): void => {
    timer ??= setTimeout(look, PAUSE_MS);
  };
  for (const type of CHANGES) addEventListener(type, soon, { capture: true, passive: true, signal });
  const pieces = new MutationObserver(soon);
  // What floats over a page stands at the end of its body, or is shown by a class on the way to it.
  for (const el of [document.documentElement, document.body]) pieces.observe(el, { childList: true });
  pieces.observe(document.body, { subtree: true, attributeFilter: ['class', 'hidden', 'open'] });
  const sizes = new ResizeObserver(soon);
  sizes.observe(document.body);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    pieces.disconnect();
    sizes.disconnect();
  });
  look();
}

/** The keys that open help: where a field has a hint, the hint first. */
function listen(help: SentierHelp, signal: AbortSignal): void {
  addEventListener(
    'keydown',
    (event) => {
      const wanted = help.shortcut && parseShortcut(help.shortcut);
      if (!wanted || event.defaultPrevented || event.isComposing || event.repeat || !help.isFirst) return;
      // AltGr is Ctrl + Alt on Windows, and types a character.
      if (!isPressed(wanted, event) || event.getModifierState?.('AltGraph')) return;
      event.preventDefault();
      const at = deepActiveElement();
      const hint = [...queryAll('sentier-hint')].find((one) => (one as SentierHint).explains?.(at)) as
        SentierHint | undefined;
      if (hint?.show()) return;
      if (help.isOpen) help.close();
      else void help.open();
    },
    { signal },
  );
}

/** The panel could not be brought: who pressed the button sees and hears why nothing opened. */
function apologies(help: SentierHelp, signal: AbortSignal): (isMissing: boolean) => void {
  let note: HTMLElement | undefined;
  const drop = (): void => {
    note?.remove();
    note = undefined;
  };
  // Until it opens, or the person goes on with something else.
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, drop, { capture: true, signal });
  signal.addEventListener('abort', drop);
  return (isMissing) => {
    drop();
    const root = help.shadowRoot;
    if (!isMissing || !root) return;
    addCss(root, absentCss);
    const words = navigator.onLine
      ? msg('L’aide n’a pas pu être chargée. Réessayez dans un instant.', { id: 'help-panel-gone' })
      : msg('Vous êtes hors connexion\u00a0: l’aide n’avait pas encore été chargée.', {
          id: 'help-panel-offline',
        });
    note = h('p', { class: 'absent', role: 'alert' }, words);
    root.querySelector('.root')?.append(note);
  };
}

/** What a page's help needs once its button is to be seen. Gives what says that its panel is missing. */
export function attend(help: SentierHelp, signal: AbortSignal): (isMissing: boolean) => void {
  keepClear(help, signal);
  listen(help, signal);
  watchKeys(signal);
  return apologies(help, signal);
}
