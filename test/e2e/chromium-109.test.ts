import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { settled, useBrowser } from './support/site.js';

interface Packed {
  executablePath(): Promise<string>;
}
const packed = createRequire(import.meta.url)('@sparticuz/chromium') as Packed & { default?: Packed };

/** The last Chromium of Windows 7 and 8: no Popover API, no anchor positioning. */
const { visit, browser } = useBrowser(async () =>
  chromium.launch({
    executablePath: await (packed.default ?? packed).executablePath(),
    args: ['--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu'],
  }),
);

describe('in Chromium 109', () => {
  it('the four widgets show, work by their buttons and keys, and go', async () => {
    const { page } = await visit();
    assert.match(browser().version(), /^109\./);
    assert.equal(await page.evaluate(`'popover' in HTMLElement.prototype`), false);

    await page.getByText('Écrire un message').waitFor();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Tout est rangé.').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('sentier-tour').waitFor({ state: 'detached' });

    await page.getByText('La messagerie change').waitFor();
    await page.locator('sentier-banner').getByRole('button', { name: 'Fermer' }).click();
    await page.locator('sentier-banner').waitFor({ state: 'detached' });

    assert.equal(await page.evaluate(`sentier.show('avis')`), true);
    await page.getByRole('radio', { name: 'Oui' }).click();
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('Merci.').waitFor();
    await page.locator('sentier-survey').getByRole('button', { name: 'Fermer' }).first().click();
    await page.locator('sentier-survey').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Aide' }).click();
    await page.locator('sentier-help').getByRole('heading').first().waitFor();
    assert.equal(await page.evaluate(`sentier.open('help/note')`), true);
    await page.getByText('Ouvrez le').waitFor();
    await settled(page);
    assert.deepEqual(page.complaints, []);
  });
});
