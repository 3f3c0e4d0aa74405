import { deepActiveElement } from '../../platform/focus.js';
import { focusables } from '../../platform/focusables.js';

/** A mark that stands beside something of the page, while it is elsewhere in the document. */
export interface Beside {
  /** What it stands beside. */
  readonly target: Element | undefined;
  /** What takes the focus. */
  readonly mark: HTMLElement;
  /** What it opens: while it is open, what is in there comes after the mark. */
  readonly bubble: HTMLElement;
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
  const shown = [...marks].filter(({ mark, target }) => !mark.hidden && target?.isConnected);
  const active = deepActiveElement();
  if (!shown.length || !active) return;
  const own = new Map(shown.map((one) => [one, [one.mark, ...focusables(one.bubble)]]));
  const isOwn = (el: HTMLElement | undefined): boolean => !!el && [...own.values()].flat().includes(el);
  const stops = stopsAround(shown[0]!.target!).filter((el) => !isOwn(el));
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
  for (const { one } of queue.filter(({ at }) => at < 0)) line.push(...own.get(one)!);
  stops.forEach((stop, i) => {
    line.push(stop);
    for (const { one, at } of queue) if (at === i) line.push(...own.get(one)!);
  });
  const here = line.indexOf(active as HTMLElement);
  const next = line[here + (event.shiftKey ? -1 : 1)];
  // Between two stops of the page, the browser knows best (groups of radio buttons, positive tabindex).
  if (here < 0 || !next || (!isOwn(line[here]) && !isOwn(next))) return;
  event.preventDefault();
  next.focus();
}

/** Takes a mark into the order of the page; the returned function takes it out. */
export function takePlace(one: Beside): () => void {
  if (!marks.size) addEventListener('keydown', handleTab);
  marks.add(one);
  // Keys pressed in a hint do not leave it: the page hears nothing of them.
  const own = [one.mark, one.bubble];
  for (const el of own) el.addEventListener('keydown', handleTab);
  return () => {
    marks.delete(one);
    for (const el of own) el.removeEventListener('keydown', handleTab);
    if (!marks.size) removeEventListener('keydown', handleTab);
  };
}
