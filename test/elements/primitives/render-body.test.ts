import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { nothing, render } from 'lit';
import { parseMarkdown } from '../../../src/core/markdown.js';
import { bodyNodes } from '../../../src/elements/primitives/body-nodes.js';
import { h } from '../../../src/elements/primitives/dom.js';
import { renderBody } from '../../../src/elements/primitives/render-body.js';
import { renderText } from '../../../src/elements/primitives/render-text.js';
import { safeUrl, linkTo } from '../../../src/platform/safe-url.js';

/** Markup without Lit's comments and spaces. */
const plain = (el: Element): string =>
  el.innerHTML
    .replace(/<!--.*?-->| loading="lazy"| referrerpolicy="same-origin"/g, '')
    .replace(/>\s+</g, '><');
const SOURCE =
  'Un **mot**, *un autre* et `du code`, [[Ctrl]].\\\nPuis [ici](/a), [là](https://example.org/b), ' +
  '[non](javascript:alert%281%29) <b>ni ça</b>\n\n- un\n  1. sous\n\n3. trois\n\n![Arbre](/a.png) ![](http://example.org/b.png)';
const here = location.origin;
const WANTED =
  '<p>Un <strong>mot</strong>, <em>un autre</em> et <code>du code</code>, <kbd>Ctrl</kbd>.<br>' +
  `Puis <a href="${here}/a">ici</a>, <a href="https://example.org/b" rel="noopener noreferrer">là</a>, ` +
  'non &lt;b&gt;ni ça&lt;/b&gt;</p><ul><li>un<ol><li>sous</li></ol></li></ul><ol start="3"><li>trois</li></ol>' +
  `<p><img src="${here}/a.png" alt="Arbre"></p>`;

describe('a body without Lit', () => {
  // Before the parser has come: first in the file.
  it('is there at once where it is plain, the same as parsed', () => {
    const texts = ['Un.', 'Un\nsuite\n\n  deux  \n \n\ntrois', '', ' \n', 'a\r\n\r\nb\rc', '3 < 4 & "cinq"'];
    const before = texts.map((text) => plain(h('div', {}, ...bodyNodes(text))));
    for (const [i, text] of texts.entries()) {
      const parsed = h('div', {}, ...parseMarkdown(text).map((p) => h('p', {}, ...(p.children as string[]))));
      expect(before[i]?.replace(/\s+</g, '<')).to.equal(plain(parsed).replace(/\s+</g, '<'));
    }
    expect(before[1]).to.contain('<p>trois</p>');
  });
  it('stands as it is written until its marks can be read', async () => {
    const el = h('div', {}, ...bodyNodes('Un **mot**.\n\n- un'));
    expect(el.textContent).to.contain('**mot**');
    await waitUntil(() => plain(el) === '<p>Un <strong>mot</strong>.</p><ul><li>un</li></ul>');
  });
});

describe('an authored body', () => {
  it('is rendered by Lit', async () => {
    const el = await fixture(html`${renderBody(SOURCE, ['fr'])}`);
    expect(plain(el)).to.equal(WANTED);
    // Another site would else be told the page's address.
    expect(el.querySelector('img')!.referrerPolicy).to.equal('same-origin');
  });
  it('is rendered without Lit all the same', () => {
    const el = h('div', {}, ...bodyNodes(SOURCE));
    expect(plain(el).replace(/<span>non<\/span>/, 'non')).to.equal(WANTED);
    expect(el.querySelector('img')!.referrerPolicy).to.equal('same-origin');
  });
  it('says its language and direction', async () => {
    const el = await fixture<HTMLElement>(html`${renderBody({ ar: 'مرحبا' }, ['fr'])}`);
    expect([el.className, el.lang, el.dir]).to.deep.equal(['body', 'ar', 'rtl']);
  });
  it('is nothing when empty', () => {
    expect(renderBody(undefined, ['fr'])).to.equal(nothing);
  });
  it('keeps its nodes when rendered again, and the focus with them', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    render(renderBody('[ici](/a)', ['fr']), holder);
    const link = holder.querySelector('a')!;
    link.focus();
    render(renderBody('[ici](/a)', ['fr']), holder);
    expect(document.activeElement === link).to.be.true;
  });
});

describe('an authored text', () => {
  it('is a bare string in the interface’s language', () => {
    expect(renderText('Bonjour', ['fr'])).to.equal('Bonjour');
    expect(renderText({ fr: 'Bonjour', en: 'Hello' }, ['fr'])).to.equal('Bonjour');
  });
  it('says its language when it is another', async () => {
    const el = await fixture<HTMLElement>(html`${renderText({ en: 'Hello' }, ['fr'])}`);
    expect([el.localName, el.lang, el.dir, el.textContent]).to.deep.equal(['span', 'en', 'ltr', 'Hello']);
  });
});

describe('safeUrl', () => {
  for (const [url, wanted] of [
    ['/a', `${here}/a`],
    ['#b', `${location.href.replace(/#.*/, '')}#b`],
    ['https://example.org/', 'https://example.org/'],
    [`${here}/c`, `${here}/c`],
    ['http://example.org/', undefined],
    ['//example.org/', location.protocol === 'https:' ? 'https://example.org/' : undefined],
    ['javascript:alert(1)', undefined],
    [' \u0001javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,a', undefined],
    [`blob:${here}/1`, undefined],
    ['vbscript:a', undefined],
    ['https://', undefined],
    ['mailto:a@example.org', undefined],
  ] as const)
    it(`${wanted === undefined ? 'refuses' : 'allows'} ${JSON.stringify(url)}`, () => {
      expect(safeUrl(url)).to.equal(wanted);
    });
  it('lets links lead to a mail and a phone', () => {
    expect(linkTo('mailto:a@example.org')?.href).to.equal('mailto:a@example.org');
    expect(linkTo('tel:+33123456789')?.href).to.equal('tel:+33123456789');
    expect(linkTo('sms:1')).to.be.undefined;
  });
  it('does not believe a base that the page’s markup put there', () => {
    const img = h('img', { name: 'baseURI' });
    document.body.append(img);
    expect(safeUrl('/a')).to.equal(`${here}/a`);
    img.remove();
  });
});
