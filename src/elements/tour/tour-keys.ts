import { focusables } from '../../platform/focusables.js';
import { activeAmong } from '../../platform/frames.js';

/** What the keys of a tour act upon. */
export interface KeyScope {
  /** The step's dialog. */
  card: HTMLElement;
  /** Reached by Tab after the dialog's own controls: in this order. */
  targets: readonly Element[];
  /** Whether Tab stays with dialog and targets. */
  isTrapping: boolean;
  next(): void;
  leave(): void;
  /** Further keys, once they are there. True: it was for the tour. */
  press?: ((event: KeyboardEvent, node: Element | undefined) => boolean) | undefined;
}

const nodeOf = (event: Event): Element | undefined => {
  const node = event.composedPath()[0] as Node | undefined;
  // In a frame they are of its classes.
  return node?.nodeType === Node.ELEMENT_NODE ? (node as Element) : undefined;
};

/**
 * The keyboard of a tour in a window, its own or that of a frame, until `signal` ends it. Within our own card keys are heard before anybody else; from the page
 * they are heard last, and those that the page used for itself are left to it. Tab is always heard: it goes from the
 * dialog's controls to the targets and what is in them, and round.
 */
export function listenKeys(
  host: HTMLElement,
  scope: () => KeyScope | undefined,
  signal: AbortSignal,
  view: Window = window,
): void {
  const act = (event: KeyboardEvent, isEarly: boolean) => {
    const now = scope();
    const node = nodeOf(event);
    if (!now || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    // The host has put something of its own before us: its keys are its own.
    const modal = node?.closest('dialog[open],[aria-modal=true]');
    if (modal && !modal.contains(host) && modal.getRootNode() !== host.shadowRoot) return;
    const isOurs = event.composedPath().includes(host);
    // WebKitGTK has no name for Tab with Shift.
    if (event.code === 'Tab' || event.key === 'Tab') {
      if (isEarly && now.isTrapping) moveFocus(event, now);
      return;
    }
    if (isEarly !== isOurs || event.defaultPrevented || !press(event, now, node)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  view.addEventListener('keydown', (event) => act(event, true), { signal, capture: true });
  view.addEventListener('keydown', (event) => act(event, false), { signal });
}

/** Whether the key meant something to the tour. */
function press(event: KeyboardEvent, scope: KeyScope, node: Element | undefined): boolean {
  if (event.key === 'Escape') scope.leave();
  else if (event.key === 'Enter' && node === scope.card) scope.next();
  else return !!scope.press?.(event, node);
  return true;
}

function moveFocus(event: KeyboardEvent, { card, targets }: KeyScope): void {
  // One of them may be in another.
  const stops = [...new Set([card, ...targets].flatMap((one) => focusables(one)))];
  const at = stops.indexOf(activeAmong(targets) as HTMLElement);
  const to = at < 0 ? (event.shiftKey ? -1 : 0) : at + (event.shiftKey ? -1 : 1);
  event.preventDefault();
  event.stopPropagation();
  stops[(to + stops.length) % stops.length]?.focus();
}
