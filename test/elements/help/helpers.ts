import { expect, fixture, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import '../../../src/elements/help/define-help.js';
import '../../../src/elements/help/define-hint.js';
import type { SentierHelp } from '../../../src/elements/help/sentier-help.js';
import type { SentierHint } from '../../../src/elements/help/sentier-hint.js';
import type { SentierHelpPanel } from '../../../src/elements/help/sentier-help-panel.js';
import { deepActiveElement } from '../../../src/platform/focus.js';

/** Puts a story into the page and gives its help element. */
export async function setupHelp(story: TemplateResult): Promise<SentierHelp> {
  await setInterfaceLocale(['fr']);
  const found = await fixture<HTMLElement>(story);
  const help = found.matches('sentier-help') ? found : found.querySelector('sentier-help');
  if (!help) throw new Error('no <sentier-help> in this story');
  await (help as SentierHelp).updateComplete;
  return help as SentierHelp;
}

export async function setupHint(story: TemplateResult): Promise<SentierHint> {
  await setInterfaceLocale(['fr']);
  const wrapper = await fixture<HTMLElement>(story);
  const hint = wrapper.matches('sentier-hint') ? wrapper : wrapper.querySelector('sentier-hint');
  if (!hint) throw new Error('no <sentier-hint> in this story');
  await waitUntil(() => (hint as SentierHint).shadowRoot?.querySelector('.mark'), 'the mark is shown');
  return hint as SentierHint;
}

export const launchOf = (help: SentierHelp): HTMLButtonElement => must(help.shadowRoot!, '.launch');

export function panelOf(help: SentierHelp): SentierHelpPanel {
  return must(help.shadowRoot!, 'sentier-help-panel');
}

/** The panel's own box. */
export const boxOf = (help: SentierHelp): HTMLElement => must(panelOf(help).shadowRoot!, '.panel');

export function must<T extends HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Whether the panel is there to be seen. */
export const isOpen = (help: SentierHelp): boolean => {
  const box = help.shadowRoot?.querySelector('sentier-help-panel')?.shadowRoot?.querySelector('.panel');
  return Boolean(box && box.getClientRects().length > 0);
};

export async function opened(help: SentierHelp, article?: string): Promise<HTMLElement> {
  await help.open(article);
  await waitUntil(() => isOpen(help), 'the panel opens');
  await panelOf(help).updateComplete;
  // An article comes with a chunk of its own.
  const at = () => boxOf(help).querySelector('#title, sentier-help-report, .home:not([hidden])');
  await waitUntil(at, 'something to read', { timeout: 5000 });
  await settled(boxOf(help));
  return boxOf(help);
}

/** Its entrance is over: what is half transparent has no contrast. */
export async function settled(box: Element): Promise<void> {
  await nextFrame();
  await Promise.all(box.getAnimations().map(({ finished }) => finished));
}

/** The words of what has the focus. */
export const focused = (): string =>
  deepActiveElement()
    ?.textContent?.replace(/[ \n]+/g, ' ')
    .trim() ?? '';

export async function focusReaches(words: string): Promise<void> {
  await waitUntil(() => focused() === words, `the focus reaches « ${words} » (it is on « ${focused()} »)`);
}

/** The panel just opened, at its start: one may type at once. */
export async function searchHasFocus(): Promise<void> {
  await waitUntil(() => deepActiveElement()?.id === 'query', 'the focus is in the search field');
}

/** Presses Tab until the focus is on `words`. */
export async function tabTo(words: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await sendKeys({ press: 'Tab' });
    if (focused() === words) return;
  }
  throw new Error(`Tab does not reach « ${words} » (it is on « ${focused()} »)`);
}

/** A button or a summary by the beginning of its words, among those to be seen. */
export function press(root: ParentNode, words: string): void {
  const found = [...root.querySelectorAll<HTMLElement>('button,summary')].find(
    (one) => one.getClientRects().length && one.textContent?.trim().startsWith(words),
  );
  if (!found) throw new Error(`no button « ${words} »`);
  found.click();
}

export const wordsOf = (element: Element | null): string =>
  element?.textContent?.replace(/[ \n]+/g, ' ').trim() ?? '';

/** What of `box` is on screen, as text. */
export const seen = (box: HTMLElement): string => box.innerText.replace(/[ \n]+/g, ' ').trim();

export function expectNoOverflow(box: HTMLElement): void {
  const content = must(box, '.content');
  expect(content.scrollWidth, 'no horizontal scroll inside').to.be.at.most(content.clientWidth);
  expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
}
