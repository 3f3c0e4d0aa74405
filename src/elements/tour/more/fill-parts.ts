import type { TourView } from '../../../engine/tour/tour-runner.js';
import { msg } from '../../../locales/msg.js';
import { str } from '../../../locales/str.js';
import type { Text } from '../../../model/schema/common.js';
import type { Media } from '../../../model/schema/media.js';
import { resolveText } from '../../../model/text.js';
import { bodyNodes } from '../../primitives/body-nodes.js';
import { h } from '../../primitives/dom.js';
import type { TourParts } from './more.js';

/** Adds to a card what few steps have: what for, how, media, what the person has to do, answers. */
export function fillParts(parts: TourParts, view: TourView, signal: AbortSignal): void {
  const { host, card, steps } = parts;
  const { at, step } = view;
  const actions = card.querySelector('.actions');
  if (!actions) return;
  if (at === 'waiting') return fillWaiting(parts, view);
  const said: StepSaid = at === 'intro' ? (host.content?.intro ?? {}) : (steps[step] ?? {});
  const planLocale = host.getAttribute('plan-locale') ?? 'fr';
  const locales = parts.locales();
  const level = Number(host.getAttribute('level') ?? 2) + 1;
  const part = (id: string, heading: string, source: Text | undefined) => {
    const { value, lang, dir } = resolveText(source, locales, planLocale);
    if (!value) return;
    const title = h('h3', { class: 'part', 'aria-level': `${level}` }, heading);
    actions.before(h('section', { id }, title, h('div', { class: 'body', lang, dir }, ...bodyNodes(value))));
  };
  part('why', msg('À quoi ça sert', { id: 'tour.why' }), said.why);
  part('how', msg('Comment faire', { id: 'tour.how' }), said.how);
  if (said.media?.length) {
    const place = h('div', { class: 'media-list' });
    actions.before(place);
    void addMedia(place, said.media, { locales, planLocale }, host.shadowRoot!, signal);
  }
  if (at === 'active') {
    askToDo(parts, view, actions);
    addAnswers(parts, view, actions, planLocale);
  }
}

interface StepSaid {
  why?: Text | undefined;
  how?: Text | undefined;
  media?: readonly Media[] | undefined;
}

async function addMedia(
  place: HTMLElement,
  media: readonly Media[],
  words: { locales: readonly string[]; planLocale: string },
  root: ShadowRoot,
  signal: AbortSignal,
): Promise<void> {
  const { mediaNodes, styleMedia } = await import('../../primitives/media-nodes.js');
  if (signal.aborted || !place.isConnected) return;
  styleMedia(root);
  place.append(...mediaNodes(media, words));
}

/** What an element is called, for who does not see what is outlined; nothing where that is long, or not plain. Not its whole accessible name, whose chunk few tours need. */
function nameOf(el: Element): string {
  const { labels } = el as Partial<HTMLInputElement>;
  const words =
    el.getAttribute('aria-label') ??
    labels?.[0]?.textContent ??
    (el.matches('input,select,textarea') ? '' : el.textContent);
  const name = words?.trim().replace(/\s+/g, ' ') ?? '';
  return name.length > 60 ? '' : name;
}

/** What a step asks the person to do with its target; or what Next does for them. */
function askToDo({ steps, card }: TourParts, { step, target }: TourView, actions: Element): void {
  const { advance, interaction } = steps[step] ?? {};
  if (!target || !advance || interaction === 'blocked') return;
  const name = nameOf(target);
  const words =
    advance.on === 'click'
      ? name
        ? msg(str`À vous\u00a0: cliquez sur l’élément entouré, «\u00a0${name}\u00a0».`, {
            id: 'tour-click-on',
          })
        : msg('À vous\u00a0: cliquez sur l’élément entouré.', { id: 'tour-click' })
      : advance.on === 'input' &&
        (name
          ? msg(str`À vous\u00a0: remplissez l’élément entouré, «\u00a0${name}\u00a0».`, {
              id: 'tour-input-in',
            })
          : msg('À vous\u00a0: remplissez l’élément entouré.', { id: 'tour-input' }));
  if (words) actions.before(h('p', { class: 'turn', id: 'turn' }, words));
  const next = card.querySelector('button[value=next]');
  if (next && advance.byNext && advance.on === 'click')
    next.textContent = msg('Le faire pour moi', { id: 'tour.do-it' });
}

/** Each answer is a way of its own. */
function addAnswers(
  { steps, card, send, locales }: TourParts,
  { step }: TourView,
  actions: Element,
  planLocale: string,
): void {
  const answers = steps[step]?.answers ?? [];
  const buttons = answers.flatMap(({ label, to }) => {
    const { value, lang, dir } = resolveText(label, locales(), planLocale);
    if (!value) return [];
    const button = h('button', { type: 'button', class: 'answer', lang, dir }, value);
    button.addEventListener('click', () => send({ type: 'goto', step: to }));
    return button;
  });
  if (!buttons.length) return;
  actions.before(h('div', { class: 'answers' }, ...buttons));
  card.querySelector('button[value=next]')?.remove();
}

/** Said on the card and by the live region while a step waits: for its target, or for its page. */
export const waitingWords = (key: 'waiting' | 'page'): string =>
  key === 'page'
    ? msg('La visite continue sur une autre page.', { id: 'tour-elsewhere' })
    : msg('Un instant\u00a0: cet élément n’est pas encore affiché.', { id: 'tour-waiting' });

/** In place of the text: what is waited for, which may be what the step before asked the person to do; and ways on. */
function fillWaiting({ steps, card }: TourParts, { step, isElsewhere, page }: TourView): void {
  const on = steps[step - 1]?.advance?.on;
  const words = isElsewhere
    ? waitingWords('page')
    : on === 'click' || on === 'input'
      ? msg(
          'Cet élément apparaît quand l’étape précédente est faite\u00a0: revenez-y, ou faites-la maintenant.',
          {
            id: 'tour.undone',
          },
        )
      : waitingWords('waiting');
  const text = h('p', { id: 'body' }, words);
  const body = card.querySelector('#body');
  if (body) body.replaceWith(text);
  else card.querySelector('.actions')?.before(text);
  card
    .querySelector('button[value=next]')
    ?.replaceWith(
      isElsewhere && page
        ? h(
            'a',
            { class: 'button primary push', href: page },
            msg('Aller à cette page', { id: 'go-to-page' }),
          )
        : h(
            'button',
            { type: 'button', value: 'next', class: 'push' },
            msg('Passer cette étape', { id: 'skip-step' }),
          ),
    );
}
