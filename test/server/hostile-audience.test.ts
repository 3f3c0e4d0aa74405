/** A school's name that is no text: said, never a fault of the server's. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DraftSaved } from '../../src/model/contract/publishing.js';
import { SchoolPlans } from '../../src/server/plans/school-plans.js';
import { within } from '../../src/server/plans/within-space.js';
import { openBench, type Bench } from './support/bench.js';
import { sign } from './support/tokens.js';

const A = '0750001A';
const HOSTILE: unknown[] = [{ toString: 1 }, { toString: 1, valueOf: 2 }, [[]], 7, null, 'x'.repeat(10_000)];

describe('schools of an audience that are no schools', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench('sqlite');
  });
  after(() => bench.close());

  it('are faults of the draft, which is kept', async () => {
    const token = await sign({ role: 'editor', scope: { schools: [A] } }, 'editor');
    for (const one of HOSTILE) {
      const item = { id: 'a', audience: { schools: [one] } };
      const put = await bench.call('PUT', `/draft?space=school:${A}`, {
        token,
        body: {
          version: 1,
          campaigns: [{ ...item, kind: 'banner', content: { title: 'x' } }],
          help: { contacts: [{ ...item, title: 'x', schools: [one] }] },
        },
        headers: { 'if-match': '*' },
      });
      assert.equal(put.status, 200, JSON.stringify(one).slice(0, 50));
      const { issues } = (await put.json()) as DraftSaved;
      const paths = issues.filter(({ severity }) => severity === 'error').map(({ path }) => path);
      assert.ok(paths.includes('campaigns[0].audience.schools'));
      assert.ok(paths.includes('help.contacts[0].schools'));
      assert.ok(issues.every(({ message }) => message.length < 500));
    }
  });

  it('are nobody: neither everybody nor a fault, in a plan that was kept with them', () => {
    for (const one of HOSTILE) {
      const item = { id: 'a', audience: { schools: [one] } };
      assert.deepEqual(within(item, [A]), []);
      const plans = new SchoolPlans({ etag: '"x"', body: JSON.stringify({ version: 1, campaigns: [item] }) });
      assert.equal(String(plans.for([A]).body), '{"version":1,"campaigns":[]}');
    }
  });
});
