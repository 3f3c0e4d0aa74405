/** What is known of one person's way, on both databases: theirs alone, the newest wins, erased when asked. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Progress } from '../../src/core/types.js';
import { endPostgres, ENGINES, openBench, type Bench } from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const T = Date.UTC(2026, 8, 1, 8);
const done = (at: number, status = 'completed') => ({ version: 1, status, shown: 1, at });
const change = (campaigns: object, more: object = {}): string => JSON.stringify({ campaigns, ...more });

for (const engine of ENGINES)
  describe(`progress on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const tokenOf = (person: string) => sign({ schools: ['0750001A'] }, person);
    const patch = async (person: string, body: string) =>
      bench.call('PATCH', '/progress', { token: await tokenOf(person), body });
    const known = async (person: string): Promise<Progress> =>
      (await (await bench.call('GET', '/progress', { token: await tokenOf(person) })).json()) as Progress;

    it('is empty for who was never here', async () => {
      assert.deepEqual(await known('nouvelle'), { campaigns: {} });
    });

    it('closed on one device is closed on the other; what comes late changes nothing', async () => {
      await patch('claire', change({ visite: done(T, 'dismissed') }));
      await patch('claire', change({ charte: done(T + 5, 'acknowledged') }));
      const late = await patch('claire', change({ visite: done(T - 10, 'started') }));
      const { campaigns } = (await late.json()) as Progress;
      assert.deepEqual(
        Object.fromEntries(Object.entries(campaigns).map(([id, { status }]) => [id, status])),
        { visite: 'dismissed', charte: 'acknowledged' },
      );
      assert.deepEqual((await known('claire')).campaigns, campaigns);
    });

    it('loses nothing of what two tabs say at once', async () => {
      const ids = Array.from({ length: 12 }, (_, i) => `c${i}`);
      const answers = await Promise.all(ids.map((id, i) => patch('deux', change({ [id]: done(T + i) }))));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      assert.deepEqual(Object.keys((await known('deux')).campaigns).sort(), [...ids].sort());
    });

    it('is nobody else’s, and under no key that names anybody', async () => {
      await patch('secrete-cle', change({ visite: done(T) }));
      assert.deepEqual((await known('autre')).campaigns, {});
      const rows = await bench.services.store.db.selectFrom('progress').selectAll().execute();
      assert.ok(rows.length > 0);
      assert.doesNotMatch(JSON.stringify(rows), /secrete-cle/);
      assert.equal((await bench.call('GET', '/progress')).status, 401);
    });

    it('keeps nothing that is no progress: known fields of known types, ids that are ids', async () => {
      const odd = {
        'pas un id!': done(T),
        ok: { ...done(T), name: 'Claire', done: ['a', 7, '<b>'] },
        wrong: { version: 'x', status: 'completed', at: T },
        other: { version: 1, status: 'eaten', at: T },
      };
      await patch('curieuse', change(odd, { pace: { last: 'now' }, more: 1 }));
      assert.deepEqual(await known('curieuse'), { campaigns: { ok: { ...done(T), done: ['a'] } } });
    });

    it('refuses with the place of the fault, and leaves what was there', async () => {
      await patch('prudente', change({ visite: done(T) }));
      const refused = [
        ['[]', 422, 'campaigns'],
        ['{', 400, undefined],
        [JSON.stringify({ campaigns: { a: 'x'.repeat(2_000_000) } }), 413, undefined],
      ] as const;
      for (const [body, status, path] of refused) {
        const answer = await patch('prudente', body);
        assert.equal(answer.status, status, body.slice(0, 20));
        assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
        if (path) assert.equal(((await answer.json()) as { path: string }).path, path);
      }
      assert.deepEqual(Object.keys((await known('prudente')).campaigns), ['visite']);
    });

    it('has a size: what no page writes is left out, and who sends too much is told what has no room', async () => {
      const long = 'x'.repeat(250_000);
      await patch('longue', change({ visite: { ...done(T), step: long } }));
      const many = Array.from({ length: 300 }, (_, i) => `tâche-${i}`.replace('â', 'a'));
      const pace = { last: T, day: long.slice(0, 1000), count: 1 };
      await patch('longue', change({ liste: { ...done(T), step: 'deux', done: many } }, { pace }));
      const { campaigns, pace: kept } = await known('longue');
      assert.deepEqual(campaigns['visite'], done(T));
      assert.deepEqual([campaigns['liste']?.step, campaigns['liste']?.done?.length], ['deux', 200]);
      assert.equal(kept, undefined);
      const tasks = (name: string) =>
        Array.from({ length: 200 }, (_, i) => `${name}-${String(i).padStart(70, '0')}`);
      const lists = (name: string) =>
        Object.fromEntries(
          Array.from({ length: 14 }, (_, i) => [`${name}${i}`, { ...done(T + i), done: tasks(name) }]),
        );
      assert.equal((await patch('remplie', change(lists('a')))).status, 200);
      const full = await patch('remplie', change(lists('b')));
      assert.equal(full.status, 413);
      const { detail, path } = (await full.json()) as { detail: string; path: string };
      assert.match(detail, /256 KiB .* campaigns were left out/);
      assert.match(path, /^campaigns\.b\d+$/);
      const all = await known('remplie');
      assert.ok(JSON.stringify(all).length <= 256 * 1024);
      assert.ok(all.campaigns['b13'] && !all.campaigns['a0'], 'the newest have room');
    });

    it('is erased by the person, or by who administers everything, whom the audit names', async () => {
      for (const person of ['une', 'deux-fois', 'tierce']) await patch(person, change({ visite: done(T) }));
      assert.equal((await bench.call('DELETE', '/progress', { token: await tokenOf('une') })).status, 204);
      assert.deepEqual((await known('une')).campaigns, {});
      const other = await bench.call('DELETE', '/progress?user=tierce', { token: await tokenOf('une') });
      assert.equal(other.status, 403);
      assert.deepEqual(Object.keys((await known('tierce')).campaigns), ['visite']);
      const token = await admin();
      assert.equal((await bench.call('DELETE', '/progress?user=tierce', { token })).status, 204);
      assert.deepEqual((await known('tierce')).campaigns, {});
      const { entries } = (await (await bench.call('GET', '/audit', { token })).json()) as {
        entries: { action: string }[];
      };
      assert.ok(entries.some(({ action }) => action === 'progress.erase'));
      assert.doesNotMatch(JSON.stringify(entries), /tierce/);
    });
  });
