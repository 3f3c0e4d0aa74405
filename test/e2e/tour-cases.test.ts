import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONTEXT, page as html, PLAN } from './support/pages.js';
import { settled, useBrowser } from './support/site.js';

const { visit } = useBrowser();
const TOUR = PLAN.campaigns[1];
const only = (more: object = {}, content: object = TOUR.content) => ({
  ...PLAN,
  help: {},
  campaigns: [{ ...TOUR, ...more, content }],
});
const asked = (context: object) => ({ context: { ...CONTEXT, ...context } });

describe('neutral cases: reloads, people, policies', () => {
  it('case 19: a reload at step 2 resumes there for the same person, not for another; a step that is gone falls back once', async () => {
    const { page, server, url } = await visit(only());
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Étape 2 sur 2').waitFor();
    await page.reload();
    await page.getByText('Étape 2 sur 2').waitFor();
    // Another person at the same machine.
    server.routes.set(
      '/autre',
      html({ context: { ...CONTEXT, user: { key: 'ff00', profiles: ['National_ENS'] } } }),
    );
    await page.goto(`${url}/autre`);
    await page.getByText('Étape 1 sur 2').waitFor();
    // The plan no longer has the step that the first one was at.
    const steps = [TOUR.content.steps[0], { id: 'trois', title: 'Nouvelle étape' }];
    server.routes.set('/plan.json', JSON.stringify(only({}, { steps })));
    await page.goto(`${url}/`);
    await page.getByText('Étape 1 sur 2').waitFor();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Nouvelle étape').waitFor();
    await page.reload();
    await page.getByText('Nouvelle étape').waitFor();
  });

  it('case 20: "no thanks" holds over reloads, and a replay brings the tour back', async () => {
    const content = { ...TOUR.content, intro: { title: 'Une visite\u202f?' } };
    const { page } = await visit(only({}, content), {
      body: '<p class="clear"><button id="rejouer" data-sentier-replay="visite">Revoir la visite</button></p>',
    });
    await page.getByRole('button', { name: 'Non merci' }).click();
    await page.reload();
    await settled(page);
    assert.equal(await page.getByText('Une visite\u202f?').count(), 0);
    await page.locator('#rejouer').click();
    await page.getByText('Une visite\u202f?').waitFor();
    await page.getByRole('button', { name: 'Non merci' }).click();
    // Forgotten, it is offered anew.
    await page.evaluate(`void sentier.reset()`);
    await page.getByText('Une visite\u202f?').waitFor();
  });

  it('case 20: "later" is another answer, and is taken up the day after', async () => {
    const content = { ...TOUR.content, intro: { title: 'Une visite\u202f?' } };
    const { page } = await visit(only({}, content));
    await page.getByRole('button', { name: 'Plus tard' }).click();
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    assert.match(kept, /snoozed/);
    await page.reload();
    await settled(page);
    assert.equal(await page.getByText('Une visite\u202f?').count(), 0);
  });

  it('case 22: by profile and by address: a pupil sees it there, a teacher does not, and nobody elsewhere', async () => {
    const plan = only({ audience: { profiles: ['pupil'] }, when: { pages: ['/messages/**'] } });
    for (const [profile, path, isSeen] of [
      ['National_ELV', '/messages/12', true],
      ['National_ENS', '/messages/12', false],
      ['National_ELV', '/', false],
    ] as const) {
      const parts = asked({ user: { key: 'a', profiles: [profile] } });
      const { page } = await visit(plan, {
        ...parts,
        path,
        setup: ({ routes }) => routes.set('/messages/12', html(parts)),
      });
      if (isSeen) await page.getByText('Écrire un message').waitFor();
      await settled(page);
      assert.equal(await page.locator('sentier-tour').count(), isSeen ? 1 : 0, `${profile} ${path}`);
    }
  });

  it('case 25: a strict policy with Trusted Types is not violated, and markup in a text is text', async () => {
    const steps = [
      {
        id: 'un',
        target: '#ecrire',
        title: '<img src=x onerror=alert(1)>',
        body: 'Un <script>alert(2)</script> [lien](javascript:alert(3))',
        why: '<svg onload=alert(4)>',
        how: 'Cliquez.',
        spotlight: { padding: 12, radius: 20 },
        also: ['#dossiers'],
        answers: [{ label: '<b>Oui</b>', to: 'deux' }],
      },
      { id: 'deux', title: 'Fin' },
    ];
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    const { page } = await visit(only({}, { steps }), {
      setup: ({ routes }) =>
        routes.set('/', { body: html(), headers: { 'content-security-policy': policy } }),
    });
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByRole('button', { name: 'Lire, simplifier, imprimer' }).click();
    await page.getByRole('button', { name: '<b>Oui</b>' }).click();
    await page.getByText('Fin').first().waitFor();
    await settled(page);
    assert.equal(dialogs, 0);
    assert.deepEqual(page.complaints, []);
  });
});
