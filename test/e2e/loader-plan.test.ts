import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PLAN } from './support/pages.js';
import { ours, settled, useBrowser } from './support/site.js';

const { visit } = useBrowser();
const BANNER = { ...PLAN, help: {}, campaigns: [PLAN.campaigns[0]] };
const isShown = 'La messagerie change';

describe('a plan that cannot be had', () => {
  for (const [name, answer] of [
    ['unreachable', { broken: true }],
    ['answered with 503', { status: 503 }],
    ['a page of HTML', { body: '<!doctype html><p>Connectez-vous</p>', type: 'text/html' }],
    ['half a file', { body: '{"version":1,"campaigns":[{' }],
  ] as const) {
    it(`${name}: one line in the console, the page as it was`, async () => {
      const { page } = await visit(BANNER, { setup: ({ routes }) => routes.set('/plan.json', answer) });
      await settled(page);
      const said = page.complaints.filter((line) => line.includes('Sentier'));
      assert.equal(said.length, 1, page.complaints.join('\n'));
      // The browser's own line about the answer is not ours to keep.
      const others = page.complaints.filter(
        (line) => !line.includes('Sentier') && !/Failed to load resource/.test(line),
      );
      assert.deepEqual(others, []);
      assert.equal(await page.evaluate(`document.querySelectorAll('sentier-banner').length`), 0);
      assert.equal(
        // What looks for the last plan that worked, and nothing else.
        ours(page).some((path) => /\/c\/[^/]+\/(?!rescue\.js)/.test(path)),
        false,
      );
    });
  }

  it('is the last one that worked, where the browser still has it', async () => {
    const { page, server } = await visit(BANNER, {
      setup: ({ routes }) => {
        routes.set('/plan.json', { body: JSON.stringify(BANNER), headers: { etag: '"1"' } });
      },
    });
    await page.getByText(isShown).waitFor();
    server.routes.set('/plan.json', { broken: true });
    await page.reload();
    await page.getByText(isShown).waitFor();
    assert.deepEqual(
      page.complaints.filter((line) => line.includes('Sentier')),
      [],
    );
  });

  for (const [name, answer] of [
    ['503', { status: 503 }],
    ['a login page', { body: '<!doctype html><p>Connectez-vous</p>', type: 'text/html' }],
  ] as const)
    it(`is the last one that worked where the server answers with ${name}, though the browser’s cache now has that`, async () => {
      const { page, server } = await visit(BANNER);
      await page.getByText(isShown).waitFor();
      await page.waitForFunction(async () => (await (await caches.open('sentier')).keys()).length > 0);
      // Chromium forgets what was put into a private window's cache a moment before the page goes.
      await settled(page);
      server.routes.set('/plan.json', answer);
      for (let visits = 0; visits < 2; visits++) {
        await page.reload();
        await page.getByText(isShown).waitFor();
      }
      assert.deepEqual(
        page.complaints.filter((line) => line.includes('Sentier')),
        [],
      );
    });

  it('holds nothing of the page up while it is slow', async () => {
    const { page } = await visit(BANNER, {
      setup: ({ routes }) => routes.set('/plan.json', { body: JSON.stringify(BANNER), delayMs: 1500 }),
    });
    const timing = (await page.evaluate(`(() => {
      const { domContentLoadedEventEnd, loadEventEnd } = performance.getEntriesByType('navigation')[0];
      return [domContentLoadedEventEnd, loadEventEnd];
    })()`)) as number[];
    assert.ok(
      timing.every((ms) => ms > 0 && ms < 1500),
      String(timing),
    );
    await page.getByText(isShown).waitFor();
  });
});

describe('a plan as it may be', () => {
  it('has 5 MB', async () => {
    const campaigns = Array.from({ length: 10_000 }, (_, i) => ({
      ...PLAN.campaigns[0],
      id: `annonce-${i}`,
      audience: { profiles: [i === 9999 ? 'teacher' : 'district'] },
      content: { ...PLAN.campaigns[0].content, body: 'x'.repeat(300) },
    }));
    const plan = { ...BANNER, campaigns };
    assert.ok(JSON.stringify(plan).length > 5_000_000);
    const { page } = await visit(plan);
    await page.getByText(isShown).waitFor();
    assert.deepEqual(page.complaints, []);
  });

  it('stands in the page itself', async () => {
    const { page } = await visit(undefined, {
      head: `<script type="application/json" id="sentier-plan">${JSON.stringify(BANNER)}</script>`,
      tag: '<script src="/sentier/sentier.js" defer></script>',
    });
    await page.getByText(isShown).waitFor();
    assert.equal(ours(page).includes('/plan.json'), false);
  });

  it('has a content of its own address, fetched only to be shown', async () => {
    const campaigns = [
      { ...BANNER.campaigns[0], content: { src: 'contenus/annonce.json' } },
      {
        ...BANNER.campaigns[0],
        id: 'autre',
        audience: { profiles: ['district'] },
        content: { src: 'contenus/autre.json' },
      },
    ];
    const { page, server } = await visit(
      { ...BANNER, campaigns },
      {
        setup: ({ routes }) =>
          routes.set('/contenus/annonce.json', JSON.stringify(PLAN.campaigns[0].content)),
      },
    );
    await page.getByText(isShown).waitFor();
    assert.deepEqual(
      server.log.filter((path) => path.startsWith('/contenus')),
      ['/contenus/annonce.json'],
    );
  });

  it('has a faulty campaign: it is left out and named, the rest is shown', async () => {
    const campaigns = [{ id: 'mauvais id', kind: 'banner', content: {} }, 7, null, BANNER.campaigns[0]];
    const { page } = await visit({ ...BANNER, campaigns });
    await page.getByText(isShown).waitFor();
    await settled(page);
    assert.equal(page.complaints.length, 1, page.complaints.join('\n'));
    assert.match(page.complaints[0] ?? '', /campaigns\[0\]/);
  });

  it('has a banner without a word: it is said once, and the next has its turn', async () => {
    const campaigns = [
      { ...BANNER.campaigns[0], id: 'vide', priority: 90, content: { body: '' } },
      BANNER.campaigns[0],
    ];
    const { page } = await visit({ ...BANNER, campaigns });
    await page.getByText(isShown).waitFor();
    assert.equal(page.complaints.length, 1, page.complaints.join('\n'));
    assert.match(page.complaints[0] ?? '', /vide/);
  });

  it('has keys that reach for prototypes', async () => {
    const text = JSON.stringify(BANNER).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const { page } = await visit(BANNER, { setup: ({ routes }) => routes.set('/plan.json', text) });
    await page.getByText(isShown).waitFor();
    assert.equal(await page.evaluate('({}).polluted'), undefined);
  });
});
