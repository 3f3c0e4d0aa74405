import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { NewsItem } from '../../../src/core/news/news-items.js';
import '../../../src/elements/news/define-news.js';
import { present } from '../../../src/elements/news/present-news.js';
import type { SentierNews } from '../../../src/elements/news/sentier-news.js';
import type { PresentRequest } from '../../../src/engine/widget-module.js';

const item = (id: string, more: Partial<NewsItem> = {}): NewsItem => ({
  id,
  kind: 'banner',
  version: 1,
  lever: 'communication',
  service: 'messagerie',
  title: `Titre ${id}`,
  body: 'Un mot.',
  signature: undefined,
  image: undefined,
  event: undefined,
  at: Date.now() - 864e5,
  isOver: false,
  asks: false,
  ...more,
});
const ITEMS = [item('a'), item('b', { service: 'agenda', lever: 'training' }), item('c', { isOver: true })];
const make = (display: SentierNews['display'], items = ITEMS) =>
  fixture<SentierNews>(html`<sentier-news display=${display} .items=${items}></sentier-news>`);
const texts = (news: SentierNews, selector: string) =>
  [...news.shadowRoot!.querySelectorAll(selector)].map((el) => el.textContent.replace(/[ \n]+/g, ' ').trim());
const find = (news: SentierNews, selector: string) => news.shadowRoot!.querySelector<HTMLElement>(selector)!;

describe('<sentier-news>', () => {
  it('is a list of articles with dates and lasting links', async () => {
    const news = await make('list');
    expect(texts(news, 'h3')).to.deep.equal(['Titre a', 'Titre b', 'Titre c']);
    // Under the page's own heading, which is the first.
    expect(find(news, 'h3').getAttribute('aria-level')).to.equal('2');
    expect(news.shadowRoot!.querySelectorAll('time').length).to.equal(3);
    expect(find(news, '.permalink').getAttribute('href')).to.equal(
      `${location.origin}${location.pathname}?actualite=a`,
    );
  });
  it('links to the page one is on, whatever the page’s links are read from', async () => {
    const base = document.createElement('base');
    base.href = '/';
    document.head.append(base);
    const news = await make('list', [item('rentrée & co')]);
    const { origin, pathname, searchParams } = new URL((find(news, '.permalink') as HTMLAnchorElement).href);
    base.remove();
    expect([origin + pathname, searchParams.get('actualite')]).to.deep.equal([
      location.origin + location.pathname,
      'rentrée & co',
    ]);
  });
  it('filters by service and says how many are left', async () => {
    const news = await make('list');
    const select = find(news, 'select') as HTMLSelectElement;
    select.value = 'agenda';
    select.dispatchEvent(new Event('change'));
    await news.updateComplete;
    expect(texts(news, 'h3')).to.deep.equal(['Titre b']);
    expect(texts(news, '[role=status]')).to.deep.equal(['1 actualité']);
  });
  it('counts what is unread, opens, and counts nothing after; the focus returns', async () => {
    const news = await make('button');
    expect(texts(news, '.badge')).to.deep.equal(['2 non lues']);
    find(news, '.launch').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => news.shadowRoot!.activeElement?.id === 'heading');
    expect(texts(news, '.unread').length).to.equal(2);
    // Under the panel's own heading.
    expect(find(news, 'article h3').getAttribute('aria-level')).to.equal('3');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => news.shadowRoot!.activeElement?.className === 'launch');
    expect(texts(news, '.badge')).to.deep.equal([]);
  });
  it('gives the focus to its button, or to the page’s main part, where nothing had it before', async () => {
    const news = await make('button');
    (document.activeElement as HTMLElement | null)?.blur();
    await news.open();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => news.shadowRoot!.activeElement?.className === 'launch');
    const page = await fixture<HTMLElement>(html`<main id="main"><button>Ouvrir</button></main>`);
    const panel = await make('panel');
    page.querySelector('button')!.focus();
    await panel.open();
    page.querySelector('button')!.remove();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => document.activeElement?.id === 'main');
  });
  it('is left by Escape from the page too, unless the page had a use for it', async () => {
    const page = await fixture<HTMLElement>(html`<main><button>Ailleurs</button></main>`);
    const panel = await make('panel');
    await panel.open();
    const button = page.querySelector('button')!;
    button.focus();
    button.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    const left: string[] = [];
    panel.addEventListener('sentier-dismiss', () => left.push('left'));
    await sendKeys({ press: 'Escape' });
    expect(left).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => left.length, 'it is still there');
    expect(document.activeElement, 'the focus was not in there').to.equal(button);
  });
  it('is made for pupils, in whatever words the page says that they are', async () => {
    const presented = await present({
      plan: { version: 1, campaigns: [] },
      context: { user: { profiles: ['National_ELV'] } },
      locales: ['fr'],
      theme: {},
      closed: () => undefined,
    } as unknown as PresentRequest);
    expect(document.querySelector('sentier-news')!.getAttribute('audience')).to.equal('pupil');
    presented.close();
  });
  it('clears the badge that another tab has read', async () => {
    const news = await make('button');
    const channel = new BroadcastChannel('sentier:news');
    channel.postMessage(`/ ${Date.now()}`);
    await waitUntil(() => !news.shadowRoot!.querySelector('.badge'));
    channel.close();
  });
  it('goes to the item that is asked for', async () => {
    const news = await make('panel');
    await news.open('b');
    expect(news.shadowRoot!.activeElement?.id).to.equal('item-b');
    await news.close();
  });
  it('says when there is nothing', async () => {
    const news = await make('list', []);
    expect(texts(news, '.empty')[0]).to.match(/^Rien de neuf/);
  });
  for (const display of ['list', 'button'] as const)
    it(`has no accessibility fault as a ${display}`, async () => {
      await expect(await make(display)).to.be.accessible();
    });
});
