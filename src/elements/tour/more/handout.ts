import { interfaceLocale, msg } from '../../../locales/msg.js';
import { str } from '../../../locales/str.js';
import { isOnPage } from '../../../core/tour/step-page.js';
import type { Target, Text } from '../../../model/schema/common.js';
import { directionOf, resolveText } from '../../../model/text.js';
import { accessibleName } from '../../../platform/accessible-name.js';
import { locate } from '../../../platform/locator.js';
import { currentPath } from '../../../platform/route-watcher.js';
import { bodyNodes } from '../../primitives/body-nodes.js';
import { h } from '../../primitives/dom.js';
import { mediaNodes } from '../../primitives/media-nodes.js';
import type { StepContent } from '../step-content.js';
import { handoutCss } from './handout.css.js';
import type { TourParts } from './more.js';

/** What an element of the page is, in words for who holds paper. */
function whatIs(el: Element): string {
  const role = el.getAttribute('role');
  if (role === 'button' || el.matches('button,summary,input[type=button],input[type=submit]'))
    return msg('bouton', { id: 'tour.is-button' });
  if (role === 'link' || el.matches('a[href]')) return msg('lien', { id: 'tour.is-link' });
  if (el.matches('input,select,textarea,[contenteditable]')) return msg('champ', { id: 'tour.is-field' });
  if (el.matches('nav,[role=navigation],[role=menu]')) return msg('menu', { id: 'tour.is-menu' });
  return msg('partie de la page', { id: 'tour.is-part' });
}

/** How the plan calls a target: what it is named, or the words that it says. */
function wordsOf(target: Target | undefined): string {
  for (const part of [target ?? []].flat()) {
    if (typeof part === 'string') continue;
    const words = 'frame' in part ? wordsOf(part.target) : 'role' in part ? part.name : part.text;
    if (words) return words;
  }
  return '';
}

/** Where a step is: what its target is called, or how the plan calls it, and the page. What this page has says nothing of another. */
function placeOf({ target, page }: Partial<StepContent>): string {
  const found = target && isOnPage(page, currentPath()) ? locate(target).element : undefined;
  const named = (found && accessibleName(found).trim().replace(/\s+/g, ' ')) || wordsOf(target);
  const name = named.length > 80 ? '' : named;
  const what = found ? whatIs(found) : '';
  const where = [what && name ? `${what} «\u00a0${name}\u00a0»` : name ? `«\u00a0${name}\u00a0»` : what];
  if (page && !page.includes('*')) where.push(msg(str`page ${page}`, { id: 'tour.page' }));
  return where.filter(Boolean).join(', ');
}

/** A tour on paper: a title, and for each step what it says, and where. In the person's language. */
export function handoutNodes({ host, steps, locales }: TourParts): HTMLElement {
  // Steps written in the page are in the page's language.
  const planLocale = host.getAttribute('plan-locale') ?? ((!host.content && locales()[0]) || 'fr');
  const text = <T extends 'h1' | 'h2' | 'h3' | 'div'>(tag: T, source: Text | undefined) => {
    const { value, lang, dir } = resolveText(source, locales(), planLocale);
    return value ? h(tag, { lang, dir }, ...(tag === 'div' ? bodyNodes(value) : [value])) : undefined;
  };
  const part = (heading: string, source: Text | undefined) => {
    const body = text('div', source);
    return body && h('section', {}, h('h3', {}, heading), body);
  };
  const intro = host.content?.intro;
  const list = steps.map((step) => {
    const where = placeOf(step);
    return h(
      'li',
      {},
      text('h2', step.title),
      where ? h('p', { class: 'where' }, msg(str`Où\u00a0: ${where}`, { id: 'tour.where' })) : undefined,
      text('div', step.body),
      // By hand: what the page wrote, as it is.
      step.element &&
        h(
          'div',
          { lang: planLocale, dir: directionOf(planLocale) },
          ...[...step.element.childNodes].map((node) => node.cloneNode(true)),
        ),
      part(msg('À quoi ça sert', { id: 'tour.why' }), step.why),
      part(msg('Comment faire', { id: 'tour.how' }), step.how),
      ...mediaNodes(step.media, { locales: locales(), planLocale }),
    );
  });
  const title =
    text('h1', intro?.title) ?? h('h1', {}, document.title || msg('Visite guidée', { id: 'tour' }));
  const main = h('main', {}, title, text('div', intro?.body), h('ol', {}, ...list));
  main.querySelectorAll('details').forEach((details) => (details.open = true));
  // Nothing of a page that is only printed is worth waiting for.
  main.querySelectorAll('img').forEach((image) => image.removeAttribute('loading'));
  return main;
}

/** Prints it from a frame of its own: nothing of the page is in it, nothing of it is in the page. */
export function printHandout(parts: TourParts, print = (view: Window) => view.print()): HTMLIFrameElement {
  const frame = h('iframe', {
    title: msg('Visite à imprimer', { id: 'tour.handout' }),
    'aria-hidden': 'true',
    tabindex: '-1',
  });
  for (const [name, value] of Object.entries({ position: 'fixed', width: '0', height: '0', border: '0' }))
    frame.style.setProperty(name, value);
  parts.host.shadowRoot!.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page) return frame;
  page.documentElement.lang = interfaceLocale();
  page.documentElement.dir = directionOf(interfaceLocale());
  page.title = resolveText(parts.host.content?.intro?.title, parts.locales()).value || document.title;
  try {
    // Of the frame's own: a sheet belongs to the document that made it.
    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(handoutCss);
    page.adoptedStyleSheets = [sheet];
  } catch {
    page.head.append(h('style', {}, handoutCss));
  }
  page.body.append(handoutNodes(parts));
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  const images = [...page.images].filter(({ complete }) => !complete);
  const loaded = images.map((image) => new Promise((done) => (image.onload = image.onerror = done)));
  void Promise.all(loaded).then(() => print(view));
  return frame;
}
