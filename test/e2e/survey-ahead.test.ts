import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { PLAN } from './support/pages.js';
import type { TestServer } from './support/server.js';
import { ours, useBrowser } from './support/site.js';

interface Packed {
  executablePath(): Promise<string>;
}
const packed = createRequire(import.meta.url)('@sparticuz/chromium') as Packed & { default?: Packed };
const old = async () =>
  chromium.launch({
    executablePath: await (packed.default ?? packed).executablePath(),
    args: ['--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu'],
  });

const CDN = process.env.SENTIER_CDN ?? 'dist/cdn';
/** What follows the first page. */
const RUN = `c/${readdirSync(`${CDN}/c`)[0]}/survey-run.js`;

const plan = (display: string) => ({
  ...PLAN,
  help: {},
  campaigns: [
    {
      id: 'avis',
      kind: 'survey',
      title: 'Votre avis',
      content: {
        display,
        title: 'L’ENT et vous',
        intro: 'Deux questions.',
        privacy: { controller: 'Le collège', purpose: 'Améliorer l’ENT' },
        questions: [
          { id: 'q1', kind: 'choice', title: 'Cela vous aide\u202f?', options: ['Oui', 'Non'] },
          { id: 'q2', kind: 'nps', title: 'Le diriez-vous\u202f?' },
        ],
        thanks: 'Merci.',
      },
    },
  ],
});

const late = ({ routes }: TestServer): void =>
  void routes.set(`/sentier/${RUN}`, { body: readFileSync(`${CDN}/${RUN}`), delayMs: 1500 });

/** Of the page so far. */
const layoutShift = () =>
  new Promise<number>((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) sum += (shift as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
  });

async function stays({ visit }: ReturnType<typeof useBrowser>, display: string): Promise<void> {
  const { page } = await visit(plan(display), { setup: late });
  await page.getByRole('button', { name: 'Commencer' }).waitFor();
  assert.ok(!(await page.evaluate(`!!customElements.get('sentier-survey')`)));
  assert.deepEqual(
    ours(page)
      .slice(2)
      .map((path) => path.replace(/^.*\//, ''))
      .filter((file) => /^(first|survey)\.js$/.test(file)),
    ['first.js', 'survey.js'],
  );
  const box = () => page.locator('sentier-survey .card').boundingBox();
  const before = await box();
  await page.locator('sentier-survey details li').first().waitFor({ state: 'attached' });
  assert.deepEqual(await box(), before);
  assert.equal(await page.evaluate(layoutShift), 0);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('radio', { name: 'Oui' }).check({ force: true });
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByText('Le diriez-vous').first().waitFor();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Merci.').waitFor();
  assert.deepEqual(page.complaints, []);
}

describe('a survey’s first page', () => {
  const site = useBrowser();
  const { visit } = site;

  for (const display of ['corner', 'modal'])
    it(`is there before what goes on with it, and stays as it is: ${display}`, () => stays(site, display));

  it('begun before that, it asks when it has come', async () => {
    const { page } = await visit(plan('corner'), { setup: late });
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByRole('radio', { name: 'Oui' }).waitFor();
    assert.deepEqual(page.complaints, []);
  });

  it('closed before that, it is gone for good', async () => {
    const { page } = await visit(plan('corner'), { setup: late });
    await page.locator('sentier-survey').getByRole('button', { name: 'Fermer' }).click();
    await page.locator('sentier-survey').waitFor({ state: 'detached', timeout: 1000 });
    await page.reload();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('sentier-survey').count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it('goes, with one line in the console, where that cannot be had', async () => {
    const { page } = await visit(plan('corner'), {
      setup: ({ routes }) => void routes.set(`/sentier/${RUN}`, { status: 503, type: 'text/javascript' }),
    });
    await page.waitForFunction(
      () => performance.getEntriesByName(`${location.origin}/sentier/sentier.js`)[0],
    );
    await page.waitForLoadState('networkidle');
    await page.locator('sentier-survey').waitFor({ state: 'detached' });
    assert.equal(
      page.complaints.filter((line) => line.includes('sentier') && !line.includes('503')).length,
      1,
    );
  });
});

// One process for all, it ends with its first page.
for (const display of ['corner', 'modal'])
  describe(`a survey’s first page in Chromium 109: ${display}`, () => {
    const site = useBrowser(old);
    it('is there before what goes on with it, and stays as it is', () => stays(site, display));
  });
