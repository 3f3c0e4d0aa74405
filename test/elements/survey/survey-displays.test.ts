import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import * as stories from '../../../stories/survey/survey.stories.js';
import { find, focused, has, heard, next, pick, says, shown, title, toText, warm, words } from './helpers.js';

const { Corner, Modal } = stories;

/** A page with two fields; the caret is in the middle of the first one's text. */
async function hostPage(): Promise<{ first: HTMLInputElement; second: HTMLInputElement }> {
  const page = await fixture(
    html`<div>
      <label>Objet <input value="Bonjour" /></label><label>Texte <input /></label>
    </div>`,
  );
  const [first, second] = page.querySelectorAll('input') as unknown as [HTMLInputElement, HTMLInputElement];
  first.focus();
  first.setSelectionRange(3, 3);
  return { first, second };
}

before(warm);

const gone = (survey: SentierSurvey): boolean => !has(survey, '.card');

describe('sentier-survey in the corner', () => {
  it('leaves the page its focus and its caret', async () => {
    const { first } = await hostPage();
    await shown(Corner);
    await sendKeys({ type: 'X' });
    expect(document.activeElement).to.equal(first);
    expect(first.value).to.equal('BonXjour');
  });

  it('leaves the page its Tab, its Escape, its selection', async () => {
    const { first, second } = await hostPage();
    const survey = await shown(Corner);
    first.setSelectionRange(1, 4);
    let prevented: boolean | undefined;
    const listen = (event: Event): void => void (prevented = event.defaultPrevented);
    window.addEventListener('keydown', listen);
    await sendKeys({ press: 'Escape' });
    window.removeEventListener('keydown', listen);
    expect(prevented).to.equal(false);
    expect(gone(survey)).to.equal(false);
    expect([first.selectionStart, first.selectionEnd]).to.deep.equal([1, 4]);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(second);
  });

  it('is a named region, not a dialog, and the page stays reachable', async () => {
    const survey = await shown(Corner);
    const card = find(survey, '.card');
    expect(card.localName).to.equal('section');
    expect(card.hasAttribute('aria-modal')).to.equal(false);
    expect(find(survey, `#${card.getAttribute('aria-labelledby')}`).textContent).to.equal(
      'L’ENT, trois mois après',
    );
  });

  it('says, in a region that was there before, that it is open and how to reach it', async () => {
    const survey = await shown(Corner);
    const region = find(survey, '[role=status]');
    expect(region.textContent).to.equal('');
    await says(survey, /questionnaire est ouvert.*L’ENT, trois mois après.*F6/);
    expect(find(survey, '[role=status]')).to.equal(region);
  });

  it('F6 leads into it, and back to the caret', async () => {
    const { first } = await hostPage();
    const survey = await shown(Corner);
    await sendKeys({ press: 'F6' });
    expect(focused(survey)).to.equal(find(survey, '#title'));
    await sendKeys({ press: 'F6' });
    expect(document.activeElement).to.equal(first);
    expect(first.selectionStart).to.equal(3);
  });

  it('leaves F6 alone where the page uses it', async () => {
    const { first } = await hostPage();
    await shown(Corner);
    const use = (event: KeyboardEvent): void => event.preventDefault();
    first.addEventListener('keydown', use);
    await sendKeys({ press: 'F6' });
    expect(document.activeElement).to.equal(first);
  });

  it('Escape inside it closes it, and focus goes back', async () => {
    const { first } = await hostPage();
    const survey = await shown(Corner);
    await sendKeys({ press: 'F6' });
    const dismissed = heard(survey, 'sentier-dismiss');
    await sendKeys({ press: 'Escape' });
    await dismissed;
    expect(gone(survey)).to.equal(true);
    expect(document.activeElement).to.equal(first);
  });

  it('does not take the focus back when an answer of the network comes in', async () => {
    const { first } = await hostPage();
    const survey = await shown(Corner);
    let end: (value: 'sent') => void = () => undefined;
    survey.send = () => new Promise((resolve) => (end = resolve));
    toText(survey);
    next(survey);
    first.focus();
    end('sent');
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    expect(document.activeElement).to.equal(first);
  });

  it('closed before it is on screen, it never comes: two would stand there where one is asked for twice', async () => {
    const survey = stories.render(Corner.args);
    const happened: string[] = [];
    for (const type of ['sentier-show', 'close'])
      survey.addEventListener(type, ({ type }) => happened.push(type));
    document.body.append(survey);
    survey.close();
    survey.close();
    await nextFrame();
    expect(gone(survey)).to.equal(true);
    expect(happened).to.deep.equal(['close']);
    survey.remove();
  });

  it('can be put off until tomorrow on its first page, and only there', async () => {
    const survey = await shown(Corner);
    const snoozed = heard(survey, 'sentier-snooze');
    find(survey, 'button[value=later]').click();
    expect((await snoozed).until - Date.now()).to.be.closeTo(864e5, 5000);
    expect(gone(survey)).to.equal(true);
    const again = await shown(Corner);
    next(again);
    expect(has(again, 'button[value=later]')).to.equal(false);
  });

  it('a page may forbid showing, and closing', async () => {
    const survey = stories.render(Corner.args);
    const forbid = (event: Event): void => event.preventDefault();
    survey.addEventListener('sentier-before-show', forbid);
    const closed = heard(survey, 'close');
    await fixture(survey);
    await closed;
    expect(gone(survey)).to.equal(true);
    const kept = await shown(Corner);
    kept.addEventListener('sentier-before-dismiss', forbid);
    find(kept, '.close').click();
    expect(gone(kept)).to.equal(false);
  });

  it('says what happens in order', async () => {
    const order: string[] = [];
    const survey = stories.render(Corner.args);
    for (const type of ['before-show', 'show', 'step', 'answer', 'complete', 'dismiss', 'before-dismiss'])
      survey.addEventListener(`sentier-${type}`, (event) =>
        order.push(type + ('step' in event ? `:${event.step as string}` : '')),
      );
    await fixture(survey);
    await waitUntil(() => has(survey, '#title'));
    toText(survey);
    next(survey);
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    next(survey);
    expect(gone(survey)).to.equal(true);
    expect(order).to.deep.equal([
      'before-show',
      'show',
      'step:recommend',
      'step:most',
      'step:better',
      'answer',
      'complete',
    ]);
  });

  it('leaves no node and no listener after 200 showings', async () => {
    const before = document.querySelectorAll('*').length;
    const { addEventListener, removeEventListener } = document;
    let listening = 0;
    document.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listening++;
      addEventListener.apply(document, args);
    };
    document.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listening--;
      removeEventListener.apply(document, args);
    };
    for (let i = 0; i < 200; i++) {
      const survey = stories.render(i % 2 ? Corner.args : Modal.args);
      document.documentElement.append(survey);
      await waitUntil(() => has(survey, '#title'), '', { interval: 1 });
      next(survey);
      pick(survey, 1);
      find(survey, '.close').click();
      expect(survey.shadowRoot!.childElementCount).to.equal(0);
      survey.remove();
    }
    document.addEventListener = addEventListener;
    document.removeEventListener = removeEventListener;
    expect(document.querySelectorAll('*').length).to.equal(before);
    expect(listening, 'more taken off than put on is no harm').to.be.at.most(0);
  }).timeout(30000);
});

describe('sentier-survey as a dialog', () => {
  it('is modal; focus goes in, stays, and goes back', async () => {
    const { first } = await hostPage();
    const survey = await shown(Modal);
    expect(find(survey, 'dialog').matches(':modal')).to.equal(true);
    expect(focused(survey)).to.equal(find(survey, '#title'));
    for (let i = 0; i < 8; i++) {
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement, 'never in the page').not.to.equal(first);
    }
    find(survey, '.close').click();
    expect(document.activeElement).to.equal(first);
  });

  it('Escape closes it, unless the page forbids', async () => {
    const survey = await shown(Modal);
    const forbid = (event: Event): void => event.preventDefault();
    survey.addEventListener('sentier-before-dismiss', forbid);
    await sendKeys({ press: 'Escape' });
    expect(gone(survey)).to.equal(false);
    survey.removeEventListener('sentier-before-dismiss', forbid);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => gone(survey));
  });

  it('focus goes to the thanks', async () => {
    const survey = await shown(Modal);
    toText(survey);
    next(survey);
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    expect(focused(survey)).to.equal(find(survey, '#title'));
    expect(words(survey, '.primary')).to.equal('Fermer');
  });
});
