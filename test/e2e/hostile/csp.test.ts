import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { page as html, PLAN } from '../support/pages.js';
import { settled, useBrowser } from '../support/site.js';

const { visit } = useBrowser();
const BASE = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
const withCsp = (policy: string, head = '') => ({
  head,
  setup: ({ routes }: { routes: Map<string, unknown> }) => {
    routes.set('/', { body: html({ head }), headers: { 'content-security-policy': policy } });
    // The host's own Lit has taken the policy's usual name.
    routes.set('/host.js', `trustedTypes.createPolicy('lit-html', { createHTML: (html) => html });`);
  },
});

describe('a content security policy', () => {
  it('that allows the policy "sentier" by name is not violated', async () => {
    const { page } = await visit(
      PLAN,
      withCsp(`${BASE}; require-trusted-types-for 'script'; trusted-types sentier`),
    );
    await page.getByText('Écrire un message').waitFor();
    await page.evaluate(`void sentier.open('help/note')`);
    await page.getByText('Ouvrez le').waitFor();
    await settled(page);
    assert.deepEqual(page.complaints, []);
  });

  for (const names of ['lit-html', "'none'"]) {
    it(`that refuses ours (trusted-types ${names}) makes nothing throw, and one line says what to add`, async () => {
      const { page } = await visit(
        PLAN,
        withCsp(
          `${BASE}; require-trusted-types-for 'script'; trusted-types ${names}`,
          names === 'lit-html' ? '<script src="/host.js"></script>' : '',
        ),
      );
      // What needs no Lit is there.
      await page.getByText('Écrire un message').waitFor();
      await page.getByRole('button', { name: 'Quitter la visite' }).click();
      await page.getByText('La messagerie change').waitFor();
      await settled(page);
      assert.deepEqual(
        page.complaints.filter((line) => line.includes('Sentier')),
        [],
      );
      // The help's panel does need it.
      await page.evaluate(`void sentier.open('help/note')`);
      await page.waitForEvent('console', (line) => line.text().includes('Sentier'));
      await settled(page);
      assert.deepEqual(
        page.complaints.filter((line) => line.startsWith('uncaught')),
        [],
      );
      const said = page.complaints.filter((line) => line.includes('Sentier'));
      assert.equal(said.length, 1, page.complaints.join('\n'));
      assert.match(said[0] ?? '', /trusted-types.*sentier/);
    });
  }
});
