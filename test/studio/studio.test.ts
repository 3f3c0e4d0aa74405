import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/studio/define-studio.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import type { SentierStudio } from '../../src/studio/shell/sentier-studio.js';
import { nextTask } from '../../src/platform/next-task.js';
import { setIn } from '../../src/studio/store/paths.js';
import { openPanel } from '../../src/studio/shell/panel.js';
import * as stories from '../../stories/studio/studio.stories.js';
import { bench, PLAN, THOUSAND } from '../../stories/studio/studio-fixtures.js';
import {
  buttonOf,
  deep,
  everything,
  focused,
  seek,
  seeNewerRevision,
  settled,
  setup,
  type,
  waitUntil,
  wordsOf,
  motionEnds,
} from './support.js';

const SCREENS: [keyof typeof stories, string][] = [
  ['Campagnes', 'sentier-studio-list'],
  ['Vide', 'sentier-studio-campaigns'],
  ['Banniere', 'sentier-studio-banner'],
  ['Enquete', 'sentier-studio-survey'],
  ['ListeDeDemarrage', 'sentier-studio-checklist'],
  ['EnFaute', 'sentier-studio-banner'],
  ['Aide', 'sentier-studio-help'],
  ['Calendrier', 'sentier-studio-calendar'],
  ['Essayer', 'sentier-studio-preview'],
  ['Resultats', 'sentier-studio-chart'],
  ['ResultatsDUneEnquete', 'sentier-studio-chart'],
  ['ResultatsDUneVisite', 'sentier-studio-chart'],
  ['Publier', 'sentier-studio-publish'],
  ['QuatreYeux', 'sentier-studio-publish'],
  ['Fichier', 'sentier-studio-publish'],
  ['Conflit', 'sentier-studio-conflict'],
  ['Reglages', 'sentier-studio-settings'],
];

/** Puts a studio of its own on the page. */
async function mount(options: Parameters<typeof bench>[0] = {}) {
  await setInterfaceLocale(['fr']);
  const made = bench(options);
  const studio = document.createElement('sentier-studio');
  studio.studio = made.studio;
  studio.setAttribute('scheme', 'light');
  await fixture(html`${studio}`);
  await waitUntil(() => seek(studio, 'sentier-studio-campaigns'), 'the list comes');
  await settled(studio);
  return { ...made, element: studio as SentierStudio };
}

describe('<sentier-studio>', function () {
  // The first screen brings all the others’ code.
  this.timeout(30_000);

  for (const [name, screen] of SCREENS)
    it(`${name} has no fault that axe knows, and fits 360 px`, async () => {
      const studio = await setup(stories[name], screen);
      await motionEnds(studio);
      await motionEnds(studio);
      await expect(studio).to.be.accessible();
      await setViewport({ width: 360, height: 740 });
      const root = document.documentElement;
      await waitUntil(() => root.scrollWidth <= 360, 'no sideways scroll').catch((error: unknown) => {
        const wide = [...everything(studio.shadowRoot!)].filter(
          (one) => one.getBoundingClientRect().right > 361 && !one.closest('.scroll'),
        );
        throw new Error(
          `${String(error)}: ${wide
            .slice(0, 4)
            .map((one) => `${one.tagName}.${one.className} ${one.getBoundingClientRect().right}`)
            .join(', ')}`,
        );
      });
      await setViewport({ width: 1280, height: 900 });
    });

  for (const [story, editor] of [
    [stories.Enquete, 'sentier-studio-survey'],
    [{ args: { item: 'messagerie', studio: () => bench().studio } }, 'sentier-tour-editor'],
  ] as const)
    it(`<${editor}> and what is around it say the words of a drawing once`, async () => {
      const studio = await setup(story, editor);
      if (editor === 'sentier-tour-editor') deep(deep(studio, editor), 'button.title').click();
      await settled(studio);
      const drawings = [...everything(studio.shadowRoot!)].filter((one) => one.matches('button.icon'));
      expect(drawings.length).to.be.above(4);
      for (const one of drawings) {
        const [name, tip] = [one.getAttribute('aria-label'), one.getAttribute('title')];
        expect(name ?? tip, 'it has a name').to.be.a('string');
        expect(name, `said twice: ${tip}`).not.to.equal(tip);
        // What is written in it would be its name, before its title.
        if (name === null)
          for (const child of one.children) expect(child.getAttribute('aria-hidden')).to.equal('true');
      }
    });

  it('dark has no fault that axe knows', async () => {
    const studio = await setup(
      { args: { ...stories.Banniere.args, scheme: 'dark' } },
      'sentier-studio-banner',
    );
    await motionEnds(studio);
    await expect(studio).to.be.accessible();
  });

  it('speaks English', async () => {
    const { element } = await mount();
    await setInterfaceLocale(['en']);
    await waitUntil(() => wordsOf(element).includes('Campaigns'), 'the words change');
    await setInterfaceLocale(['fr']);
  });

  it('by keyboard alone a banner is made and published', async () => {
    const { element, server } = await mount();
    const tabTo = async (is: (element: Element) => boolean, what: string) => {
      for (let i = 0; i < 150; i++) {
        await sendKeys({ press: 'Tab' });
        const at = focused();
        if (at && is(at)) return;
      }
      throw new Error(`Tab never reaches ${what}`);
    };
    const words = (start: string) => (at: Element) =>
      at.matches('button') &&
      Boolean(
        at.textContent
          ?.replace(/[ \n]+/g, ' ')
          .trim()
          .startsWith(start),
      );

    await tabTo(words('Nouvelle campagne'), 'Nouvelle campagne');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('[data-template]'), 'the focus goes to the templates');
    while (!focused()?.matches('[data-template="maintenance"]')) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => seek(element, 'sentier-studio-banner'), 'the editor comes');
    await settled(element);
    await tabTo((at) => at.id === 'content.title', 'the title');
    await sendKeys({ press: 'Control+A' });
    await sendKeys({ type: 'ENT fermé jeudi soir' });
    await waitUntil(
      () => deep(element, 'sentier-banner').shadowRoot?.textContent?.includes('ENT fermé jeudi soir'),
      'the real banner says it',
    );
    await waitUntil(
      () =>
        server.plan.campaigns?.[0]?.id.startsWith('maintenance-') &&
        JSON.stringify(server.plan).includes('jeudi soir'),
      'the draft is on the server',
    );

    element.go('publish');
    await waitUntil(() => seek(element, '.publish'), 'the screen comes');
    await settled(element);
    // The plan of the story has one campaign that is wrong on purpose: it goes first.
    element.studio!.edit('', (plan) => ({
      ...plan,
      campaigns: plan.campaigns!.filter(({ id }) => id !== 'cantine'),
    }));
    await settled(element);
    await tabTo((at) => at.id === 'note', 'the note');
    await sendKeys({ type: 'Fermeture de jeudi' });
    await tabTo(words('Publier maintenant'), 'Publier');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => server.revisions.length === 2, 'it is published');
    await waitUntil(() => wordsOf(element).includes('C’est en ligne\u00a0: révision 2'), 'and said');
    expect(server.revisions[0]!.revision.note).to.equal('Fermeture de jeudi');
    expect(JSON.stringify(server.revisions[0]!.document)).to.include('ENT fermé jeudi soir');
  }).timeout(30_000);

  it('what is typed stays where it is typed: the focus and the caret do not move', async () => {
    const { element } = await mount();
    element.go('campaigns', 'ouverture');
    await waitUntil(() => seek(element, 'sentier-studio-banner'));
    await settled(element);
    const title = deep<HTMLInputElement>(element, '[id="content.title"]');
    title.focus();
    title.setSelectionRange(3, 3);
    await sendKeys({ type: 'abc' });
    expect(title.value).to.equal('L’EabcNT ouvre ses portes');
    expect(focused()).to.equal(title);
    expect(title.selectionStart).to.equal(6);
  });

  it('the save state is said in words, and the network’s absence too', async () => {
    const { element, server, studio } = await mount();
    server.isOff = true;
    studio.edit('x', (plan) => ({ ...plan, id: 'autre' }));
    await waitUntil(() => wordsOf(element).includes('Hors ligne\u00a0: votre travail est gardé'));
    server.isOff = false;
    await waitUntil(() => wordsOf(element).includes('Brouillon enregistré'));
  });

  it('speaks of saving once, of what goes wrong, and not at each pause', async () => {
    const { element, server, studio } = await mount();
    element.go('campaigns', 'ouverture');
    await waitUntil(() => seek(element, 'sentier-studio-banner'));
    await waitUntil(() => seek(element, '.rows.compact'), 'the list beside is there');
    await settled(element);
    const spoken: string[] = [];
    const observer = new MutationObserver((records) => {
      const regions = records.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest('[role=status]'),
      );
      // A node that comes in and is then given its words is one thing said.
      for (const region of new Set(regions)) {
        const words = region?.textContent?.trim();
        if (words) spoken.push(words);
      }
    });
    for (const one of everything(element.shadowRoot!))
      if (one.matches('header, sentier-studio-list'))
        observer.observe(one.shadowRoot ?? one, { subtree: true, childList: true, characterData: true });
    const pause = async (title: string) => {
      const before = server.asked.length;
      studio.edit('', (plan) => setIn(plan, ['campaigns', 0, 'title'], title));
      await waitUntil(() => server.asked.length > before && studio.saving.state === 'saved');
      await settled(element);
      await nextTask();
      await settled(element);
    };
    await pause('Une');
    expect(spoken).to.deep.equal(['Brouillon enregistré']);
    await pause('Deux');
    await pause('Trois');
    expect(spoken).to.deep.equal(['Brouillon enregistré']);
    server.isOff = true;
    studio.edit('', (plan) => setIn(plan, ['campaigns', 0, 'title'], 'Quatre'));
    await waitUntil(() => spoken.at(-1)?.startsWith('Hors ligne'), 'a failure is spoken');
    const tries = server.asked.length;
    await waitUntil(() => server.asked.length > tries + 2, 'it is tried again');
    expect(spoken).to.have.length(2);
    server.isOff = false;
    await waitUntil(() => spoken.at(-1) === 'Brouillon enregistré', 'that it works again is spoken');
    observer.disconnect();
  });

  it('the list beside an editor keeps its rows while what is typed is worked out', async () => {
    const { element, studio } = await mount();
    element.go('campaigns', 'ouverture');
    await waitUntil(() => seek(element, '.rows.compact'), 'the list beside is there');
    const list = deep(element, 'sentier-studio-list');
    const rows = () => list.shadowRoot!.querySelectorAll('.rows > li').length;
    const before = rows();
    let fewest = before;
    const observer = new MutationObserver(() => (fewest = Math.min(fewest, rows())));
    observer.observe(list.shadowRoot!, { subtree: true, childList: true });
    studio.edit('', (plan) => setIn(plan, ['campaigns', 0, 'title'], 'Un autre nom'));
    await waitUntil(() => wordsOf(list).includes('Un autre nom'), 'the new name comes');
    expect(fewest).to.equal(before);
    observer.disconnect();
  });

  it('a conflict stands side by side, and one choice ends it', async () => {
    const studio = await setup(stories.Conflit, 'sentier-studio-conflict');
    expect(wordsOf(studio)).to.include('Ma version du titre').and.include('L’ENT est ouvert');
    deep(studio, '[data-choice="mine"]').click();
    await waitUntil(() => !seek(studio, '[data-choice]'), 'the choice is gone');
    expect(JSON.stringify(studio.studio!.plan)).to.include('Ma version du titre');
  });

  it('a fault leads to its field', async () => {
    const { element } = await mount();
    element.go('publish');
    await waitUntil(() => seek(element, '.issues button'));
    deep(element, '.issues button').click();
    await waitUntil(() => focused()?.id.startsWith('content'), 'the field has the focus');
    expect(wordsOf(element)).to.include('Réservation de la cantine');
  });

  it('a remark on a step of a tour opens the step', async () => {
    const { element } = await mount();
    element.go('campaigns', 'messagerie', 'content.steps[1].page');
    await waitUntil(() => focused()?.id === 'content.steps[1].page', 'its field has the focus');
  });

  it('a campaign begins at its heading, and one comes back to its row', async () => {
    const { element } = await mount();
    const row = () => seek(element, '[data-id="charte"]');
    await waitUntil(row, 'the list is read');
    row()!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.localName === 'h2', 'the heading has the focus');
    expect(focused()!.textContent).to.include('Charte d’usage');
    element.go('campaigns', 'ouverture');
    await waitUntil(() => focused()?.textContent?.includes('Ouverture de l’ENT'), 'the other one’s, then');
    expect(focused()?.localName).to.equal('h2');
    buttonOf(element, 'Toutes les campagnes').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('.open[data-id="ouverture"]'), 'its row has the focus');
  });

  it('says which campaign was deleted, and how to have it back', async () => {
    const { element } = await mount();
    element.go('campaigns', 'ouverture');
    await waitUntil(() => focused()?.localName === 'h2');
    buttonOf(element, 'Supprimer').focus();
    await sendKeys({ press: 'Enter' });
    const said = () => element.shadowRoot!.querySelector('.desk > [role=status]')!.textContent;
    await waitUntil(
      () =>
        said() ===
        'Campagne «\u00a0Ouverture de l’ENT\u00a0» supprimée\u00a0: «\u00a0Annuler\u00a0» la rend.',
    );
    await waitUntil(() => focused()?.localName === 'main', 'the focus is not lost');
  });

  it('an editor of one school may write for it alone', async () => {
    const { element } = await mount({
      me: { role: 'editor', scope: { kind: 'schools', schools: ['0750001A'] } },
    });
    element.go('campaigns', 'ouverture');
    await waitUntil(() => seek(element, 'sentier-studio-banner'));
    await settled(element);
    expect(deep<HTMLInputElement>(element, '[id="content.title"]').disabled, 'for all: read only').to.equal(
      true,
    );
    element.go('campaigns', 'charte');
    await waitUntil(() => wordsOf(element).includes('Charte d’usage'));
    await settled(element);
    await waitUntil(
      () => deep<HTMLInputElement>(element, '[id="content.title"]').value === 'La charte de l’ENT',
    );
    expect(deep<HTMLInputElement>(element, '[id="content.title"]').disabled, 'for that school').to.equal(
      false,
    );
  });

  it('what an editor of one school makes is for that school', async () => {
    const { element, studio } = await mount({
      me: { role: 'editor', scope: { kind: 'schools', schools: ['0750001A'] } },
    });
    buttonOf(element, 'Nouvelle campagne').click();
    await settled(element);
    deep(element, '[data-template="opening"]').click();
    expect(studio.plan.campaigns![0]!.audience?.schools).to.deep.equal(['0750001A']);
  });

  it('shows a checklist as it is, and says what a task would do instead of doing it', async () => {
    const studio = await setup(stories.ListeDeDemarrage, 'sentier-studio-stage');
    await waitUntil(() => seek(studio, 'sentier-checklist'), 'the real one comes');
    const list = deep(studio, 'sentier-checklist');
    await settled(studio);
    expect(wordsOf(list)).to.include('Vérifier mes coordonnées');
    deep(list, 'a.go').click();
    await waitUntil(() => wordsOf(studio).includes('Ce lien mènerait à\u00a0: /mon-compte/'));
    expect(location.pathname).not.to.equal('/mon-compte/');
  });

  it('shows the cards of a tour as they are, over any page, and nobody hears of it', async () => {
    const studio = await setup(stories.Essayer, 'sentier-studio-stage');
    for (const id of ['#profiles-guardian', '#profiles-teacher', '#degrees-1d']) deep(studio, id).click();
    await waitUntil(() => wordsOf(studio).includes('Écrire un message'));
    await settled(studio);
    buttonOf(deep(studio, 'sentier-studio-preview'), 'Écrire un message').click();
    await settled(studio);
    const heard: string[] = [];
    const hear = ({ type: name }: Event) => void heard.push(name);
    for (const name of ['sentier-show', 'sentier-step', 'sentier-dismiss']) addEventListener(name, hear);
    const button = buttonOf(deep(studio, 'sentier-studio-stage'), 'Voir en vrai dans cette page');
    button.click();
    await waitUntil(() => document.querySelector('sentier-tour')?.shadowRoot?.querySelector('#title'));
    const tour = document.querySelector('sentier-tour')!;
    expect(wordsOf(tour)).to.include('Quatre étapes, une minute');
    tour.next();
    await waitUntil(() => wordsOf(tour).includes('Étape 1 sur'));
    expect(tour.shadowRoot!.querySelector('.card')!.matches('.centred'), 'its target is elsewhere').to.equal(
      true,
    );
    tour.leave();
    await waitUntil(() => !document.querySelector('sentier-tour'));
    expect(deep(studio, 'sentier-studio-stage').shadowRoot!.activeElement).to.equal(button);
    expect(heard).to.deep.equal([]);
    for (const name of ['sentier-show', 'sentier-step', 'sentier-dismiss']) removeEventListener(name, hear);
  });

  it('with four eyes, one asks and another approves', async () => {
    const studio = await setup(stories.QuatreYeux, 'sentier-studio-publish');
    await type(deep(studio, '#note'), 'À relire');
    buttonOf(studio, 'Demander la publication').click();
    await waitUntil(() => wordsOf(studio).includes('Une seconde personne doit approuver'));
    await waitUntil(() => seek(studio, '.withdraw'), 'it can be withdrawn');
    expect(seek(studio, '.approve'), 'not by who asked').to.equal(undefined);
    expect(wordsOf(deep(studio, 'sentier-studio-publish'))).to.include('À relire');
    deep(studio, '.withdraw').click();
    await waitUntil(() => !seek(studio, '.pending'), 'nothing waits any more');
  });

  it('who approves sees what waits, and keeps a draft of their own', async () => {
    const { element, server, studio } = await mount({
      plan: { ...PLAN, campaigns: PLAN.campaigns!.slice(0, 2) },
      me: { role: 'publisher', fourEyes: true },
    });
    server.pending = {
      space: 'all',
      etag: '"p1"',
      at: '2026-09-14T08:00:00Z',
      actor: 'bruno',
      note: 'Pour lundi',
      document: {
        ...server.plan,
        campaigns: server.plan.campaigns!.map((one) => ({ ...one, title: `${one.title as string}\u202f!` })),
      },
    };
    studio.edit('', (plan) => ({ ...plan, id: 'le-mien' }));
    element.go('publish');
    await waitUntil(() => seek(element, '.approve'));
    expect(wordsOf(deep(element, 'sentier-studio-publish')))
      .to.include('Pour lundi')
      .and.include('Ouverture de l’ENT\u202f!');
    deep(element, '.approve').click();
    await waitUntil(() => server.revisions.length === 2);
    await waitUntil(() => !seek(element, '.pending'));
    expect(studio.plan.id).to.equal('le-mien');
    expect(studio.published!.campaigns![0]!.title).to.equal('Ouverture de l’ENT\u202f!');
  });

  it('a revision is put back', async () => {
    const { element, server, studio } = await mount({
      plan: { ...PLAN, campaigns: PLAN.campaigns!.slice(0, 2) },
    });
    element.go('publish');
    await waitUntil(() => seek(element, '.publish'));
    await seeNewerRevision(element, server);
    deep(element, '[data-restore="1"]').click();
    await waitUntil(() => server.revisions.length === 3);
    await waitUntil(() => studio.plan.campaigns?.length === 2);
    expect(server.revisions[0]!.document.campaigns).to.have.length(2);
  });

  it('the preview is the real widget, for each public, and sends nothing', async () => {
    const { element, server } = await mount();
    element.go('campaigns', 'ouverture');
    await waitUntil(() => seek(element, 'sentier-banner'));
    await settled(element);
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type);
    for (const name of ['sentier-show', 'sentier-dismiss', 'sentier-action'])
      document.addEventListener(name, hear);
    await waitUntil(() =>
      deep(element, 'sentier-banner').shadowRoot!.textContent?.includes('L’ENT ouvre ses portes'),
    );
    buttonOf(element, 'élèves').click();
    await waitUntil(() =>
      deep(element, 'sentier-banner').shadowRoot!.textContent?.includes('Ton ENT est ouvert'),
    );
    expect(deep(element, 'sentier-banner').getAttribute('audience')).to.equal('pupil');
    const before = server.asked.length;
    buttonOf(deep(element, 'sentier-studio-stage'), 'Fermer').click();
    await waitUntil(() => wordsOf(element).includes('Elle revient ici'));
    expect(seek(element, 'sentier-banner')).to.exist;
    expect(heard).to.deep.equal([]);
    expect(server.asked.length).to.equal(before);
    for (const name of ['sentier-show', 'sentier-dismiss', 'sentier-action'])
      document.removeEventListener(name, hear);
  });

  it('“try as” says what is shown and why the rest is not', async () => {
    const studio = await setup(stories.Essayer, 'sentier-studio-stage');
    const words = wordsOf(deep(studio, 'sentier-studio-preview'));
    expect(words).to.include('Montrée maintenant').and.include('réservée aux profils enseignant, personnel');
    deep(studio, '#profiles-guardian').click();
    deep(studio, '#profiles-teacher').click();
    deep(studio, '#degrees-1d').click();
    await waitUntil(
      () =>
        /Écrire un message .{0,40}Montrée maintenant/.test(wordsOf(deep(studio, 'sentier-studio-preview'))),
      'a teacher is shown the tour',
    );
  });

  it('the calendar moves a campaign by a week, by keyboard', async () => {
    const studio = await setup(stories.Calendrier, 'sentier-studio-calendar');
    const bar = [...everything(studio.shadowRoot!)].find((one) =>
      one.matches('.bar[aria-label^="Maintenance"]'),
    ) as HTMLElement;
    bar.focus();
    await sendKeys({ press: 'Enter' });
    await settled(studio);
    buttonOf(studio, 'Une semaine plus tard').focus();
    await sendKeys({ press: 'Enter' });
    const moved = studio.studio!.plan.campaigns!.find(({ id }) => id === 'maintenance');
    expect(moved?.schedule).to.deep.equal({ start: '2026-09-28', end: '2026-09-30T23:00' });
  });

  it('each chart has its table', async () => {
    const studio = await setup(stories.ResultatsDUneEnquete, 'sentier-studio-chart');
    const charts = [...everything(studio.shadowRoot!)].filter((one) => one.matches('sentier-studio-chart'));
    expect(charts.length).to.be.above(2);
    for (const chart of charts) expect(chart.shadowRoot!.querySelectorAll('tbody tr').length).to.be.above(0);
    expect(wordsOf(studio)).to.include('2 groupes ne sont pas montrés');
  });

  it('a thousand campaigns are listed and filtered, in slices that leave the page free', async () => {
    const { element } = await mount({ plan: THOUSAND });
    const list = deep(element, 'sentier-studio-list');
    await waitUntil(() => /1.000 campagnes/.test(wordsOf(list)), 'all are read', { timeout: 20_000 });
    expect(list.shadowRoot!.querySelectorAll('.rows > li').length, 'few are drawn').to.be.below(200);
    await type(deep(list, '#search'), 'campagne 99');
    await waitUntil(() => wordsOf(list).includes('19 sur 1000'), 'words are looked for');
    await type(deep(list, '#search'), '');
    await waitUntil(() => /1.000 campagnes/.test(wordsOf(list)), 'all are there again');
  }).timeout(40_000);

  it('beside the live page it opens once, and goes away when it is closed', async () => {
    openPanel({});
    openPanel({});
    const panels = document.querySelectorAll<SentierStudio>('sentier-studio[mode="panel"]');
    expect(panels).to.have.length(1);
    const [panel] = panels;
    await waitUntil(() => seek(panel!, '[title="Fermer le studio"]'), 'it comes', { timeout: 4000 });
    buttonOf(panel!, 'Fermer le studio').click();
    expect(document.querySelector('sentier-studio[mode="panel"]')).to.equal(null);
  });
});
