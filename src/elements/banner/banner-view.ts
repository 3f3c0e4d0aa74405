import x from 'lucide/dist/esm/icons/x.mjs';
import { interfaceLocale, msg } from '../../locales/msg.js';
import type { BannerAction, BannerContent, BannerPlace } from '../../model/schema/banner.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { bodyNodes } from '../primitives/body-nodes.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { linkTo } from '../../platform/safe-url.js';
import { KINDS } from './kinds.js';

export interface View {
  /** The `.root`; the box goes into it, or into a live region in it. */
  root: HTMLElement;
  /** The banner itself: a region, or a dialog. */
  box: HTMLElement;
  mark: HTMLElement;
  words: HTMLElement;
  actions: HTMLElement;
  /** Where a modal banner's focus goes first. */
  first: HTMLElement;
  /** What stands in the way of "acknowledge"; says so, and why, where something does. */
  mayAcknowledge?: () => boolean;
  /** Is the text read to its end? */
  isRead?: () => boolean;
  /** What a chosen action means to a part; false where it means nothing. */
  act?: (action: Pick<BannerAction, 'do'>) => boolean;
}

/** Nobody is locked in: without a way out and without an "acknowledge" that says what it is there is a close button all the same. */
export function waysOut({ leave = ['close'], actions }: BannerContent, stays?: boolean): readonly string[] {
  return stays
    ? []
    : leave.length ||
        actions?.some(
          ({ do: act, label }) => act === 'acknowledge' && Object.values(label ?? {}).some(Boolean),
        )
      ? leave
      : ['close'];
}

export const button = (value: string, className: string, ...label: (Node | string)[]): HTMLElement =>
  h('button', { type: 'button', value, class: className }, ...label);

/** `undefined` for what cannot be done: a link to a place that is not allowed, a calendar entry of no event. */
function actionNode(
  { do: act, to }: BannerAction,
  value: string,
  className: string,
  hasEvent: boolean,
  label: Node,
): HTMLElement | undefined {
  const link = act === 'link' && linkTo(to ?? '');
  if (link) return h('a', { ...link, class: `button ${className}`, 'data-value': value }, label);
  return act === 'acknowledge' ||
    (act === 'calendar' && hasEvent) ||
    (to && /^(tour|survey|article)$/.test(act))
    ? button(value, className, label)
    : undefined;
}

/** Builds a banner's nodes. Buttons say by `value` what they do: an index into `actions`, or a way to leave. */
export function viewOf(
  content: BannerContent,
  place: BannerPlace,
  leave: readonly string[],
  resolve: (text: Text | undefined) => ResolvedText,
): View {
  const { kind = 'information', title, body, signature, event } = content;
  const [drawing, word] = KINDS[kind] ?? KINDS.information;
  const modal = place === 'modal';
  /** A text in an element that says its language and direction (RGAA 8.7, 8.10). */
  const say = (tag: 'p' | 'h2' | 'div' | 'span', id: string, text: Text | undefined) => {
    const { value, lang, dir } = resolve(text);
    // An `h2` here is a dialog's: it takes the focus, so that reading starts with it.
    const attributes = { id, class: id, lang, dir, tabindex: tag === 'h2' ? '-1' : undefined };
    return value ? h(tag, attributes, ...(tag === 'div' ? bodyNodes(value) : [value])) : undefined;
  };

  const heading = say(modal ? 'h2' : 'p', 'title', title);
  const actions = h('div', { class: 'actions' });
  (content.actions ?? []).forEach((action, index) => {
    const label = say('span', `action-${index}`, action.label);
    const look = actions.firstChild ? '' : 'primary';
    const node = label && actionNode(action, String(index), look, !!event, label);
    if (node) actions.append(node);
  });
  actions.append(h('slot', { name: 'actions' }));
  if (leave.includes('later')) actions.append(button('later', '', msg('Plus tard', { id: 'later' })));
  if (leave.includes('never')) actions.append(button('never', '', msg('Ne plus afficher', { id: 'never' })));
  const close = leave.includes('close') && button('close', 'icon close', icon(x));
  // By its attribute: Firefox 115 has no `ariaLabel`.
  if (close) close.setAttribute('aria-label', msg('Fermer', { id: 'close' }));

  const mark = h('span', { class: 'mark' }, icon(drawing, 22));
  const words = h(
    'div',
    { class: 'words' },
    h('p', { id: 'kind', class: 'kind' }, word()),
    heading,
    say('div', 'body', body),
    h('slot'),
    say('p', 'signature', signature),
  );
  const box = h(
    modal ? 'dialog' : 'section',
    {
      class: `box ${place} ${kind}`,
      part: 'box',
      'aria-labelledby': 'kind title',
      tabindex: modal ? '-1' : undefined,
    },
    mark,
    words,
    actions,
    close,
  );
  const root = h('div', { class: 'root', lang: interfaceLocale(), dir: resolve(title ?? body).dir });
  return { root, box, mark, words, actions, first: heading ?? box };
}
