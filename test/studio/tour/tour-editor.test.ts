import { expect, fixture, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import type { TourStep } from '../../../src/model/schema/tour.js';
import type { SentierTourEditor } from '../../../src/studio/tour/sentier-tour-editor.js';
import type { Content } from '../../../src/studio/tour/step-fields.js';
import { STEPS } from '../../../stories/tour/tour.stories.js';
import { ARevoir, panel } from '../../../stories/studio/tour-editor.stories.js';
import { $, buttonIn, clickOn, focused, focusOn, press, tabTo, within, wordsOf } from '../helpers.js';

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
    await waitUntil(() => said(editor).includes('rien à revoir sur 4'));
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
    await waitUntil(() => said(editor).includes('3 étape(s) à revoir sur 4'));
  });

  it('picks a target on the page by the mouse, out of the way meanwhile', async () => {
    const editor = await editing([{ id: 'un', title: 'Un' }]);
    buttonIn(editor, 'Un').click();
    await editor.updateComplete;
    buttonIn(editor, 'Montrer sur la page').click();
    await waitUntil(
      () =>
        document.querySelector('sentier-picker')?.shadowRoot?.querySelector('.layer')?.getClientRects()
          .length,
    );
    expect(isHidden()).to.be.true;
    await clickOn($('#compose'));
    await waitUntil(() => steps(editor)[0]?.target);
    expect(isHidden()).to.be.false;
    expect(steps(editor)[0]!.target)
      .to.deep.include('#compose')
      .and.deep.include({ role: 'button', name: 'Nouveau message' });
    await waitUntil(() => said(editor).includes('Cible choisie : Bouton « Nouveau message »'));
    await focusOn('Montrer un autre élément');
  });

  it('reorders by buttons and by Alt and arrows, saying where a step is now, the focus going with it', async () => {
    const editor = await editing();
    const first = titles(editor)[0]!;
    within<HTMLElement>(editor, 'button.title').focus();
    await press('Alt+ArrowDown');
    await waitUntil(() => titles(editor)[1] === first);
    await waitUntil(() => said(editor) === 'Étape déplacée : 2 sur 4.');
    await focusOn(first);
    await press('Enter');
    await editor.updateComplete;
    buttonIn(editor, 'Monter l’étape 2').click();
    await waitUntil(() => titles(editor)[0] === first);
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
      expect(steps(editor).map(({ id }) => id)).to.deep.equal(['etape-1', 'etape-2']);
      buttonIn($('sentier-studio-bar'), 'Terminer').click();
    });
  });

  it('writes ways that part and clicks before a step', async () => {
    const editor = await editing();
    buttonIn(editor, 'Écrire un message').click();
    await editor.updateComplete;
    $<HTMLDetailsElement>('.form details', editor.shadowRoot!).open = true;
    buttonIn(editor, 'Ajouter un clic').click();
    await waitUntil(
      () =>
        document.querySelector('sentier-picker')?.shadowRoot?.querySelector('.layer')?.getClientRects()
          .length,
    );
    await clickOn($('#inbox'));
    await waitUntil(() => steps(editor)[0]?.before);
    expect(steps(editor)[0]!.before?.[0]?.click).to.deep.include('#inbox');
    await editor.updateComplete;
    const next = [...editor.shadowRoot!.querySelectorAll('select')].find((one) => one.id.endsWith('.next'))!;
    next.value = 'end';
    next.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => steps(editor)[0]?.next === 'end');
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
