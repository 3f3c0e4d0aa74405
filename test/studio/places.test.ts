import { expect, fixture, html } from '@open-wc/testing';
import '../../src/studio/define-studio.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import { itemsOf, withItem } from '../../src/studio/help-editor/help-items.js';
import { removed, replaced } from '../../src/studio/lists/changes.js';
import { setIn } from '../../src/studio/store/paths.js';
import { indexOfName, namesOf } from '../../src/studio/store/places.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { bench, PLAN } from '../../stories/studio/studio-fixtures.js';
import { buttonOf, deep, seek, settled, type, waitUntil } from './support.js';

const [FIRST, ...REST] = PLAN.campaigns!;
const TWICE: PlanDocument = { ...PLAN, campaigns: [FIRST!, { ...FIRST!, title: 'La seconde' }, ...REST] };

describe('two of one id', function () {
  this.timeout(30_000);

  it('have two names', () => {
    const items = [{ id: 'a' }, { id: 'b' }, { id: 'a' }];
    expect(namesOf(items)).to.deep.equal(['a', 'b', 'a:2']);
    expect(indexOfName(items, 'a:2')).to.equal(2);
    expect(indexOfName(items, 'c')).to.equal(-1);
  });

  it('are changed and removed one by one', () => {
    const next = { ...FIRST!, title: 'Changée' };
    expect(replaced(TWICE, 'ouverture:2', next).campaigns!.slice(0, 2)).to.deep.equal([FIRST, next]);
    expect(removed(TWICE, 'ouverture:2').campaigns).to.deep.equal(PLAN.campaigns);
    expect(removed(TWICE, 'nowhere').campaigns).to.deep.equal(TWICE.campaigns);
  });

  it('of help as well', () => {
    const [one] = itemsOf(PLAN, 'articles');
    const plan = setIn(PLAN, ['help', 'articles'], [one, { ...one, body: 'Autre' }]);
    expect(itemsOf(withItem(plan, 'articles', `${one!.id}:2`, undefined), 'articles')).to.deep.equal([one]);
    const changed = withItem(plan, 'articles', one!.id, { ...one!, body: 'Neuf' } as typeof one);
    expect(itemsOf(changed, 'articles').map((item) => (item as { body: string }).body)).to.deep.equal([
      'Neuf',
      'Autre',
    ]);
  });

  it('are opened from the list, each by itself', async () => {
    await setInterfaceLocale(['fr']);
    const { studio } = bench({ plan: TWICE });
    const element = document.createElement('sentier-studio');
    element.studio = studio;
    await fixture(html`${element}`);
    await waitUntil(() => seek(element, '[data-id="ouverture:2"]'), 'the list comes', { timeout: 20_000 });
    deep(element, '[data-id="ouverture:2"]').click();
    await waitUntil(() => seek<HTMLInputElement>(element, '[id="title"]')?.value === 'La seconde');
    await type(deep(element, '[id="title"]'), 'Changée');
    await settled(element);
    expect(studio.plan.campaigns!.slice(0, 2).map(({ title }) => title)).to.deep.equal([
      FIRST!.title,
      'Changée',
    ]);
    buttonOf(element, 'Supprimer').click();
    expect(studio.plan.campaigns!.map(({ title }) => title)).to.deep.equal(
      PLAN.campaigns!.map(({ title }) => title),
    );
  });
});
