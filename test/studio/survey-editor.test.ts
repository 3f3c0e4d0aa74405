import { expect, nextFrame } from '@open-wc/testing';
import '../../src/studio/define-studio.js';
import * as stories from '../../stories/studio/studio.stories.js';
import type { SurveyContent } from '../../src/model/schema/survey.js';
import { buttonOf, deep, focused, settled, setup, type, waitUntil } from './support.js';

const textOf = (element: Element): string => element.textContent?.replace(/[ \n]+/g, ' ').trim() ?? '';
const said = (editor: Element): string => textOf(editor.shadowRoot!.querySelector('[role=status]')!);

async function choose(field: HTMLSelectElement, value: string): Promise<void> {
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(document.querySelector('sentier-studio')!);
}

async function editing() {
  const studio = await setup(stories.Enquete, 'sentier-studio-survey');
  const editor = deep(studio, 'sentier-studio-survey');
  const summaries = () => [...editor.shadowRoot!.querySelectorAll('.questions > .item summary')];
  return {
    editor,
    says: (words: string) => waitUntil(() => said(editor).includes(words), words),
    titles: () => summaries().map((one) => textOf(one).replace(/^\d+\. /, '')),
    summaries,
    /** As Enter does where the focus is. */
    press: (words: string) => {
      buttonOf(editor, words).focus();
      buttonOf(editor, words).click();
    },
  };
}

describe('<sentier-studio-survey>', function () {
  this.timeout(30_000);

  it('a question that moves takes the focus with it, and says where it is', async () => {
    const { editor, says, titles, press } = await editing();
    const [first, , third] = titles();
    press('Monter la question 3');
    await says(`Question déplacée\u00a0: 2 sur ${titles().length}.`);
    expect(focused()).to.equal(buttonOf(editor, 'Monter la question 2'));
    (focused() as HTMLElement).click();
    await says(`Question déplacée\u00a0: 1 sur ${titles().length}.`);
    expect(titles().slice(0, 2)).to.deep.equal([third, first]);
    expect(focused()?.localName, 'it cannot go further').to.equal('summary');
    expect(textOf(focused()!)).to.include(third!);
  });

  it('a question that is taken away leaves the focus to the next, and says so', async () => {
    const { says, titles, summaries, press } = await editing();
    const second = titles()[1]!;
    const removed = 'Question 1 retirée\u00a0: «\u00a0Annuler\u00a0» la rend.';
    press('Retirer la question 1');
    await says(removed);
    expect(titles()[0]).to.equal(second);
    expect(focused()).to.equal(summaries()[0]);
  });

  it('what a question depends on stays in sight when its last rule goes', async () => {
    const { editor, press, says } = await editing();
    press('Ajouter une question');
    await says('ajoutée');
    const fold = () => buttonOf(editor, 'Logique').closest('details')!;
    const item = focused()!.closest('.item')!;
    const kind = item.querySelector('select')!;
    await type(kind, 'boolean');
    await waitUntil(() => item.textContent?.includes('Ajouter un branchement'), 'it has answers');
    fold().open = true;
    press('Ajouter un branchement');
    await waitUntil(() => item.textContent?.includes('Retirer cette règle'));
    press('Retirer cette règle');
    await waitUntil(() => !item.textContent?.includes('Retirer cette règle'));
    expect(fold().open).to.equal(true);
  });

  it('a new question has the focus in its first field', async () => {
    const { says, titles, press, summaries } = await editing();
    const before = titles().length;
    press('Ajouter une question');
    await says(`Question ${before + 1} ajoutée.`);
    expect(focused()?.localName).to.equal('select');
    expect(focused()!.closest('.item')).to.equal(summaries()[before]!.closest('.item'));
  });

  it('its advice leads to the missing text, in the language that it is missing in', async () => {
    const { editor, press, says, summaries, titles } = await editing();
    const index = titles().length;
    const studio = document.querySelector('sentier-studio')!;
    const field = (part: string) =>
      editor.shadowRoot!.querySelector<HTMLInputElement>(`[id="content.questions[${index}].${part}"]`);
    const advice = () =>
      [
        ...deep(studio, 'sentier-studio-campaign').shadowRoot!.querySelectorAll<HTMLElement>(
          '.advice button',
        ),
      ].find((one) => textOf(one).startsWith('Pas encore en arabe'));
    press('Ajouter une question');
    await says('ajoutée');
    await type(field('title')!, 'Y déjeunez-vous\u202f?');
    const tabs = deep(studio, 'sentier-studio-campaign').shadowRoot!;
    const language = tabs.querySelector<HTMLSelectElement>('[aria-label="Ajouter une langue"]')!;
    await choose(language, 'ar');
    await waitUntil(() => field('options')?.dir === 'rtl', 'answers are written from the right');
    expect(field('options')!.lang).to.equal('ar');
    expect(field('options')!.placeholder).to.equal('Oui\nNon');
    await type(editor.shadowRoot!.querySelector<HTMLInputElement>('[id="content.title"]')!, 'عنوان');
    (summaries()[0] as HTMLElement).click();
    tabs.querySelector<HTMLElement>('[lang-tag=fr]')!.click();
    await waitUntil(() => advice(), 'it is said');
    advice()!.click();
    await waitUntil(
      () => (focused() as HTMLElement | null)?.dir === 'rtl',
      'the focus is in a field in Arabic',
    );
  });

  it('of another kind a question has no answers to be translated', async () => {
    const { editor, press, says, titles } = await editing();
    const index = titles().length;
    press('Ajouter une question');
    await says('ajoutée');
    const kind = editor.shadowRoot!.querySelector<HTMLSelectElement>(
      `[id="content.questions[${index}].kind"]`,
    )!;
    const { studio } = document.querySelector('sentier-studio')!;
    const question = () =>
      (studio!.plan.campaigns!.find(({ id }) => id === 'barometre')!.content as SurveyContent).questions[
        index
      ]!;
    const { options } = question();
    await choose(kind, 'boolean');
    expect(question()).to.have.property('kind', 'boolean');
    expect(question()).not.to.have.property('options');
    await choose(kind, 'choice');
    expect(question().options).to.deep.equal(options);
  });

  it('a question that nobody can be asked is drawn for nobody, once, and the preview says so', async () => {
    const { titles, says, press } = await editing();
    for (const left of [2, 1]) {
      press('Retirer la question 1');
      await waitUntil(() => titles().length === left, `${left} left`);
      await says('Question 1 retirée');
    }
    const stage = deep(document.querySelector('sentier-studio')!, 'sentier-studio-stage').shadowRoot!;
    const words = 'Aucune question n’est pour ce public';
    await waitUntil(() => textOf(stage.querySelector('[role=status]')!).startsWith(words), words);
    const drawn = stage.querySelector('sentier-survey');
    for (let i = 0; i < 5; i++) await nextFrame();
    expect(stage.querySelector('sentier-survey')).to.equal(drawn);
  });
});
