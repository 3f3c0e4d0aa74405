import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launch, open } from './support/browser.js';
import { NOTHING_DUE, page as html, PLAN } from './support/pages.js';
import { settled, useBrowser } from './support/site.js';

const { visit } = useBrowser(() => launch(['--enable-features=BackForwardCache']));
const TOUR = { ...PLAN, help: {}, campaigns: [PLAN.campaigns[1]] };
const isShown = 'Écrire un message';
const other = ({ routes }: { routes: Map<string, unknown> }) => void routes.set('/autre', html());

/** A second tab of the same person, come to rest. */
async function tab({ context, url }: Awaited<ReturnType<typeof visit>>, path = '/') {
  const page = await open(context, url + path);
  await settled(page);
  return page;
}
const why = `sentier.explain().then((rows) => rows.map(({ code, text }) => [code, text]))`;

describe('several tabs of one person', () => {
  it('one interrupts; the other says why it does not', async () => {
    const first = await visit(TOUR);
    await first.page.getByText(isShown).waitFor();
    const second = await tab(first);
    assert.equal(await second.getByText(isShown).count(), 0);
    assert.deepEqual(await second.evaluate(why), [
      ['slot.taken', 'Non montrée\u00a0: un autre onglet de cette personne montre déjà quelque chose'],
    ]);
    assert.deepEqual(second.complaints, []);
  });

  it('what was closed in one is closed in the other, though each keeps its own progress', async () => {
    const first = await visit(TOUR);
    await first.page.getByText(isShown).waitFor();
    const second = await tab(first);
    await first.page.getByRole('button', { name: 'Quitter la visite' }).click();
    await second.waitForFunction(`${why}.then(([[code]]) => code === 'progress.done')`);
    assert.equal(await second.getByText(isShown).count(), 0);
    await second.reload();
    await settled(second);
    assert.equal(await second.getByText(isShown).count(), 0);
  });

  it('a tab that is closed with it on screen leaves it to the other', async () => {
    const first = await visit(TOUR);
    await first.page.getByText(isShown).waitFor();
    const second = await tab(first);
    await first.page.close();
    await second.getByText(isShown).waitFor();
  });

  it('what is asked for by hand is shown wherever it is asked for', async () => {
    const first = await visit(TOUR);
    await first.page.getByText(isShown).waitFor();
    const second = await tab(first);
    assert.equal(await second.evaluate(`sentier.show('visite')`), true);
    await second.getByText(isShown).waitFor();
    assert.equal(await first.page.getByText(isShown).count(), 1);
  });

  it('a banner, which interrupts nobody, is in both', async () => {
    const first = await visit({ ...PLAN, help: {}, campaigns: [PLAN.campaigns[0]] });
    await first.page.getByText('La messagerie change').waitFor();
    await (await tab(first)).getByText('La messagerie change').waitFor();
  });

  it('a page that goes to the back-forward cache gives way, and has it again when it comes back', async () => {
    const first = await visit(TOUR, { setup: ({ routes }) => routes.set('/vide', '<title>Rien</title>') });
    await first.page.getByText(isShown).waitFor();
    await first.page.evaluate(`window.isSame = true`);
    await first.page.goto(`${first.url}/vide`);
    await first.page.goBack({ waitUntil: 'commit' });
    await first.page.getByText(isShown).waitFor();
    assert.equal(await first.page.evaluate('window.isSame'), true, 'was kept in the cache');
    await settled(first.page);
    assert.equal(await (await tab(first)).getByText(isShown).count(), 0);
  });

  it('nobody holds what the one in the cache held', async () => {
    const first = await visit(TOUR, { setup: ({ routes }) => routes.set('/vide', '<title>Rien</title>') });
    await first.page.getByText(isShown).waitFor();
    await first.page.goto(`${first.url}/vide`);
    const second = await tab(first);
    await second.getByText(isShown).waitFor();
    // Back, and the other has it now.
    await first.page.goBack({ waitUntil: 'commit' });
    await first.page.locator('sentier-tour').waitFor({ state: 'detached' });
    // Until that one goes.
    await second.close();
    await first.page.getByText(isShown).waitFor();
    assert.deepEqual(first.page.complaints, []);
  });

  it('goes on by itself on the next page of its own tab', async () => {
    const first = await visit(TOUR, { setup: other });
    await first.page.getByRole('button', { name: 'Suivant' }).click();
    await first.page.getByText('Étape 2 sur 2').waitFor();
    await first.page.goto(`${first.url}/autre`);
    await first.page.getByText('Étape 2 sur 2').waitFor();
  });

  it('where there are no locks a lease stands in, and goes with what was shown', async () => {
    const head = `<script>Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })</script>`;
    const first = await visit(TOUR, { head });
    await first.page.getByText(isShown).waitFor();
    const second = await tab(first);
    assert.equal(await second.getByText(isShown).count(), 0);
    const kept = `Object.keys(localStorage)`;
    assert.deepEqual(await second.evaluate(kept), ['sentier:essai:b1946ac9:floor']);
    await first.page.getByRole('button', { name: 'Quitter la visite' }).click();
    assert.deepEqual(await second.evaluate(kept), []);
    assert.deepEqual(first.page.complaints, []);
  });

  it('in a sandboxed frame, where all that is blocked, it is shown', async () => {
    const { page } = await visit(NOTHING_DUE, {
      tag: '',
      body: '<iframe src="/dedans" sandbox="allow-scripts" width="900" height="600"></iframe>',
      setup: ({ routes }) => {
        routes.set('/dedans', html());
        const headers = { 'access-control-allow-origin': '*' };
        routes.set('/plan.json', { body: JSON.stringify(TOUR), headers });
      },
    });
    await page.frameLocator('iframe').getByText(isShown).waitFor();
    assert.deepEqual(page.complaints, []);
  });
});

describe('what the host forbids', () => {
  it('is not asked again on this page', async () => {
    const { page } = await visit(TOUR, {
      head: `<script>let asked = 0; addEventListener('sentier-before-show', (e) => { asked++; e.preventDefault() })</script>`,
    });
    await settled(page);
    await page.waitForFunction('asked > 0');
    await settled(page);
    assert.equal(await page.evaluate('asked'), 1);
  });
});

describe('a tour by hand', () => {
  it('starts at the step that is named after its id', async () => {
    const { page } = await visit({
      ...TOUR,
      campaigns: [{ ...TOUR.campaigns[0], when: { start: 'manual' } }],
    });
    assert.equal(await page.evaluate(`sentier.show('visite/deux')`), true);
    await page.getByText('Étape 2 sur 2').waitFor();
  });
});
