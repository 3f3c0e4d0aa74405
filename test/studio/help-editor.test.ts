import { expect } from '@open-wc/testing';
import '../../src/studio/define-studio.js';
import type { SentierStudioHelp } from '../../src/studio/help-editor/sentier-studio-help.js';
import * as stories from '../../stories/studio/studio.stories.js';
import { buttonOf, deep, focused, settled, setup, type } from './support.js';

async function editing() {
  const studio = await setup(stories.Aide, 'sentier-studio-help');
  const editor = deep<SentierStudioHelp>(studio, 'sentier-studio-help');
  const articles = () => editor.studio!.plan.help!.articles!;
  return { studio, editor, articles };
}

describe('<sentier-studio-help>', function () {
  this.timeout(30_000);

  it('says what was deleted, and gives the focus to where another is chosen', async () => {
    const { studio, editor, articles } = await editing();
    const before = articles().length;
    buttonOf(editor, 'Supprimer').focus();
    buttonOf(editor, 'Supprimer').click();
    await settled(studio);
    expect(articles()).to.have.length(before - 1);
    expect(deep(editor, '[role=status]').textContent).to.include('» supprimé').and.include('Annuler');
    expect(focused()?.localName).to.equal('h2');
  });

  it('notes the day on which an article was read again', async () => {
    const { studio, editor, articles } = await editing();
    type(deep<HTMLInputElement>(editor, '[id=reviewed]'), '2026-09-14');
    await settled(studio);
    expect(articles().find(({ id }) => id === 'mot-de-passe')!.reviewed).to.equal('2026-09-14');
    expect(editor.shadowRoot!.querySelector('[aria-current=true]')!.textContent).to.include(
      'relu le 14 sept. 2026',
    );
  });
});
