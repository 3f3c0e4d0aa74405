import { activeAmong, frameAround, framesOf } from '../../../platform/frames.js';

/** Says nothing, or is to be heard whatever is on screen. */
const LEFT = 'script,style,link,meta,template,head,[aria-live],[role=status],[role=alert],[role=log]';

const parentOf = (node: Element): Element | undefined =>
  node.assignedSlot ??
  node.parentElement ??
  (node.getRootNode() as Partial<ShadowRoot>).host ??
  frameAround(node);

/** What stands beside the way from the page's root to an element: in its parent, and in the shadow root it is in. */
function beside(kept: ReadonlySet<Element>): Element[] {
  const found: Element[] = [];
  const add = (child: Element) => {
    if (kept.has(child) || child.matches(LEFT)) return;
    // Browsers refuse to hide a whole body, and all of it would stay to be read.
    if (child.localName === 'body') [...child.children].forEach(add);
    else found.push(child);
  };
  for (const node of kept) [...(node.parentNode?.children ?? [])].forEach(add);
  return found;
}

/** What gives a field its name, its description, or what it offers; options that follow the arrows among it. */
const SAYS = ['labelledby', 'describedby', 'errormessage', 'controls', 'owns', 'activedescendant'];
const FIELD =
  'input,select,textarea,[role=combobox],[aria-labelledby],[aria-describedby],[aria-errormessage]';

/** What is elsewhere in the page and speaks for an element, or for a field in it: hidden, that would have no name. */
function spokesmen(target: Element): Element[] {
  const fields = [target, ...target.querySelectorAll(FIELD)].filter((el) => el.matches(FIELD));
  return fields.flatMap((el) => {
    const { labels, list } = el as Partial<HTMLInputElement>;
    const root = el.getRootNode() as Document | ShadowRoot;
    const ids = SAYS.flatMap((one) => el.getAttribute(`aria-${one}`)?.split(/\s+/) ?? []);
    return [...(labels ?? []), list, ...ids.map((id) => root.getElementById(id))].filter((one) => !!one);
  });
}

/**
 * Hides the page from assistive technology, but for `targets`, what they are in, what is in them and what names them, and the tour; until
 * `signal` ends. By `aria-hidden` on what stands beside their ancestors: those are few, and no style depends on it,
 * where `inert` has the browser work out the whole page anew. Each attribute is as it was afterwards; the targets' own
 * are never touched. Someone who goes to the page by pointer finds it as it is.
 */
export function hideRest(
  host: HTMLElement,
  targets: readonly (Element | undefined)[],
  signal: AbortSignal,
): void {
  const named = targets.filter((one) => !!one);
  const shown = [...named, ...named.flatMap(spokesmen)];
  const kept = new Set<Element>();
  for (const one of [host, ...shown])
    for (let el: Element | undefined = one; el; el = parentOf(el)) kept.add(el);
  // What is inside a target stays: the way ends there.
  const hidden = new Map<Element, string | null>();
  const hide = () => {
    for (const el of beside(kept)) {
      if (hidden.has(el) || shown.some((one) => one !== el && one.contains(el))) continue;
      hidden.set(el, el.getAttribute('aria-hidden'));
      el.setAttribute('aria-hidden', 'true');
    }
  };
  const show = () => {
    for (const [el, before] of hidden) {
      // The page has changed it meanwhile: it is the page's.
      if (el.getAttribute('aria-hidden') !== 'true') continue;
      if (before === null) el.removeAttribute('aria-hidden');
      else el.setAttribute('aria-hidden', before);
    }
    hidden.clear();
  };
  /** Focus must never be in what is hidden. */
  const look = () => {
    const active = activeAmong(shown);
    let isKept = !active;
    for (let el: Element | undefined = active ?? undefined; el && !isKept; el = parentOf(el))
      isKept = el === host || shown.includes(el);
    if (isKept) hide();
    else show();
  };
  look();
  // Early: the tour keeps to itself what happens in it.
  for (const view of [window, ...framesOf(shown)])
    view.addEventListener('focusin', look, { signal, capture: true });
  signal.addEventListener('abort', show);
}
