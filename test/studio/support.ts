import { fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import { deepActiveElement } from '../../src/platform/focus.js';
import type { SentierStudio } from '../../src/studio/shell/sentier-studio.js';
import type { FakeServer } from '../../stories/studio/fake-server.js';
import meta from '../../stories/studio/studio.stories.js';
import { waitUntil } from './helpers.js';

export { waitUntil };

/** All elements of a tree, through open shadow roots. */
export function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** The first element that a selector finds, through shadow roots. */
export function deep<T extends HTMLElement>(root: Element, selector: string): T {
  const found = seek<T>(root, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function seek<T extends HTMLElement>(root: Element, selector: string): T | undefined {
  for (const element of everything(root.shadowRoot ?? root))
    if (element.matches(selector)) return element as T;
  return undefined;
}

/** A button by its words, or by its name. */
export function buttonOf(root: Element, words: string): HTMLElement {
  for (const element of everything(root.shadowRoot ?? root))
    if (
      element.matches('button, summary') &&
      [
        element.textContent?.replace(/[ \n]+/g, ' ').trim(),
        element.getAttribute('aria-label'),
        element.getAttribute('title'),
      ].some((one) => one?.startsWith(words))
    )
      return element as HTMLElement;
  throw new Error(`no button « ${words} »`);
}

export const wordsOf = (root: Element): string => {
  let words = '';
  for (const element of everything(root.shadowRoot ?? root))
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && !/^(style|script)$/i.test(element.tagName))
        words += ` ${node.textContent}`;
  return words.replace(/[ \n]+/g, ' ');
};

/** Puts a story into the page, and waits for its screen; the first brings all its modules one by one. */
export async function setup(story: object, screen: string): Promise<SentierStudio> {
  await setInterfaceLocale(['fr']);
  const { args = {} } = story as { args?: object };
  const studio = await fixture<SentierStudio>(
    meta.render!({ ...meta.args, ...args } as never, {} as never) as never,
  );
  await waitUntil(() => seek(studio, screen), `the screen ${screen} comes`, { timeout: 20_000 });
  await settled(studio);
  return studio;
}

/** Goes to the screen to publish, where another revision, empty, has come since the first. */
export async function seeNewerRevision(element: SentierStudio, server: FakeServer): Promise<void> {
  server.revisions.unshift({
    revision: { ...server.revisions[0]!.revision, n: 2 },
    document: { version: 1, campaigns: [] },
  });
  element.go('campaigns');
  await settled(element);
  element.go('publish');
  await waitUntil(() => seek(element, '[data-restore="1"]:enabled'));
}

/** Everything in it has drawn what it knows. */
export async function settled(root: Element): Promise<void> {
  for (let i = 0; i < 3; i++)
    for (const element of everything(root.shadowRoot ?? root)) await (element as LitElement).updateComplete;
}

export async function type(field: HTMLElement, value: string): Promise<void> {
  (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await Promise.resolve();
}

/** What has the focus, through shadow roots. */
export const focused = (): Element | null => deepActiveElement();

const rootsIn = (element: Element): ShadowRoot[] =>
  element.shadowRoot
    ? [element.shadowRoot, ...[...element.shadowRoot.querySelectorAll('*')].flatMap(rootsIn)]
    : [];

/** What comes in has come in: half transparent, it has other colours than it will have. */
export async function motionEnds(element: Element): Promise<void> {
  const running = rootsIn(element)
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(running.map(({ finished }) => finished));
}
