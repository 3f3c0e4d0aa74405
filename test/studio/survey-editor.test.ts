import { expect, nextFrame } from '@open-wc/testing';
import '../../src/studio/define-studio.js';
import * as stories from '../../stories/studio/studio.stories.js';
import { buttonOf, deep, focused, setup, type, waitUntil } from './support.js';

const textOf = (element: Element): string => element.textContent?.replace(/[ \n]+/g, ' ').trim() ?? '';
const said = (editor: Element): string => textOf(editor.shadowRoot!.querySelector('[role=status]')!);

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
