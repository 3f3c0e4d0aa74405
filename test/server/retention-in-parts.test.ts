/** SQLite has one writer: who sends while much is forgotten gets a turn. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openBench, PLAN, publish, today } from './support/bench.js';

it('pages that send are let in between the parts of a long retention', async () => {
  const bench = await openBench('sqlite', { retentionMonths: 1 });
  await publish(bench, PLAN);
  const { store } = bench.services;
  const tenant = 'main';
  await store.db.insertInto('counted').values({ tenant, campaign: 'avis', version: 1 }).execute();
  const old = { day: '2020-01-01', profile: 'teacher', degree: '1d', school: '', answers: '{"facile":3}' };
  const total = 4000;
  await store.write(async (db) => {
    for (let i = 0; i < total; i += 1000)
      await db
        .insertInto('response')
        .values(
          Array.from({ length: 1000 }, (_, k) => ({
            tenant,
            key: `key-${i + k}`,
            campaign: 'avis',
            version: 1,
            ...old,
            worded: 0 as const,
            fresh: 0 as const,
            edition: 0,
          })),
        )
        .execute();
  });
  let isDone = false;
  const jobs = bench.services.jobs().finally(() => (isDone = true));
  const seen = new Set<number>();
  while (!isDone)
    seen.add(
      await store.write(async (db) => {
        const row = await db
          .selectFrom('response')
          .select((all) => all.fn.countAll().as('n'))
          .executeTakeFirst();
        return Number(row?.n);
      }),
    );
  assert.equal((await jobs)?.['response'], total);
  assert.ok(
    [...seen].some((left) => left > 0 && left < total),
    [...seen].join(),
  );
  assert.deepEqual(await store.db.selectFrom('job').select('day').execute(), [{ day: today() }]);
  await bench.close();
});
