import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/studio/define-studio.js';
import { editorFor, registerEditor } from '../../src/studio/shell/editors.js';
import * as stories from '../../stories/studio/studio.stories.js';
import { buttonOf, deep, focused, seek, settled, setup, waitUntil, wordsOf } from './support.js';

describe('an editor that cannot be fetched', function () {
  this.timeout(30_000);
  const real = editorFor('banner')!;
  after(() => registerEditor('banner', real));

  it('is said to be missing, and comes when it is asked for again', async () => {
    let tries = 0;
    let isOff = true;
    registerEditor('banner', {
      ...real,
      load: () => (tries++, isOff ? Promise.reject(new TypeError('Failed to fetch')) : real.load()),
    });
    const studio = await setup(stories.Banniere, 'sentier-studio-campaign');
    await waitUntil(() => wordsOf(studio).includes('n’a pas pu être chargée'), 'it is said');
    await expect(deep(studio, 'sentier-studio-campaign')).to.be.accessible();
    const before = tries;
    studio.studio!.edit('', (plan) => ({ ...plan, id: 'autre' }));
    await settled(studio);
    expect(tries, 'what is drawn anew asks for nothing').to.equal(before);
    buttonOf(studio, 'Réessayer').click();
    expect(tries).to.equal(before + 1);
    await settled(studio);
    await waitUntil(() => wordsOf(studio).includes('n’a pas pu être chargée'), 'once more');
    isOff = false;
    buttonOf(studio, 'Réessayer').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => seek(studio, 'sentier-studio-banner'), 'the editor comes');
    await waitUntil(() => focused()?.id === 'content.kind', 'the focus goes into it');
    expect(wordsOf(studio)).not.to.include('n’a pas pu être chargée');
  });
});
