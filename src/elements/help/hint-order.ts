import { deepActiveElement } from '../../platform/focus.js';
import { focusables } from '../../platform/focusables.js';

/** A mark that stands beside something of the page, while it is elsewhere in the document. */
export interface Beside {
  /** What it stands beside. */
  readonly target: Element | undefined;
  /** What takes the focus; undefined while it is not to be seen. */
  readonly mark: HTMLElement | undefined;
}

const marks = new Set<Beside>();

const isBefore = (a: Node, b: Node): boolean =>
  !!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The page's own stops, ours left out; within the modal dialog that is open around `target`, where there is one. */
const stopsAround = (target: Element): HTMLElement[] =>
  focusables(target.closest('dialog[open]') ?? document.documentElement).filter(
    (el) => !(el.getRootNode() as Partial<ShadowRoot>).host?.localName.startsWith('sentier-'),
  );

/**
 * Marks in the order of what they stand beside: Tab comes to each after its target, though it is written at the end of
 * the document. For a target that takes no focus: after the stop before it.
 */
function handleTab(event: KeyboardEvent): void {
  // WebKitGTK does not know Shift and Tab together by name.
  if (event.key !== 'Tab' && event.code !== 'Tab') return;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const shown = [...marks].filter(({ mark, target }) => mark && target?.isConnected);
  const active = deepActiveElement();
  if (!shown.length || !active) return;
  const stops = stopsAround(shown[0]!.target!);
  /** Index of the stop that each stands after; -1: before all. */
  const after = ({ target }: Beside): number => {
    let at = -1;
    stops.forEach((stop, i) => {
      if (stop === target || target!.contains(stop) || isBefore(stop, target!)) at = i;
    });
    return at;
  };
  const queue = shown
    .map((one) => ({ one, at: after(one) }))
    .sort((a, b) => a.at - b.at || (isBefore(a.one.target!, b.one.target!) ? -1 : 1));
  const line: HTMLElement[] = [];
  for (const { one } of queue.filter(({ at }) => at < 0)) line.push(one.mark!);
  stops.forEach((stop, i) => {
    line.push(stop);
    for (const { one, at } of queue) if (at === i) line.push(one.mark!);
  });
  const isMark = (el: Element | undefined): boolean => shown.some(({ mark }) => mark === el);
  const here = line.indexOf(active as HTMLElement);
  const next = line[here + (event.shiftKey ? -1 : 1)];
  // Between two stops of the page, the browser knows best (groups of radio buttons, positive tabindex).
  if (here < 0 || !next || (!isMark(active) && !isMark(next))) return;
  event.preventDefault();
  next.focus();
}

/** Takes a mark into the order of the page; the returned function takes it out. */
export function takePlace(one: Beside): () => void {
  if (!marks.size) addEventListener('keydown', handleTab);
  marks.add(one);
  // Keys pressed on a mark do not leave it: the page hears nothing of them.
  one.mark?.addEventListener('keydown', handleTab);
  return () => {
    marks.delete(one);
    one.mark?.removeEventListener('keydown', handleTab);
    if (!marks.size) removeEventListener('keydown', handleTab);
  };
}
