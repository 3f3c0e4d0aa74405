import { expect, fixture, html } from '@open-wc/testing';
import '../../src/studio/define-studio.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import { FileStore, PlanFileError, readPlanText } from '../../src/studio/store/file-store.js';
import { setIn } from '../../src/studio/store/paths.js';
import { Studio } from '../../src/studio/store/studio.js';
import { memoryRecovery, NOW, PLAN } from '../../stories/studio/studio-fixtures.js';
import { focused } from './helpers.js';
import { buttonOf, deep, seek, settled, waitUntil, wordsOf } from './support.js';

const OTHER = { version: 1, id: 'autre', campaigns: [] };

describe('a plan file that is opened', function () {
  this.timeout(30_000);

  const mount = async () => {
    await setInterfaceLocale(['fr']);
    const store = new FileStore(PLAN);
    const recovery = memoryRecovery();
    const studio = new Studio({ store, recovery, now: () => NOW, delayMs: 0 });
    const element = document.createElement('sentier-studio');
    element.studio = studio;
    element.go('publish');
    await fixture(html`${element}`);
    await waitUntil(() => seek(element, '#open-file'), 'the screen comes', { timeout: 20_000 });
    return { element, studio, store, recovery };
  };
  const choose = async (element: HTMLElement, text: string) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'autre.json', { type: 'application/json' }));
    const input = deep<HTMLInputElement>(element, '#open-file');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => input.value === '', 'it is read');
    await settled(element);
  };
  const changed = (studio: Studio) =>
    studio.edit('', (plan) => setIn(plan, ['campaigns', 0, 'title'], 'Le mien'));

  it('takes the place of one that is in a file, in one step that is undone', async () => {
    const { element, studio, store } = await mount();
    await choose(element, JSON.stringify(OTHER));
    expect(studio.plan).to.deep.equal(OTHER);
    expect(store.isExported(studio.plan)).to.equal(true);
    expect(wordsOf(element)).to.include('autre.json est ouvert');
    studio.undo();
    expect(studio.plan).to.equal(PLAN);
    studio.redo();
    expect(store.isExported(studio.plan)).to.equal(true);
  });

  it('asks before it takes the place of changes that are in none', async () => {
    const { element, studio, recovery } = await mount();
    changed(studio);
    const mine = studio.plan;
    await choose(element, JSON.stringify(OTHER));
    expect(studio.plan).to.equal(mine);
    expect(focused(), 'the focus is on what loses nothing').to.equal('Garder mes changements');
    buttonOf(element, 'Garder mes changements').click();
    await settled(element);
    expect(seek(element, '.replace')).to.equal(undefined);

    await choose(element, JSON.stringify(OTHER));
    buttonOf(element, 'Ouvrir quand même').click();
    expect(studio.plan).to.deep.equal(OTHER);
    studio.undo();
    expect(studio.plan).to.equal(mine);
    await waitUntil(() => recovery.kept?.plan === mine, 'the browser has it still');
  });

  it('is refused with path, fault and remedy, and nothing is lost', async () => {
    const { element, studio } = await mount();
    changed(studio);
    const mine = studio.plan;
    await choose(element, '{"version":1,"campaigns":{}}');
    expect(wordsOf(element)).to.include(
      'campaigns\u00a0: {} ne convient pas. Il faut une liste, entre crochets [ ].',
    );
    expect(studio.plan).to.equal(mine);
    expect(studio.canUndo).to.equal(true);
    await choose(element, 'pas du JSON');
    expect(wordsOf(element)).to.include('pas un plan Sentier');
  });
});

describe('the text of a plan file', () => {
  const rows: [name: string, text: string, paths: string[]][] = [
    ['a list that is none', '{"version":1,"campaigns":{}}', ['campaigns']],
    ['an item that is none', '{"campaigns":[null,{"id":"a"}]}', ['campaigns[0]']],
    ['lists of help', '{"help":{"articles":"x","hints":[1]}}', ['help.articles', 'help.hints[0]']],
    ['help and settings', '{"version":1,"help":[],"settings":"x"}', ['settings', 'help']],
    ['another document', '{"name":"x"}', []],
  ];
  for (const [name, text, paths] of rows)
    it(`with ${name} is refused`, () => {
      try {
        readPlanText(text);
      } catch (error) {
        expect((error as PlanFileError).issues.map(({ path }) => path)).to.deep.equal(paths);
        return;
      }
      throw new Error('accepted');
    });
  it('with faults that forms show is opened', () =>
    expect(readPlanText('{"campaigns":[{"id":"a"}],"help":{}}').campaigns).to.have.length(1));
});
