import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SentierApi } from '../../src/engine/api.js';
import { NOTHING_DUE, page as html, PLAN, TAG } from './support/pages.js';
import { globals, ours, settled, useBrowser } from './support/site.js';

const { visit } = useBrowser();
const api = () => (window as unknown as { sentier: SentierApi }).sentier;
const only = (id: string) => ({
  ...PLAN,
  help: {},
  campaigns: PLAN.campaigns.filter((one) => one.id === id),
});

describe('nothing due', () => {
  it('loads the script and the plan, and nothing else', async () => {
    const { page } = await visit(NOTHING_DUE);
    await settled(page);
    assert.deepEqual(ours(page), ['/sentier/sentier.js', '/plan.json']);
    assert.deepEqual(page.complaints, []);
  });

  it('adds nothing to the page: no element, no attribute, one global', async () => {
    const { page } = await visit(NOTHING_DUE);
    await settled(page);
    const added = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((el) => /^sentier-/.test(el.localName))
        .map((el) => el.outerHTML),
    );
    assert.deepEqual(added, []);
    assert.deepEqual(await globals(page), ['sentier']);
  });
});

describe('something due', () => {
  it('is drawn by that widget alone; the engine follows, and nothing else', async () => {
    const { page } = await visit(only('annonce'));
    await page.getByText('La messagerie change').waitFor();
    const names = () =>
      ours(page)
        .filter((path) => path.includes('/c/'))
        .map((path) => path.replace(/^.*\//, ''));
    assert.deepEqual(names().slice(0, 2), ['first.js', 'banner.js']);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/upkeep.js')),
    );
    const chunks = names();
    assert.ok(chunks.includes('engine.js'), chunks.join());
    assert.deepEqual(
      chunks.filter((path) =>
        /^(tour|survey|help|lit|define|presence|deliver|http-progress)\.js$/.test(path),
      ),
      [],
    );
  });

  it('is help alone: neither the engine nor another widget is loaded for it', async () => {
    const { page } = await visit({ ...PLAN, campaigns: [] });
    await page.getByRole('button', { name: 'Aide' }).waitFor();
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/help-later.js')),
    );
    await settled(page);
    assert.deepEqual(
      ours(page).filter((path) => /\/(engine|upkeep|tour|banner|survey|lit)\.js$/.test(path)),
      [],
    );
  });

  it('shows one thing in each place, and remembers a no through the session', async () => {
    const { page } = await visit(only('annonce'));
    await page.getByRole('button', { name: 'Fermer' }).first().click();
    await page.getByText('La messagerie change').waitFor({ state: 'detached' });
    await page.reload();
    await settled(page);
    assert.equal(await page.getByText('La messagerie change').count(), 0);
  });

  it('still adds one global only', async () => {
    const { page } = await visit();
    await page.getByText('Écrire un message').waitFor();
    await settled(page);
    assert.deepEqual(await globals(page), ['sentier']);
    assert.deepEqual(page.complaints, []);
  });

  it('goes through a tour by its buttons', async () => {
    const { page } = await visit(only('visite'));
    await page.getByText('Écrire un message').waitFor();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Tout est rangé.').waitFor();
    await page.getByRole('button', { name: 'Terminer' }).click();
    await page.getByText('Tout est rangé.').waitFor({ state: 'detached' });
    assert.equal(await page.locator('sentier-tour').count(), 0);
  });
});

describe('window.sentier', () => {
  it('is a queue before the script, and keeps what was asked', async () => {
    const { page } = await visit(only('visite'), {
      context: {},
      head: `<script>
        (window.sentier = window.sentier || []).push(['identify', { user: { profiles: ['pupil'] } }]);
        sentier.push(function (api) { window.seen = typeof api.show });
        sentier.push(['replay', 'visite']);
      </script>`,
    });
    await page.getByText('Écrire un message').waitFor();
    assert.equal(await page.evaluate(() => (window as unknown as { seen: string }).seen), 'function');
    assert.deepEqual(page.complaints, []);
  });

  it('shows by hand what the director would not', async () => {
    const { page } = await visit(NOTHING_DUE);
    assert.equal(await page.evaluate(`window.sentier.show('avis')`), true);
    await page.getByText('Cela vous aide\u202f?').waitFor();
    assert.equal(await page.evaluate(`window.sentier.show('inconnu')`), false);
  });

  it('explains in words why a campaign is not shown', async () => {
    const { page } = await visit(NOTHING_DUE);
    const rows = (await page.evaluate(`window.sentier.explain()`)) as { id: string; code: string }[];
    assert.deepEqual(
      rows.map(({ id, code }) => [id, code]),
      [
        ['annonce', 'audience.profiles'],
        ['visite', 'audience.profiles'],
        ['avis', 'when.manual'],
      ],
    );
  });

  it('decides again when the host says who it is', async () => {
    // The announcement alone: where nothing may move it is a card, which leaves a tour the floor.
    const { page } = await visit({ ...NOTHING_DUE, campaigns: NOTHING_DUE.campaigns.slice(0, 1) });
    await settled(page);
    await page.evaluate(`window.sentier.identify({ user: { profiles: ['National_ACA'] } })`);
    await page.getByText('La messagerie change').waitFor();
    await page.evaluate(`window.sentier.identify({ user: { profiles: ['pupil'] } })`);
    await page.getByText('La messagerie change').waitFor({ state: 'detached' });
  });

  it('shows what waits for a host event once it is said', async () => {
    const waiting = { ...PLAN.campaigns[0], when: { event: 'messagerie:opened' } };
    const { page } = await visit({ ...PLAN, help: {}, campaigns: [waiting] });
    await settled(page);
    assert.equal(await page.locator('sentier-banner').count(), 0);
    await page.evaluate(`window.sentier.emit('messagerie:opened')`);
    await page.getByText('La messagerie change').waitFor();
  });

  it('shows what waits for an element once it is there', async () => {
    const waiting = { ...PLAN.campaigns[0], when: { present: { role: 'button', name: 'Tout relire' } } };
    const { page } = await visit({ ...PLAN, help: {}, campaigns: [waiting] });
    await settled(page);
    assert.equal(await page.locator('sentier-banner').count(), 0);
    await page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<button>Tout relire</button>')`,
    );
    await page.getByText('La messagerie change').waitFor();
  });

  it('tells what the widgets say, until asked no more', async () => {
    const { page } = await visit(only('annonce'), {
      head: `<script>(window.sentier = []).push(function (api) {
        window.told = [];
        window.off = api.on('dismiss', function (e) { told.push(e.campaign) });
        api.on('ready', function () { told.push('ready') });
      })</script>`,
    });
    await page.getByRole('button', { name: 'Fermer' }).first().click();
    assert.deepEqual(await page.evaluate('window.told'), ['ready', 'annonce']);
    await page.evaluate(`(off(), sentier.reset())`);
    await page.getByRole('button', { name: 'Fermer' }).first().click();
    assert.deepEqual(await page.evaluate('window.told'), ['ready', 'annonce']);
  });

  it('takes everything away when destroyed', async () => {
    const { page } = await visit();
    await page.getByText('Écrire un message').waitFor();
    await page.evaluate(() => api().destroy()).catch(() => page.evaluate('window.sentier.destroy()'));
    await page.locator('sentier-tour, sentier-banner, sentier-help').first().waitFor({ state: 'detached' });
    assert.equal(await page.locator('sentier-tour, sentier-banner, sentier-help').count(), 0);
  });

  it('throws nothing at a host that asks for nonsense', async () => {
    const { page } = await visit(NOTHING_DUE);
    const answers = await page.evaluate(`Promise.all([
      sentier.show(), sentier.show(null), sentier.identify(null), sentier.emit(), sentier.push(['nothing'], null, 3)
    ]).then(() => 'alive')`);
    assert.equal(answers, 'alive');
    assert.ok(
      page.complaints.every((line) => line.startsWith('warning: Sentier')),
      page.complaints.join('\n'),
    );
  });
});

describe('the page', () => {
  it('has links that open help and replay a tour', async () => {
    const { page } = await visit(NOTHING_DUE, {
      body: '<p class="clear"><button data-sentier-help="note">Comment lire\u202f?</button> <a href="#x" data-sentier-replay="visite"><b>Revoir</b></a></p>',
    });
    await page.getByText('Revoir').click();
    await page.getByText('Écrire un message').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('sentier-tour').waitFor({ state: 'detached' });
    await page.getByText('Comment lire\u202f?').click();
    await page.locator('sentier-help').waitFor({ state: 'attached' });
  });

  it('has elements written by hand, defined when they are there', async () => {
    const { page } = await visit(NOTHING_DUE, {
      body: '<sentier-banner severity="info" place="inline">Bonjour à tous</sentier-banner>',
    });
    await page.waitForFunction(() => !!customElements.get('sentier-banner'));
    assert.ok(ours(page).some((path) => path.endsWith('/define.js')));
  });

  it('changes routes: what is of the page comes, what is not goes', async () => {
    const banner = { ...PLAN.campaigns[0], when: { pages: ['/messages/**'] } };
    const { page } = await visit({ ...PLAN, help: {}, campaigns: [banner] });
    await settled(page);
    assert.deepEqual(ours(page), ['/sentier/sentier.js', '/plan.json']);
    await page.evaluate(`history.pushState({}, '', '/messages/12?de=martin')`);
    await page.getByText('La messagerie change').waitFor();
    await page.evaluate(`history.replaceState({}, '', '/notes/')`);
    await page.getByText('La messagerie change').waitFor({ state: 'detached' });
  });

  it('changes routes by its hash, too', async () => {
    const banner = { ...PLAN.campaigns[0], when: { pages: ['#/messages/**'] } };
    const { page } = await visit({ ...PLAN, help: {}, campaigns: [banner] });
    await settled(page);
    await page.evaluate(`location.hash = '#/messages/12'`);
    await page.getByText('La messagerie change').waitFor();
  });

  it('changes routes in a browser without the Navigation API', async () => {
    const banner = { ...PLAN.campaigns[0], when: { pages: ['/messages/**'] } };
    const { page } = await visit(
      { ...PLAN, help: {}, campaigns: [banner] },
      { head: `<script>Object.defineProperty(window, 'navigation', { value: undefined })</script>` },
    );
    await settled(page);
    await page.evaluate(`history.pushState({}, '', '/messages/12')`);
    await page.getByText('La messagerie change').waitFor();
  });

  it('comes back from the back-forward cache alive', async () => {
    const { page, server, url } = await visit(only('annonce'));
    server.routes.set('/autre', '<!doctype html><title>Autre</title><a href="/">retour</a>');
    await page.getByText('La messagerie change').waitFor();
    await page.evaluate(
      `(window.mark = 1, addEventListener('pageshow', (e) => (window.restored = e.persisted)))`,
    );
    await page.goto(`${url}/autre`);
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction('window.mark === 1 && window.restored === true');
    await page.getByRole('button', { name: 'Fermer' }).first().click();
    await page.getByText('La messagerie change').waitFor({ state: 'detached' });
  });

  it('has the tag twice: one runs, the other says so, once', async () => {
    const { page } = await visit(only('annonce'), { tag: TAG + TAG + TAG });
    await page.getByText('La messagerie change').waitFor();
    await settled(page);
    assert.equal(await page.locator('sentier-banner').count(), 1);
    assert.equal(page.complaints.length, 1, page.complaints.join('\n'));
    assert.match(page.complaints[0] ?? '', /already here/);
    assert.equal(ours(page).filter((path) => path === '/plan.json').length, 1);
  });

  it('blocks storage: in a sandboxed frame what is due is shown, and a no holds for that page', async () => {
    const { page } = await visit(NOTHING_DUE, {
      tag: '',
      body: '<iframe src="/dedans" sandbox="allow-scripts" width="900" height="400"></iframe>',
      setup: ({ routes }) => {
        routes.set('/dedans', html());
        const headers = { 'access-control-allow-origin': '*' };
        routes.set('/plan.json', { body: JSON.stringify(only('annonce')), headers });
      },
    });
    const frame = page.frameLocator('iframe');
    await frame.getByText('La messagerie change').waitFor();
    await frame.getByRole('button', { name: 'Fermer' }).first().click();
    await frame.getByText('La messagerie change').waitFor({ state: 'detached' });
    await settled(page);
    assert.equal(await frame.locator('sentier-banner').count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it('is around a frame of its own: a banner is shown once', async () => {
    const { page } = await visit(only('annonce'), {
      body: '<iframe src="/dedans" width="600" height="300"></iframe>',
      setup: ({ routes }) => routes.set('/dedans', html()),
    });
    await page.getByText('La messagerie change').waitFor();
    await settled(page);
    assert.equal(await page.frameLocator('iframe').locator('sentier-banner').count(), 0);
  });

  it('cannot clobber what the script needs of the document', async () => {
    const { page } = await visit(only('annonce'), {
      tag: '',
      body: `<img name="currentScript"><img name="getElementById"><img name="querySelector"><img name="readyState">
        <form name="body"></form><div id="navigation"></div><a id="sentier">x</a>${TAG}`,
    });
    await page.getByText('La messagerie change').waitFor();
    assert.deepEqual(page.complaints, []);
  });
});

describe('a script of another origin', () => {
  it('finds its chunks beside itself, where that origin allows it', async () => {
    const cdn = await visit(NOTHING_DUE);
    const { page } = await visit(only('annonce'), {
      tag: `<script src="${cdn.url}/sentier/sentier.js" data-plan="/plan.json" defer></script>`,
    });
    await page.getByText('La messagerie change').waitFor();
    assert.deepEqual(page.complaints, []);
  });
});
