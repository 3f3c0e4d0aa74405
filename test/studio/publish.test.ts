import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/studio/define-studio.js';
import type { TemplateResult } from 'lit';
import { readPlan } from '../../src/model/read-plan.js';
import { outcomeView } from '../../src/studio/publish/outcome-view.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import type { SentierStudio } from '../../src/studio/shell/sentier-studio.js';
import { setIn } from '../../src/studio/store/paths.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { bench, PLAN } from '../../stories/studio/studio-fixtures.js';
import { deep, focused, motionEnds, seek, seeNewerRevision, settled, waitUntil, wordsOf } from './support.js';

const TWO: PlanDocument = { ...PLAN, campaigns: PLAN.campaigns!.slice(0, 2) };
const titled = (plan: PlanDocument, title: string, i = 0): PlanDocument =>
  setIn(plan, ['campaigns', i, 'title'], title);

/** A studio of its own, on its screen to publish. */
async function publishing(options: Parameters<typeof bench>[0] = {}) {
  await setInterfaceLocale(['fr']);
  const made = bench({ plan: TWO, ...options });
  const studio = document.createElement('sentier-studio');
  studio.studio = made.studio;
  await fixture(html`${studio}`);
  await waitUntil(() => seek(studio, 'sentier-studio-campaigns'), 'the list comes');
  studio.go('publish');
  await waitUntil(() => seek(studio, '[data-restore]'), 'the screen comes');
  await settled(studio);
  const screen = deep(studio, 'sentier-studio-publish');
  const says = (words: string) => waitUntil(() => wordsOf(screen).includes(words), words);
  return { ...made, element: studio as SentierStudio, screen, says };
}

describe('publishing from the studio', function () {
  this.timeout(30_000);

  it('what somebody else saved meanwhile is shown first, and goes online only when it was read', async () => {
    const { element, server, studio, screen, says } = await publishing();
    studio.edit('t', (plan) => titled(plan, 'Le mien'));
    await studio.save();
    await settled(element);
    server.overwrite((plan) => titled(plan, 'À moitié écrit', 1));
    deep(element, '.publish').click();
    await says('Rien n’a été publié\u00a0: quelqu’un d’autre a changé le brouillon entre-temps');
    await says('Changé entre-temps\u00a0: À moitié écrit.');
    expect(server.revisions).to.have.length(1);
    expect(wordsOf(deep(screen, '.changes')), 'the list is the new one').to.include('À moitié écrit');
    expect(studio.published!.campaigns![1]!.title).to.equal(TWO.campaigns![1]!.title);
    deep(element, '.publish').click();
    await says('C’est en ligne\u00a0: révision 2');
    expect(JSON.stringify(server.revisions[0]!.document)).to.include('À moitié écrit').and.include('Le mien');
    expect(JSON.stringify(studio.published)).to.equal(JSON.stringify(server.revisions[0]!.document));
  });

  it('neither does what comes in while one’s own is saved', async () => {
    const { element, server, studio, says } = await publishing({ delayMs: 60_000 });
    server.overwrite((plan) => titled(plan, 'À moitié écrit', 1));
    studio.edit('t', (plan) => titled(plan, 'Le mien'));
    await settled(element);
    deep(element, '.publish').click();
    await says('Changé entre-temps\u00a0: À moitié écrit.');
    expect(server.revisions).to.have.length(1);
    deep(element, '.publish').click();
    await waitUntil(() => server.revisions.length === 2, 'the second time it was read');
  });

  it('what was asked for meanwhile is not approved unread', async () => {
    const pending = {
      space: 'all',
      at: '2026-09-14T08:00:00Z',
      actor: 'bruno',
    };
    const { element, server } = await publishing({ me: { role: 'publisher', fourEyes: true } });
    server.pending = { ...pending, etag: '"p1"', document: titled(server.plan, 'Inoffensif') };
    element.go('campaigns');
    await settled(element);
    element.go('publish');
    await waitUntil(() => seek(element, '.approve'));
    server.pending = { ...pending, etag: '"p2"', document: titled(server.plan, 'Nuisible') };
    deep(element, '.approve').click();
    const now = deep(element, 'sentier-studio-publish');
    await waitUntil(() => wordsOf(now).includes('la demande a été remplacée par une autre entre-temps'));
    expect(server.revisions).to.have.length(1);
    expect(wordsOf(deep(now, '.pending')))
      .to.include('Nuisible')
      .and.not.include('Inoffensif');
    deep(element, '.approve').click();
    await waitUntil(() => server.revisions.length === 2, 'what was read is approved');
  });

  it('what was asked for meanwhile is not refused unread', async () => {
    const pending = { space: 'all', at: '2026-09-14T08:00:00Z', actor: 'bruno' };
    const { element, server } = await publishing({ me: { role: 'publisher', fourEyes: true } });
    server.pending = { ...pending, etag: '"p1"', document: titled(server.plan, 'Faux') };
    element.go('campaigns');
    await settled(element);
    element.go('publish');
    await waitUntil(() => seek(element, '.approve'));
    server.pending = { ...pending, etag: '"p2"', document: titled(server.plan, 'Corrigé') };
    deep(element, '.withdraw').click();
    const now = deep(element, 'sentier-studio-publish');
    await waitUntil(() => wordsOf(now).includes('Rien n’a été retiré'));
    expect(wordsOf(deep(now, '.pending'))).to.include('Corrigé');
    deep(element, '.withdraw').click();
    await waitUntil(() => !server.pending, 'what was read is refused');
  });

  it('a revision is not put over what somebody else saved meanwhile; once it is, theirs can be had back', async () => {
    const { element, server, studio } = await publishing();
    await seeNewerRevision(element, server);
    server.overwrite((plan) => titled(plan, 'Une journée de travail'));
    deep(element, '[data-restore="1"]').click();
    const now = deep(element, 'sentier-studio-publish');
    await waitUntil(() => wordsOf(now).includes('Rien n’a été remis'), 'it is refused');
    expect(wordsOf(now)).to.include('Changé entre-temps\u00a0: Une journée de travail.');
    expect(server.revisions).to.have.length(2);
    deep(element, '[data-restore="1"]').click();
    await waitUntil(() => server.revisions.length === 4, 'it is online, and the draft put aside');
    await waitUntil(() => wordsOf(now).includes('Brouillon remplacé (3)'), 'the history says it');
    expect(studio.plan.campaigns![0]!.title).to.equal(TWO.campaigns![0]!.title);
    await waitUntil(() => seek(element, '[data-take-up="3"]:enabled:not([aria-disabled])'));
    deep(element, '[data-take-up="3"]').click();
    await waitUntil(() => studio.plan.campaigns![0]!.title === 'Une journée de travail', 'it is back');
    expect(server.revisions, 'and nothing was published').to.have.length(4);
    expect(studio.saving.state).to.equal('saved');
  });

  it('with four eyes a revision that is asked for leaves the draft as it is', async () => {
    const { element, server, studio } = await publishing({ me: { role: 'publisher', fourEyes: true } });
    studio.edit('t', (plan) => titled(plan, 'En cours'));
    await studio.save();
    await seeNewerRevision(element, server);
    deep(element, '[data-restore="1"]').click();
    await waitUntil(() => server.pending, 'it is asked for');
    await settled(element);
    expect(studio.plan.campaigns![0]!.title).to.equal('En cours');
  });

  it('a survey that the server refuses because it has answers is given a new version, and goes', async () => {
    const { element, server, studio, says } = await publishing({
      plan: { ...PLAN, campaigns: PLAN.campaigns!.filter(({ kind }) => kind === 'survey') },
    });
    const { id, version = 1 } = studio.plan.campaigns![0]!;
    server.answered = { id, version };
    studio.edit('t', (plan) => titled(plan, 'Baromètre'));
    await studio.save();
    await settled(element);
    deep(element, '.publish').click();
    await says('Le serveur a refusé ce plan');
    deep(element, `[data-raise="${id}"]`).click();
    expect(studio.plan.campaigns![0]!.version).to.equal(version + 1);
    await waitUntil(() => studio.saving.state === 'saved');
    deep(element, '.publish').click();
    await says('C’est en ligne\u00a0: révision 2');
  });

  it('what the server says of a plan is said by the names of its campaigns and fields, each thing once', async () => {
    await setInterfaceLocale(['fr']);
    const steps = [{ title: 'Un', target: '#a' }, { target: '#b' }, { target: '#c' }];
    const plan = {
      version: 1,
      campaigns: [
        { id: 'visite', kind: 'tour', title: 'Visite', content: { steps } },
        { id: 'vide', kind: 'banner', title: 'Vide', content: { title: '' } },
      ],
    } as PlanDocument;
    const { issues } = readPlan(plan);
    const note = await fixture(
      outcomeView({ status: 'refused', issues }, plan, () => undefined) as TemplateResult,
    );
    const items = [...note.querySelectorAll('li')].map((item) =>
      item.innerText.replace(/[ \n]+/g, ' ').trim(),
    );
    expect(items).to.deep.equal([
      'Vide Cette bannière n’a ni titre ni texte. Ajoutez «\u00a0Titre\u00a0» ou «\u00a0Texte\u00a0».',
      'Visite Cette étape ne dit rien\u00a0: il lui faut «\u00a0Titre\u00a0» ou «\u00a0Texte\u00a0». Complétez. sans gravité',
    ]);
  });

  it('the focus stays on the button that published, and a second press does nothing', async () => {
    const { element, server, studio, says } = await publishing();
    studio.edit('t', (plan) => titled(plan, 'Le mien'));
    await studio.save();
    await settled(element);
    const button = deep(element, '.publish');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await says('C’est en ligne\u00a0: révision 2');
    await waitUntil(() => button.matches('[aria-disabled]'), 'nothing is left to publish');
    await motionEnds(element);
    expect(focused()).to.equal(button);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(server.revisions).to.have.length(2);
  });

  it('the focus goes to where the outcome is said when the button is gone with the request', async () => {
    const { element, server } = await publishing({ me: { role: 'publisher', fourEyes: true } });
    server.pending = {
      space: 'all',
      at: '2026-09-14T08:00:00Z',
      actor: 'bruno',
      etag: '"p1"',
      document: titled(server.plan, 'Relu'),
    };
    element.go('campaigns');
    await settled(element);
    element.go('publish');
    await waitUntil(() => seek(element, '.approve'));
    deep(element, '.approve').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !seek(element, '.approve'), 'it is online');
    await waitUntil(() => focused()?.id === 'go', 'the heading over the outcome has the focus');
  });

  it('the focus stays with the revision that is put back, which another comes before', async () => {
    const { element, server } = await publishing();
    await seeNewerRevision(element, server);
    const button = deep(element, '[data-restore="1"]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => seek(element, '[data-restore="3"]'), 'another revision comes');
    await settled(element);
    expect(focused()).to.equal(button);
    expect(button.dataset['restore']).to.equal('1');
  });

  it('the focus goes to publishing once a survey has its new version', async () => {
    const { element, server, studio, says } = await publishing({
      plan: { ...PLAN, campaigns: PLAN.campaigns!.filter(({ kind }) => kind === 'survey') },
    });
    const { id, version = 1 } = studio.plan.campaigns![0]!;
    server.answered = { id, version };
    studio.edit('t', (plan) => titled(plan, 'Baromètre'));
    await studio.save();
    await settled(element);
    deep(element, '.publish').click();
    await says('Le serveur a refusé ce plan');
    deep(element, `[data-raise="${id}"]`).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('.publish'), 'the button to publish has it');
  });
});
