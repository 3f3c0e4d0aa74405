/** What pages send: taken once, or refused with a reason, on both databases. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type Bench,
  collect,
  endPostgres,
  ENGINES,
  newId,
  openBench,
  ORIGIN,
  outcome,
  PLAN,
  publish,
  response,
  rowsOf,
  today,
} from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const daysAgo = (days: number): string => new Date(Date.now() - days * 864e5).toISOString().slice(0, 10);

interface Counts {
  responses?: number;
  outcomes?: Record<string, number>;
}

for (const engine of ENGINES)
  describe(`POST /collect on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { threshold: 2 });
      assert.equal((await publish(bench, PLAN)).status, 200);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const counts = async (campaign: string): Promise<Counts> =>
      (await bench.call('GET', `/results/${campaign}`, { token: await admin() })).json() as Promise<Counts>;
    const rows = (table: Parameters<typeof rowsOf>[1]) => rowsOf(bench, table);

    it('takes a row once, however often and in whatever batch it comes', async () => {
      const row = outcome('shown');
      const [first, ...others] = await Promise.all([1, 2, 3].map(() => collect(bench, [row, row])));
      const all = [first!, ...others];
      assert.equal(all.flatMap(({ accepted }) => accepted).length, 1);
      assert.equal(all.flatMap(({ known }) => known).length, 5);
      assert.deepEqual((await collect(bench, [row])).known, [row.id]);
      assert.equal((await counts('visite')).outcomes?.['shown'], 1);
    });

    it('refuses another row under a known id with 422, and counts nothing of it', async () => {
      const row = outcome('completed');
      await collect(bench, [row]);
      const before = await counts('visite');
      const answer = await bench.call('POST', '/collect', {
        body: { envelopes: [{ ...row, data: { type: 'dismissed' } }] },
        headers: { origin: ORIGIN },
      });
      assert.equal(answer.status, 422);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      const problem = (await answer.json()) as { refused: { id: string; reason: string }[] };
      assert.deepEqual(problem.refused, [
        { id: row.id, reason: 'id: another row was received under this id' },
      ]);
      assert.deepEqual(await counts('visite'), before);
    });

    it('takes what it can of a batch and says of each other row where its fault is', async () => {
      const good = outcome('shown');
      const faults: [object, RegExp][] = [
        [outcome('shown', { day: '2026-02-30' }), /^day:/],
        [outcome('shown', { day: `${today()}T10:00` }), /^day:/],
        [outcome('shown', { day: daysAgo(-3) }), /^day: .*clock/],
        [outcome('shown', { day: daysAgo(60) }), /^day:/],
        [outcome('shown', { campaign: 'inconnue' }), /^campaign: inconnue/],
        [outcome('shown', { campaign: 'constructor' }), /^campaign:/],
        [outcome('shown', { version: '1' }), /^version:/],
        [outcome('shown', { audience: { profile: 'x y' } }), /^audience\.profile:/],
        [outcome('shown', { audience: [] }), /^audience/],
        [outcome('shown', { type: 'gossip' }), /^type:/],
        [outcome('SHOWN!'), /^data\.type:/],
        [response({ facile: { a: { b: 1 } } }), /^data\.answers\.facile:/],
        [response({ 'no id!': 1 }), /^data\.answers\.no id!:/],
        [outcome('shown', { data: { type: 'shown', more: 'x'.repeat(17_000) } }), /^data: at most 16 KiB/],
      ];
      const receipt = await collect(bench, [good, ...faults.map(([row]) => row), 7]);
      assert.deepEqual(receipt.accepted, [good.id]);
      faults.forEach(([, reason], i) => assert.match(receipt.refused[i]?.reason ?? '', reason));
      assert.equal(receipt.refused.at(-1)?.reason, 'an object is expected');
    });

    it('keeps known fields only, and the key of nobody', async () => {
      const token = await sign({}, 'somebody-with-a-key');
      const { accepted } = await collect(
        bench,
        [
          response(
            { mots: 'bien' },
            { login: 'nadia', ip: '10.0.0.1', audience: { profile: 'guardian', name: 'N' } },
          ),
        ],
        token,
      );
      assert.equal(accepted.length, 1);
      const { db } = bench.services.store;
      const everything = JSON.stringify(
        await Promise.all(
          (['response', 'marker', 'receipt', 'rollup', 'progress', 'audit'] as const).map((table) =>
            db.selectFrom(table).selectAll().execute(),
          ),
        ),
      );
      assert.doesNotMatch(everything, /somebody-with-a-key|nadia|10\.0\.0\.1/);
      const [kept] = await db.selectFrom('response').selectAll().where('profile', '=', 'guardian').execute();
      assert.ok(kept && kept.key !== accepted[0], 'the page’s id is not the answer’s');
    });

    it('takes one answer of one person, without joining the two', async () => {
      const token = await sign({}, 'twice');
      const before = [await rows('response'), await rows('marker'), await rows('receipt')];
      assert.equal((await collect(bench, [response({ facile: 3 })], token)).accepted.length, 1);
      const again = await collect(bench, [response({ facile: 10 })], token);
      assert.match(again.refused[0]?.reason ?? '', /answered already/);
      // Refused is not received: the id is free again, and nothing was counted.
      assert.deepEqual(
        [await rows('response'), await rows('marker'), await rows('receipt')],
        before.map((n) => n + 1),
      );
      // A new version is another question; another person is another person.
      await publish(bench, {
        ...PLAN,
        campaigns: PLAN.campaigns.map((one) => (one.id === 'avis' ? { ...one, version: 2 } : one)),
      });
      assert.equal(
        (await collect(bench, [response({ facile: 3 }, { version: 2 })], token)).accepted.length,
        1,
      );
      assert.equal(
        (await collect(bench, [response({ facile: 3 })], await sign({}, 'other'))).accepted.length,
        1,
      );
    });

    it('a row that comes again without its person’s session, or then with it, is the same row', async () => {
      const token = await sign({ schools: ['0750001A'] }, 'gone-home');
      const rowsToo = [outcome('shown'), response({ facile: 4 })];
      const ids = rowsToo.map(({ id }) => id);
      assert.deepEqual((await collect(bench, [rowsToo[0]!], token)).accepted, [ids[0]]);
      assert.deepEqual((await collect(bench, rowsToo)).known, [ids[0]]);
      const { known, refused } = await collect(bench, rowsToo, token);
      assert.deepEqual([known.sort(), refused], [[...ids].sort(), []]);
    });

    it('an answer that comes without a session marks nobody', async () => {
      const before = [await rows('response'), await rows('marker')];
      assert.equal((await collect(bench, [response({ facile: 2 })])).accepted.length, 1);
      assert.deepEqual([await rows('response'), await rows('marker')], [before[0]! + 1, before[1]!]);
      const next = await sign({}, 'who-came-next');
      assert.equal((await collect(bench, [response({ facile: 6 })], next)).accepted.length, 1);
    });

    it('where a session is needed a row without one is neither taken nor known: it may come later', async () => {
      const strict = await openBench(engine, { collect: { anonymous: false } });
      await publish(strict, PLAN);
      const row = response({ facile: 9 });
      const sent = { body: { envelopes: [row] }, headers: { origin: ORIGIN } };
      assert.equal((await strict.call('POST', '/collect', sent)).status, 401);
      assert.deepEqual((await collect(strict, [row], await sign({}, 'back-again'))).accepted, [row.id]);
      await strict.close();
    });

    it('two answers of one person in one batch are one', async () => {
      const { accepted, refused } = await collect(
        bench,
        [response({ facile: 1 }), response({ facile: 2 })],
        await sign({}, 'hasty'),
      );
      assert.deepEqual([accepted.length, refused.length], [1, 1]);
    });

    it('lays answers and marks so that their order tells nothing', async () => {
      const people = Array.from({ length: 40 }, (_, i) => i);
      for (const i of people)
        await collect(bench, [response({ facile: i % 11 })], await sign({}, `ordered-${i}`));
      await bench.services.jobs();
      const { db } = bench.services.store;
      assert.equal(
        (await db.selectFrom('marker').select('marker').where('fresh', '=', 1).execute()).length,
        0,
      );
      const place = engine === 'postgres' ? 'ctid' : undefined;
      for (const [table, key] of [
        ['marker', 'marker'],
        ['response', 'key'],
      ] as const) {
        const { sql } = await import('kysely');
        const { rows: found } = await sql<{ key: string; x?: string }>`
          select ${sql.ref(key)} as key ${place ? sql`, xmin::text as x` : sql``} from ${sql.table(table)}
          ${place ? sql`order by ctid` : sql``}`.execute(db);
        const keys = found.map((one) => one.key);
        assert.ok(keys.length >= 40);
        assert.deepEqual(keys, [...keys].sort(), `${table} lies in the order of its keys`);
        if (place) assert.equal(new Set(found.map(({ x }) => x)).size, 1, 'one transaction wrote them all');
      }
    });

    it('never refuses a class behind one address, and refuses one key that goes on and on', async () => {
      const small = await openBench(engine, { limits: { userBurst: 10, userRate: 1 } });
      await publish(small, PLAN);
      const pupils = await Promise.all(
        Array.from({ length: 40 }, (_, i) => sign({ schools: ['0750001A'] }, `p${i}`)),
      );
      const receipts = await Promise.all(
        pupils.map((token) =>
          collect(
            small,
            Array.from({ length: 8 }, () => outcome('shown')),
            token,
          ),
        ),
      );
      assert.ok(receipts.every(({ accepted }) => accepted.length === 8));
      const abusive = await small.call('POST', '/collect', {
        token: pupils[0]!,
        body: { envelopes: Array.from({ length: 8 }, () => outcome('shown')) },
      });
      assert.equal(abusive.status, 429);
      assert.ok(Number(abusive.headers.get('retry-after')) >= 1);
      assert.equal((await collect(small, [outcome('shown')], pupils[1])).accepted.length, 1);
      await small.close();
    });

    it('is for pages of the ENT: by token, or by origin', async () => {
      const send = (
        headers: Record<string, string>,
        body = JSON.stringify({ envelopes: [outcome('shown')] }),
      ) => bench.app.request('/collect', { method: 'POST', headers, body });
      const json = { 'content-type': 'application/json' };
      assert.equal((await send(json)).status, 403, 'no origin');
      assert.equal((await send({ ...json, origin: 'https://ailleurs.example' })).status, 403);
      assert.equal((await send({ ...json, origin: 'null' })).status, 403);
      assert.equal((await send({ ...json, origin: ORIGIN })).status, 200);
      assert.equal((await send({ 'content-type': 'text/plain', origin: ORIGIN })).status, 200);
      const token = await sign();
      assert.equal(
        (await send({ 'content-type': 'text/plain', origin: ORIGIN, authorization: `Bearer ${token}` }))
          .status,
        415,
      );
      assert.equal(
        (await send({ ...json, cookie: `sentier_token=${token}`, origin: 'https://ailleurs.example' }))
          .status,
        403,
      );
      assert.equal((await send({ ...json, cookie: `sentier_token=${token}`, origin: ORIGIN })).status, 200);
      assert.equal((await send({ 'content-type': 'application/xml', origin: ORIGIN })).status, 415);
    });

    it('knows its own origin behind a proxy: by Host, however it is written, or by its public address', async () => {
      const lines: string[] = [];
      const behind = await openBench(
        engine,
        { publicUrl: 'https://ent.example/sentier', origins: [], log: 'warn' },
        undefined,
        { log: { write: (line) => void lines.push(line) } },
      );
      const send = async (origin: string, host: string) =>
        (
          await behind.app.request('/collect', {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin, host },
            body: JSON.stringify({ envelopes: [outcome('shown')] }),
          })
        ).status;
      // 422: the row is of a campaign that was not published here; where it came from was not refused.
      assert.equal(await send('https://ent.example', 'sentier:4180'), 422);
      assert.equal(await send('https://autre.example', 'Autre.Example:443'), 422);
      assert.equal(await send('http://autre.example', 'autre.example:80'), 422);
      assert.equal(await send('https://autre.example:8443', 'autre.example:8443'), 422);
      assert.deepEqual(lines, []);
      assert.equal(await send('http://ent.example', 'sentier:4180'), 403, 'another scheme');
      assert.equal(await send('https://autre.example:8443', 'autre.example'), 403, 'another port');
      assert.equal(await send('https://ailleurs.example', 'sentier:4180'), 403);
      assert.equal(await send('https://ailleurs.example', 'sentier:4180'), 403);
      const told = lines.map((line) => JSON.parse(line) as { level: number; origin: string; host: string });
      assert.deepEqual(
        told.map(({ level, origin, host }) => [level, origin, host]),
        [
          [40, 'ent.example', 'sentier:4180'],
          [40, 'autre.example:8443', 'autre.example'],
          [40, 'ailleurs.example', 'sentier:4180'],
        ],
        'each pair once',
      );
      await behind.close();
    });

    it('reads the cookie beside the password of a proxy', async () => {
      const headers = { cookie: `sentier_token=${await sign()}` };
      const ask = (more: Record<string, string>) =>
        bench.call('GET', '/progress', { headers: { ...headers, ...more } }).then(({ status }) => status);
      assert.equal(await ask({ authorization: 'Basic dXNlcjpwYXNz' }), 200);
      assert.equal(await ask({ authorization: 'Bearer' }), 401);
      assert.equal(await ask({ authorization: 'Basic dXNlcjpwYXNz', cookie: '' }), 401);
    });

    it('refuses bodies that are too big, too deep, no JSON or no batch, with nothing written', async () => {
      const before = await rows('receipt');
      const send = (body: string) =>
        bench.call('POST', '/collect', { body, headers: { origin: ORIGIN } }).then(({ status }) => status);
      assert.equal(
        await send(JSON.stringify({ envelopes: [outcome('shown', { x: 'x'.repeat(66_000) })] })),
        413,
      );
      assert.equal(await send('{"envelopes":'), 400);
      assert.equal(await send(`{"envelopes":[${'['.repeat(5000)}${']'.repeat(5000)}]}`), 400);
      assert.equal(await send('[]'), 422);
      assert.equal(await send('{"envelopes":{}}'), 422);
      assert.equal(await rows('receipt'), before);
    });

    it('takes no prototype from a body', async () => {
      const id = newId();
      const { accepted } = await collect(bench, [
        JSON.parse(
          `{"id":"${id}","type":"response","campaign":"avis","version":1,"day":"${today()}","audience":{"__proto__":{"profile":"head"}},"data":{"answers":{"__proto__":{"x":1},"facile":5}}}`,
        ) as object,
      ]);
      assert.deepEqual(accepted, [id]);
      assert.equal(({} as Record<string, unknown>)['x'], undefined);
    });

    it('takes at most 200 rows: what is longer is refused as a whole, for a page to halve, at nobody’s cost', async () => {
      const small = await openBench(engine, { limits: { userBurst: 200, userRate: 1 } });
      await publish(small, PLAN);
      const token = await sign({}, 'much-to-tell');
      const many = Array.from({ length: 203 }, () => outcome('shown'));
      const answer = await small.call('POST', '/collect', { token, body: { envelopes: many } });
      assert.equal(answer.status, 413);
      assert.ok((await answer.text()).length < 400);
      assert.equal((await collect(small, many.slice(3), token)).accepted.length, 200);
      await small.close();
    });
  });
