import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { engineContext } from '../../../src/elements/context/services.js';
import type { EngineService } from '../../../src/elements/context/services.js';
import { LocaleController } from '../../../src/elements/controllers/locale-controller.js';
import { ServiceController } from '../../../src/elements/controllers/service-controller.js';
import { ShieldController } from '../../../src/elements/controllers/shield-controller.js';
import { localesOf } from '../../../src/elements/primitives/locales-of.js';
import { waymarks } from '../../../src/elements/primitives/waymarks.js';
import { setInterfaceLocale } from '../../../src/locales/msg.js';

class Probe extends LitElement {
  readonly locale = new LocaleController(this);
  readonly service = new ServiceController(this);
  readonly shield = new ShieldController(this);
  override render() {
    return html`<button>${this.locale.lang}</button><slot></slot>`;
  }
}
customElements.define('x-probe', Probe);
const button = (probe: Probe) => probe.renderRoot.querySelector('button')!;
const probe = () => fixture<Probe>(html`<x-probe><b>du texte</b></x-probe>`);

describe('LocaleController', () => {
  it('renders again in the new language, also when it changed while away', async () => {
    const el = await probe();
    expect(button(el).textContent).to.equal('fr');
    await setInterfaceLocale(['en']);
    await el.updateComplete;
    expect(button(el).textContent).to.equal('en');
    const parent = el.parentElement!;
    el.remove();
    await setInterfaceLocale(['fr']);
    parent.append(el);
    await el.updateComplete;
    expect(button(el).textContent).to.equal('fr');
  });
});

describe('ServiceController', () => {
  const SERVICE = { locales: () => ['de'] } as unknown as EngineService;
  it('hears of an engine that was there before', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(holder, { context: engineContext, initialValue: SERVICE });
    const el = document.createElement('x-probe') as Probe;
    holder.append(el);
    expect(el.service.value === SERVICE).to.be.true;
  });
  it('hears of an engine that comes late, and not after it left', async () => {
    const holder = await fixture<HTMLElement>(html`<div><x-probe></x-probe></div>`);
    const el = holder.querySelector<Probe>('x-probe')!;
    expect(el.service.value).to.be.undefined;
    new ContextProvider(holder, { context: engineContext, initialValue: SERVICE });
    document.dispatchEvent(new Event('sentier-ready'));
    expect(el.service.value === SERVICE).to.be.true;
  });
});

describe('ShieldController', () => {
  for (const type of ['keydown', 'input', 'click', 'pointerdown', 'focusin'])
    it(`keeps ${type} of the shadow tree in, and lets the page’s own out`, async () => {
      const el = await probe();
      let heard = 0;
      const listen = () => heard++;
      document.addEventListener(type, listen);
      const say = () => new Event(type, { bubbles: true, composed: true });
      button(el).dispatchEvent(say());
      expect(heard).to.equal(0);
      el.querySelector('b')!.dispatchEvent(say());
      expect(heard).to.equal(1);
      document.removeEventListener(type, listen);
    });
});

describe('localesOf', () => {
  it('asks the engine, then the page, then is French', async () => {
    const el = await fixture(html`<div lang="pt-BR"><i></i></div>`);
    const inner = el.querySelector('i')!;
    expect(localesOf(inner, { locales: () => ['ar', 'fr'] })).to.deep.equal(['ar', 'fr']);
    expect(localesOf(inner)).to.deep.equal(['pt-BR', 'fr']);
    expect(localesOf(document.createElement('i')).at(-1)).to.equal('fr');
  });
});

describe('waymarks', () => {
  for (const [current, wanted] of [
    [0, 'current  '],
    [1, 'done current '],
    [3, 'done done done'],
  ] as const)
    it(`mark ${current} of 3, for the eye only`, async () => {
      const el = await fixture(html`${waymarks(current, 3)}`);
      expect([...el.children].map((mark) => mark.className).join(' ')).to.equal(wanted);
      expect(el.getAttribute('aria-hidden')).to.equal('true');
    });
});
