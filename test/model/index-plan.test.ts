import { expect } from '@open-wc/testing';
import { indexPlan } from '../../src/model/index-plan.js';
import { PLAN_VERSION } from '../../src/model/format.js';
import { designPlan } from './design-plan.js';

const plan = (...campaigns: unknown[]) => indexPlan({ version: 1, campaigns });
const ok = (id: unknown, more: object = {}) => ({ id, kind: 'banner', content: { title: 'x' }, ...more });

describe('indexPlan', () => {
  for (const raw of [undefined, null, 7, 'plan', [], true]) {
    it(`throws a clear error on ${JSON.stringify(raw)}`, () => {
      expect(() => indexPlan(raw)).to.throw(Error, 'plan: not an object');
    });
  }

  for (const campaigns of [undefined, null, {}, 'x', 3]) {
    it(`takes campaigns that are ${JSON.stringify(campaigns)} for none`, () => {
      expect(indexPlan({ version: 1, campaigns })).to.deep.include({ problems: [] });
      expect(indexPlan({ version: 1, campaigns }).plan.campaigns).to.deep.equal([]);
    });
  }

  // [what is wrong, campaign, end of the path]
  const FAULTS: [string, unknown, string][] = [
    ['null', null, ''],
    ['a number', 5, ''],
    ['a list', [], ''],
    ['a string', 'tour', ''],
    ['no id', { kind: 'tour' }, '.id'],
    ['a numeric id', ok(5), '.id'],
    ['an empty id', ok(''), '.id'],
    ['an id with a space', ok('a b'), '.id'],
    ['an id of 81 characters', ok('a'.repeat(81)), '.id'],
    ['an id that every object answers to', ok('constructor'), '.id'],
    ['__proto__ for an id', ok('__proto__'), '.id'],
    ['no kind', { id: 'a' }, '.kind'],
    ['an unknown kind', ok('a', { kind: 'popup' }), '.kind'],
    ['a kind that every object has', ok('a', { kind: 'constructor' }), '.kind'],
    ['no content', { id: 'a', kind: 'tour' }, '.content'],
    ['a list for content', ok('a', { content: [] }), '.content'],
    ['a list for an audience', ok('a', { audience: [] }), '.audience'],
    ['null for an audience', ok('a', { audience: null }), '.audience'],
    ['a string for an audience', ok('a', { audience: 'teacher' }), '.audience'],
    ['a date for a schedule', ok('a', { schedule: '2026-09-01' }), '.schedule'],
    ['true for when', ok('a', { when: true }), '.when'],
    ['a number for frequency', ok('a', { frequency: 3 }), '.frequency'],
  ];
  for (const [name, campaign, end] of FAULTS) {
    it(`leaves out a campaign with ${name}, names the place, and keeps the others`, () => {
      const { plan: index, problems } = plan(ok('first'), campaign, ok('last'));
      expect(index.campaigns.map((c) => c.id)).to.deep.equal(['first', 'last']);
      expect(problems.map((p) => p.path)).to.deep.equal([`campaigns[1]${end}`]);
    });
  }

  it('keeps the first of two campaigns with one id', () => {
    const { plan: index, problems } = plan(ok('a', { priority: 1 }), ok('a', { priority: 2 }));
    expect(index.campaigns.map((c) => c.priority)).to.deep.equal([1]);
    expect(problems.map((p) => p.path)).to.deep.equal(['campaigns[1].id']);
  });

  it('reads a plan of a newer format, and says so', () => {
    const { plan: index, problems } = indexPlan({ version: PLAN_VERSION + 1, campaigns: [ok('a')] });
    expect(index.version).to.equal(PLAN_VERSION + 1);
    expect(index.campaigns).to.have.length(1);
    expect(problems.map((p) => p.path)).to.deep.equal(['version']);
  });

  it('takes a plan without version for one of this format', () => {
    expect(indexPlan({}).plan.version).to.equal(PLAN_VERSION);
  });

  it('finds nothing to say about a right plan, and keeps all of it', () => {
    const { plan: index, problems } = indexPlan(designPlan());
    expect(problems).to.deep.equal([]);
    expect(index).to.deep.equal(designPlan());
  });

  it('looks at each campaign a bounded number of times, however many there are', () => {
    let reads = 0;
    const counted = (id: string) =>
      new Proxy(ok(id), { get: (target, key) => (reads++, Reflect.get(target, key) as unknown) });
    const { plan: index } = plan(...Array.from({ length: 5000 }, (_, i) => counted(`c${i}`)));
    expect(index.campaigns).to.have.length(5000);
    expect(reads).to.be.at.most(10 * 5000);
  });
});
