import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PLAN } from './support/pages.js';
import type { TestServer } from './support/server.js';
import { settled, useBrowser } from './support/site.js';

const CDN = process.env.SENTIER_CDN ?? 'dist/cdn';
/** What follows the first card. */
const MORE = `c/${readdirSync(`${CDN}/c`)[0]}/tour-more.js`;

const [banner, tour] = PLAN.campaigns;
const only = (more: object = {}) => ({ ...PLAN, help: {}, campaigns: [{ ...tour, ...more }] });
const late = ({ routes }: TestServer): void =>
  void routes.set(`/sentier/${MORE}`, { body: readFileSync(`${CDN}/${MORE}`), delayMs: 1500 });

describe('a tour’s first card', () => {
  const { visit } = useBrowser();

  it('is there before what goes on with it, and stays where it is', async () => {
    const { page } = await visit(only(), { setup: late });
    const card = page.locator('sentier-tour .card');
    await card.waitFor();
    assert.ok(!(await page.evaluate(`!!customElements.get('sentier-tour')`)));
    const before = await card.boundingBox();
    // The tools come with the class.
    await page.getByRole('button', { name: 'Lire, simplifier, imprimer' }).waitFor();
    assert.deepEqual(await card.boundingBox(), before);
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Étape 2 sur 2').waitFor();
    await page.getByRole('button', { name: 'Terminer' }).click();
    await card.waitFor({ state: 'hidden' });
    assert.deepEqual(page.complaints, []);
  });

  it('told to go on before that, it does once it can', async () => {
    const { page } = await visit(only(), { setup: late });
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Étape 2 sur 2').waitFor();
    assert.deepEqual(page.complaints, []);
  });

  it('left before that, it is gone for good, and a card of ours has its turn', async () => {
    const corner = { ...banner, content: { ...banner.content, place: 'corner' } };
    const { page } = await visit({ ...PLAN, help: {}, campaigns: [corner, tour] }, { setup: late });
    const first = page.locator('sentier-tour .card');
    await first.waitFor();
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'detached', timeout: 1000 });
    await page.getByText('La messagerie change').waitFor();
    await page.reload();
    await page.getByText('La messagerie change').waitFor();
    await settled(page);
    assert.equal(await page.locator('sentier-tour').count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it('goes, and says so once, where that cannot be had', async () => {
    const { page } = await visit(only(), {
      setup: ({ routes }) => void routes.set(`/sentier/${MORE}`, { status: 503, type: 'text/javascript' }),
    });
    await page.waitForLoadState('networkidle');
    await page.locator('sentier-tour').waitFor({ state: 'detached' });
    assert.equal(
      page.complaints.filter((line) => line.includes('sentier') && !line.includes('503')).length,
      1,
      page.complaints.join('\n'),
    );
  });
});
