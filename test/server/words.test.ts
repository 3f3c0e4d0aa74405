/** Words of searches that found nothing: they may be a name, and do not stay. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { ResultsOverview } from '../../src/model/contract/results.js';
import { migrate } from '../../src/server/store/migrations.js';
import {
  collect,
  ENGINES,
  endPostgres,
  openBench,
  outcome,
  PLAN,
  publish,
  today,
  type Bench,
} from './support/bench.js';
import { admin } from './support/tokens.js';

const SCHOOL = '0750001A';
const daysAgo = (days: number): string =>
  new Date(Date.parse(today()) - days * 864e5).toISOString().slice(0, 10);
const search = (words: string, n: number, days: number) =>
  Array.from({ length: n }, () =>
    outcome('unanswered', {
      campaign: 'help',
      day: daysAgo(days),
      audience: { profile: 'teacher', degree: '1d', school: SCHOOL },
      data: { type: 'unanswered', step: words },
    }),
  );

for (const engine of ENGINES)
  describe(`words searched for, on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { threshold: 5, collect: { pastDays: 4000 } });
      assert.equal((await publish(bench, PLAN)).status, 200);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const words = async (cut: string) => {
      const rows = await bench.services.store.db
        .selectFrom('rollup')
        .select(['school', 'item', 'n'])
        .where('metric', '=', 's')
        .where('cut', '=', cut)
        .execute();
      const sums = new Map<string, number>();
      for (const { school, item, n } of rows)
        sums.set(`${school} ${item.slice(1)}`, (sums.get(`${school} ${item.slice(1)}`) ?? 0) + n);
      return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
    };

    it('go with their week, and rare ones after some weeks in which nobody searched for them', async () => {
      const rows = [
        ...search('mot de passe', 6, 800),
        ...search('mot de passe', 7, 100),
        ...search('ancien portail', 8, 800),
        ...search('nadia martin', 3, 100),
        ...search('dupont', 3, 100),
        ...search('dupont', 1, 1),
        ...search('casier', 2, 10),
      ];
      // In one request they would be one.
      for (const row of rows) assert.equal((await collect(bench, [row])).accepted.length, 1);
      const gone = await bench.services.jobs();
      const kept = { casier: 2, dupont: 4, 'mot de passe': 7, '…': 3 };
      const inBoth = Object.fromEntries(
        ['', SCHOOL].flatMap((school) => Object.entries(kept).map(([word, n]) => [`${school} ${word}`, n])),
      );
      assert.deepEqual(await words(''), inBoth);
      assert.deepEqual(await words('seen'), inBoth);
      assert.equal(gone?.['words'], 8, 'two old weeks, and a total and a week of the name, here and there');
      const { searches } = (await (
        await bench.call('GET', '/results', { token: await admin() })
      ).json()) as ResultsOverview;
      assert.deepEqual(searches, { words: [{ text: 'mot de passe', n: 7 }], rare: 9 });
    });

    it('that were kept without a week get the last in which there was one', async () => {
      const { store } = bench.services;
      await store.db.deleteFrom('rollup').where('cut', '=', 'seen').execute();
      const key = { tenant: 'main', campaign: 'help', version: 1, school: '', metric: 's' };
      await store.db
        .insertInto('rollup')
        .values({ ...key, campaign: 'old', cut: '', value: '', item: '=nadia', n: 1 })
        .execute();
      await store.db.insertInto('counted').values({ tenant: 'main', campaign: 'old', version: 1 }).execute();
      // As a database that an earlier version wrote.
      await sql`delete from migration where name = '005-words'`.execute(store.db);
      assert.deepEqual(await migrate(store), ['005-words']);
      assert.deepEqual(await words('seen'), await words(''));
      const weeks = await store.db
        .selectFrom('rollup')
        .select(['campaign', 'value'])
        .distinct()
        .where('cut', '=', 'seen')
        .orderBy('campaign')
        .execute();
      assert.equal(weeks.length, 2);
      assert.ok(weeks[0]!.value >= daysAgo(8), 'the week of the last search');
      assert.deepEqual(weeks[1], { campaign: 'old', value: '1970-01-05' });
      await store.db.deleteFrom('job').execute();
      await bench.services.jobs();
      assert.doesNotMatch(JSON.stringify(await words('')), /nadia/);
      assert.match(JSON.stringify(await words('')), /casier/);
    });
  });
