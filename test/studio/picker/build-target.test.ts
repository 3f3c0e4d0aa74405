import { expect, fixture, html } from '@open-wc/testing';
import { locate, prepareLocator } from '../../../src/platform/locator.js';
import { findsOnly, robustTarget } from '../../../src/studio/picker/build-target.js';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import { $ } from '../helpers.js';

const partsOf = (el: Element) => robustTarget(el).map(({ part }) => part);

describe('ways to find a picked element again', () => {
  before(prepareLocator);

  it('puts what was made for it first, then the id, then role and name', async () => {
    await fixture(
      html`<main>
        <button id="compose" data-testid="ecrire" class="btn css-1q2w3e">Nouveau message</button>
        <button>Autre</button>
      </main>`,
    );
    const parts = partsOf($('#compose'));
    expect(parts.slice(0, 3)).to.deep.equal([
      '[data-testid="ecrire"]',
      '#compose',
      { role: 'button', name: 'Nouveau message' },
    ]);
  });

  it('leaves out ids and classes that a machine made', async () => {
    await fixture(
      html`<div id=":r1:" class="css-1q2w3e">
        <button id="radix-:r5:" class="Button_root__3xY1z is-open toolbar-send">Envoyer</button>
      </div>`,
    );
    const text = JSON.stringify(partsOf(document.querySelector('.toolbar-send')!));
    expect(text).to.include('.toolbar-send');
    expect(text).not.to.match(/r5|r1|3xY1z|1q2w3e|is-open/);
  });

  it('does not take a type that says nothing for a mark', async () => {
    await fixture(
      html`<main>
        <button type="button">Écrire</button>
        <input type="search" aria-label="Chercher" />
      </main>`,
    );
    expect(partsOf($('main button'))).not.to.deep.include('button[type="button"]');
    expect(partsOf($('main input'))).to.deep.include('input[type="search"]');
  });

  it('takes the number of unread messages off the name', async () => {
    await fixture(html`<nav><a href="/m?session=5">Messages (3)</a><a href="/n">Notes</a></nav>`);
    const parts = partsOf(document.querySelector('nav a')!);
    expect(parts[0]).to.deep.equal({ role: 'link', name: 'Messages' });
    expect(JSON.stringify(parts)).not.to.include('session');
  });

  it('never uses what somebody typed', async () => {
    await fixture(
      html`<main>
        <label>Objet <input name="subject" /></label>
        <div contenteditable="true" id="corps" aria-label="Texte">Cher M. Untel</div>
        <textarea aria-label="Note">privé</textarea>
        <input type="password" aria-label="Mot de passe" />
      </main>`,
    );
    $<HTMLInputElement>('input[name=subject]').value = 'secret';
    $<HTMLInputElement>('input[type=password]').value = 'secret';
    for (const el of document.querySelectorAll('main input, main textarea, [contenteditable]')) {
      const parts = partsOf(el);
      expect(parts.length).to.be.above(0);
      expect(JSON.stringify(parts)).not.to.match(/secret|Untel|privé/);
    }
  });

  it('goes through nested open shadow roots', async () => {
    const page = await fixture(html`<div><ent-carte id="carte"></ent-carte></div>`);
    const host = page.querySelector('ent-carte')!;
    const outer = host.attachShadow({ mode: 'open' });
    outer.innerHTML = '<div class="pied"><ent-action></ent-action><button>Autre</button></div>';
    const inner = outer.querySelector('ent-action')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<button class="ouvrir">Ouvrir</button>';
    const button = inner.querySelector('button')!;
    const parts = partsOf(button);
    expect(parts).to.deep.include({ role: 'button', name: 'Ouvrir' });
    expect(parts.some((part) => typeof part === 'string' && part.startsWith('#carte >>> '))).to.be.true;
    for (const part of parts) expect(locate(part).element).to.equal(button);
  });

  it('goes into frames of the same origin', async () => {
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe
        name="appli"
        title="Appli"
        srcdoc="&lt;button id='dedans'&gt;Dedans&lt;/button&gt;"
      ></iframe>`,
    );
    if (frame.contentDocument?.readyState !== 'complete' || !frame.contentDocument.body.children.length)
      await new Promise((done) => frame.addEventListener('load', done, { once: true }));
    const parts = partsOf(frame.contentDocument!.querySelector('#dedans')!);
    expect(parts).to.deep.include({ frame: 'iframe[name="appli"]', target: '#dedans' });
    expect(parts).to.deep.include({
      frame: 'iframe[name="appli"]',
      target: { role: 'button', name: 'Dedans' },
    });
  });

  it('finds one of many that look the same by its place, and says that it is fragile', async () => {
    await fixture(
      html`<ul>
        <li><b>x</b></li>
        <li><b>x</b></li>
        <li><b>x</b></li>
      </ul>`,
    );
    const [best] = robustTarget(document.querySelectorAll('li b')[1]!);
    expect(best?.solidity).to.equal('fragile');
    expect(best?.reasons).to.include('order');
  });

  it('gives for every element of a page only ways that the real locator follows to that very element', async () => {
    await fixture(messagingPage());
    const list = $('#mails').shadowRoot!;
    const all = [
      ...document.querySelectorAll('.ent *:not(style)'),
      ...list.querySelectorAll('*:not(style)'),
    ].filter((el) => el.getClientRects().length);
    expect(all.length).to.be.above(40);
    for (const el of all) {
      const parts = partsOf(el);
      expect(parts.length, el.outerHTML.slice(0, 80)).to.be.above(0);
      for (const part of parts) expect(findsOnly(part, el), JSON.stringify(part)).to.be.true;
    }
  });
});
