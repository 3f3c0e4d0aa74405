import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';

/** Attributes that a framework may set as properties, since the elements have properties of those names. */
const ATTRIBUTES: readonly (readonly [tag: string, name: string, value: string])[] = [
  ['sentier-banner', 'campaign', 'info'],
  ['sentier-banner', 'place', 'top'],
  ['sentier-banner', 'leave', 'close later'],
  ['sentier-tour', 'campaign', 'visite'],
  ['sentier-survey', 'campaign', 'avis'],
  ['sentier-help', 'campaign', 'aide'],
  ['sentier-help', 'place', 'top-end'],
  ['sentier-help', 'shortcut', 'none'],
  ['sentier-hint', 'campaign', 'aide'],
  ['sentier-hint', 'article', 'ecrire'],
];

/** What every element has of the browser, which frameworks know. */
const isOurs = (tag: string, name: string): PropertyDescriptor | undefined => {
  for (let it = customElements.get(tag)!.prototype as object; it !== HTMLElement.prototype;) {
    const found = Object.getOwnPropertyDescriptor(it, name);
    if (found) return found;
    it = Object.getPrototypeOf(it) as object;
  }
  return undefined;
};

describe('elements written by hand', () => {
  // First: whoever chooses a language, as the engine does, has the last word in this page.
  it('speak the page’s language where nobody chose one, and what was chosen since', async () => {
    const page = document.documentElement.lang;
    document.documentElement.lang = 'en';
    const banner = await fixture(html`<sentier-banner heading="Hi" leave="close later"></sentier-banner>`);
    const words = () => banner.shadowRoot!.querySelector('[value=later]')?.textContent;
    await waitUntil(() => words() === 'Later', 'it never spoke English', { timeout: 8000 });
    expect(banner.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('en');
    await setInterfaceLocale(['fr']);
    await waitUntil(() => words() === 'Plus tard', 'it never spoke French');
    const other = await fixture(html`<sentier-help></sentier-help>`);
    await waitUntil(() => other.shadowRoot!.querySelector('button'), 'no button');
    expect(other.shadowRoot!.querySelector('button')!.textContent).to.include('Aide');
    document.documentElement.lang = page;
  });

  it('are not led back by a language whose words come late', async () => {
    const late = setInterfaceLocale(['ar']);
    await setInterfaceLocale(['fr']);
    await late;
    const banner = await fixture(
      html`<sentier-banner heading="Bonjour" leave="close later"></sentier-banner>`,
    );
    await waitUntil(() => banner.shadowRoot!.querySelector('[value=later]'), 'it never came');
    expect(banner.shadowRoot!.querySelector('[value=later]')!.textContent).to.equal('Plus tard');
  });

  for (const [tag, name, value] of ATTRIBUTES)
    it(`${tag} takes ${name} as a property, as frameworks set it`, () => {
      const element = document.createElement(tag) as HTMLElement & Record<string, unknown>;
      element[name] = value;
      expect(element.getAttribute(name)).to.equal(value);
    });

  for (const tag of ['banner', 'checklist', 'help', 'hint', 'news', 'step', 'survey', 'tour'].map(
    (name) => `sentier-${name}`,
  ))
    it(`${tag} has no method and no read-only property by the name of an attribute`, () => {
      const { observedAttributes = [] } = customElements.get(tag) as {
        observedAttributes?: readonly string[];
      };
      for (const name of [...observedAttributes, 'campaign', 'scheme', 'audience', 'place', 'level', 'id']) {
        const found = isOurs(tag, name);
        expect(!found || !!found.set, name).to.equal(true);
      }
    });

  it('a banner whose ways out a framework set can be left', async () => {
    const banner = document.createElement('sentier-banner');
    Object.assign(banner, { leave: 'close later' });
    banner.setAttribute('heading', 'Salut');
    await fixture(html`${banner}`);
    const close = () => banner.shadowRoot!.querySelector<HTMLElement>('[value=close]');
    await waitUntil(close, 'no way out');
    close()!.click();
    expect(banner.hidden).to.equal(true);
  });
});
