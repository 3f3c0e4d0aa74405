import { expect } from '@open-wc/testing';
import { readPlan } from '../../src/model/read-plan.js';
import { parseJson } from '../../src/model/safe-json.js';
import { designPlan } from './design-plan.js';

const NASTY: unknown[] = [
  null,
  undefined,
  0,
  -1,
  NaN,
  1e400,
  '',
  'x',
  true,
  [],
  [[]],
  [null],
  {},
  { length: 5 },
  { toString: 1, valueOf: 2 },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  'a'.repeat(100_000),
  { '': '' },
  new Array(3),
  10n,
  Symbol('x'),
  () => 1,
];
const ok = (id: string) => ({ id, kind: 'banner', content: { title: 'x' } });

/** Every place in `value` at which something can be replaced. */
function* places(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    yield at;
    yield* places((value as Record<string, unknown>)[key], at);
  }
}
const replace = (path: (string | number)[], by: unknown): unknown => {
  const plan = designPlan();
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((v, key) => v[key] as Record<string, unknown>, plan);
  parent[path.at(-1) as string] = by;
  return plan;
};
const deep = (levels: number): unknown => {
  let target: unknown = '#x';
  for (let i = 0; i < levels; i++) target = { frame: '#f', target };
  return target;
};

describe('readPlan, given anything', () => {
  for (const [i, nasty] of NASTY.entries()) {
    it(`returns a plan that can be used for nasty value ${i} as the whole`, () => {
      const { plan, issues } = readPlan(nasty);
      expect(plan.campaigns).to.deep.equal([]);
      expect(issues).not.to.be.empty;
    });
  }

  for (const path of places(designPlan())) {
    it(`stands any value at ${path.join('.')}, and what it keeps it would keep again`, () => {
      for (const nasty of NASTY) {
        const { plan } = readPlan(replace(path, nasty));
        const again = readPlan(plan);
        expect(
          again.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        ).to.deep.equal([]);
        expect(again.plan).to.deep.equal(plan);
      }
    });
  }

  it('lets __proto__ and its kin do nothing, and says so', () => {
    const raw = JSON.parse(
      '{"version":1,"__proto__":{"polluted":1},"settings":{"constructor":{"prototype":{"polluted":1}}},' +
        '"campaigns":[{"id":"a","kind":"banner","__proto__":{"priority":9},"content":{"title":{"__proto__":"x","fr":"y"}}}]}',
    ) as unknown;
    const { plan, issues } = readPlan(raw);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect((plan as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(plan.campaigns[0]?.priority).to.equal(undefined);
    expect(plan.campaigns[0]?.content).to.deep.equal({ title: { fr: 'y' } });
    expect(issues.every(({ code, severity }) => code === 'reserved' && severity === 'warning')).to.equal(
      true,
    );
    expect(issues.map(({ path }) => path)).to.include.members([
      'settings.constructor',
      'campaigns[0].__proto__',
    ]);
  });

  it('hears nothing of reserved names when the text was parsed safely', () => {
    const { issues } = readPlan(parseJson('{"version":1,"__proto__":{"a":1},"campaigns":[]}'));
    expect(issues).to.deep.equal([]);
  });

  it('is not misled by fields that the page added to every object', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype.audience = 'everybody';
    try {
      expect(readPlan({ version: 1, campaigns: [ok('a')] }).issues).to.deep.equal([]);
    } finally {
      delete prototype.audience;
    }
  });

  for (const levels of [40, 20_000]) {
    it(`leaves out a campaign nested ${levels} levels deep, and keeps the others`, () => {
      const tour = { id: 'deep', kind: 'tour', content: { steps: [{ target: deep(levels) }] } };
      const { plan, issues } = readPlan({ version: 1, campaigns: [tour, ok('a')] });
      expect(plan.campaigns.map(({ id }) => id)).to.deep.equal(['a']);
      expect(issues.map(({ code, leftOut }) => [code, leftOut])).to.deep.equal([
        ['too-deep', 'campaigns[0]'],
      ]);
    });
  }

  it('leaves out a campaign that contains itself', () => {
    const circle: Record<string, unknown> = ok('circle');
    circle.content = { title: 'x', more: [circle] };
    const { plan, issues } = readPlan({ version: 1, campaigns: [circle, ok('a')] });
    expect(plan.campaigns.map(({ id }) => id)).to.deep.equal(['a']);
    expect(issues.map(({ code }) => code)).to.deep.equal(['too-deep']);
  });

  it('reads 5,000 campaigns, every other one faulty, looking at each value once', () => {
    let reads = 0;
    const counted = <T extends object>(value: T): T =>
      new Proxy(value, { get: (target, key) => (reads++, Reflect.get(target, key)) });
    const campaigns = (count: number) =>
      Array.from({ length: count }, (_, i) => counted({ ...ok(`c${i}`), priority: i % 2 ? 'x' : i }));
    const half = readPlan({ version: 1, campaigns: campaigns(2500) });
    const readsOfHalf = reads;
    const { plan, issues } = readPlan({ version: 1, campaigns: campaigns(5000) });
    expect(half.plan.campaigns).to.have.length(1250);
    expect(plan.campaigns).to.have.length(2500);
    expect(issues).to.have.length(2500);
    expect(reads - readsOfHalf).to.equal(2 * readsOfHalf);
    expect(readsOfHalf).to.be.at.most(2500 * 8);
  });
});
