/** Plans cut for schools: anybody asks for them, for any schools, as often as they like. */
import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { SchoolPlans } from '../../src/server/plans/school-plans.js';
import { openBench, PLAN, publish, type Bench } from './support/bench.js';

const uai = (i: number): string => `${String(i).padStart(7, '0')}A`;
const forSchools = (id: string, ...schools: string[]) => ({ id, audience: { schools } });
const ids = (items: unknown) => (items as { id: string }[]).map(({ id }) => id);

const plansOf = (body: string, most?: number) => new SchoolPlans({ etag: '"x"', body }, most);

describe('a plan cut for schools', () => {
  const plan = {
    version: 1,
    id: 'ent',
    campaigns: [
      { id: 'tous' },
      forSchools('un', uai(1)),
      forSchools('deux', uai(2), uai(1)),
      forSchools('vide'),
    ],
    help: {
      synonyms: [['a', 'b']],
      articles: [forSchools('aide-un', uai(1).toLowerCase()), { id: 'aide' }],
      contacts: [forSchools('contact-deux', uai(2))],
    },
    revision: 3,
  };
  const cut = (plans: SchoolPlans, ...schools: string[]) =>
    JSON.parse(String(plans.for(schools).body)) as typeof plan;

  it('has what is for them and for all, and nothing that is for others alone', () => {
    const plans = plansOf(JSON.stringify(plan));
    const { campaigns, help, ...rest } = cut(plans, uai(1));
    assert.deepEqual(rest, { version: 1, id: 'ent', revision: 3 });
    assert.deepEqual(ids(campaigns), ['tous', 'un', 'deux', 'vide']);
    assert.deepEqual(help, { ...plan.help, contacts: [] });
    assert.deepEqual(campaigns[2], plan.campaigns[2]);
    assert.deepEqual(ids(cut(plans, uai(2)).campaigns), ['tous', 'deux', 'vide']);
    assert.deepEqual(ids(cut(plans, uai(2), uai(1)).help.contacts), ['contact-deux']);
    assert.deepEqual(cut(plansOf('{"campaigns":[]}'), uai(1)), { campaigns: [] });
    assert.deepEqual(cut(plansOf('{"version":1,"help":{},"campaigns":[]}'), uai(1)), {
      version: 1,
      campaigns: [],
      help: {},
    });
  });

  it('is one for all schools that nothing is for, and for one set of schools however it is written', () => {
    const plans = plansOf(JSON.stringify(plan));
    assert.equal(plans.for([uai(8)]), plans.for([uai(9), uai(7)]));
    assert.equal(plans.for([uai(1), uai(2)]), plans.for([uai(2), uai(9), uai(1), uai(1)]));
    assert.notEqual(plans.for([uai(1)]).etag, plans.for([uai(2)]).etag);
  });

  it('keeps no more ready than it may, what was asked for last longest', () => {
    const long = 'x'.repeat(10_000);
    const many = Array.from({ length: 100 }, (_, i) => ({ ...forSchools(`c${i}`, uai(i)), long }));
    const plans = plansOf(JSON.stringify({ version: 1, campaigns: many }), 50_000);
    const first = plans.for([uai(0)]);
    for (let i = 1; i < 100; i++) {
      plans.for([uai(i)]);
      assert.equal(plans.for([uai(0)]), first);
      assert.ok(plans.bytes <= 50_000, String(plans.bytes));
    }
    const all = plans.for(many.map((_, i) => uai(i)));
    assert.equal(ids((JSON.parse(String(all.body)) as typeof plan).campaigns).length, 100);
    assert.equal(plans.bytes, 0, 'what is larger than all that may be kept is not');
  });
});

describe('the published plan', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench('sqlite');
    const campaigns = Array.from({ length: 30 }, (_, i) => ({
      id: `a-${i}`,
      kind: 'banner',
      audience: { schools: [uai(i)] },
      content: { title: `Annonce ${i}`, public: true },
    }));
    assert.equal((await publish(bench, { ...PLAN, campaigns })).status, 200);
  });
  after(() => bench.close());

  it('is read once, whoever asks for what of it', async () => {
    const size = (await (await bench.call('GET', '/plan')).text()).length;
    const parse = mock.method(JSON, 'parse');
    try {
      for (let i = 0; i < 40; i++) {
        const answer = await bench.call('GET', `/plan?schools=${uai(i)}`);
        assert.deepEqual(ids(((await answer.json()) as typeof PLAN).campaigns), i < 30 ? [`a-${i}`] : []);
      }
      const whole = () => parse.mock.calls.filter(({ arguments: [text] }) => text.length === size).length;
      assert.equal(whole(), 1);
      for (let i = 0; i < 5; i++) assert.equal((await bench.call('GET', '/feed.json')).status, 200);
      assert.equal(whole(), 2);
    } finally {
      parse.mock.restore();
    }
  });
});
