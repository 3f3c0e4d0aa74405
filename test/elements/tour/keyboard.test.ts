import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import { deepActiveElement } from '../../../src/platform/focus.js';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import {
  $,
  buttonOf,
  cardOf,
  cleanUp,
  focused,
  isOpen,
  makeTour,
  press,
  shows,
  startTour,
} from './helpers.js';

const TOOLS = 'Lire, simplifier, imprimer';
const TWO = [
  { target: '#compose', title: 'Un' },
  { target: '#inbox', title: 'Deux' },
];

describe('tour: keyboard', () => {
  afterEach(cleanUp);

  it('puts the focus on the dialog at the start and at each step', async () => {
    const tour = await startTour(...TWO, { title: 'Trois' });
    expect(focused(tour)).to.equal('card');
    await press('Tab');
    expect(focused(tour)).to.equal('Suivant');
    await press('Enter');
    await shows(tour, 'Deux');
    expect(focused(tour)).to.equal('card');
    await press('Enter');
    await shows(tour, 'Trois');
    expect(focused(tour)).to.equal('card');
  });

  it('goes by Tab from the dialog’s controls to the target, to what is in it, and round', async () => {
    const tour = await startTour({ target: '#inbox', title: 'Zéro' }, { target: '#signature', title: 'Un' });
    tour.next();
    await shows(tour, 'Un');
    const round = [
      'Retour',
      'Terminer',
      TOOLS,
      'Quitter la visite',
      'reply',
      'editor',
      'Aide sur les signatures',
    ];
    for (const stop of [...round, ...round]) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
    for (const stop of [...round.slice(0, -1)].reverse()) {
      await press('Shift+Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });

  it('reaches all of several targets: the main one, then the others as they stand in the page', async () => {
    const tour = await startTour({
      target: '#inbox',
      also: ['#signature', '#mails >>> #archive-0', '#compose', '#reply'],
      title: 'Un',
    });
    const others = ['compose', 'archive-0', 'reply', 'editor', 'Aide sur les signatures'];
    const round = ['Terminer', TOOLS, 'Quitter la visite', 'inbox', ...others];
    for (const stop of [...round, ...round]) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
    await press('Shift+Tab');
    expect(focused(tour)).to.equal(round.at(-2));
  });

  it('reaches none of several targets that are not to be used', async () => {
    const tour = await startTour({
      target: '#inbox',
      also: ['#compose'],
      interaction: 'blocked',
      title: 'Un',
    });
    for (const stop of ['Terminer', TOOLS, 'Quitter la visite', 'Terminer']) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });

  it('reaches a target in a shadow root, and comes back', async () => {
    const tour = await startTour({ target: '#mails >>> #archive-0', title: 'Un' });
    for (const stop of ['Terminer', TOOLS, 'Quitter la visite', 'archive-0', 'Terminer']) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });

  it('never loses the focus in ten Tabs, even when it was elsewhere', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' });
    $('#search').focus();
    for (let i = 0; i < 10; i++) {
      await press('Tab');
      expect(['Terminer', TOOLS, 'Quitter la visite', 'compose']).to.include(focused(tour));
    }
  });

  it('stays in a centred step’s dialog', async () => {
    const tour = await startTour({ title: 'Un' });
    expect(cardOf(tour).getAttribute('aria-modal')).to.equal('true');
    for (const stop of ['Terminer', TOOLS, 'Quitter la visite', 'Terminer']) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });

  for (const from of ['card', 'target', 'page']) {
    it(`leaves by Escape from the ${from}`, async () => {
      const tour = await startTour(...TWO);
      if (from === 'target') $('#compose').focus();
      if (from === 'page') (document.activeElement as HTMLElement).blur();
      await press('Escape');
      expect(isOpen(tour)).to.be.false;
    });
  }

  it('leaves Escape to a page that used it', async () => {
    const tour = await startTour(...TWO);
    const search = $('#search');
    search.addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault());
    search.focus();
    await press('Escape');
    expect(isOpen(tour)).to.be.true;
  });

  it('leaves its keys to a dialog that the page opened', async () => {
    const tour = await startTour(...TWO);
    $<HTMLDialogElement>('#new-message').showModal();
    await press('Escape');
    expect($<HTMLDialogElement>('#new-message').open).to.be.false;
    expect(isOpen(tour)).to.be.true;
  });

  it('goes on and back by arrows', async () => {
    const tour = await startTour(...TWO);
    await press('ArrowRight');
    await shows(tour, 'Deux');
    await press('ArrowLeft');
    await shows(tour, 'Un');
    await press('ArrowLeft');
    await shows(tour, 'Un');
    expect(isOpen(tour)).to.be.true;
  });

  it('leaves arrows to fields, editors, sliders and tabs', async () => {
    await fixture(html`
      <div id="zone">
        <input id="text" value="abc" /><input id="range" type="range" /><textarea id="area"></textarea>
        <div id="rich" contenteditable="true">abc</div>
        <select id="pick">
          <option>1</option>
          <option>2</option>
        </select>
        <div role="tablist"><button role="tab" id="tab">A</button></div>
        <div role="toolbar"><button id="tool">B</button></div>
        <button id="plain">C</button>
      </div>
    `);
    const tour = makeTour({
      steps: [
        { target: '#zone', title: 'Un' },
        { target: '#plain', title: 'Deux' },
      ],
    });
    tour.start();
    await shows(tour, 'Un');
    for (const id of ['text', 'range', 'area', 'rich', 'pick', 'tab', 'tool']) {
      $(`#${id}`).focus();
      await press('ArrowRight');
      expect(cardOf(tour).innerText, id).to.contain('Un');
    }
    $('#plain').focus();
    await press('ArrowRight');
    await shows(tour, 'Deux');
  });

  it('keeps its keys from the page’s shortcuts', async () => {
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    await startTour(...TWO);
    await press('h');
    await press('ArrowRight');
    document.removeEventListener('keydown', hear);
    expect(heard).to.deep.equal([]);
  });

  it('gives the focus back to the launcher, three steps by Enter', async () => {
    await fixture(html`${messagingPage()}<button id="launch">Visite</button>`);
    const tour = makeTour({ steps: [...TWO, { title: 'Trois' }] });
    $('#launch').addEventListener('click', () => tour.start());
    $('#launch').focus();
    for (const words of ['Un', 'Deux', 'Trois']) {
      await press('Enter');
      await shows(tour, words);
    }
    await press('Enter');
    expect(isOpen(tour)).to.be.false;
    expect(focused(tour)).to.equal('launch');
  });

  it('puts the focus at the page’s main part, where the launcher is gone', async () => {
    await fixture(html`${messagingPage()}<button id="launch">Visite</button>`);
    const tour = makeTour({ steps: TWO });
    $('#launch').focus();
    tour.start();
    await shows(tour, 'Un');
    $('#launch').hidden = true;
    await press('Escape');
    expect(isOpen(tour)).to.be.false;
    expect(deepActiveElement()?.localName).to.equal('main');
    $('#search').focus();
    expect($('main').hasAttribute('tabindex'), 'it was lent').to.be.false;
  });

  it('does not take the focus from a field that the person is in', async () => {
    const tour = await startTour({ target: '#search', title: 'Un' });
    $('#search').focus();
    tour.close();
    expect(focused(tour)).to.equal('search');
  });

  it('comes from the button for more to what it opens', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' });
    buttonOf(tour, TOOLS).click();
    buttonOf(tour, TOOLS).focus();
    for (const stop of ['Imprimer', 'Quitter la visite']) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });

  describe('when the language changes', () => {
    afterEach(() => setInterfaceLocale(['fr']));

    for (const [was, is] of [
      ['Suivant', 'Next'],
      ['Quitter la visite', 'Leave the tour'],
      ['Imprimer', 'Print'],
    ] as const)
      it(`stays where it was: ${was}`, async () => {
        const tour = await startTour(...TWO);
        buttonOf(tour, TOOLS).click();
        buttonOf(tour, was).focus();
        await setInterfaceLocale(['en']);
        expect(focused(tour)).to.equal(is);
      });

    it('stays with the answer of the same place, and with the dialog', async () => {
      const answers = ['Un', 'Deux'].map((label) => ({ label, to: 'end' }));
      const tour = await startTour({ target: '#compose', title: 'Un', answers });
      const [, second] = cardOf(tour).querySelectorAll<HTMLElement>('.answer');
      second!.focus();
      await setInterfaceLocale(['en']);
      expect(focused(tour)).to.equal('Deux');
      cardOf(tour).focus();
      await setInterfaceLocale(['fr']);
      expect(focused(tour)).to.equal('card');
    });

    it('goes to the dialog from what is there no more', async () => {
      const tour = await startTour({ target: '#compose', title: 'Un' });
      const gone = document.createElement('button');
      cardOf(tour).append(gone);
      gone.focus();
      await setInterfaceLocale(['en']);
      expect(focused(tour)).to.equal('card');
    });

    it('takes no focus from the page', async () => {
      const tour = await startTour({ target: '#search', title: 'Un' });
      $('#search').focus();
      await setInterfaceLocale(['en']);
      expect(focused(tour)).to.equal('search');
    });
  });

  it('lets the person type in the target', async () => {
    await startTour({ target: '#search', title: 'Un' }, { title: 'Deux' });
    $('#search').focus();
    await sendKeys({ type: 'Lefèvre' });
    expect($<HTMLInputElement>('#search').value).to.equal('Lefèvre');
  });
});
