import x from 'lucide/dist/esm/icons/x.mjs';
import { interfaceLocale, msg } from '../../locales/msg.js';
import type { BannerAction, BannerContent, BannerPlace } from '../../model/schema/banner.js';
import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';
import { bodyNodes, imageNode } from '../primitives/body-nodes.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { linkTo } from '../primitives/safe-url.js';
import { KINDS } from './kinds.js';
import { POPOVER } from '../primitives/top-layer.js';

export interface View {
  /** The `.root`; the box goes into it, or into a live region in it. */
  root: HTMLElement;
  /** The banner itself: a region, or a dialog. */
  box: HTMLElement;
  /** Where a modal banner's focus goes first. */
  first: HTMLElement;
}

/** Nobody is locked in: without a way out and without "acknowledge" there is a close button all the same. */
export function waysOut({ leave = ['close'], actions }: BannerContent): readonly string[] {
  return leave.length || actions?.some((action) => action.do === 'acknowledge') ? leave : ['close'];
}

const button = (value: string, className: string, ...label: (Node | string)[]): HTMLElement =>
  h('button', { type: 'button', value, class: className }, ...label);

/** `undefined` for what cannot be done: a link to a place that is not allowed, a calendar entry (not made yet). */
function actionNode(
  action: BannerAction,
  value: string,
  className: string,
  label: Node,
): HTMLElement | undefined {
  const { do: act, to } = action;
  const link = act === 'link' && linkTo(to ?? '');
  if (link) return h('a', { ...link, class: `button ${className}`, 'data-value': value }, label);
  if (act === 'acknowledge' || (to && /^(tour|survey|article)$/.test(act)))
    return button(value, className, label);
  return undefined;
}

/** Builds a banner's nodes. Buttons say by `value` what they do: an index into `actions`, or a way to leave. */
export function viewOf(
  content: BannerContent,
  place: BannerPlace,
  locales: readonly string[],
  planLocale: string | undefined,
): View {
  const { kind = 'information', title, body, image, signature } = content;
  const [drawing, word] = KINDS[kind] ?? KINDS.information;
  const modal = place === 'modal';
  const resolved = (text: Text | undefined) => resolveText(text, locales, planLocale);
  /** A text in an element that says its language and direction (RGAA 8.7, 8.10). */
  const say = (tag: 'p' | 'h2' | 'div' | 'span', id: string, text: Text | undefined) => {
    const { value, lang, dir } = resolved(text);
    // An `h2` here is a dialog's: it takes the focus, so that reading starts with it.
    const attributes = { id, class: id, lang, dir, tabindex: tag === 'h2' ? '-1' : undefined };
    return value ? h(tag, attributes, ...(tag === 'div' ? bodyNodes(value) : [value])) : undefined;
  };

  const heading = say(modal ? 'h2' : 'p', 'title', title);
  const actions = h('div', { class: 'actions' });
  (content.actions ?? []).forEach((action, index) => {
    const label = say('span', `action-${index}`, action.label);
    const node = label && actionNode(action, String(index), actions.firstChild ? '' : 'primary', label);
    if (node) actions.append(node);
  });
  actions.append(h('slot', { name: 'actions' }));
  const leave = waysOut(content);
  if (leave.includes('later')) actions.append(button('later', '', msg('Plus tard', { id: 'later' })));
  if (leave.includes('never')) actions.append(button('never', '', msg('Ne plus afficher', { id: 'never' })));
  const close = leave.includes('close') && button('close', 'icon close', icon(x));
  if (close) close.ariaLabel = msg('Fermer', { id: 'close' });

  const box = h(
    modal ? 'dialog' : 'section',
    {
      class: `box ${place} ${kind}`,
      part: 'box',
      'aria-labelledby': 'kind title',
      popover: place === 'corner' ? POPOVER : undefined,
      tabindex: modal ? '-1' : undefined,
    },
    h('span', { class: 'mark' }, icon(drawing, 22)),
    image && imageNode(image.src, resolved(image.alt).value),
    h(
      'div',
      { class: 'words' },
      h('p', { id: 'kind', class: 'kind' }, word()),
      heading,
      say('div', 'body', body),
      h('slot'),
      say('p', 'signature', signature),
    ),
    actions,
    close,
  );
  const root = h('div', { class: 'root', lang: interfaceLocale(), dir: resolved(title ?? body).dir });
  return { root, box, first: heading ?? box };
}
