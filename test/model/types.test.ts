import { expect } from '@open-wc/testing';
import type { Audience } from '../../src/model/schema/audience.js';
import type { BannerContent } from '../../src/model/schema/banner.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import type { Target, Text } from '../../src/model/schema/common.js';
import type { Plan } from '../../src/model/schema/plan.js';
import type { Question } from '../../src/model/schema/survey.js';
import type { PlanIndex } from '../../src/model/index-plan.js';

/** Compiles, or does not: what these rows say is said to the compiler. */
const accepts = <T>(...values: T[]): number => values.length;

describe('the types of a plan', () => {
  it('accept what the schema accepts', () => {
    expect(accepts<Text>('a', { fr: 'a', 'fr-x-simple': 'b' })).to.equal(2);
    expect(
      accepts<Target>('#a', ['#a', { role: 'button' }], { frame: '#f', target: { text: 'x' } }),
    ).to.equal(3);
    expect(accepts<Audience>({}, { profiles: ['pupil'], not: { degrees: ['1d'] } })).to.equal(2);
    expect(accepts<Plan>({ version: 1 })).to.equal(1);
    expect(accepts<Question>({ id: 'q', kind: 'choice', options: ['a', { id: 'b', label: 'B' }] })).to.equal(
      1,
    );
    expect(accepts<Campaign>({ id: 'a', kind: 'banner', content: { src: 'a.json' } })).to.equal(1);
    expect(accepts<PlanIndex>({ version: 1, campaigns: [] })).to.equal(1);
  });

  it('refuse what the schema refuses', () => {
    // @ts-expect-error a number is no text
    accepts<Text>(4);
    // @ts-expect-error a translation is a text
    accepts<Text>({ fr: 4 });
    // @ts-expect-error a frame needs a target in it
    accepts<Target>({ frame: '#f' });
    // @ts-expect-error profiles are a list
    accepts<Audience>({ profiles: 'pupil' });
    // @ts-expect-error a plan has the version of its format
    accepts<Plan>({});
    // @ts-expect-error no such kind
    accepts<Campaign>({ id: 'a', kind: 'popup', content: { title: 'x' } });
    // @ts-expect-error a campaign has an id
    accepts<Campaign>({ kind: 'banner', content: { title: 'x' } });
    // @ts-expect-error no such place
    accepts<BannerContent>({ place: 'middle' });
    // @ts-expect-error no such question
    accepts<Question>({ id: 'q', kind: 'star' });
    expect(true).to.equal(true);
  });

  it('tell a content by the kind of its campaign', () => {
    const stepsOf = (campaign: Campaign): number =>
      campaign.kind === 'tour' && Array.isArray(campaign.content.steps) ? campaign.content.steps.length : 0;
    expect(stepsOf({ id: 't', kind: 'tour', content: { steps: [{}, {}] } })).to.equal(2);
  });
});
