import { expect, fixture, html } from '@open-wc/testing';
import { deepActiveElement, focusMain, returnFocus } from '../../../src/platform/focus.js';
import { focusables } from '../../../src/platform/focusables.js';

const withShadow = (host: Element, markup: string): ShadowRoot => {
  const root = host.attachShadow({ mode: 'open' });
  root.setHTMLUnsafe?.(markup);
  if (!root.childElementCount) root.append(document.createRange().createContextualFragment(markup));
  return root;
};
const ids = (elements: readonly Element[]): string => elements.map((el) => el.id).join(' ');

describe('focusables', () => {
  it('lists what Tab stops at, in order', async () => {
    const el = await fixture(html`
      <div>
        <a id="a" href="#">a</a><a id="no-href">a</a><button id="b">b</button
        ><button id="off" disabled>b</button>
        <fieldset disabled><input id="in-off" /></fieldset>
        <input id="c" /><input type="hidden" id="hid" />
        <div id="d" tabindex="0">d</div>
        <div id="minus" tabindex="-1">d</div>
        <button id="gone" hidden>b</button>
        <div inert><button id="inert">b</button></div>
        <button id="unseen" style="visibility: hidden">b</button>
        <details><summary id="e">e</summary></details>
      </div>
    `);
    expect(ids(focusables(el))).to.equal('a b c d e');
  });
  it('goes through shadow roots and slots, in the order that is seen', async () => {
    const el = await fixture(
      html`<div>
        <x-plain><button id="light">l</button></x-plain><button id="after">a</button>
      </div>`,
    );
    withShadow(
      el.querySelector('x-plain')!,
      '<button id="one">1</button><slot></slot><button id="two">2</button>',
    );
    expect(ids(focusables(el))).to.equal('one light two after');
  });
  it('takes a slot’s own content where nothing fills it', async () => {
    const el = await fixture(html`<x-plain></x-plain>`);
    const root = withShadow(el, '<slot><button id="own">o</button></slot>');
    expect(ids(focusables(root))).to.equal('own');
  });
});

describe('deepActiveElement and returnFocus', () => {
  it('see into open shadow roots', async () => {
    const el = await fixture(html`<x-plain></x-plain>`);
    const inside = withShadow(el, '<button id="in">i</button>').querySelector('button')!;
    expect(returnFocus(inside)).to.be.true;
    expect(deepActiveElement() === inside).to.be.true;
    inside.blur();
    expect(deepActiveElement()).to.be.null;
  });
  it('refuse what is gone, cannot take it, or was nothing', async () => {
    const el = await fixture(
      html`<div>
        <p>p</p>
        <button>b</button>
      </div>`,
    );
    const gone = el.querySelector('button')!;
    gone.remove();
    for (const to of [gone, el.querySelector('p'), null]) expect(returnFocus(to)).to.be.false;
  });
});

describe('focusMain', () => {
  it('borrows a tabindex and gives it back', async () => {
    const main = await fixture<HTMLElement>(html`<main>m</main>`);
    focusMain();
    expect(document.activeElement === main).to.be.true;
    main.blur();
    expect(main.hasAttribute('tabindex')).to.be.false;
  });
  it('leaves the page’s own tabindex, and a main that cannot take the focus', async () => {
    const main = await fixture<HTMLElement>(html`<main tabindex="-1">m</main>`);
    focusMain();
    main.blur();
    expect(main.getAttribute('tabindex')).to.equal('-1');
    main.hidden = true;
    main.removeAttribute('tabindex');
    focusMain();
    expect(main.hasAttribute('tabindex')).to.be.false;
  });
});
