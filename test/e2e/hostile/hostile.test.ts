import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { HOST_CSS, page as html } from '../support/pages.js';
import type { WatchedPage } from '../support/browser.js';
import { compare, pixelsOf } from '../support/pixels.js';
import { settled, useBrowser } from '../support/site.js';
import { HOSTS, type Host } from './hosts.js';

const site = useBrowser();

const openOn = async (host: Host, tag?: string): Promise<WatchedPage> => {
  const parts = { ...host.parts, ...(tag !== undefined && { tag }) };
  const { page } = await site.visit(undefined, {
    ...parts,
    setup: (server) => {
      server.routes.set('/host.css', HOST_CSS + (host.css ?? ''));
      if (host.headers) server.routes.set('/', { body: html(parts), headers: host.headers });
      host.setup?.(server);
    },
  });
  return page;
};

const banner = (page: WatchedPage) =>
  page.locator('sentier-banner').locator('section, [role=region], .card').first();
const card = (page: WatchedPage) =>
  page.locator('sentier-tour').locator('[role=dialog], dialog, .card').first();

/** What a person sees and does; returns the pictures. */
async function goThrough(page: WatchedPage): Promise<{ banner: string; card: string }> {
  await page.getByText('Écrire un message').waitFor();
  await page.mouse.move(900, 650);
  const pictures = { card: await pixelsOf(card(page)), banner: '' };
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByText('Tout est rangé.').waitFor();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await page.locator('sentier-tour').waitFor({ state: 'detached' });
  // Where nothing may move it is a card, which left the tour the floor.
  await page.getByText('La messagerie change').waitFor();
  await page.mouse.move(900, 650);
  pictures.banner = await pixelsOf(banner(page));
  await page.locator('sentier-banner').getByRole('button', { name: 'Fermer' }).click();
  await page.locator('sentier-banner').waitFor({ state: 'detached' });
  await page.evaluate(`void sentier.show('avis')`);
  await page.getByRole('radio', { name: 'Oui' }).click();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Merci.').waitFor();
  await page.locator('sentier-survey').getByRole('button', { name: 'Fermer' }).first().click();
  await page.evaluate(`void sentier.open('help/note')`);
  await page.getByText('Ouvrez le').waitFor();
  return pictures;
}

describe('on a page that is hostile', () => {
  let plain: { banner: string; card: string };
  before(async () => {
    plain = await goThrough(await openOn({ name: 'plain' }));
  });

  for (const host of HOSTS) {
    it(`${host.name}: the same to see and to use, nothing of the host's changed`, async () => {
      const without =
        host.untouched &&
        (await (
          await openOn(host, (host.parts?.tag ?? '').replace(/<script src="\/sentier[^]*?<\/script>/g, ''))
        ).evaluate(host.untouched));
      const page = await openOn(host);
      const pictures = await goThrough(page);
      await settled(page);
      if (host.untouched) assert.deepEqual(await page.evaluate(host.untouched), without);
      const complaints = page.complaints.filter((line) => !host.expected?.test(line));
      assert.deepEqual(complaints, []);
      const blank = await site.browser().newPage();
      for (const part of host.shell ? (['card'] as const) : (['card', 'banner'] as const)) {
        const { sizes, share } = await compare(blank, plain[part], pictures[part]);
        // The box may begin at a fraction of a pixel, as its target does, and is then one pixel longer in the picture.
        const grown = sizes[1].map((length, i) => Math.abs(length - (sizes[0][i] ?? 0)));
        assert.ok(
          grown.every((by) => by <= 1),
          `${part}: ${sizes[1].join(' × ')} instead of ${sizes[0].join(' × ')}`,
        );
        assert.ok(share < 0.002, `${part}: ${(share * 100).toFixed(2)} % of pixels differ`);
      }
      await blank.close();
    });
  }
});
