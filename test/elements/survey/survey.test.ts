import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import type { SurveyContent } from '../../../src/model/schema/survey.js';
import * as stories from '../../../stories/survey/survey.stories.js';
import {
  find,
  focused,
  has,
  heard,
  memory,
  next,
  pick,
  says,
  shown,
  still,
  title,
  toText,
  type,
  words,
} from './helpers.js';

const { Inline } = stories;

describe('sentier-survey: questions', () => {
  it('asks one question at a time and says where one is', async () => {
    const survey = await shown(Inline);
    expect(title(survey)).to.equal('L’ENT, trois mois après');
    next(survey);
    expect(title(survey)).to.equal(
      'Recommanderiez-vous l’ENT à un collègue d’une autre école\u202f? (obligatoire)',
    );
    expect(words(survey, '#progress')).to.equal('Question 1 sur 3');
    expect(survey.shadowRoot!.querySelectorAll('fieldset')).to.have.length(1);
    expect(has(survey, 'button[value=back]'), 'back from the first question').to.equal(false);
    pick(survey, 9);
    next(survey);
    expect(words(survey, '#progress')).to.equal('Question 2 sur 3');
    find(survey, 'button[value=back]').click();
    expect(find<HTMLInputElement>(survey, 'input:checked').value).to.equal('9');
  });

  it('the scale is one group of native radio buttons, named and described', async () => {
    const survey = await shown(Inline);
    next(survey);
    const group = find(survey, 'fieldset');
    expect(group.getAttribute('role')).to.equal('radiogroup');
    expect(words(survey, 'legend')).to.match(/^Recommanderiez-vous/);
    expect(survey.shadowRoot!.querySelectorAll('input[type=radio]')).to.have.length(11);
    const described = group
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => words(survey, `#${id}`));
    expect(described.join('')).to.equal('0\u00a0: pas du tout probable 10\u00a0: tout à fait probable');
  });

  it('has one Tab stop for a group, and arrows that choose without sending', async () => {
    const survey = await shown(Inline);
    next(survey);
    await sendKeys({ press: 'Tab' });
    expect((focused(survey) as HTMLInputElement).value).to.equal('0');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect((focused(survey) as HTMLInputElement).value).to.equal('2');
    expect((focused(survey) as HTMLInputElement).checked).to.equal(true);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 3');
    await sendKeys({ press: 'Tab' });
    expect(focused(survey)).to.equal(find(survey, '.primary'));
  });

  it('Enter in a text goes on; in a long text it is a new line', async () => {
    const text = { id: 'a', kind: 'text' as const, title: 'Votre mot' };
    const survey = await shown(Inline, {
      content: { title: 'Deux mots', questions: [text, { ...text, id: 'b', kind: 'longtext' }] },
    });
    next(survey);
    find(survey, '.text').focus();
    await sendKeys({ type: 'oui' });
    await sendKeys({ press: 'Enter' });
    expect(words(survey, '#progress')).to.equal('Question 2 sur 2');
    find(survey, '.text').focus();
    await sendKeys({ press: 'Enter' });
    expect(find<HTMLTextAreaElement>(survey, '.text').value).to.equal('\n');
  });

  it('moves focus to each new question', async () => {
    const survey = await shown(Inline);
    next(survey);
    expect(focused(survey)).to.equal(find(survey, '#title'));
  });

  it('a required question left empty: error tied to the group, spoken, focus on its first control', async () => {
    const survey = await shown(Inline);
    next(survey);
    next(survey);
    expect(words(survey, '#error')).to.equal('Il faut choisir une réponse pour continuer.');
    expect(find(survey, 'fieldset').getAttribute('aria-invalid')).to.equal('true');
    expect(find(survey, 'fieldset').getAttribute('aria-describedby')).to.contain('error');
    expect((focused(survey) as HTMLInputElement).value).to.equal('0');
    await says(survey, /Il faut choisir une réponse/);
    pick(survey, 3);
    expect(words(survey, '#error')).to.equal('');
    expect(find(survey, 'fieldset').getAttribute('aria-invalid')).to.equal('false');
  });

  it('what was spoken is gone with its page, and after some seconds', async () => {
    const survey = await shown(Inline);
    const refuse = async () => {
      find<HTMLInputElement>(survey, 'fieldset input').focus();
      find<HTMLFormElement>(survey, 'form').requestSubmit();
      await says(survey, /Il faut choisir une réponse/);
    };
    next(survey);
    const { setTimeout } = window;
    // Seconds in an instant.
    window.setTimeout = ((act: () => void, ms: number) =>
      setTimeout(act, ms > 1000 ? 300 : ms)) as typeof window.setTimeout;
    await refuse();
    window.setTimeout = setTimeout;
    await says(survey, /^$/);
    await refuse();
    pick(survey, 3);
    next(survey);
    expect(words(survey, '[role=status]')).to.equal('');
  });

  it('counts a limited text in words, and refuses more without cutting it', async () => {
    const survey = await shown(Inline);
    toText(survey);
    expect(words(survey, '#count')).to.equal('Caractères restants\u00a0: 300');
    type(survey, 'a'.repeat(290));
    await says(survey, /moins de 20/);
    type(survey, 'a'.repeat(302));
    expect(words(survey, '#count')).to.equal('Caractères en trop\u00a0: 2');
    next(survey);
    expect(words(survey, '#error')).to.equal('Ce texte est trop long.');
    expect(find<HTMLTextAreaElement>(survey, '.text').value).to.have.length(302);
    expect(find(survey, '.text').getAttribute('aria-invalid')).to.equal('true');
  });

  it('leaves out what it cannot show, says so once, and goes on', async () => {
    const errors: string[] = [];
    const { content } = Inline.args;
    const survey = stories.render({
      content: { ...content, questions: [{ id: 's', kind: 'slider' as 'stars' }, ...content.questions] },
    });
    survey.addEventListener('sentier-error', ({ error }) => errors.push((error as Error).message));
    await fixture(survey);
    await waitUntil(() => has(survey, '#title'));
    next(survey);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 3');
    expect(errors).to.deep.equal(['content.questions[0] (slider)']);
  });

  it('an information page is on the path, and not counted', async () => {
    const survey = await shown(Inline, {
      content: {
        questions: [
          { id: 'i', kind: 'info', title: 'Avant de commencer', help: 'Pensez à ce trimestre.' },
          { id: 'b', kind: 'boolean', title: 'Tout va bien\u202f?' },
        ],
      },
    });
    next(survey);
    expect(words(survey, '#progress')).to.equal('');
    next(survey);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 1');
  });
});

describe('sentier-survey: sending', () => {
  it('tells its answers, trimmed, and says thanks, without any engine', async () => {
    const survey = await shown(Inline, { delivery: undefined });
    toText(survey);
    type(survey, ' plus vite ');
    const answered = heard(survey, 'sentier-answer');
    const complete = heard(survey, 'sentier-complete');
    next(survey);
    const event = await answered;
    expect(event.answers).to.deep.equal({ recommend: 9, most: '2', better: 'plus vite' });
    expect(event.campaign).to.equal('barometre');
    await complete;
    expect(title(survey)).to.equal('Merci\u202f!');
    expect(words(survey, '.delivery')).to.equal('');
  });

  for (const [story, what] of [
    ['Inline', 'La réponse est envoyée.'],
    ['Waiting', 'Pas de réseau pour l’instant\u00a0: la réponse est gardée et partira dès que possible.'],
    ['Refused', 'La réponse n’a pas pu être envoyée.'],
  ] as const)
    it(`says what became of the answers: ${what}`, async () => {
      const survey = await shown(stories[story]);
      toText(survey);
      next(survey);
      await says(survey, new RegExp(what));
      expect(words(survey, '.page')).to.contain(what);
    });

  it('a refused answer can be copied', async () => {
    const survey = await shown(stories.Refused);
    toText(survey);
    next(survey);
    await waitUntil(() => has(survey, 'textarea[readonly]'));
    const area = find<HTMLTextAreaElement>(survey, 'textarea[readonly]');
    expect(area.value).to.match(/école\u202f\?\n9\n\n.*plus\u202f\?\nLe cahier de textes/s);
    const button = area.nextElementSibling as HTMLElement;
    expect(button.textContent).to.equal('Copier mes réponses');
    button.click();
    expect(area.selectionEnd - area.selectionStart).to.equal(area.value.length);
  });

  it('a sender that throws is a refusal', async () => {
    const survey = await shown(Inline);
    survey.send = () => Promise.reject(new Error('no'));
    toText(survey);
    next(survey);
    await waitUntil(() => title(survey) === 'La réponse n’a pas pu être envoyée.');
  });

  it('is sent once, however often the button is pressed', async () => {
    const survey = await shown(Inline);
    let count = 0;
    let end: (value: 'sent') => void = () => undefined;
    survey.send = () => (count++, new Promise((resolve) => (end = resolve)));
    toText(survey);
    next(survey);
    next(survey);
    expect(words(survey, '.primary')).to.equal('Envoi en cours…');
    expect(count).to.equal(1);
    end('sent');
    await waitUntil(() => title(survey) === 'Merci\u202f!');
  });
});

describe('sentier-survey: a path that answers change', () => {
  const yesNo = { id: 'used', kind: 'boolean', title: 'L’avez-vous utilisée\u202f?' } as const;
  const text = { id: 'why', kind: 'text', title: 'Pourquoi\u202f?' } as const;
  const onward = (survey: SentierSurvey) => [words(survey, '.primary'), words(survey, '#progress')];
  const first = (questions: SurveyContent['questions']) => shown({ args: { content: { questions } } });

  it('says that the button sends as soon as it does', async () => {
    const survey = await first([{ ...yesNo, next: [{ is: 'no', to: 'end' }] }, text]);
    next(survey);
    expect(onward(survey)).to.eql(['Suivant', 'Question 1 sur 2']);
    pick(survey, 1);
    expect(onward(survey)).to.eql(['Envoyer', '']);
    pick(survey, 0);
    expect(onward(survey)).to.eql(['Suivant', 'Question 1 sur 2']);
    expect(survey.shadowRoot!.querySelectorAll('#progress .waymarks')).to.have.length(1);
  });

  it('says so of one that leads on after all', async () => {
    const survey = await first([yesNo, { ...text, showIf: { question: 'used', is: 'no' } }]);
    next(survey);
    expect(onward(survey)).to.eql(['Envoyer', '']);
    pick(survey, 1);
    expect(onward(survey)).to.eql(['Suivant', 'Question 1 sur 2']);
  });

  it('a date that was begun, and left, is no fault when one comes back', async () => {
    const survey = await first([yesNo, { id: 'day', kind: 'date', title: 'Quand\u202f?' }]);
    next(survey);
    next(survey);
    const day = find<HTMLInputElement>(survey, '.date');
    // As in a browser without a calendar.
    day.type = 'text';
    type(survey, '31/02');
    find(survey, 'button[value=back]').click();
    next(survey);
    expect(find<HTMLInputElement>(survey, '.date').value).to.equal('');
    const answered = heard(survey, 'sentier-answer');
    next(survey);
    expect((await answered).answers).to.eql({});
  });
});

describe('sentier-survey: set up again', () => {
  it('with the same, it stays where the person is', async () => {
    const survey = await shown(Inline);
    let count = 0;
    survey.addEventListener('sentier-show', () => count++);
    next(survey);
    pick(survey, 4);
    const chosen = find(survey, 'input:checked');
    // As a framework does at each of its renderings.
    survey.content = structuredClone(Inline.args.content);
    survey.setAttribute('plan-locale', 'fr');
    await nextFrame();
    expect(find(survey, 'input:checked')).to.equal(chosen);
    survey.close();
    survey.content = structuredClone(Inline.args.content);
    await nextFrame();
    expect(has(survey, '#title'), 'shown once more').to.equal(false);
    expect(count).to.equal(0);
  });

  it('with something else, it begins anew', async () => {
    const survey = await shown(Inline);
    next(survey);
    survey.content = { questions: [{ id: 'one', kind: 'text', title: 'Une seule' }] };
    await waitUntil(() => title(survey) === 'Une seule');
    survey.content = Inline.args.content;
    await waitUntil(() => title(survey) === 'L’ENT, trois mois après');
  });
});

describe('sentier-survey: kept answers', () => {
  it('are taken up after a reload, at the same question', async () => {
    const store = memory();
    const first = await shown(Inline, { store });
    next(first);
    pick(first, 4);
    next(first);
    first.remove();
    const again = await shown(Inline, { store });
    expect(words(again, '#progress')).to.equal('Question 2 sur 3');
    find(again, 'button[value=back]').click();
    expect(find<HTMLInputElement>(again, 'input:checked').value).to.equal('4');
  });

  it('a question that is gone does no harm', async () => {
    const store = memory();
    store.kept = '{"question":"gone","answers":{"recommend":4,"gone":"x"}}';
    const survey = await shown(Inline, { store });
    expect(words(survey, '#progress')).to.equal('Question 2 sur 3');
  });

  it('are forgotten once sent', async () => {
    const store = memory();
    const survey = await shown(Inline, { store });
    toText(survey);
    expect(store.kept).to.contain('recommend');
    next(survey);
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    expect(store.kept).to.equal(undefined);
  });

  it('go on where they were when the page moves the element', async () => {
    const survey = await shown(Inline);
    next(survey);
    pick(survey, 4);
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(survey);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 3');
    expect(find<HTMLInputElement>(survey, 'input:checked').value).to.equal('4');
  });
});

describe('sentier-survey: by hand', () => {
  it('takes its content as JSON from a script inside', async () => {
    const survey = await fixture<SentierSurvey>(html`
      <sentier-survey>
        <script type="application/json">
          { "title": "Un mot", "questions": [{ "id": "a", "kind": "boolean", "title": "Content ?" }] }
        </script>
      </sentier-survey>
    `);
    await waitUntil(() => has(survey, '#title'));
    expect(title(survey)).to.equal('Content\u202f?');
    expect(words(survey, '#name')).to.equal('Un mot');
  });

  it('says what is wrong with it, and shows nothing', async () => {
    const survey = document.createElement('sentier-survey');
    survey.innerHTML = '<script type="application/json">{ oops</script>';
    const failed = heard(survey, 'sentier-error');
    document.body.append(survey);
    expect((await failed).error).to.be.instanceOf(SyntaxError);
    expect(has(survey, '.card')).to.equal(false);
    survey.remove();
  });

  it('keeps keys typed in it from the page', async () => {
    const survey = await shown(Inline);
    toText(survey);
    const order: string[] = [];
    const listen = (event: Event): void => void order.push(event.type);
    document.addEventListener('keydown', listen);
    find(survey, '.text').focus();
    await sendKeys({ type: 'h' });
    document.removeEventListener('keydown', listen);
    expect(order).to.deep.equal([]);
    expect(find<HTMLTextAreaElement>(survey, '.text').value).to.equal('h');
  });
});

describe('sentier-survey: accessibility', () => {
  const pages: [string, keyof typeof stories, (survey: SentierSurvey) => void][] = [
    ['first page', 'Inline', () => undefined],
    ['scale', 'Inline', next],
    ['error', 'Inline', (s) => (next(s), next(s))],
    ['choice', 'Inline', (s) => (next(s), pick(s, 2), next(s))],
    ['text', 'Inline', (s) => (toText(s), type(s, 'a@b.fr'))],
    ['thanks', 'Inline', (s) => (toText(s), next(s))],
    ['dark first page', 'Dark', () => undefined],
    ['dark scale', 'Dark', (s) => (next(s), pick(s, 2))],
    ['dark error', 'Dark', (s) => (next(s), next(s))],
    ['one question', 'OneQuestion', () => undefined],
    ['corner', 'Corner', next],
    ['modal', 'Modal', next],
    ['pupils', 'Pupils', next],
    ['Arabic', 'ArabicContent', next],
  ];
  for (const [name, story, go] of pages)
    it(`axe finds nothing: ${name}`, async () => {
      const survey = await shown(stories[story] as (typeof stories)['Inline']);
      go(survey);
      await still(survey);
      await expect(survey).to.be.accessible();
    });

  it('shows what is chosen in forced colours', async function () {
    try {
      await emulateMedia({ forcedColors: 'active' });
    } catch {
      return this.skip();
    }
    const survey = await shown(Inline);
    next(survey);
    pick(survey, 2);
    const [, , chosen, other] = survey.shadowRoot!.querySelectorAll('input');
    expect(getComputedStyle(chosen!).backgroundColor).not.to.equal(getComputedStyle(other!).backgroundColor);
    // Nor is a face that is not chosen filled with the features' colour: its own would be taken from it.
    const faces = await shown({
      args: { content: { questions: [{ id: 'f', kind: 'faces', title: 'Alors' }] } },
    });
    const strokeOf = (part: string) => getComputedStyle(find(faces, part)).stroke;
    expect(strokeOf('.skin')).to.equal(strokeOf('.face'));
    await still(survey);
    await expect(survey).to.be.accessible();
    await emulateMedia({ forcedColors: 'none' });
  });
});
