import { expect } from '@open-wc/testing';
import { newsItems, publicItems } from '../../../src/core/news/news-items.js';
import { banner, campaign, DAY, NOW, planOf, TEACHER } from '../support/scene.js';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const on = (id: string, start: string, more: object = {}) =>
  banner({ id, schedule: { start }, content: { title: id }, ...more });

describe('the what’s-new feed', () => {
  it('has the newest first, and what has no date last', () => {
    const plan = planOf([banner({ id: 'sans' }), on('vieux', '2026-09-01'), on('neuf', '2026-09-14')]);
    expect(ids(newsItems(plan, TEACHER, NOW))).to.deep.equal(['neuf', 'vieux', 'sans']);
  });

  for (const [what, one, isIn] of [
    ['a banner', banner(), true],
    ['a banner that says no', banner({ news: false }), false],
    ['a tour', campaign({ title: 'T' }), false],
    ['a tour that says yes', campaign({ title: 'T', news: true }), true],
    ['a survey that says yes', campaign({ kind: 'survey', news: true, content: { title: 'S' } }), true],
    ['what has no title anywhere', banner({ content: { body: 'a' } }), false],
    ['what is for others', banner({ audience: { profiles: ['pupil'] } }), false],
    ['what begins later', on('b', '2026-09-16'), false],
    ['what is over', on('b', '2026-09-01', { schedule: { start: '2026-09-01', end: '2026-09-02' } }), true],
    ['what counts from the arrival', banner({ schedule: { start: 'P0D', relativeTo: 'arrived' } }), true],
    ['what nobody can read', banner({ schedule: { start: 'demain' } }), false],
    ['what has no content', banner({ content: null }), false],
  ] as const)
    it(`${isIn ? 'tells of' : 'leaves out'} ${what}`, () => {
      expect(newsItems(planOf([one]), TEACHER, NOW).length === 1).to.equal(isIn);
    });

  it('says what is over', () => {
    const plan = planOf([
      on('fini', '2026-09-01', { schedule: { start: '2026-09-01', end: '2026-09-14' } }),
      on('encore', '2026-09-01'),
    ]);
    expect(newsItems(plan, TEACHER, NOW).map(({ id, isOver }) => [id, isOver])).to.deep.equal([
      ['fini', true],
      ['encore', false],
    ]);
  });

  it('speaks to each in the words meant for them', () => {
    const plan = planOf([
      banner({
        content: { title: 'Pour tous' },
        variants: [{ audience: { profiles: ['teacher'] }, content: { title: 'Pour vous' } }],
      }),
    ]);
    expect(newsItems(plan, TEACHER, NOW)[0]?.title).to.equal('Pour vous');
  });

  for (const [what, content, body] of [
    ['a tour’s first card', { intro: { title: 'a', body: 'Premier pas' }, steps: [] }, 'Premier pas'],
    ['a survey’s words', { intro: 'Cinq questions' }, 'Cinq questions'],
    ['a survey’s words by language', { intro: { fr: 'Cinq' } }, { fr: 'Cinq' }],
    ['nothing, of content kept apart', { src: 'a.json' }, undefined],
  ] as const)
    it(`takes for its body ${what}`, () => {
      const plan = planOf([campaign({ title: 'T', news: true, content })]);
      expect(newsItems(plan, TEACHER, NOW)[0]?.body).to.deep.equal(body);
    });
});

describe('what is public', () => {
  it('is what says so, in its content or beside it, whatever the audience', () => {
    const plan = planOf([
      banner({ id: 'a', content: { title: 'a', public: true }, audience: { profiles: ['pupil'] } }),
      campaign({ id: 'b', title: 'b', public: true }),
      banner({ id: 'c', content: { title: 'c', public: true }, public: false }),
      banner({ id: 'd' }),
      banner({ id: 'e', content: { title: 'e', public: 'yes' } }),
    ]);
    expect(ids(publicItems(plan, NOW))).to.deep.equal(['a', 'b']);
  });

  it('never holds a variant’s words', () => {
    const plan = planOf([
      banner({
        content: { title: 'Pour tous', public: true },
        variants: [{ audience: { profiles: ['teacher'] }, content: { title: 'Pour vous' } }],
      }),
    ]);
    expect(publicItems(plan, NOW)[0]?.title).to.equal('Pour tous');
  });

  it('waits for its day, and leaves out what counts from a person’s arrival', () => {
    const plan = planOf([
      on('demain', '2026-09-16', { public: true }),
      banner({ id: 'arrivee', public: true, schedule: { start: 'P0D', relativeTo: 'arrived' } }),
      banner({ id: 'accueil', public: true, schedule: { end: 'P30D', relativeTo: 'arrived' } }),
    ]);
    expect(ids(publicItems(plan, NOW))).to.deep.equal([]);
    expect(ids(publicItems(plan, NOW + DAY))).to.deep.equal(['demain']);
  });
});
