/** Every page of the built Storybook opens without error, its elements are defined, and axe finds nothing. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from './support/browser.js';

const ROOT = 'dist/storybook';
const { entries } = JSON.parse(readFileSync(`${ROOT}/index.json`, 'utf8')) as {
  entries: Record<string, { id: string; type: 'docs' | 'story'; title: string; name: string }>;
};

/** In the page: what Storybook says of each story, once it has finished. */
const LISTEN = `
window.watch = () => { window.ended = new Promise((done) => { window.done = done; }); };
window.watch();
const timer = setInterval(() => {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  if (!channel) return;
  clearInterval(timer);
  for (const name of ['storyFinished', 'docsRendered', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
    channel.on(name, (data) => window.done({
      name,
      status: data?.status,
      message: data?.message ?? data?.description,
      // What the accessibility addon ran by itself (parameters.a11y.test), in short.
      axe: data?.reporters?.filter((one) => one.type === 'a11y').map((one) =>
        one.result?.violations?.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')) ?? [String(one.result?.error)]),
    }));
}, 5);`;

interface Opened {
  page: Page;
  errors: string[];
  outside: string[];
}

describe('storybook', () => {
  let browser: Browser;
  /** One for all pages, so that what they share is fetched once. */
  let context: BrowserContext;
  let base = '';
  const site = new Hono().use(
    '/*',
    serveStatic({ root: ROOT, onFound: (_, c) => c.header('Cache-Control', 'max-age=3600') }),
  );
  const server = serve({ fetch: site.fetch, port: 0 });

  before(async () => {
    browser = await launch();
    context = await browser.newContext();
    if (!server.listening) await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('has pages', () => assert.ok(Object.keys(entries).length > 10));

  /** The page on which the stories of one element follow each other, as when one goes through them in the list. */
  let opened: (Opened & { title: string }) | undefined;

  async function visit({ title, type, id }: (typeof entries)[string]): Promise<Opened> {
    if (opened?.title === title && type === 'story') {
      opened.errors.length = opened.outside.length = 0;
      await opened.page.evaluate(
        `watch(); __STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId: '${id}', viewMode: 'story' })`,
      );
      return opened;
    }
    await opened?.page.close();
    const page = await context.newPage();
    opened = { title: type === 'story' ? title : '', page, errors: [], outside: [] };
    const { errors, outside } = opened;
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base))
        outside.push(request.url());
    });
    await page.addInitScript(LISTEN);
    await page.goto(`${base}/iframe.html?viewMode=${type}&id=${id}`);
    return opened;
  }

  for (const entry of Object.values(entries)) {
    it(`${entry.title} / ${entry.name}`, async () => {
      const { page, errors, outside } = await visit(entry);
      const ended = await page.evaluate<{
        name: string;
        status?: string;
        message?: string;
        axe?: string[][];
      }>('window.ended');
      assert.ok(
        ['storyFinished', 'docsRendered'].includes(ended.name) && ended.status !== 'error',
        JSON.stringify(ended),
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(outside, [], 'no request leaves the site');
      if (entry.type === 'docs') {
        const words = await page.locator('#storybook-docs').innerText();
        assert.doesNotMatch(words, /\|\s*---/, 'a table is one');
      }
      if (entry.type === 'story') {
        const bare = await page.evaluate(() =>
          [...document.querySelectorAll('#storybook-root :not(:defined)')].map((el) => el.localName),
        );
        assert.deepEqual(bare, [], 'every element is defined');
        assert.deepEqual(ended.axe, [[]], 'axe ran once, and found nothing');
      }
    });
  }
});
