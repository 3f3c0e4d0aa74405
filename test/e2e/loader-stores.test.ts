import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PLAN } from './support/pages.js';
import { settled, useBrowser } from './support/site.js';

const { visit } = useBrowser();
const BANNER = { ...PLAN, help: {}, campaigns: [PLAN.campaigns[0]] };
const isShown = 'La messagerie change';
const tag = (more: string) =>
  `<script src="/sentier/sentier.js" data-plan="/plan.json" ${more} defer></script>`;
const kept = `[sessionStorage, localStorage].map((area) => Object.keys(area))`;
const close = { name: 'Fermer' };

describe('what a person did is kept', () => {
  it('for the session by default, under the plan and the opaque key', async () => {
    const { page } = await visit(BANNER);
    await page.getByRole('button', close).first().click();
    assert.deepEqual(await page.evaluate(kept), [['sentier:essai:b1946ac9:progress'], []]);
  });

  it('nowhere, when the host says so', async () => {
    const { page } = await visit(BANNER, { tag: tag('data-store="memory"') });
    await page.getByRole('button', close).first().click();
    await page.getByText(isShown).waitFor({ state: 'detached' });
    assert.deepEqual(await page.evaluate(kept), [[], []]);
    await page.reload();
    await page.getByText(isShown).waitFor();
  });

  it('on the machine, when the host asks for it and gives a key', async () => {
    const { page, context, url } = await visit(BANNER, { tag: tag('data-store="local"') });
    await page.getByRole('button', close).first().click();
    assert.deepEqual(await page.evaluate(kept), [[], ['sentier:essai:b1946ac9:progress']]);
    const other = await context.newPage();
    await other.goto(url);
    await other.waitForLoadState('networkidle');
    assert.equal(await other.getByText(isShown).count(), 0);
  });

  it('for the session, when the host asks for the machine but gives no key: the next pupil is another', async () => {
    const { page } = await visit(BANNER, {
      tag: tag('data-store="local"'),
      context: { user: { profiles: ['teacher'] } },
    });
    await page.getByRole('button', close).first().click();
    assert.deepEqual(await page.evaluate(kept), [['sentier:essai::progress'], []]);
  });

  it('never on the machine for unfinished answers: they are the session’s', async () => {
    const { page } = await visit(
      { ...PLAN, help: {}, campaigns: [PLAN.campaigns[2]] },
      { tag: tag('data-store="local"') },
    );
    await page.evaluate(`sentier.show('avis')`);
    await page.getByRole('radio', { name: 'Oui' }).check({ force: true });
    const [session, machine] = (await page.evaluate(kept)) as [string[], string[]];
    assert.ok(session.some((key) => key.includes(':survey:avis:')));
    assert.deepEqual(
      machine.filter((key) => !key.endsWith(':progress')),
      [],
    );
  });

  it('apart for each person on one machine', async () => {
    const { page } = await visit(BANNER);
    await page.getByRole('button', close).first().click();
    await page.getByText(isShown).waitFor({ state: 'detached' });
    await page.evaluate(`sentier.identify({ user: { key: 'autre', profiles: ['teacher'] } })`);
    await page.getByText(isShown).waitFor();
  });

  it('names no person, no page and no school', async () => {
    const { page } = await visit(BANNER);
    await page.getByRole('button', close).first().click();
    // Written once what writes it has come.
    const written = await page.waitForFunction<{ annonce: object }>(
      `JSON.parse(sessionStorage.getItem('sentier:essai:b1946ac9:progress')).campaigns`,
    );
    const keys = Object.keys((await written.jsonValue()).annonce);
    assert.deepEqual(keys.sort(), ['at', 'ended', 'lastShown', 'shown', 'status', 'version']);
  });

  it('where storage is full or broken, for the page', async () => {
    const { page } = await visit(BANNER, {
      head: `<script>Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') };</script>`,
    });
    await page.getByRole('button', close).first().click();
    await page.getByText(isShown).waitFor({ state: 'detached' });
    await page.evaluate(`sentier.emit('x')`);
    await settled(page);
    assert.equal(await page.getByText(isShown).count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it('where what is stored is not ours: as if it were not there', async () => {
    const { page } = await visit(BANNER, {
      head: `<script>sessionStorage.setItem('sentier:essai:b1946ac9:progress', '{"campaigns":{"annonce":[1]},"pace":3')</script>`,
    });
    await page.getByText(isShown).waitFor();
    assert.deepEqual(page.complaints, []);
  });
});

describe('on the server of the host', () => {
  const http = tag('data-progress="/progress"');
  const done = {
    campaigns: {
      annonce: { version: 1, status: 'dismissed', shown: 1, at: Date.now(), lastShown: Date.now() },
    },
  };

  it('what was done elsewhere is known before anything is shown', async () => {
    const { page } = await visit(BANNER, {
      tag: http,
      setup: ({ routes }) => routes.set('/progress', JSON.stringify(done)),
    });
    await settled(page);
    assert.equal(await page.getByText(isShown).count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it('however long the answer takes, and though help comes at the same time', async () => {
    const told: string[] = [];
    const help = { articles: [{ id: 'a', title: 'Un article', body: 'Texte' }] };
    const { page } = await visit(
      { ...BANNER, help },
      {
        tag: http,
        setup: ({ routes }) =>
          routes.set('/progress', ({ method }, body) => {
            if (method === 'PATCH') told.push(body);
            return { body: JSON.stringify(done), type: 'application/json', delayMs: 800 };
          }),
      },
    );
    await page.getByRole('button', { name: 'Aide' }).waitFor();
    await settled(page);
    assert.equal(await page.getByText(isShown).count(), 0);
    assert.deepEqual(told, [], 'it was not shown for a moment either');
  });

  it('what is shown is told, though nothing more is done with it', async () => {
    const { page } = await visit(BANNER, {
      tag: http,
      setup: ({ routes }) => routes.set('/progress', { body: '{"campaigns":{}}', type: 'application/json' }),
    });
    const told = page.waitForRequest(
      (request) => request.method() === 'PATCH' && !!request.postData()?.includes('"shown"'),
    );
    await page.getByText(isShown).waitFor();
    await told;
  });

  it('it is not asked when nothing may be due', async () => {
    const plan = { ...BANNER, campaigns: [{ ...BANNER.campaigns[0], audience: { profiles: ['district'] } }] };
    const { server, page } = await visit(plan, { tag: http });
    await settled(page);
    assert.equal(server.log.includes('/progress'), false);
  });

  it('what changes is told, campaign by campaign', async () => {
    const patches: { campaigns: Record<string, { status: string }> }[] = [];
    const { page } = await visit(BANNER, {
      tag: http,
      setup: ({ routes }) =>
        routes.set('/progress', (request, body) => {
          if (request.method === 'PATCH') patches.push(JSON.parse(body) as (typeof patches)[number]);
          return { body: '{"campaigns":{}}', type: 'application/json' };
        }),
    });
    const told = page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' && !!response.request().postData()?.includes('dismissed'),
    );
    await page.getByRole('button', close).first().click();
    await told;
    assert.deepEqual(Object.keys(patches.at(-1)?.campaigns ?? {}), ['annonce']);
    assert.equal(patches.at(-1)?.campaigns['annonce']?.status, 'dismissed');
  });

  it('while it cannot be reached the session serves, and it is told on the next page', async () => {
    let down = true;
    const told: string[] = [];
    const { page } = await visit(BANNER, {
      tag: http,
      setup: ({ routes }) =>
        routes.set('/progress', (request, body) => {
          if (down) return { broken: true };
          if (request.method === 'PATCH') told.push(body);
          return { body: '{"campaigns":{}}', type: 'application/json' };
        }),
    });
    await page.getByRole('button', close).first().click();
    await page.getByText(isShown).waitFor({ state: 'detached' });
    await page.reload();
    await settled(page);
    assert.equal(await page.getByText(isShown).count(), 0);
    down = false;
    const patched = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.evaluate(`sentier.replay('annonce')`);
    await patched;
    await settled(page);
    assert.match(told[0] ?? '', /"annonce"/);
  });
});
