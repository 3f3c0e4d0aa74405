import { waitUntil as wait } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/platform/focus.js';

/** As patient as a busy machine needs. */
export const waitUntil = (
  is: () => unknown,
  message?: string,
  { timeout = 8000 }: { timeout?: number } = {},
): Promise<void> => wait(() => Boolean(is()), message, { timeout });

export const $ = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} here`);
  return found;
};

/** An element of a component of ours. */
export const within = <E extends Element = HTMLElement>(host: Element, selector: string): E =>
  $<E>(selector, host.shadowRoot!);

export const wordsOf = (el: Element | null | undefined): string =>
  ((el as HTMLElement | null)?.innerText ?? el?.textContent ?? '').replace(/[ \n]+/g, ' ').trim();

export const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
};

const centre = (el: Element): [number, number] => {
  const { x, y, width, height } = el.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

export const hover = (el: Element): Promise<void> => sendMouse({ type: 'move', position: centre(el) });
export const clickOn = (el: Element): Promise<void> => sendMouse({ type: 'click', position: centre(el) });

/** The words of what has the focus. */
export const focused = (): string => {
  const el = deepActiveElement();
  return el?.getAttribute('aria-label') ?? el?.getAttribute('title') ?? wordsOf(el);
};

export async function focusOn(words: string): Promise<void> {
  await waitUntil(() => focused().includes(words), `the focus is on « ${focused()} », not « ${words} »`);
}

/** Tabs on until something whose words hold these has the focus. */
export async function tabTo(words: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (focused().includes(words)) return;
    await press('Tab');
  }
  throw new Error(`Tab never reached « ${words} »; the focus is on « ${focused()} »`);
}

/** A button among those of a component, by its words. */
export function buttonIn(host: Element, words: string): HTMLButtonElement {
  const found = [...host.shadowRoot!.querySelectorAll('button')].find(
    (one) =>
      one.getClientRects().length &&
      `${one.getAttribute('aria-label') ?? one.getAttribute('title') ?? ''} ${wordsOf(one)}`.includes(words),
  );
  if (!found) throw new Error(`no button « ${words} » in ${host.localName}`);
  return found;
}
