/** Contents of a space have an end: one school's would else fill the disk of all; on both databases. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withRoom } from '../../src/server/plans/content-room.js';
import { MAX_CONTENTS } from '../../src/server/plans/bounds.js';
import type { Problem } from '../../src/model/contract/problem.js';
import { ENGINES, endPostgres, openBench, type Bench } from './support/bench.js';
import { sign } from './support/tokens.js';

const SPACE = '?space=school:0750001A';
const editor = () => sign({ role: 'editor', scope: { schools: ['0750001A'] } }, 'editor');
const naming = (...names: string[]) => ({
  version: 1,
  campaigns: names.map((name, i) => ({ id: `b${i}`, kind: 'banner', content: { src: `content/${name}` } })),
});

for (const engine of ENGINES)
  describe(`contents of a space on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
      const bodies = { a: '"é"', b: '"bbbbbb"', c: '"cc"' };
      for (const [hash, body] of Object.entries(bodies))
        await bench.services.store.db.insertInto('content').values({ tenant: 'main', hash, body }).execute();
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const room = async (name: string, document: object, files: number, bytes: number) => {
      const { db } = bench.services.store;
      const contents = { 'a.json': 'a', 'b.json': 'b', 'c.json': 'c', 'd.json': 'a' };
      const kept = await withRoom(db, engine, 'main', contents, JSON.stringify(document), name, {
        files,
        bytes,
      });
      return Object.keys(kept)
        .map((one) => one[0])
        .join('');
    };

    it('are kept, used or not, where there is room', async () => {
      assert.equal(await room('d.json', naming(), 4, 20), 'abcd');
    });

    it('make room where there is none, unless the plan names them: the oldest first', async () => {
      assert.equal(await room('d.json', naming(), 3, 100), 'bcd');
      assert.equal(await room('d.json', naming('a.json'), 3, 100), 'acd');
      assert.equal(await room('d.json', naming('a.json'), 4, 19), 'acd', 'é is two bytes');
    });

    it('are refused where the plan names all of them, with what to do', async () => {
      const all = naming('a.json', 'b.json', 'c.json');
      await assert.rejects(room('d.json', all, 3, 100), /at most 3 contents/);
      await assert.rejects(room('d.json', all, 4, 19), /at most 4 contents/);
    });

    it('and a request is answered so', async () => {
      const { db } = bench.services.store;
      const names = Array.from({ length: MAX_CONTENTS }, (_, i) => `f${i}.json`);
      await db
        .insertInto('draft')
        .values({
          tenant: 'main',
          space: 'school:0750001A',
          version: 1,
          document: JSON.stringify(naming(...names)),
          contents: JSON.stringify(Object.fromEntries(names.map((name) => [name, 'a']))),
        })
        .execute();
      const put = async (name: string) =>
        bench.call('PUT', `/content/${name}${SPACE}`, { token: await editor(), body: { title: 'x' } });
      assert.equal((await put('f1.json')).status, 204, 'one of the same name takes its place');
      const refused = await put('more.json');
      assert.equal(refused.status, 413);
      const { detail, remedy } = (await refused.json()) as Problem;
      assert.match(detail ?? '', /500 contents, of 64 MiB/);
      assert.ok(remedy);
      const kept = await db.selectFrom('content').select('hash').execute();
      assert.equal(kept.length, 4, 'what was refused is not there either');
    });
  });
