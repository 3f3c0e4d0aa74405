import { expect } from '@open-wc/testing';
import type { Campaign } from '../../src/model/schema/campaign.js';
import { newItem } from '../../src/studio/help-editor/help-items.js';
import { added, duplicate } from '../../src/studio/lists/changes.js';
import { withFreshIds } from '../../src/studio/lists/fresh-ids.js';
import { newId } from '../../src/studio/store/new-id.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { BLANK, TEMPLATES } from '../../src/studio/templates/templates.js';

const EMPTY: PlanDocument = { version: 1, campaigns: [] };
/** The same run of chances each time. */
const dice =
  (seed = 1) =>
  () =>
    (seed = (seed * 16807) % 2147483647) / 2147483647;

describe('a new id', () => {
  it('says what it is of, and by chance that it is another', () => {
    const chance = dice();
    const [one, other] = [newId('Enquête', [], chance), newId('Enquête', [], chance)];
    expect(one).to.match(/^enquete-[2-9a-z]{5}$/);
    expect(other).not.to.equal(one);
  });
  it('is free even where chance has no luck', () => {
    const taken = newId('a', [], () => 0);
    expect(newId('a', [taken], () => 0)).to.equal(`${taken}-2`);
  });
});

describe('what is made', () => {
  it('inherits nothing from what was deleted', () => {
    const chance = dice();
    const first = added(EMPTY, BLANK.survey(), 'survey', { chance });
    const again = added(EMPTY, BLANK.survey(), 'survey', { chance });
    expect(again.id).not.to.equal(first.id);
    const [question, other] = [first, again].map(
      ({ plan }) => (plan.campaigns![0]!.content as { questions: { id: string }[] }).questions[0]!.id,
    );
    expect(question).to.match(/^q1-/);
    expect(other).not.to.equal(question);
  });

  it('from one template by two schools has two ids', () => {
    const { id, campaign } = TEMPLATES[0]!;
    const [a, b] = [1, 2].map((seed) =>
      added(EMPTY, campaign, id, { chance: dice(seed), schools: ['0750001A'] }),
    );
    expect(a!.id).to.match(/^opening-/);
    expect(b!.id).not.to.equal(a!.id);
    expect(a!.plan.campaigns![0]!.audience).to.deep.equal({ schools: ['0750001A'] });
  });

  it('as a copy, or for help, is new as well', () => {
    const chance = dice();
    const { plan, id } = added(EMPTY, BLANK.banner(), 'banner', { chance });
    const copy = duplicate(plan, plan.campaigns![0]!, { chance });
    expect(copy.id).to.match(/^banner-copie-/);
    expect(duplicate(copy.plan, copy.plan.campaigns![1]!, { chance }).id).to.match(/^banner-copie-[^-]+$/);
    expect(id).not.to.equal(copy.id);
    const [one, other] = [1, 2].map(() => newItem(EMPTY, 'articles', undefined, chance).id);
    expect(one)
      .to.match(/^article-/)
      .and.not.equal(other);
  });

  it('takes what refers to it along', () => {
    const survey = {
      id: 'avis',
      kind: 'survey',
      content: {
        questions: [
          { id: 'a', kind: 'boolean', next: [{ is: 'no', to: 'c' }, { to: 'end' }] },
          { id: 'b', kind: 'text', showIf: { any: [{ question: 'a', is: 'yes' }] } },
          { id: 'c', kind: 'text' },
        ],
      },
      variants: [{ audience: {}, content: { questions: [{ id: 'a', kind: 'boolean' }] } }],
    };
    const banner = {
      id: 'mot',
      kind: 'banner',
      content: {
        title: 'x',
        actions: [
          { label: 'y', do: 'survey', to: 'avis' },
          { label: 'z', do: 'article', to: 'avis' },
          { label: 'z', do: 'survey', to: 'ailleurs' },
        ],
      },
    };
    const [one, other] = withFreshIds([survey, banner] as unknown as Campaign[], [], dice());
    const { questions } = one!.content as unknown as typeof survey.content;
    const [a, b, c] = questions;
    expect(a!.next!.map(({ to }) => to)).to.deep.equal([c!.id, 'end']);
    expect(b!.showIf!.any[0]!.question).to.equal(a!.id);
    expect(a!.id).to.match(/^a-/);
    expect((one!.variants![0]!.content as unknown as typeof survey.content).questions[0]!.id).to.equal(a!.id);
    expect((other!.content as unknown as typeof banner.content).actions.map(({ to }) => to)).to.deep.equal([
      one!.id,
      'avis',
      'ailleurs',
    ]);
  });
});
