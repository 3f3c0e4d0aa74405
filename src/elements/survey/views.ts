import closeIcon from 'lucide/dist/esm/icons/x.mjs';
import type { SurveyContent } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { msg } from '../../locales/msg.js';
import { bodyNodes } from '../primitives/body-nodes.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { POPOVER } from '../primitives/top-layer.js';
import type { Write } from './fields/field.js';
import { noticeOf } from './notice.js';

/** All that a first page is drawn from. */
export interface PageContext {
  content: Partial<SurveyContent>;
  isPupil: boolean;
  /** Laid over the page, so that it can be closed or put off. */
  isCard: boolean;
  resolve(text: Text | undefined): ResolvedText;
  /** Puts answers where a text quotes them. */
  fill?: ((text: string, isMarkdown?: boolean) => string) | undefined;
}

type Children = readonly (Node | undefined)[];

/** What fills the card's form. Buttons carry in `value` what they do. */
export interface Page {
  page: Children;
  foot: Children;
}

export const closeWords = (): string => msg('Fermer', { id: 'close' });

/** The card, empty: a live region that is there before it is needed, the way out, and the form that pages fill. */
export function cardOf(display: string, isTitled: boolean): HTMLElement {
  const close = { type: 'button', class: 'icon close', value: 'close', 'aria-label': closeWords() };
  return h(
    display === 'modal' ? 'dialog' : 'section',
    {
      // What comes unasked comes quietly: a movement at the edge of sight calls, and costs as much as the half of the card.
      class: `card ${display === 'modal' ? 'enter ' : ''}${display}`,
      'aria-labelledby': 'name',
      // In the page without a title, all are "Votre avis": several landmarks of one name lead nowhere.
      role: display === 'inline' && !isTitled ? 'group' : undefined,
      popover: display === 'corner' ? POPOVER : undefined,
    },
    h('div', { class: 'sr', role: 'status' }),
    display !== 'inline' && h('button', close, icon(closeIcon)),
    h('form', { novalidate: '', autocomplete: 'off' }),
  );
}

export const writer =
  ({ resolve, fill }: PageContext): Write =>
  (tag, attributes, text) => {
    const { value, lang, dir } = resolve(text);
    return h(tag, { ...attributes, lang, dir }, fill?.(value) ?? value);
  };

export const body = ({ resolve, fill }: PageContext, text: Text | undefined): Node | undefined => {
  const { value, lang, dir } = resolve(text);
  return value
    ? h('div', { class: 'body', lang, dir }, ...bodyNodes(fill?.(value, true) ?? value))
    : undefined;
};

/** The survey's title: what names the card. */
export function nameOf(
  context: PageContext,
  tag: 'p' | 'h2',
  attributes: Record<string, string>,
): HTMLElement {
  const { title } = context.content;
  const name = title
    ? writer(context)('span', { id: 'name' }, title)
    : h('span', { id: 'name' }, msg('Votre avis', { id: 'sv-name' }));
  return h(tag, { ...attributes, dir: name.dir || undefined }, name);
}

export const TITLE = { id: 'title', tabindex: '-1' };

export const button = (value: string, label: string): HTMLElement =>
  h('button', { type: 'button', value }, label);

export const primary = (label: string): HTMLElement => h('button', { class: 'primary' }, label);

export const laterButton = ({ isCard }: PageContext): HTMLElement | undefined =>
  isCard ? button('later', msg('Plus tard', { id: 'later' })) : undefined;

/** The page before the first question: all that a survey needs to be shown. */
export const introView = (context: PageContext): Page => ({
  page: [
    nameOf(context, 'h2', TITLE),
    body(context, context.content.intro),
    noticeOf(context, writer(context)),
  ],
  foot: [laterButton(context), primary(msg('Commencer', { id: 'sv-start' }))],
});
