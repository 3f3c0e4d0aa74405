import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { Progress } from '../../../src/core/types.js';
import '../../../src/elements/news/define-news.js';
import type { SentierNews } from '../../../src/elements/news/sentier-news.js';
import { loadRich } from '../../../src/engine/rich.js';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import { openTabs } from '../../../src/platform/other-tabs.js';
import meta, { ITEMS, render } from '../../../stories/news/news.stories.js';
import type { NewsArgs } from '../../../stories/news/news.stories.js';

const make = (args: Partial<NewsArgs>) =>
  fixture<SentierNews>(render({ ...(meta.args as NewsArgs), ...args }));
const find = (news: SentierNews, selector: string) => news.shadowRoot!.querySelector<HTMLElement>(selector);

/** Warnings that Lit gives in its development build. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said.filter((one) => /scheduled an update/.test(one));
}

describe('the feed on a page with the engine', () => {
  const DAY_MS = 864e5;
  const NOW = Date.now();
  const progress: Progress = { campaigns: {} };
  const told: string[] = [];
  const service = {
    plan: () => ({
      version: 1,
      id: 'p',
      campaigns: ['a', 'b'].map((id) => ({
        id,
        kind: 'banner' as const,
        schedule: { start: new Date(NOW - DAY_MS).toISOString().slice(0, 16) },
        content: { title: id },
      })),
    }),
    context: () => ({}),
    locales: () => ['fr'],
    show: () => Promise.resolve(true),
    report: ({ campaign, type }: { campaign: string; type: string }) => told.push(`${campaign} ${type}`),
    isFor: () => true,
    isOn: () => true,
    now: () => NOW,
    progress: () => progress,
  };
  const answer = (event: Event) => {
    const { context, callback } = event as Event & { context: unknown; callback(value: unknown): void };
    if (context !== Symbol.for('sentier.engine')) return;
    event.stopPropagation();
    callback(service);
  };
  before(() => document.addEventListener('context-request', answer));
  after(() => document.removeEventListener('context-request', answer));

  it('counts neither what was met nor what was read on another machine', async () => {
    const news = await fixture<SentierNews>(html`<sentier-news display="button"></sentier-news>`);
    expect(news.unread).to.equal(2);
    progress.campaigns['a'] = { version: 1, status: 'dismissed', shown: 1, at: NOW };
    expect(news.unread).to.equal(1);
    progress.campaigns['news'] = { version: 1, status: 'shown', shown: 1, at: NOW };
    expect(news.unread).to.equal(0);
    await news.open();
    expect(told).to.deep.equal(['news shown']);
  });

  it('is drawn once for a list that is read, without an update on top', async () => {
    delete progress.campaigns['news'];
    expect(
      await warnings(async () => {
        const news = await fixture<SentierNews>(html`<sentier-news></sentier-news>`);
        await news.updateComplete;
        expect(news.shadowRoot!.querySelectorAll('.unread').length).to.equal(1);
      }),
    ).to.deep.equal([]);
  });
});

describe('between tabs', () => {
  it('says it by storage where there is no BroadcastChannel', () => {
    const { BroadcastChannel } = globalThis;
    (globalThis as { BroadcastChannel: unknown }).BroadcastChannel = undefined;
    try {
      const heard: string[] = [];
      const tabs = openTabs('essai', (message) => heard.push(message));
      dispatchEvent(new StorageEvent('storage', { key: 'essai', newValue: 'lu' }));
      dispatchEvent(new StorageEvent('storage', { key: 'essai', newValue: null }));
      dispatchEvent(new StorageEvent('storage', { key: 'autre', newValue: 'x' }));
      expect(heard).to.deep.equal(['lu']);
      tabs.tell('lu');
      expect(localStorage.getItem('essai')).to.be.null;
      tabs.stop();
      dispatchEvent(new StorageEvent('storage', { key: 'essai', newValue: 'tard' }));
      expect(heard).to.deep.equal(['lu']);
    } finally {
      globalThis.BroadcastChannel = BroadcastChannel;
    }
  });
});

describe('the feed, axe finds nothing', function () {
  this.timeout(30_000);
  before(loadRich);
  afterEach(async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
    await setInterfaceLocale(['fr']);
    document.documentElement.removeAttribute('dir');
    document.body.removeAttribute('style');
  });
  const isClean = async (args: Partial<NewsArgs>): Promise<void> => {
    for (const display of ['list', 'button'] as const) {
      const news = await make({ ...args, display });
      if (display === 'button') await news.open();
      await waitUntil(() => find(news, 'article'));
      await Promise.all(news.shadowRoot!.getAnimations().map((motion) => motion.finished));
      const scroller = find(news, '.news')!;
      expect(scroller.scrollWidth, 'nothing is wider').to.be.at.most(scroller.clientWidth);
      // The story's list stands alone on its page.
      await expect(news).to.be.accessible({ ignoredRules: ['heading-order', 'region'] });
      await news.close();
      news.remove();
    }
  };

  it('light', () => isClean({}));
  it('for pupils', () => isClean({ audience: 'pupil' }));
  it('dark', async () => {
    document.body.style.setProperty('background', '#101216');
    await isClean({ scheme: 'dark' });
  });
  it('forced colours', async () => {
    try {
      await emulateMedia({ forcedColors: 'active' });
    } catch {
      return; // WebKitGTK cannot be asked for them.
    }
    await isClean({});
    await emulateMedia({ forcedColors: 'none' });
  });
  it('right to left, in Arabic', async () => {
    document.documentElement.dir = 'rtl';
    await setInterfaceLocale(['ar']);
    await isClean({ locales: ['ar', 'fr'] });
  });
  it('320 px', async () => {
    await setViewport({ width: 320, height: 568 });
    await isClean({});
  });
  it('text of 200 %, on 320 px', async () => {
    await setViewport({ width: 320, height: 568 });
    document.body.style.setProperty('--sentier-font-size', '32px');
    await isClean({});
  });
  it('reduced motion', async function () {
    try {
      await emulateMedia({ reducedMotion: 'reduce' });
    } catch {
      this.skip(); // WebKitGTK takes it at its start only.
    }
    await isClean({});
  });
  it('in English', async () => {
    await setInterfaceLocale(['en']);
    await isClean({ items: ITEMS.slice(0, 2) });
  });
});
