import closeIcon from 'lucide/dist/esm/icons/x.mjs';
import type { TourView } from '../../engine/tour/tour-runner.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Text } from '../../model/schema/common.js';
import { directionOf, resolveText } from '../../model/text.js';
import { bodyNodes } from '../primitives/body-nodes.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { waymarkNodes } from '../primitives/waymark-nodes.js';
import type { StepContent } from './step-content.js';

/** More marks than this say nothing at a glance, and do not fit. */
const MOST_MARKS = 12;

/** What a button of a card does: its `value`. */
export type CardAction = 'next' | 'back' | 'leave' | 'snooze';

/** What a card says. */
export interface CardContent {
  view: TourView;
  /** The step, or the intro. */
  said: Partial<StepContent>;
  locales: readonly string[];
  planLocale: string | null;
  level: string;
}

const button = (value: CardAction, label: Node | string, kind = ''): HTMLButtonElement =>
  h('button', { type: 'button', value, class: kind }, label);

/** The nodes of a card: heading, text, ways on and out. */
function cardNodes({ view, said, locales, planLocale, level }: CardContent): (Node | undefined)[] {
  const { at, index, count, isCounted } = view;
  const isIntro = at === 'intro';
  // Written in the page, it is in the page's language.
  const own = planLocale ?? (said.element && locales[0]);
  const text = (tag: 'h2' | 'div', id: string, source: Text | undefined) => {
    const { value, lang, dir } = resolveText(source, locales, own);
    // Beside a heading are the tools, which come after the first paint, and the way out, which an intro has not.
    const attributes = { id, class: tag === 'div' ? 'body' : isIntro ? undefined : 'beside', lang, dir };
    return value ? h(tag, attributes, ...(tag === 'div' ? bodyNodes(value) : [value])) : undefined;
  };
  const title = text('h2', 'title', said.title);
  title?.setAttribute('aria-level', level);
  const way =
    !isIntro && (count > 1 || !isCounted)
      ? h(
          'div',
          { class: 'way' },
          isCounted && count <= MOST_MARKS && waymarkNodes(index, count),
          h(
            'span',
            { id: 'count' },
            isCounted
              ? msg(str`Étape ${index + 1} sur ${count}`, { id: 'step-of' })
              : msg(str`Étape ${index + 1}`, { id: 'step-only' }),
          ),
        )
      : undefined;
  const next = isIntro
    ? msg('Commencer', { id: 'start-tour' })
    : isCounted && index === count - 1
      ? msg('Terminer', { id: 'finish' })
      : msg('Suivant', { id: 'next' });
  const close = isIntro ? undefined : button('leave', icon(closeIcon), 'icon close');
  close?.setAttribute('aria-label', msg('Quitter la visite', { id: 'leave-tour' }));
  return [
    way,
    title,
    said.element
      ? h('div', { id: 'body', dir: directionOf(own!) }, h('slot', { name: 'step' }))
      : text('div', 'body', said.body),
    h(
      'div',
      { class: 'actions' },
      index > 0 && !isIntro && button('back', msg('Retour', { id: 'back' })),
      button('next', next, isIntro ? 'primary' : 'primary push'),
      isIntro && button('snooze', msg('Plus tard', { id: 'later' })),
      isIntro && button('leave', msg('Non merci', { id: 'no-thanks' })),
    ),
    close,
  ];
}

/** Writes a card. */
export function fillCard(card: HTMLElement, content: CardContent): void {
  const root = card.parentElement!;
  root.lang = interfaceLocale();
  root.dir = directionOf(root.lang);
  // What is asked of an empty card has the page laid out for nothing.
  if (card.firstChild) card.scrollTop = 0;
  card.replaceChildren(...cardNodes(content).filter((node) => !!node));
}

/** Names a card after what is written in it. */
export function nameCard(card: HTMLElement): void {
  const has = (id: string) => card.querySelector(`#${id}`) && id;
  const set = (name: string, value: string | null) =>
    value ? card.setAttribute(name, value) : card.removeAttribute(name);
  set('aria-labelledby', has('title'));
  set('aria-label', has('title') ? null : msg('Visite guidée', { id: 'tour' }));
  set('aria-describedby', [has('count'), has('body'), has('turn')].filter(Boolean).join(' '));
}
