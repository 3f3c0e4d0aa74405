/*
 * Six cases that surveys are judged by: what a survey laid over a page does to it, and what it is by keyboard and by
 * ear. Case 6, axe in nine variants, is variants.test.ts.
 */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import { ADULT, asking } from '../../../stories/survey/survey-fixtures.js';
import * as stories from '../../../stories/survey/survey.stories.js';
import { find, focused, has, next, says, shown, title, warm, words } from './helpers.js';

const { Corner, Modal } = stories;

/** A page with a field, its caret in the middle of a word, a link after it and a text to be read. */
async function hostPage() {
  const page = await fixture<HTMLElement>(
    html`<div>
      <label>Objet <input value="Bonjour" /></label>
      <a href="#suite">La suite</a>
      <p style="font: 16px/1.5 monospace">Un texte de la page que l’on peut choisir à la souris.</p>
    </div>`,
  );
  const field = page.querySelector('input')!;
  field.focus();
  field.setSelectionRange(3, 3);
  return { page, field, link: page.querySelector('a')!, text: page.querySelector('p')! };
}

const texts = (survey: SentierSurvey): string => words(survey, '[role=status]');

before(warm);

describe('case 1: a survey in the corner', () => {
  it('leaves the caret in the page’s field: what is typed goes on there', async () => {
    const { field } = await hostPage();
    await shown(Corner);
    await sendKeys({ type: 'X' });
    expect(field.value).to.equal('BonXjour');
  });

  it('leaves the page’s text to be selected by dragging', async () => {
    const { text } = await hostPage();
    await shown(Corner);
    const { left, top, height } = text.getBoundingClientRect();
    const y = Math.round(top + height / 2);
    await sendMouse({ type: 'move', position: [Math.round(left) + 2, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(left) + 120, y] });
    await sendMouse({ type: 'up' });
    expect(getSelection()!.toString()).to.match(/^Un texte/);
  });

  it('leaves the page its Tab', async () => {
    const { link } = await hostPage();
    await shown(Corner);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(link);
  });

  for (const keys of ['Escape', 'Control+Enter'])
    it(`cancels no ${keys} of the page`, async () => {
      await hostPage();
      const survey = await shown(Corner);
      const cancelled: boolean[] = [];
      const listen = (event: KeyboardEvent): void => {
        if (keys.endsWith(event.key)) cancelled.push(event.defaultPrevented);
      };
      window.addEventListener('keydown', listen);
      await sendKeys({ press: keys });
      window.removeEventListener('keydown', listen);
      expect(cancelled).to.deep.equal([false]);
      expect(has(survey, '.card')).to.equal(true);
    });

  it('is no modal, and says nothing of being one', async () => {
    const survey = await shown(Corner);
    expect(has(survey, '[aria-modal], dialog, [role=dialog]')).to.equal(false);
  });

  it('says once, in a polite region that was there before, that it is open and where; the region goes with it', async () => {
    const survey = await shown(Corner);
    const region = find(survey, '[role=status]');
    expect(region.textContent).to.equal('');
    await says(survey, /Un questionnaire est ouvert/);
    expect(find(survey, '[role=status]')).to.equal(region);
    find(survey, '.close').click();
    expect(region.isConnected).to.equal(false);
  });
});

describe('case 2: a survey over the page', () => {
  it('is modal for assistive technology too, and takes the focus in', async () => {
    await hostPage();
    const survey = await shown(Modal);
    expect(find(survey, '.card').matches('dialog:modal')).to.equal(true);
    expect(focused(survey)).to.equal(find(survey, '#title'));
  });

  it('keeps the focus out of the page, both ways round', async () => {
    const { page } = await hostPage();
    await shown(Modal);
    for (const press of [...Array<string>(6).fill('Tab'), ...Array<string>(6).fill('Shift+Tab')]) {
      await sendKeys({ press });
      expect(page.contains(document.activeElement), press).to.equal(false);
    }
  });

  it('gives the focus back to where it was', async () => {
    const { field } = await hostPage();
    const survey = await shown(Modal);
    find(survey, '.close').click();
    expect(document.activeElement).to.equal(field);
    expect(field.selectionStart).to.equal(3);
  });

  it('is announced once: by its name, not by the live region as well', async () => {
    const survey = await shown(Modal);
    const heard: string[] = [];
    const watch = new MutationObserver(() => heard.push(texts(survey)));
    watch.observe(find(survey, '[role=status]'), { childList: true, characterData: true, subtree: true });
    // Longer than the region waits before it speaks: the next page, which speaks of an error, is heard first.
    next(survey);
    next(survey);
    await says(survey, /choisir une réponse/);
    watch.disconnect();
    expect(heard.filter((one) => /ouvert/.test(one))).to.deep.equal([]);
  });
});

describe('case 3: a page that pulls the focus back', () => {
  it('is not fought with: no race for the focus, and the survey still works', async () => {
    const { field } = await hostPage();
    let pulls = 0;
    const pull = (event: FocusEvent): void => {
      if (event.target === field || pulls > 50) return;
      pulls++;
      field.focus();
    };
    document.addEventListener('focusin', pull);
    try {
      const survey = await shown(Modal);
      for (let i = 0; i < 5; i++) await sendKeys({ press: 'Tab' });
      // At most one try for each move of the person’s.
      expect(pulls).to.be.at.most(7);
      next(survey);
      expect(title(survey)).to.match(/Recommanderiez-vous/);
      find(survey, '.close').click();
      expect(has(survey, '.card')).to.equal(false);
    } finally {
      document.removeEventListener('focusin', pull);
    }
  });
});

describe('case 4: a scale by keyboard', () => {
  const scale = { args: { content: asking(ADULT['rating']!) } };
  const checked = (survey: SentierSurvey): string[] =>
    [...survey.shadowRoot!.querySelectorAll('input')].flatMap((one) => (one.checked ? [one.value] : []));

  it('is one Tab stop', async () => {
    const survey = await shown(scale);
    find(survey, 'input').focus();
    await sendKeys({ press: 'Tab' });
    expect((focused(survey) as HTMLElement).matches('.primary')).to.equal(true);
  });

  it('Space chooses, arrows choose another, and neither goes on by itself', async function () {
    // Firefox's driver presses a Space that no radio button hears, be it the browser's own on an empty page.
    const plain = await fixture<HTMLInputElement>(html`<input type="radio" aria-label="1" />`);
    plain.focus();
    await sendKeys({ press: 'Space' });
    if (!plain.checked) this.skip();
    const survey = await shown(scale);
    find(survey, 'input').focus();
    expect(checked(survey), 'having the focus is no answer').to.deep.equal([]);
    await sendKeys({ press: 'Space' });
    expect(checked(survey)).to.deep.equal(['1']);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect(checked(survey)).to.deep.equal(['3']);
    expect(title(survey)).to.match(/satisfait de la nouvelle messagerie/);
  });
});

describe('case 5: what is missing', () => {
  const required = { args: { content: asking(ADULT['choice']!) } };

  it('has the focus on the first control to be mended, its error tied to it', async () => {
    const survey = await shown(required);
    next(survey);
    expect(focused(survey)).to.equal(find(survey, 'input'));
    const group = find(survey, 'fieldset');
    expect(group.getAttribute('aria-describedby')).to.contain('error');
    expect(group.getAttribute('aria-invalid')).to.equal('true');
    expect(words(survey, '#error')).to.equal('Il faut choisir une réponse pour continuer.');
  });

  it('is spoken by a region that was there before, politely: nothing around it is assertive', async () => {
    const survey = await shown(required);
    const region = find(survey, '[role=status]');
    next(survey);
    await waitUntil(() => /choisir une réponse/.test(region.textContent!));
    expect(has(survey, '[aria-live=assertive], [role=alert]')).to.equal(false);
  });
});
