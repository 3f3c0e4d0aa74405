/** Every page of the built Storybook opens without error, its elements are defined, and axe finds nothing. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { launch } from './support/browser.js';

const ROOT = 'dist/storybook';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const { entries } = JSON.parse(readFileSync(`${ROOT}/index.json`, 'utf8')) as {
  entries: Record<string, { id: string; type: 'docs' | 'story'; title: string; name: string }>;
};

/** In the page: what Storybook says of the story, once it has finished. */
const LISTEN = `window.ended = new Promise((done) => {
  const timer = setInterval(() => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return;
    clearInterval(timer);
    for (const name of ['storyFinished', 'docsRendered', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
      channel.on(name, (data) => done({ name, status: data?.status, message: data?.message ?? data?.description }));
  }, 5);
});`;

describe('storybook', () => {
  let browser: Browser;
  let base = '';
  const server = serve({ fetch: new Hono().use('/*', serveStatic({ root: ROOT })).fetch, port: 0 });

  before(async () => {
    browser = await launch();
    if (!server.listening) await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('has pages', () => assert.ok(Object.keys(entries).length > 10));

  for (const entry of Object.values(entries)) {
    it(`${entry.title} / ${entry.name}`, async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      const outside: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base))
          outside.push(request.url());
      });
      await page.addInitScript(LISTEN);
      await page.goto(
        `${base}/iframe.html?viewMode=${entry.type === 'docs' ? 'docs' : 'story'}&id=${entry.id}`,
      );
      const ended = await page.evaluate<{ name: string; status?: string; message?: string }>('window.ended');
      assert.ok(
        ['storyFinished', 'docsRendered'].includes(ended.name) && ended.status !== 'error',
        JSON.stringify(ended),
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(outside, [], 'no request leaves the site');
      if (entry.type === 'story') {
        const bare = await page.evaluate(() =>
          [...document.querySelectorAll('#storybook-root :not(:defined)')].map((el) => el.localName),
        );
        assert.deepEqual(bare, [], 'every element is defined');
        await page.evaluate(axe);
        const violations = await page.evaluate<string[]>(
          `axe.run(document, { rules: { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false }, region: { enabled: false } } })
            .then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))`,
        );
        assert.deepEqual(violations, []);
      }
      await page.close();
    });
  }
});
