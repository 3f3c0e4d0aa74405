import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/banner/define-banner.js';
import type { SentierBanner } from '../../src/elements/banner/sentier-banner.js';
import { makeWay } from '../../src/engine/make-way.js';
import { watchKeys } from '../../src/engine/watch-keys.js';

const FIXED = 'position: fixed; bottom: 40px; left: 60px; width: 80px; height: 30px';

describe('makeWay', () => {
  let life: AbortController;
  let banner: SentierBanner;
  beforeEach(() => (life = new AbortController()));
  afterEach(() => {
    life.abort();
    banner.remove();
    scrollTo(0, 0);
  });

  const boxOf = (): HTMLElement => banner.shadowRoot!.querySelector<HTMLElement>('.corner')!;
  const $ = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
  const centreOf = (el: Element): [number, number] => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  /** Whether something of ours is all that one sees of it. */
  const isCovered = (el: HTMLElement): boolean => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === banner;
  };
  /** A page, and a card in its corner. */
  async function setup(page: unknown, start = makeWay): Promise<void> {
    await fixture(html`${page}`);
    banner = document.createElement('sentier-banner');
    banner.content = { title: 'La messagerie change', body: 'Elle s’ouvre d’un geste. '.repeat(6) };
    banner.setAttribute('place', 'corner');
    document.documentElement.append(banner);
    await waitUntil(() => boxOf()?.getClientRects().length, 'the card never came', { timeout: 5000 });
    start(life.signal);
  }
  /** Two frames: the first scrolls, the second is after what it asks. */
  const frames = (): Promise<void> =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

  it('scrolls clear what has the focus under a card', async () => {
    await setup(
      html`<div style="height: 3000px; position: relative">
        <button id="under" style="position: absolute; left: 60px; width: 80px">Ici</button>
      </div>`,
    );
    $('#under').style.top = `${boxOf().getBoundingClientRect().top + 20}px`;
    expect(isCovered($('#under'))).to.be.true;
    $('#under').focus({ preventScroll: true });
    await waitUntil(() => !isCovered($('#under')), 'it is still covered');
    expect(boxOf().getAttribute('style') ?? '', 'the card is as it was').not.to.contain('opacity');
  });

  it('lets be seen through a card what stays where it is, until the focus goes on', async () => {
    await setup(html`<button id="free">Libre</button><button id="under" style=${FIXED}>Ici</button>`);
    expect(isCovered($('#under'))).to.be.true;
    const before = boxOf().getAttribute('style') ?? '';
    $('#under').focus();
    await waitUntil(() => boxOf().style.opacity === '0.15', 'it is still covered');
    expect(isCovered($('#under')), 'by pointer, too').to.be.false;
    $('#free').focus();
    await waitUntil(() => boxOf().style.opacity === '', 'the card never came back');
    expect(boxOf().getAttribute('style') ?? '').to.equal(before);
    $('#under').focus();
    await waitUntil(() => boxOf().style.opacity === '0.15');
    life.abort();
    expect(boxOf().style.opacity).to.equal('');
  });

  it('begins with the first Tab', async () => {
    await setup(html`<button id="under" style=${FIXED}>Ici</button>`, watchKeys);
    $('#under').focus();
    await frames();
    expect(boxOf().style.opacity, 'nobody goes by keyboard yet').to.equal('');
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', code: 'Tab' }));
    await waitUntil(() => boxOf().style.opacity === '0.15', 'it never began', { timeout: 5000 });
  });

  it('lets be seen what has the focus in another box of ours', async () => {
    await setup(html``);
    const other = document.createElement('sentier-banner');
    other.content = { title: 'Dessous', actions: [{ label: 'Lire', do: 'link', to: '#lire' }] };
    other.setAttribute('place', 'corner');
    document.documentElement.prepend(other);
    await waitUntil(() => other.shadowRoot!.querySelector('.corner')?.getClientRects().length, 'no card', {
      timeout: 5000,
    });
    // The one that was there first comes over it.
    boxOf().style.cssText += 'height: 400px; width: 500px; max-width: none';
    for (const act of ['hidePopover', 'showPopover'] as const) boxOf()[act]();
    const link = other.shadowRoot!.querySelector('a')!;
    expect(document.elementFromPoint(...centreOf(link))).to.equal(banner);
    link.focus();
    await waitUntil(() => boxOf().style.opacity === '0.15', 'it is still covered');
    expect(document.elementFromPoint(...centreOf(link))).to.equal(other);
    other.remove();
  });

  it('goes away whole where it is all over the window, and can be gone back to', async () => {
    await setup(html`<button id="under" style=${FIXED}>Ici</button>`);
    boxOf().style.cssText += 'inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none';
    $('#under').focus();
    await waitUntil(() => boxOf().style.opacity === '0', 'it is still there');
    const close = boxOf().querySelector('button')!;
    close.focus();
    await waitUntil(() => boxOf().style.opacity === '', 'it never came back');
    expect(banner.shadowRoot!.activeElement).to.equal(close);
  });

  it('does nothing for what is seen in part, nor for what is in the card', async () => {
    await setup(
      html`<div style="height: 3000px"></div>
        <button id="under" style="position: fixed; left: 0; right: 0; bottom: 40px; height: 30px">
          Ici
        </button>`,
    );
    $('#under').focus();
    await frames();
    expect([scrollY, boxOf().style.opacity]).to.eql([0, '']);
    boxOf().querySelector('button')!.focus();
    await frames();
    expect([scrollY, boxOf().style.opacity]).to.eql([0, '']);
  });
});
