/** A link that opens an article: made by the panel, sent to somebody, opened by them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PLAN } from './support/pages.js';
import { useBrowser } from './support/site.js';

const { visit } = useBrowser();
const WITH_HELP = { ...PLAN, campaigns: [] };
const TEXT = 'Ouvrez le cahier.';

describe('a link to an article of help', () => {
  it('is copied in the panel, without the page’s own query, and opens the article elsewhere', async () => {
    const { page, context, url } = await visit(WITH_HELP, { path: '/?dossier=42' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Aide', exact: true }).click();
    await page.locator('sentier-help summary').first().click();
    await page.getByRole('button', { name: 'Lire une note' }).first().click();
    await page.getByRole('link', { name: 'Copier le lien' }).click();
    await page.getByRole('link', { name: 'Lien copié' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, `${url}/?sentier-help=note`);
    await page.goto(link);
    await page.getByRole('article').getByText(TEXT).waitFor();
    assert.deepEqual(page.complaints, []);
  });

  it('opens help at its start where the article is not for this person', async () => {
    const { page } = await visit(WITH_HELP, { path: '/?sentier-help=absent' });
    await page.getByRole('searchbox').waitFor();
    assert.equal(await page.getByRole('article').count(), 0);
  });

  it('opens once: after a closing, another page of the same application leaves help closed', async () => {
    const { page } = await visit(WITH_HELP, { path: '/?sentier-help=note' });
    await page.getByRole('article').getByText(TEXT).waitFor();
    await page.getByRole('button', { name: 'Fermer l’aide' }).click();
    await page.evaluate(
      `history.pushState({}, '', '/notes/?sentier-help=note'); sentier.identify({ user: { profiles: ['teacher'] } })`,
    );
    await page.waitForFunction(`location.pathname === '/notes/'`);
    await page.getByRole('button', { name: 'Aide', exact: true }).waitFor();
    assert.equal(await page.getByRole('article').count(), 0);
  });
});
