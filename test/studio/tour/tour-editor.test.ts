import { expect, fixture } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import { readPlan } from '../../../src/model/read-plan.js';
import type { Branch, TourStep } from '../../../src/model/schema/tour.js';
import type { SentierTourEditor } from '../../../src/studio/tour/sentier-tour-editor.js';
import type { Content } from '../../../src/studio/tour/step-fields.js';
import { STEPS } from '../../../stories/tour/tour.stories.js';
import { ARevoir, panel, WHOLE } from '../../../stories/studio/tour-editor.stories.js';
import { bench } from '../../../stories/studio/studio-fixtures.js';
import { deep, setup } from '../support.js';
import {
  $,
  buttonIn,
  clickOn,
  focused,
  focusOn,
  press,
  tabTo,
  within,
  wordsOf,
  waitUntil,
} from '../helpers.js';

async function editing(steps: readonly TourStep[] = STEPS): Promise<SentierTourEditor> {
  await fixture(panel(steps));
  const editor = $<SentierTourEditor>('sentier-tour-editor');
  await editor.updateComplete;
  return editor;
}

const content = (editor: SentierTourEditor): Content => editor.campaign.content as Content;
const steps = (editor: SentierTourEditor) => content(editor).steps ?? [];
const said = (editor: SentierTourEditor): string => wordsOf(within(editor, '[role=status]'));
const states = (editor: SentierTourEditor): string[] =>
  [...editor.shadowRoot!.querySelectorAll('button.title .state')].map(wordsOf);
const titles = (editor: SentierTourEditor): string[] =>
  [...editor.shadowRoot!.querySelectorAll('button.title .words')].map((one) =>
    wordsOf(one).replace(/^\d+\. /, ''),
  );
const isHidden = () => $('.studio-panel').hidden;
const idAt = (editor: SentierTourEditor, index: number): string => steps(editor)[index]!.id!;
const pickerOpen = () =>
  waitUntil(
    () =>
      document.querySelector('sentier-picker')?.shadowRoot?.querySelector('.layer')?.getClientRects().length,
    'the picker',
  );

describe('<sentier-tour-editor>', () => {
  beforeEach(() => setViewport({ width: 1024, height: 760 }));
  afterEach(async () => {
    for (const one of document.querySelectorAll('sentier-picker,sentier-tour,sentier-studio-bar'))
      one.remove();
    sessionStorage.clear();
    scrollTo(0, 0);
    await resetMouse();
  });

  it('says of every step how its target stands on the page', async () => {
    const editor = await editing();
    await waitUntil(() => states(editor).length === 4);
    expect(states(editor)).to.deep.equal(['trouvée', 'trouvée', 'trouvée', 'au centre']);
    buttonIn(editor, 'Vérifier cette page').click();
    await waitUntil(() => said(editor).includes('rien à revoir (étapes\u00a0: 4)'));
  });

  it('warns of targets that are absent, several or hidden, with a remedy, and leaves other pages alone', async () => {
    const editor = await editing(ARevoir.args!.steps);
    await waitUntil(() => states(editor).length === 4);
    expect(states(editor)).to.deep.equal(['absente', 'plusieurs', 'cachée', 'autre page']);
    buttonIn(editor, 'Écrire un message').click();
    await editor.updateComplete;
    expect(wordsOf(within(editor, '.warning'))).to.include('Montrez de nouveau l’élément');
    expect(wordsOf(within(editor, '.way'))).to.include('fragile, un nom fabriqué par un outil');
    buttonIn(editor, 'Vérifier cette page').click();
    await waitUntil(() => said(editor).includes('étapes à revoir\u00a0: 3 sur 4'));
  });

  it('picks a target on the page by the mouse, out of the way meanwhile', async () => {
    // In the middle of the screen until it has a target.
    const editor = await editing([{ id: 'un', title: 'Un', placement: 'center' }]);
    buttonIn(editor, 'Un').click();
    await editor.updateComplete;
    buttonIn(editor, 'Montrer sur la page').click();
    await pickerOpen();
    expect(isHidden()).to.be.true;
    await clickOn($('#compose'));
    await waitUntil(() => steps(editor)[0]?.target);
    expect(isHidden()).to.be.false;
    expect(steps(editor)[0]).not.to.have.property('placement');
    expect(steps(editor)[0]!.target)
      .to.deep.include('#compose')
      .and.deep.include({ role: 'button', name: 'Nouveau message' });
    // As a recorded one: without its page, a tour over two pages dies at the change.
    expect(steps(editor)[0]!.page).to.equal(location.pathname);
    await waitUntil(() => said(editor).includes('Cible choisie\u00a0: Bouton «\u00a0Nouveau message\u00a0»'));
    await focusOn('Montrer un autre élément');
  });

  it('a step whose target is shown again elsewhere is of that page, and one of many pages stays so', async () => {
    const editor = await editing([
      { id: 'un', title: 'Un', target: '#menu', page: '/ailleurs/' },
      { id: 'deux', title: 'Deux', page: '/**' },
    ]);
    for (const [title, words] of [
      ['Un', 'Montrer un autre élément'],
      ['Deux', 'Montrer sur la page'],
    ] as const) {
      buttonIn(editor, title).click();
      await editor.updateComplete;
      buttonIn(editor, words).click();
      await pickerOpen();
      await clickOn($('#compose'));
      await waitUntil(() => !isHidden());
      await editor.updateComplete;
    }
    expect(steps(editor).map(({ page }) => page)).to.deep.equal([location.pathname, '/**']);
    expect(steps(editor).every(({ target }) => JSON.stringify(target).includes('#compose'))).to.be.true;
  });

  it('says of another page what is of another page, its ways too', async () => {
    const editor = await editing([
      { id: 'un', title: 'Ailleurs', target: '#nulle-part', page: '/ailleurs/' },
      { id: 'deux', title: 'Sans page', target: '#nulle-part' },
    ]);
    await waitUntil(() => states(editor).join() === 'autre page,absente', 'by its own page');
    buttonIn(editor, 'Ailleurs').click();
    await editor.updateComplete;
    expect(wordsOf(within(editor, '.way .state'))).to.equal('autre page');
    buttonIn(editor, 'Vérifier cette page').click();
    await waitUntil(() => said(editor).includes('Sur une autre page, à vérifier là-bas\u00a0: 1.'));
    editor.campaign = { ...editor.campaign, when: { pages: ['/ailleurs/'] } };
    await waitUntil(() => states(editor).join() === 'autre page,autre page', 'by those of the campaign');
  });

  it('reorders by buttons and by Alt and arrows, saying where a step is now, the focus going with it', async () => {
    const editor = await editing();
    const first = titles(editor)[0]!;
    within<HTMLElement>(editor, 'button.title').focus();
    await press('Alt+ArrowDown');
    await waitUntil(() => titles(editor)[1] === first);
    await waitUntil(() => said(editor) === 'Étape déplacée\u00a0: 2 sur 4.');
    await focusOn(first);
    await press('Enter');
    await editor.updateComplete;
    buttonIn(editor, 'Monter l’étape 2').click();
    await waitUntil(() => titles(editor)[0] === first);
  });

  it('the focus stays on the button that moves a step, and goes to its title where that is off', async () => {
    const editor = await editing();
    const first = titles(editor)[0]!;
    buttonIn(editor, first).click();
    await editor.updateComplete;
    buttonIn(editor, 'Descendre l’étape 1').focus();
    await press('Enter');
    await focusOn('Descendre l’étape 2');
    await press('Enter');
    await focusOn('Descendre l’étape 3');
    await press('Enter');
    await waitUntil(() => titles(editor)[3] === first);
    await focusOn(first);
  });

  it('a new step has the focus, also where there is no page to point at', async () => {
    const over = await editing();
    buttonIn(over, 'Ajouter une étape').click();
    await focusOn('Montrer sur la page');
    const studio = await setup(
      { args: { item: 'messagerie', studio: () => bench().studio } },
      'sentier-tour-editor',
    );
    const editor = deep(studio, 'sentier-tour-editor');
    buttonIn(editor, 'Ajouter une étape').click();
    await focusOn('Sans titre');
  });

  it('takes a step away, and puts it back where it was', async () => {
    const editor = await editing();
    const before = titles(editor);
    buttonIn(editor, before[1]!).click();
    await editor.updateComplete;
    buttonIn(editor, 'Retirer l’étape 2').click();
    await waitUntil(() => titles(editor).length === 3);
    await focusOn('Remettre l’étape retirée');
    await press('Enter');
    await waitUntil(() => titles(editor).length === 4);
    expect(titles(editor)).to.deep.equal(before);
  });

  it('plays from any step with the real tour, whose outcomes nobody counts', async () => {
    const editor = await editing();
    const heard: string[] = [];
    document.addEventListener('sentier-step', () => heard.push('step'), { once: true });
    buttonIn(editor, 'Ranger ce qui est lu').click();
    await editor.updateComplete;
    buttonIn(editor, 'Jouer depuis l’étape 2').click();
    await waitUntil(() =>
      wordsOf(
        document.querySelector<SentierTour>('sentier-tour')?.shadowRoot?.querySelector('.card'),
      ).includes('Ranger'),
    );
    expect(isHidden()).to.be.true;
    await press('Escape');
    await waitUntil(() => !isHidden());
    expect(document.querySelector('sentier-tour')).to.equal(null);
    expect(heard).to.deep.equal([]);
    await focusOn('Ranger ce qui est lu');
  });

  describe('recording', () => {
    it('turns clicks and filled-in fields into steps, and keeps nothing that was typed', async () => {
      const editor = await editing([]);
      buttonIn(editor, 'Enregistrer mes clics').click();
      await waitUntil(() => document.querySelector('sentier-studio-bar'));
      expect(isHidden()).to.be.true;
      await clickOn($('#compose'));
      await clickOn($('#search'));
      await sendKeys({ type: 'un secret' });
      await clickOn($('#inbox'));
      await waitUntil(() => steps(editor).length === 3, JSON.stringify(steps(editor)));
      expect(steps(editor).map(({ advance }) => advance?.on)).to.deep.equal(['click', 'input', 'click']);
      expect(steps(editor)[0]!.target).to.deep.include('#compose');
      expect(JSON.stringify([editor.campaign, { ...sessionStorage }])).not.to.include('secret');
      buttonIn($('sentier-studio-bar'), 'Terminer').click();
      await waitUntil(() => !isHidden());
      expect(sessionStorage.length).to.equal(0);
      location.hash = '';
    });

    it('goes on after a change of page, with what was recorded before it', async () => {
      sessionStorage.setItem(
        'sentier-studio-recording',
        JSON.stringify({
          campaign: 'messagerie',
          steps: [{ id: 'etape-1', target: '#menu', advance: { on: 'click' } }],
        }),
      );
      const editor = await editing([]);
      await waitUntil(() => document.querySelector('sentier-studio-bar'));
      await waitUntil(() => steps(editor).length === 1);
      await clickOn($('#compose'));
      await waitUntil(() => steps(editor).length === 2);
      expect(steps(editor).map(({ id }) => id?.slice(0, 7))).to.deep.equal(['etape-1', 'etape-2']);
      buttonIn($('sentier-studio-bar'), 'Terminer').click();
    });
  });

  describe('what few steps need', () => {
    const opened = async (editor: SentierTourEditor, title = 'Écrire un message') => {
      buttonIn(editor, title).click();
      await editor.updateComplete;
      for (const one of editor.shadowRoot!.querySelectorAll('details')) one.open = true;
    };
    const fieldOf = <E extends HTMLElement = HTMLInputElement>(
      editor: SentierTourEditor,
      path: string,
    ): E => {
      const found = editor.shadowRoot!.getElementById(`content.steps[0].${path}`);
      if (!found) throw new Error(`no field ${path}`);
      return found as E;
    };
    const fill = async (editor: SentierTourEditor, path: string, value: string) => {
      const el = fieldOf(editor, path);
      el.value = value;
      el.dispatchEvent(new Event(el.localName === 'select' ? 'change' : 'input', { bubbles: true }));
      await editor.updateComplete;
    };
    const pressed = async (editor: SentierTourEditor, words: string) => {
      buttonIn(editor, words).click();
      await editor.updateComplete;
    };
    const pickBy = async (editor: SentierTourEditor, words: string, selector: string) => {
      buttonIn(editor, words).click();
      await pickerOpen();
      await clickOn($(selector));
      await waitUntil(() => !isHidden());
      await editor.updateComplete;
    };

    it('clicks before a step, until something is seen, and another to undo it', async () => {
      const editor = await editing();
      await opened(editor);
      await pickBy(editor, 'Ajouter un clic', '#inbox');
      const { target } = steps(editor)[0]!;
      expect(steps(editor)[0]!.before?.[0]?.click).to.deep.include('#inbox');
      expect(steps(editor)[0]!.before?.[0]?.until).to.deep.equal(target);
      await focusOn('Ajouter un clic');
      await pickBy(editor, 'Montrer sur la page\u00a0: et, au retour, cliquer sur', '#search');
      expect(steps(editor)[0]!.before?.[0]?.undo).to.deep.include('#search');
      await pressed(editor, 'Retirer le clic 1');
      expect(steps(editor)[0]).not.to.have.property('before');
    });

    it('ways that part, by what is seen and by who it is, tried in order, and what is left', async () => {
      const editor = await editing();
      await opened(editor);
      await fill(editor, 'next', 'end');
      expect(steps(editor)[0]!.next).to.equal('end');
      await pickBy(editor, 'Un détour si l’on voit', '#inbox');
      await pressed(editor, 'Un détour pour certains');
      await fill(editor, 'next[1].to', idAt(editor, 2));
      const [first, second, last] = steps(editor)[0]!.next as Branch[];
      expect(first!.present).to.deep.include('#inbox');
      expect(second).to.deep.equal({ to: idAt(editor, 2), audience: { profiles: ['pupil'] } });
      expect(last).to.deep.equal({ to: 'end' });
      fieldOf(editor, 'next[1].audience.profiles-guardian').click();
      await editor.updateComplete;
      await pressed(editor, 'Essayer avant le détour 2');
      expect((steps(editor)[0]!.next as Branch[])[0]!.audience).to.deep.equal({
        profiles: ['pupil', 'guardian'],
      });
      await pressed(editor, 'Retirer le détour 2');
      await pressed(editor, 'Retirer le détour 1');
      expect(steps(editor)[0]!.next).to.equal('end');
    });

    it('answers in place of Next', async () => {
      const editor = await editing();
      await opened(editor);
      await pressed(editor, 'Ajouter une réponse');
      await fill(editor, 'answers[0].label', 'Je sais déjà');
      await fill(editor, 'answers[0].to', 'end');
      expect(steps(editor)[0]!.answers).to.deep.equal([{ label: 'Je sais déjà', to: 'end' }]);
    });

    it('what has to be true before a step is done, and a Next that clicks', async () => {
      const editor = await editing();
      await opened(editor);
      await fill(editor, 'advance', 'click');
      fieldOf(editor, 'advance.byNext').click();
      await editor.updateComplete;
      await fill(editor, 'advance.check.attribute', 'aria-expanded');
      await fill(editor, 'advance.check.is', 'true');
      await pickBy(editor, 'Montrer sur la page\u00a0: on voit', '#inbox');
      expect(steps(editor)[0]!.advance).to.deep.include({ on: 'click', byNext: true });
      expect(steps(editor)[0]!.advance!.check).to.deep.include({ attribute: 'aria-expanded', is: 'true' });
      expect(steps(editor)[0]!.advance!.check!.present).to.deep.include('#inbox');
      await fill(editor, 'advance.check.is', '');
      await fill(editor, 'advance.check.attribute', '');
      await pressed(editor, 'Retirer\u00a0: on voit');
      expect(steps(editor)[0]!.advance).to.deep.equal({ on: 'click', byNext: true });
      await fill(editor, 'advance', 'event');
      expect(steps(editor)[0]!.advance).to.deep.equal({ on: 'event' });
    });

    it('a film with its subtitles and its words, which a valid plan needs', async () => {
      const editor = await editing([{ id: 'un', title: 'Un' }]);
      await opened(editor, 'Un');
      await fill(editor, 'why', 'Pour **prévenir** la famille.');
      await pressed(editor, 'Ajouter une image ou un film');
      await fill(editor, 'media[0].src', '/aide/ecrire.mp4');
      await fill(editor, 'media[0].kind', 'video');
      await fill(editor, 'media[0].title', 'Écrire');
      await pressed(editor, 'Ajouter des sous-titres');
      await fill(editor, 'media[0].captions.src', '/aide/ecrire.vtt');
      await fill(editor, 'media[0].transcript', 'On clique.');
      expect(steps(editor)[0]).to.deep.include({
        why: 'Pour **prévenir** la famille.',
        media: [
          {
            kind: 'video',
            src: '/aide/ecrire.mp4',
            title: 'Écrire',
            captions: { src: '/aide/ecrire.vtt', lang: 'fr' },
            transcript: 'On clique.',
          },
        ],
      });
      expect(readPlan({ version: 1, campaigns: [editor.campaign] }).issues).to.deep.equal([]);
    });

    it('more elements in the light, its room, and a word instead of a card', async () => {
      const editor = await editing();
      await opened(editor);
      await fill(editor, 'spotlight.padding', '12');
      await fill(editor, 'display', 'hint');
      await pickBy(editor, 'Éclairer un autre élément', '#inbox');
      expect(steps(editor)[0]).to.deep.include({ spotlight: { padding: 12 }, display: 'hint' });
      expect(steps(editor)[0]!.also![0]).to.deep.include('#inbox');
      await pressed(editor, 'Retirer\u00a0: Élément 1');
      await fill(editor, 'spotlight.padding', '');
      expect(steps(editor)[0]).not.to.have.any.keys('also', 'spotlight');
    });

    it('stays open while it is emptied', async () => {
      const editor = await editing([{ id: 'un', title: 'Un', page: '/x/' }]);
      buttonIn(editor, 'Un').click();
      await editor.updateComplete;
      const page = fieldOf(editor, 'page');
      expect(page.closest('details')!.open).to.be.true;
      await fill(editor, 'page', '');
      expect(steps(editor)[0]).not.to.have.property('page');
      expect(page.closest('details')!.open).to.be.true;
    });

    it('says beside a field what is wrong with it', async () => {
      const editor = await editing([{ id: 'un', title: 'Un', next: 'nulle-part' }]);
      editor.issues = readPlan({ version: 1, campaigns: [editor.campaign] }).issues.map((one) => ({
        ...one,
        path: one.path.replace(/^campaigns\[0\]\./, ''),
      }));
      await opened(editor, 'Un');
      expect(wordsOf(editor.shadowRoot!.getElementById('content.steps[0].next-error'))).to.include(
        'ne mène à rien',
      );
    });

    it('is accessible with everything in it', async () => {
      const editor = await editing([WHOLE, { id: 'deux', title: 'Deux' }]);
      await opened(editor, 'Tout');
      await expect(editor).to.be.accessible();
      const aside = $('.studio-panel');
      expect(aside.scrollWidth).to.be.at.most(aside.clientWidth);
    });
  });

  it('makes a three-step tour by keyboard alone', async () => {
    const editor = await editing([]);
    within<HTMLElement>(editor, '.add').focus();
    for (const [letter, name, title] of [
      ['b', 'Nouveau message', 'Ecrire'],
      ['r', 'Chercher', 'Chercher'],
      ['m', 'Messagerie', 'Ranger'],
    ] as const) {
      await tabTo('Ajouter une étape');
      await press('Enter');
      await focusOn('Montrer sur la page');
      await press('Tab');
      await focusOn('Choisir dans la liste');
      await press('Enter');
      await waitUntil(
        () => document.querySelector('sentier-picker')?.shadowRoot?.querySelector('[role=tree]'),
        'the tree',
      );
      for (let i = 0; i < 12 && !focused().includes(name); i++) await sendKeys({ press: letter });
      await focusOn(name);
      await press('Enter');
      await focusOn('Montrer un autre élément');
      for (let i = 0; i < 30; i++) {
        await press('Tab');
        const active = editor.shadowRoot!.activeElement;
        if (active?.matches('input')) break;
      }
      await sendKeys({ type: title });
    }
    await waitUntil(() => steps(editor).length === 3);
    expect(steps(editor).map((one) => one.title)).to.deep.equal(['Ecrire', 'Chercher', 'Ranger']);
    expect(steps(editor).every((one) => one.target)).to.be.true;
    await waitUntil(() => states(editor).join() === 'trouvée,trouvée,trouvée', states(editor).join());
  }).timeout(30_000);

  for (const [name, args] of [
    ['empty', [[]]],
    ['with steps', [STEPS]],
    ['dark, with trouble', [ARevoir.args!.steps, 'dark']],
  ] as [string, Parameters<typeof panel>][])
    it(`is accessible ${name}`, async () => {
      await fixture(panel(...args));
      const editor = $<SentierTourEditor>('sentier-tour-editor');
      await editor.updateComplete;
      editor.shadowRoot!.querySelector<HTMLElement>('button.title')?.click();
      await waitUntil(() => !args[0].length || states(editor).length > 0);
      await expect(editor).to.be.accessible();
    });

  it('is as wide as a phone and no wider', async () => {
    await setViewport({ width: 360, height: 640 });
    const editor = await editing();
    buttonIn(editor, 'Écrire un message').click();
    await editor.updateComplete;
    const aside = $('.studio-panel');
    expect(aside.scrollWidth).to.be.at.most(aside.clientWidth);
  });
});
