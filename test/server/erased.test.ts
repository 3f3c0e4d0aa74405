/** What is past its time is gone, from tables and files, and what is kept is its owner's alone. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openSqlite } from '../../src/server/store/database.js';
import { ENGINES, endPostgres, openBench, publish, type Bench } from './support/bench.js';
import { admin } from './support/tokens.js';

const SPACE = 'school:0750001A';
const naming = (name: string) => ({
  version: 1,
  campaigns: [{ id: 'a', kind: 'banner', content: { src: `content/${name}` } }],
});
const put = async (bench: Bench, name: string, title: string, space = SPACE) =>
  assert.equal(
    (await bench.call('PUT', `/content/${name}?space=${space}`, { token: await admin(), body: { title } }))
      .status,
    204,
  );
const bodies = async (bench: Bench): Promise<string[]> => {
  const rows = await bench.services.store.db.selectFrom('content').select('body').execute();
  return rows.map(({ body }) => (JSON.parse(body) as { title: string }).title).sort();
};

after(endPostgres);

for (const engine of ENGINES)
  describe(`the daily jobs on ${engine}`, () => {
    it('remove contents that nothing names, and requests past their time', async (t) => {
      const bench = await openBench(engine);
      t.after(() => bench.close());
      const { db } = bench.services.store;
      await put(bench, 'x.json', 'en ligne');
      assert.equal((await publish(bench, naming('x.json'), SPACE)).status, 200);
      await put(bench, 'x.json', 'ni lu ni publié');
      await put(bench, 'x.json', 'brouillon');
      await put(bench, 'y.json', 'en attente', 'all');
      const { contents } = await db
        .selectFrom('draft')
        .select('contents')
        .where('space', '=', 'all')
        .executeTakeFirstOrThrow();
      await put(bench, 'y.json', 'brouillon de l’ENT', 'all');
      const request = { tenant: 'main', document: '{}', actor: 'x', note: null, restored_from: null };
      await db
        .insertInto('pending')
        .values([
          { ...request, space: 'all', contents, at: new Date().toISOString() },
          { ...request, space: SPACE, contents: '{}', at: '2020-01-01T00:00:00.000Z' },
        ])
        .execute();
      const gone = await bench.services.jobs();
      assert.deepEqual([gone?.['content'], gone?.['pending']], [1, 1]);
      assert.deepEqual(await bodies(bench), ['brouillon', 'brouillon de l’ENT', 'en attente', 'en ligne']);
    });
  });

describe('the files of a database', () => {
  it('have nothing of what was erased, once the jobs have run', async (t) => {
    const bench = await openBench('sqlite');
    t.after(() => bench.close());
    const file = join(bench.services.settings.data, 'sentier.db');
    const words = 'à ne plus jamais lire';
    const found = (): boolean =>
      [file, `${file}-wal`].some((one) => existsSync(one) && readFileSync(one).includes(words));
    await put(bench, 'x.json', words + ' '.repeat(20_000));
    await put(bench, 'z.json', words);
    assert.ok(found());
    for (const name of ['x.json', 'z.json']) await put(bench, name, 'autre');
    await bench.services.jobs();
    assert.ok(!found());
  });

  it('are their owner’s alone where they are made here; what is there already stays as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentier-modes-'));
    const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    const made = join(folder, 'data', 'sentier.db');
    const store = await openSqlite(made);
    await store.write(async (db) => db.schema.createTable('t').addColumn('a', 'text').execute());
    assert.deepEqual(
      [join(made, '..'), made, `${made}-wal`].map((path) => modeOf(path)),
      ['700', '600', '600'],
    );
    await store.close();
    const own = join(folder, 'own');
    mkdirSync(own);
    chmodSync(own, 0o755);
    chmodSync(made, 0o640);
    await (await openSqlite(join(own, 'sentier.db'))).close();
    await (await openSqlite(made)).close();
    assert.deepEqual([modeOf(own), modeOf(made)], ['755', '640']);
    rmSync(folder, { recursive: true });
  });
});
