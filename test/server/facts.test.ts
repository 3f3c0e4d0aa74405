/** Answers are read, and taken back, with the words that they were given under; on both databases. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Issue } from '../../src/model/contract/problem.js';
import type { CampaignResults } from '../../src/model/contract/results.js';
import { datesOf } from '../../src/server/results/dates.js';
import { migrate } from '../../src/server/store/migrations.js';
import {
  collect,
  ENGINES,
  endPostgres,
  openBench,
  publish,
  response,
  today,
  type Bench,
} from './support/bench.js';
import { admin } from './support/tokens.js';

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const ago = (days: number) => new Date(Date.parse(today()) - days * 864e5).toISOString().slice(0, 10);
const survey = (version: number, questions: object[], id = 'avis') => ({
  version: 1,
  settings: { locale: 'fr' },
  campaigns: [{ id, kind: 'survey', version, title: 'Avis', content: { title: 'Avis', questions } }],
});
const choice = (options: unknown[], more: object = {}) => ({
  id: 'q',
  kind: 'choice',
  title: 'Alors\u202f?',
  options,
  ...more,
});

async function send(bench: Bench, rows: unknown[]): Promise<void> {
  const receipt = await collect(bench, rows);
  assert.equal(receipt.accepted.length, rows.length, JSON.stringify(receipt).slice(0, 300));
}
const read = async (bench: Bench, path: string) =>
  (await (await bench.call('GET', `/results/${path}`, { token: await admin() })).json()) as CampaignResults;
const csv = async (bench: Bench, path: string) =>
  (await bench.call('GET', `/results/${path}`, { token: await admin() })).text();
const said = ({ questions }: CampaignResults, i = 0) =>
  Object.fromEntries(
    Object.entries(questions[i]?.total?.answers ?? {}).map(([id, n]) => [
      questions[i]?.options.find((one) => one.id === id)?.label ?? id,
      n,
    ]),
  );
const issuesOf = async (answer: Response) => ((await answer.json()) as { issues?: Issue[] }).issues ?? [];

for (const engine of ENGINES)
  describe(`a version’s own words, on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { threshold: 5, collect: { pastDays: 4000, anonymousGroups: true } });
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });

    it('a new version does not turn the answers of the old one round, nor hide its questions', async () => {
      const second = { id: 'r', kind: 'boolean', title: 'Encore\u202f?' };
      await publish(bench, survey(1, [choice(['Oui', 'Non']), second]));
      await send(
        bench,
        times(12, () => response({ q: '1', r: 'yes' })),
      );
      assert.equal((await publish(bench, survey(2, [choice(['Non', 'Oui'])]))).status, 200);
      // From a page that was open.
      await send(
        bench,
        times(3, () => response({ q: '1', r: 'no' })),
      );
      await send(
        bench,
        times(6, () => response({ q: '1' }, { version: 2 })),
      );
      const old = await read(bench, 'avis?version=1');
      assert.deepEqual(said(old), { Oui: 15 });
      assert.deepEqual(said(old, 1), { yes: 12, no: 3 });
      assert.deepEqual(said(await read(bench, 'avis')), { Non: 6 });
      const table = await csv(bench, 'avis.csv?version=1');
      assert.match(table, /"réponse";"Alors\u202f\?";"Oui";"";"";15/);
      assert.match(table, /Encore\u202f\?/);
    });

    it('what is stored is given its words, and counted anew with them', async () => {
      const { store } = bench.services;
      await sql`drop table campaign_facts`.execute(store.db);
      await sql`alter table response drop column edition`.execute(store.db);
      await sql`delete from migration where name = '007-facts-by-version'`.execute(store.db);
      await sql`delete from rollup where metric like 'q.%' and item = '=1' and version = 1`.execute(store.db);
      assert.deepEqual(await migrate(store), ['007-facts-by-version']);
      const old = await read(bench, 'avis?version=1');
      assert.deepEqual([said(old), said(old, 1)], [{ Oui: 15 }, { yes: 12, no: 3 }]);
      const rows = await store.db.selectFrom('response').select(['version', 'edition']).execute();
      assert.ok(rows.every(({ version, edition }) => version === edition));
    });

    it('questions with answers do not change unheard; where answers would be misread, not at all', async () => {
      const id = 'dite';
      await publish(bench, survey(1, [choice(['Oui', 'Non'])], id));
      assert.deepEqual(await issuesOf(await publish(bench, survey(1, [choice(['Non', 'Oui'])], id))), []);
      await publish(bench, survey(1, [choice(['Oui', 'Non'])], id));
      await send(bench, [response({ q: '1' }, { campaign: id })]);
      const swapped = await publish(bench, survey(1, [choice(['Non', 'Oui'])], id));
      assert.equal(swapped.status, 422);
      const [fault] = await issuesOf(swapped);
      assert.deepEqual([fault?.path, fault?.campaign], ['campaigns[0].version', id]);
      assert.match(fault!.message, /déjà des réponses.*Alors\u202f\?.*"version": 2/s);
      const reworded = await publish(bench, survey(1, [choice(['Oui\u202f!', 'Non'])], id));
      assert.equal(reworded.status, 200);
      assert.deepEqual(
        (await issuesOf(reworded)).map(({ severity }) => severity),
        ['warning'],
      );
      const raised = await publish(bench, survey(2, [choice(['Non', 'Oui'])], id));
      assert.deepEqual(await issuesOf(raised), []);
    });

    it('what goes is taken from where it was counted, though options have changed since', async () => {
      const id = 'courte';
      const notice = { controller: 'L’école', purpose: 'Aider', retention: 'P30D' };
      const plan = (options: object[]) => {
        const made = survey(1, [choice(options)], id);
        return {
          ...made,
          campaigns: made.campaigns.map((one) => ({ ...one, content: { ...one.content, privacy: notice } })),
        };
      };
      const no = { id: 'no', label: 'Non' };
      await publish(bench, plan([{ id: 'yes', label: 'Oui' }, no]));
      await send(bench, [
        ...times(10, () => response({ q: 'yes' }, { campaign: id, day: ago(60) })),
        // Counted before it has a name.
        ...times(4, () => response({ q: 'si' }, { campaign: id, day: ago(60) })),
        ...times(6, () => response({ q: 'no' }, { campaign: id })),
      ]);
      await publish(bench, plan([{ id: 'si', label: 'Si' }, no]));
      // The collector looks once a second whether a version that it knows has changed.
      await new Promise((done) => setTimeout(done, 1100));
      await send(
        bench,
        times(5, () => response({ q: 'si' }, { campaign: id })),
      );
      const before = await read(bench, id);
      assert.deepEqual(said(before), { Oui: 10, '?': 4, Non: 6, Si: 5 });
      assert.equal((await bench.services.jobs())?.['response'], 14);
      const { total } = (await read(bench, id)).questions[0]!;
      assert.deepEqual([total?.n, total?.answers], [11, { no: 6, si: 5 }]);
    });

    it('words beside "other" are read, and counted by name', async () => {
      const id = 'autre';
      const own = choice(['Le midi'], { id: 'p', other: 'Une autre fois' });
      await publish(bench, survey(1, [choice(['Le matin'], { other: true }), own], id));
      await send(bench, [
        ...times(6, (i) => response({ q: 'other', 'q:other': `le soir ${i}` }, { campaign: id })),
        ...times(6, () => response({ q: '1' }, { campaign: id })),
        ...times(4, () => response({ p: 'other', 'p:other': 'secret' }, { campaign: id })),
        ...times(2, () => response({ p: '1' }, { campaign: id })),
      ]);
      const results = await read(bench, id);
      assert.deepEqual(said(results), { Autre: 6, 'Le matin': 6 });
      assert.deepEqual(
        results.questions[0]?.texts,
        times(6, (i) => `le soir ${i}`),
      );
      assert.deepEqual(said(results, 1), { 'Une autre fois': 4, 'Le midi': 2 });
      const table = await csv(bench, `${id}.csv`);
      assert.match(table, /"réponse";"Alors\u202f\?";"Autre"/);
      assert.match(table, /"texte";"Alors\u202f\?";"le soir 0"/);
      assert.doesNotMatch(table + JSON.stringify(results), /secret/, 'four are too few');
    });

    it('days are told where enough people gave them, and of no group', async () => {
      const id = 'jour';
      await publish(bench, survey(1, [{ id: 'd', kind: 'date', title: 'Quand\u202f?' }], id));
      await send(bench, [
        ...times(7, () => response({ d: '2026-09-14' }, { campaign: id })),
        ...times(5, (i) => response({ d: `2026-10-0${i + 1}` }, { campaign: id })),
      ]);
      const [question] = (await read(bench, id)).questions;
      assert.deepEqual(question?.total, { n: 12, answers: { '2026-09-14': 7, '2026-10': 5 } });
      assert.ok(question?.by.profile?.groups.every(({ answers }) => !Object.keys(answers).length));
      assert.match(await csv(bench, `${id}.csv`), /"réponse";"Quand\u202f\?";"2026-09-14";"";"";7/);
      const cut = await bench.services.store.db
        .selectFrom('rollup')
        .select('item')
        .where('campaign', '=', id)
        .where('cut', '!=', '')
        .where('item', 'like', '=2026%')
        .execute();
      assert.deepEqual(cut, [], 'nor kept by group');
    });
  });

describe('days behind the threshold', () => {
  for (const [name, given, told] of [
    ['enough', { '2026-09-14': 5 }, { '2026-09-14': 5 }],
    ['a few of one month', { '2026-09-14': 3, '2026-09-15': 2 }, { '2026-09': 5 }],
    [
      'one beside many',
      { '2026-09-14': 9, '2026-09-15': 1, '2026-10-01': 5 },
      { '2026-09': 10, '2026-10-01': 5 },
    ],
    ['a few of one year', { '2026-01-14': 3, '2026-09-15': 2 }, { '2026': 5 }],
    ['birthdays', { '2011-01-14': 1, '2012-09-15': 2, '2013-01-01': 3 }, { '?': 6 }],
    ['nothing that is a day', { '2026-09-14': 6, '?': 1 }, { '?': 7 }],
    ['five of either', { '2026-09-14': 6, '?': 5 }, { '2026-09-14': 6, '?': 5 }],
  ] as const)
    it(name, () => assert.deepEqual(datesOf(given, 5), told));
});
