import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import { ADULT, asking, BRANCHES, PUPIL } from '../../../stories/survey/survey-fixtures.js';
import type { Answers } from '../../../src/core/survey/answer.js';
import { find, focused, has, next, pick, says, shown, title, words } from './helpers.js';

const adult = (kind: string, more: object = {}): Promise<SentierSurvey> =>
  shown({ args: { content: asking({ ...ADULT[kind]!, ...more }) } });
const pupil = (kind: string, more: object = {}): Promise<SentierSurvey> =>
  shown({ args: { content: asking(PUPIL[kind]!, more), audience: 'pupil' } });

/** What is sent when Send is pressed now. */
function sent(survey: SentierSurvey): Answers | undefined {
  let answers: Answers | undefined;
  survey.addEventListener('sentier-answer', (event) => (answers = event.answers), { once: true });
  next(survey);
  return answers;
}
const all = (survey: SentierSurvey, selector: string): HTMLElement[] => [
  ...survey.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const button = (survey: SentierSurvey, name: string): HTMLElement =>
  all(survey, '.ranking button').find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)!;

describe('scales', () => {
  for (const [kind, count, value] of [
    ['rating', 5, 3],
    ['effort', 7, 3],
    ['stars', 5, 3],
    ['faces', 5, 3],
    ['nps', 11, 2],
  ] as const)
    it(`${kind}: ${count} radio buttons in one group, a number is sent`, async () => {
      const survey = await adult(kind);
      expect(all(survey, 'fieldset[role=radiogroup] input[type=radio]')).to.have.length(count);
      pick(survey, 2);
      expect(sent(survey)).to.eql({ q: value });
    });

  it('every face has its words, and they are the name of its button', async () => {
    const survey = await pupil('faces');
    expect(all(survey, '.faces label').map((label) => label.textContent)).to.eql([
      'pas du tout',
      'pas trop',
      'moyen',
      'bien',
      'très bien',
    ]);
    expect(all(survey, '.faces svg').every((svg) => svg.getAttribute('aria-hidden') === 'true')).to.equal(
      true,
    );
  });

  it('faces are larger for pupils', async () => {
    const size = (survey: SentierSurvey): number => find(survey, '.face').getBoundingClientRect().width;
    expect(size(await pupil('faces'))).to.be.above(size(await adult('faces')));
  });

  it('stars are filled up to the one chosen, and their number is said in words', async () => {
    const survey = await adult('stars');
    pick(survey, 3);
    expect(all(survey, '.lit')).to.have.length(4);
    expect(words(survey, '#stars')).to.equal('4 étoiles sur 5');
    expect(all(survey, '.stars label')[3]!.textContent).to.equal('4 étoiles sur 5');
  });
});

describe('choices', () => {
  it('several are sent as a list; limits are said in words, and told when they are passed', async () => {
    const survey = await adult('choices');
    expect(words(survey, '#hint')).to.equal('Nombre de réponses à choisir\u00a0: au plus 2');
    for (const i of [0, 1, 2]) pick(survey, i);
    expect(sent(survey)).to.equal(undefined);
    expect(words(survey, '#error')).to.equal('Nombre de réponses à choisir\u00a0: au plus 2');
    pick(survey, 1);
    expect(words(survey, '#error')).to.equal('');
    expect(sent(survey)).to.eql({ q: ['1', '3'] });
  });

  it('"other" opens room for words, which are sent only while it is chosen', async () => {
    const survey = await adult('choice');
    const room = find(survey, '.other');
    expect(room.hidden).to.equal(true);
    pick(survey, 3);
    expect(room.hidden).to.equal(false);
    const input = find<HTMLInputElement>(survey, '.other input');
    input.value = 'Les notes';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    pick(survey, 0);
    expect(room.hidden).to.equal(true);
    pick(survey, 3);
    expect(sent(survey)).to.eql({ q: 'other', 'q:other': 'Les notes' });
  });

  it('no room for words for pupils, unless the campaign allows it', async () => {
    expect(has(await pupil('choices'), '.other')).to.equal(false);
    expect(has(await pupil('choices', { freeTextForPupils: true }), '.other')).to.equal(true);
  });

  it('pictures stand with their words, and say nothing twice', async () => {
    const survey = await adult('pictures');
    expect(all(survey, '.tiles img').map((img) => img.getAttribute('alt'))).to.eql(['', '', '']);
    expect(all(survey, '.tiles label').map((label) => label.textContent)).to.eql([
      'Un ordinateur',
      'Un téléphone',
      'Une tablette',
    ]);
  });
});

describe('a matrix', () => {
  it('each line is a group of radio buttons named by it', async () => {
    const survey = await adult('matrix');
    const lines = all(survey, '[role=radiogroup]');
    expect(lines).to.have.length(3);
    for (const line of lines) {
      expect(words(survey, `#${line.getAttribute('aria-labelledby')}`)).not.to.equal('');
      expect(line.querySelectorAll('input[type=radio]')).to.have.length(5);
    }
    const label = lines[0]!.querySelector('label')!;
    expect(label.textContent).to.equal('1 pas du tout d’accord');
    expect(label.querySelector('[aria-hidden]'), 'what is seen is what it is called (WCAG 2.5.3)').to.equal(
      null,
    );
  });

  it('a required line left out: error, and focus on its first button', async () => {
    const survey = await adult('matrix');
    pick(survey, 0);
    pick(survey, 10);
    next(survey);
    expect(words(survey, '#error')).to.equal('Il faut une réponse à chaque ligne pour continuer.');
    expect((focused(survey) as HTMLInputElement).name).to.equal('line-2');
    // The lines that have an answer are not at fault, and the whole does not say it once more.
    const lines = all(survey, '[role=radiogroup]');
    const said = (name: string) => lines.map((line) => line.getAttribute(`aria-${name}`));
    expect(said('invalid')).to.eql(['false', 'true', 'false']);
    expect(said('describedby')).to.eql(['', 'error', '']);
    expect(find(survey, '#control').getAttribute('aria-describedby')).to.equal('help hint');
    pick(survey, 9);
    expect(sent(survey)).to.eql({ q: { 1: '1', 2: '5', 3: '1' } });
  });

  it('is a table where there is room, a list where there is none', async () => {
    const survey = await adult('table');
    const [first, second] = all(survey, '.line')[0]!.querySelectorAll('label');
    const tops = (): number[] =>
      [first!, second!].map((label) => Math.round(label.getBoundingClientRect().top));
    expect(tops()[0]).to.equal(tops()[1]);
    find(survey, '.card').style.setProperty('width', '320px');
    expect(tops()[0]).to.be.below(tops()[1]!);
  });

  it('the usability scale has ten lines, and is not for pupils', async () => {
    const survey = await adult('usability');
    expect(all(survey, '[role=radiogroup]')).to.have.length(10);
    for (let i = 0; i < 10; i++) pick(survey, i * 5 + 3);
    const answers = sent(survey)!['q'] as Record<string, number>;
    expect(Object.keys(answers)).to.have.length(10);
    expect(answers['u10']).to.equal(4);
    const content = { questions: [ADULT['usability']!, { ...PUPIL['boolean']!, id: 'b' }] };
    const child = await shown({ args: { content, audience: 'pupil' } });
    expect(title(child)).to.equal(PUPIL['boolean']!.title);
  });
});

describe('a ranking', () => {
  it('by pressing: in order, each move is said, and what is pressed next has the focus', async () => {
    const survey = await adult('ranking');
    button(survey, 'La recherche').click();
    await says(survey, /^La recherche\u00a0: place 1 sur 4$/);
    expect(focused(survey)).to.equal(button(survey, 'L’accès sur téléphone'));
    button(survey, 'La vitesse').click();
    expect(all(survey, '.what').map((one) => one.textContent)).to.eql(['La recherche', 'La vitesse']);
    expect(sent(survey)).to.eql({ q: ['2', '1'] });
  });

  it('by buttons and by arrow keys; the moved one keeps the focus', async () => {
    const survey = await adult('ranking');
    for (const name of ['La vitesse', 'La recherche', 'Les notifications']) button(survey, name).click();
    button(survey, 'Monter\u00a0: Les notifications').click();
    expect(focused(survey)).to.equal(button(survey, 'Monter\u00a0: Les notifications'));
    await says(survey, /Les notifications\u00a0: place 2 sur 4/);
    await sendKeys({ press: 'ArrowUp' });
    expect(all(survey, '.what')[0]!.textContent).to.equal('Les notifications');
    await sendKeys({ press: 'ArrowDown' });
    expect(all(survey, '.what')[1]!.textContent).to.equal('Les notifications');
    button(survey, 'Retirer\u00a0: La vitesse').click();
    await says(survey, /La vitesse\u00a0: retiré du classement/);
    expect(sent(survey)).to.eql({ q: ['4', '2'] });
  });

  it('the order of the list is nobody’s answer', async () => expect(sent(await adult('ranking'))).to.eql({}));

  it('required, and half done: asks for the rest', async () => {
    const survey = await adult('ranking', { required: true });
    button(survey, 'La vitesse').click();
    next(survey);
    expect(words(survey, '#error')).to.equal('Il reste des réponses à classer.');
    expect(focused(survey)).to.equal(button(survey, 'La recherche'));
  });
});

describe('a date', () => {
  it('is sent as a day', async () => {
    const survey = await adult('date');
    const input = find<HTMLInputElement>(survey, '#text');
    input.value = input.type === 'date' ? '2026-09-15' : '15/09/2026';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(sent(survey)).to.eql({ q: '2026-09-15' });
  });

  it('that is none is told, and not sent', async () => {
    const survey = await adult('date');
    const input = find<HTMLInputElement>(survey, '#text');
    // As where the browser has no calendar.
    input.type = 'text';
    input.value = '31/09/2026';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(sent(survey)).to.equal(undefined);
    expect(words(survey, '#error')).to.equal('Cette date n’existe pas, ou il en manque une partie.');
  });
});

describe('soft required', () => {
  it('asks once, without a word of fault, then lets pass', async () => {
    const survey = await adult('text');
    expect(sent(survey)).to.equal(undefined);
    expect(words(survey, '#error')).to.match(/compte beaucoup/);
    expect(find(survey, '.text').getAttribute('aria-invalid')).to.equal('false');
    await says(survey, /compte beaucoup/);
    expect(sent(survey)).to.eql({});
  });
});

describe('branches', () => {
  const open = (more: object = {}): Promise<SentierSurvey> =>
    shown({ args: { content: { ...BRANCHES, ...more }, profiles: ['teacher'] } });

  it('follow the answers, back goes where one came from, and abandoned answers are not sent', async () => {
    const survey = await open();
    next(survey);
    pick(survey, 1);
    next(survey);
    expect(title(survey)).to.contain('Qu’est-ce qui vous en empêche');
    pick(survey, 1);
    next(survey);
    expect(title(survey)).to.contain('salle des maîtres');
    find(survey, 'button[value=back]').click();
    find(survey, 'button[value=back]').click();
    expect(title(survey)).to.contain('Utilisez-vous la messagerie');
    pick(survey, 0);
    next(survey);
    pick(survey, 6);
    next(survey);
    expect(title(survey)).to.equal('Vous avez répondu 6\u00a0: que lui manque-t-il\u202f?');
    next(survey);
    expect(title(survey)).to.contain('conseil');
    expect(sent(survey)).to.eql({ usage: 'oui', note: 6 });
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    expect(words(survey, '.body')).to.equal('Merci. Vous avez choisi Oui.');
  });

  it('what a person writes is quoted as words', async () => {
    const content = {
      questions: [
        { id: 'a', kind: 'text' as const, title: 'Un mot\u202f?' },
        { id: 'b', kind: 'info' as const, title: 'Vous avez écrit {answer:a}' },
      ],
      thanks: '{answer:a}',
    };
    const survey = await shown({ args: { content } });
    next(survey);
    const input = find<HTMLInputElement>(survey, '.text');
    input.value = '<img src=x onerror=alert(1)> **gras** {answer:a}';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    next(survey);
    expect(title(survey)).to.equal(`Vous avez écrit ${input.value}`);
    next(survey);
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    expect(find(survey, '.body').querySelector('img, strong')).to.equal(null);
    expect(words(survey, '.body')).to.equal(input.value);
  });

  it('a random order is the same after a reload', async () => {
    const list = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, kind: 'boolean' as const, title: id }));
    let kept: string | undefined;
    const store = { get: () => kept, set: (partial: string | undefined) => void (kept = partial) };
    const titles = async (): Promise<string[]> => {
      const survey = await shown({ args: { content: { questions: list, order: 'random' }, store } });
      if (!has(survey, 'fieldset')) next(survey);
      while (has(survey, 'button[value=back]')) find(survey, 'button[value=back]').click();
      const out: string[] = [];
      for (let i = 0; i < 6; i++) {
        out.push(title(survey));
        if (i < 5) next(survey);
      }
      return out;
    };
    const first = await titles();
    expect(first.slice().sort().join('')).to.equal('abcdef');
    expect(await titles()).to.eql(first);
  });
});

describe('closing before the end', () => {
  it('sends what was answered, and says so before, where the campaign says so', async () => {
    const calls: [Answers, boolean | undefined][] = [];
    const question = { id: 'a', kind: 'boolean' as const, title: 'a' };
    const content = {
      display: 'corner' as const,
      sendUnfinished: true,
      questions: [question, { ...question, id: 'b' }],
    };
    const survey = await shown({ args: { content } });
    survey.send = (answers, isUnfinished) => (calls.push([answers, isUnfinished]), 'sent');
    expect(words(survey, '.notice')).to.contain('Fermer avant la fin envoie les réponses déjà données.');
    next(survey);
    pick(survey, 0);
    find(survey, '.close').click();
    expect(calls).to.eql([[{ a: 'yes' }, true]]);
  });
});
