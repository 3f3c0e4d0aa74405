/** Problems that people report: kept with what they chose to say, read by the administrators of their school, and forgotten. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { receiptOf } from '../../src/core/help/report.js';
import type { AuditList } from '../../src/model/contract/publishing.js';
import type { SupportList, SupportReport } from '../../src/model/contract/support.js';
import {
  collect,
  ENGINES,
  endPostgres,
  openBench,
  outcome,
  PICTURE,
  PLAN,
  publish,
  report,
  today,
  type Bench,
} from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const SCHOOL = '0750001A';
const ELSEWHERE = '0750002B';

for (const engine of ENGINES)
  describe(`reported problems on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { limits: { supportAnonymousPerHour: 500 } });
      assert.equal((await publish(bench, PLAN)).status, 200);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const schoolAdmin = () => sign({ role: 'admin', scope: { schools: [SCHOOL] } }, 'school-admin');
    const list = async (query = '', token?: string): Promise<SupportList> => {
      const answer = await bench.call('GET', `/support${query}`, { token: token ?? (await admin()) });
      assert.equal(answer.status, 200);
      return (await answer.json()) as SupportList;
    };
    const find = async (id: string, query = ''): Promise<SupportReport | undefined> =>
      (await list(query)).reports.find(({ number }) => number === receiptOf(id));

    it('are kept with the words, what was shown beside them, the picture and the number that the person has', async () => {
      const row = report({
        id: 'x',
        text: '  Rien ne s’ouvre.  ',
        page: '/notes/?eleve=nadia#a',
        service: 'notes',
        browser: 'Firefox 115, Linux',
        login: 'nadia',
        picture: PICTURE,
      });
      assert.deepEqual((await collect(bench, [row])).accepted, [row.id]);
      const kept = await find(row.id);
      assert.ok(kept);
      const { id, ...rest } = kept;
      assert.notEqual(id, row.id);
      assert.deepEqual(rest, {
        number: receiptOf(row.id),
        day: today(),
        school: '',
        profile: 'teacher',
        degree: '',
        category: 'broken',
        text: 'Rien ne s’ouvre.',
        facts: { page: '/notes/', service: 'notes', browser: 'Firefox 115, Linux' },
        picture: true,
      });
      const picture = await bench.call('GET', `/support/${id}/picture`, { token: await admin() });
      assert.equal(picture.headers.get('content-type'), 'image/jpeg');
      assert.equal(picture.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(Buffer.from(await picture.arrayBuffer()).toString('base64'), PICTURE.split(',')[1]);
    });

    it('are kept once, however often they are sent', async () => {
      const row = report({ text: 'Une fois.' });
      await Promise.all([collect(bench, [row]), collect(bench, [row])]);
      assert.deepEqual((await collect(bench, [row])).known, [row.id]);
      assert.equal((await list()).reports.filter(({ text }) => text === 'Une fois.').length, 1);
    });

    it('may hold as large a picture as the page makes, and say what is wrong with any other', async () => {
      const jpeg = (length: number) => `${PICTURE.slice(0, 36)}${'A'.repeat(length - 36)}`;
      const good = report({ picture: jpeg(44_000) });
      const faults: [Record<string, unknown>, RegExp][] = [
        [{ picture: jpeg(44_400) }, /^data\.picture: a JPEG .*44000/],
        [{ picture: 'data:image/svg+xml,<svg/>' }, /^data\.picture:/],
        [{ picture: 'data:image/jpeg;base64,PHN2Zz4=' }, /^data\.picture:/],
        [{ picture: false }, /^data\.picture:/],
        [{ text: ' ' }, /^data\.text:/],
        [{ text: 'x'.repeat(4001) }, /^data\.text:/],
        [{ category: 'a b' }, /^data\.category:/],
        [{ page: 7 }, /^data\.page:/],
        [{ more: 'x'.repeat(17_000) }, /^data: at most 16 KiB/],
      ];
      assert.deepEqual((await collect(bench, [good])).accepted, [good.id]);
      for (const [data, reason] of faults) {
        const { refused = [] } = await collect(bench, [report(data), outcome('shown')]);
        assert.match(refused[0]?.reason ?? '', reason);
      }
    });

    it('hold the key of nobody, nor anything that leads to it', async () => {
      const token = await sign({ schools: [SCHOOL] }, 'somebody-with-a-key');
      assert.equal((await collect(bench, [report({ text: 'Avec jeton.' })], token)).accepted.length, 1);
      const { db } = bench.services.store;
      const rows = await db.selectFrom('support').selectAll().execute();
      const everything = JSON.stringify([
        rows,
        await db.selectFrom('support_picture').selectAll().execute(),
        await db.selectFrom('receipt').selectAll().execute(),
      ]);
      for (const trace of [
        'somebody-with-a-key',
        bench.services.keys.user('somebody-with-a-key'),
        bench.services.keys.actor('somebody-with-a-key'),
        'nadia',
      ])
        assert.ok(!everything.includes(trace), trace);
      // Not even the school that the token names: the person may have taken it out of the form.
      assert.equal(rows.find(({ text }) => text === 'Avec jeton.')?.school, '');
    });

    it('are read by the administrators of their school, and by no other', async () => {
      const rows = [SCHOOL, ELSEWHERE].map((school) =>
        report({ text: `À ${school}` }, { audience: { school } }),
      );
      await collect(bench, [...rows, report({ text: 'Sans école' })]);
      const seen = (await list('', await schoolAdmin())).reports;
      assert.deepEqual([...new Set(seen.map(({ school }) => school))], [SCHOOL]);
      assert.ok(seen.some(({ text }) => text === `À ${SCHOOL}`));
      const all = (await list()).reports.map(({ text }) => text);
      for (const text of [`À ${SCHOOL}`, `À ${ELSEWHERE}`, 'Sans école']) assert.ok(all.includes(text), text);
      const one = (await list(`?space=school:${ELSEWHERE}`)).reports;
      assert.deepEqual(
        one.map(({ text }) => text),
        [`À ${ELSEWHERE}`],
      );
      for (const role of ['viewer', 'editor', 'publisher'] as const) {
        const token = await sign({ role, scope: { schools: [SCHOOL] } });
        assert.equal((await bench.call('GET', '/support', { token })).status, 403);
      }
      const foreign = one[0]!.id;
      for (const [method, path] of [
        ['GET', `/support/${foreign}/picture`],
        ['DELETE', `/support/${foreign}`],
        ['GET', `/support?space=school:${ELSEWHERE}`],
      ] as const)
        assert.equal((await bench.call(method, path, { token: await schoolAdmin() })).status, 404, path);
    });

    it('come a hundred at a time', async () => {
      const rows = Array.from({ length: 120 }, (_, i) =>
        report({ text: `Page ${i}` }, { audience: { school: '0750009Z' } }),
      );
      await collect(bench, rows);
      const token = await sign({ role: 'admin', scope: { schools: ['0750009Z'] } });
      const first = await list('', token);
      const second = await list(`?before=${first.next}`, token);
      assert.deepEqual([first.reports.length, second.reports.length, second.next], [100, 20, undefined]);
      assert.equal(new Set([...first.reports, ...second.reports].map(({ text }) => text)).size, 120);
      assert.equal((await bench.call('GET', '/support?before=x', { token })).status, 400);
    });

    it('are erased with their picture when they have been dealt with; who read and who erased is in the audit', async () => {
      const row = report({ text: 'Réglé.', picture: PICTURE }, { audience: { school: SCHOOL } });
      await collect(bench, [row]);
      const { id } = (await find(row.id, `?space=school:${SCHOOL}`))!;
      const token = await schoolAdmin();
      await bench.call('GET', `/support/${id}/picture`, { token });
      assert.equal((await bench.call('DELETE', `/support/${id}`, { token })).status, 204);
      assert.equal(await find(row.id, `?space=school:${SCHOOL}`), undefined);
      assert.equal((await bench.call('GET', `/support/${id}/picture`, { token })).status, 404);
      const pictures = await bench.services.store.db.selectFrom('support_picture').select('key').execute();
      assert.ok(!pictures.some(({ key }) => key === id));
      const { entries } = (await (
        await bench.call('GET', `/audit?space=school:${SCHOOL}`, { token })
      ).json()) as AuditList;
      const own = entries.filter(({ target }) => target === receiptOf(row.id));
      assert.deepEqual(own.map(({ action }) => action).sort(), ['support.erase', 'support.picture']);
      await list('', token);
      const { entries: now } = (await (
        await bench.call('GET', `/audit?space=school:${SCHOOL}`, { token })
      ).json()) as AuditList;
      assert.equal(now[0]?.action, 'support.read');
      assert.doesNotMatch(JSON.stringify(now), /Réglé/);
    });

    it('are forgotten after their months, sooner than answers', async () => {
      const short = await openBench(engine, { supportMonths: 1, collect: { pastDays: 400 } });
      await publish(short, PLAN);
      const old = new Date(Date.parse(today()) - 50 * 864e5).toISOString().slice(0, 10);
      await collect(short, [
        report({ text: 'Vieux', picture: PICTURE }, { day: old }),
        report({ text: 'Neuf', picture: PICTURE }),
      ]);
      assert.equal((await short.services.jobs())?.['support'], 1);
      const { db } = short.services.store;
      const left = await db.selectFrom('support').select(['key', 'text']).execute();
      assert.deepEqual(
        left.map(({ text }) => text),
        ['Neuf'],
      );
      assert.deepEqual(await db.selectFrom('support_picture').select('key').execute(), [
        { key: left[0]!.key },
      ]);
      await short.close();
    });
  });
