/** What somebody who knows which school is of which degree can find by subtraction, over all that both requests say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CampaignResults } from '../../src/model/contract/results.js';
import { collect, openBench, PLAN, publish, response, type Bench } from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const K = 5;

interface Cell {
  school: string;
  degree: string;
  n: number;
}

async function answer(bench: Bench, campaign: string, cells: readonly Cell[]): Promise<void> {
  const rows = cells.flatMap(({ school, degree, n }) =>
    Array.from({ length: n }, () =>
      response(
        { facile: 9 },
        {
          campaign,
          audience: JSON.parse(
            JSON.stringify({
              profile: 'teacher',
              school: school || undefined,
              degree: degree || undefined,
            }),
          ) as object,
        },
      ),
    ),
  );
  for (let i = 0; i < rows.length; i += 200)
    assert.equal((await collect(bench, rows.slice(i, i + 200))).refused.length, 0);
}

const read = async (bench: Bench, campaign: string, query: string, token: string): Promise<CampaignResults> =>
  (await bench.call('GET', `/results/${campaign}${query}`, { token })).json() as Promise<CampaignResults>;

/** Rows of a linear system brought to echelon form. */
function echelon(rows: readonly (readonly number[])[]): number[][] {
  const done = rows.map((row) => [...row]);
  let at = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = done.findIndex((row, i) => i >= at && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [done[at], done[pivot]] = [done[pivot]!, done[at]!];
    const by = done[at]![column]!;
    done[at] = done[at]!.map((value) => value / by);
    done.forEach((row, i) => {
      const times = row[column]!;
      if (i !== at && times) done[i] = row.map((value, j) => value - times * done[at]![j]!);
    });
    at++;
  }
  return done.slice(0, at);
}

const isSpanned = (basis: number[][], vector: readonly number[]): boolean =>
  echelon([...basis, vector]).length === basis.length;

/** Sums that are told, each as the cells that it is made of. */
function told(by: CampaignResults['responsesBy'], cells: readonly Cell[]): number[][] {
  const of = (test: (cell: Cell) => boolean): number[] => cells.map((cell) => (test(cell) ? 1 : 0));
  return [
    of(() => true),
    ...(by.school?.groups ?? []).map(({ value }) => of(({ school }) => school === value)),
    ...(by.degree?.groups ?? []).map(({ value }) => of(({ degree }) => degree === value)),
  ];
}

const SCHOOLS = ['0750001A', '0750002B', '0750003C', '0750004D', '0750005E', ''];
const cell = fc.record({
  school: fc.constantFrom(...SCHOOLS),
  degree: fc.constantFrom('1d', '2d', ''),
  n: fc.oneof(fc.integer({ min: 1, max: K }), fc.integer({ min: K, max: 20 })),
});
/** Each school of one degree. */
const plain = fc
  .array(fc.record({ degree: fc.constantFrom('1d', '2d', '2d', '1d', ''), n: cell.map(({ n }) => n) }), {
    minLength: 1,
    maxLength: SCHOOLS.length,
  })
  .map((list) => list.map((one, i): Cell => ({ ...one, school: SCHOOLS[i]! })));

const merged = (cells: readonly Cell[]): Cell[] => {
  const sums = new Map<string, Cell>();
  for (const one of cells) {
    const key = `${one.school} ${one.degree}`;
    sums.set(key, { ...one, n: one.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
};

describe('schools and degrees together', () => {
  it('tell nothing of a small school that is the only one left of its degree', async () => {
    const bench = await openBench('sqlite', { threshold: 10, collect: { anonymousGroups: true } });
    await publish(bench, PLAN);
    await answer(bench, 'avis', [
      { school: '0750001A', degree: '1d', n: 30 },
      { school: '0750002B', degree: '1d', n: 12 },
      { school: '0750003C', degree: '2d', n: 3 },
      { school: '0750004D', degree: '2d', n: 30 },
    ]);
    const token = await admin();
    const results = await read(bench, 'avis', '?by=school', token);
    const valuesOf = (by: CampaignResults['responsesBy'], cut: 'school' | 'degree') =>
      by[cut]?.groups.map(({ value }) => value);
    // The secondary school beside it goes with it; those of the first degree have nothing to do with it.
    for (const by of [results.responsesBy, results.questions[0]!.by]) {
      assert.deepEqual(valuesOf(by, 'school'), ['0750001A', '0750002B']);
      assert.deepEqual(valuesOf(by, 'degree'), ['1d', '2d']);
    }
    assert.deepEqual((await read(bench, 'avis', '', token)).responsesBy.degree, results.responsesBy.degree);
    const csv = await (await bench.call('GET', '/results/avis.csv?by=school', { token })).text();
    assert.doesNotMatch(csv, /0750003C|0750004D/);
    await bench.close();
  });

  it('are told in full where nothing is small, of schools of two degrees too', async () => {
    const bench = await openBench('sqlite', { threshold: K, collect: { anonymousGroups: true } });
    await publish(bench, PLAN);
    await answer(bench, 'avis', [
      { school: '0750001A', degree: '1d', n: 7 },
      { school: '0750001A', degree: '2d', n: 8 },
      { school: '0750004D', degree: '2d', n: 9 },
    ]);
    const { responsesBy } = await read(bench, 'avis', '?by=school', await admin());
    assert.deepEqual(
      [responsesBy.school, responsesBy.degree].map((cut) => cut?.groups.map(({ n }) => n)),
      [
        [15, 9],
        [7, 17],
      ],
    );
    await bench.close();
  });

  it('are not told together of answers that an older server counted without their schools’ degrees', async () => {
    const bench = await openBench('sqlite', { threshold: K, collect: { anonymousGroups: true } });
    await publish(bench, PLAN);
    await answer(bench, 'avis', [
      { school: '0750001A', degree: '1d', n: 7 },
      { school: '0750004D', degree: '2d', n: 9 },
    ]);
    await bench.services.store.db
      .deleteFrom('rollup')
      .where('cut', '=', 'degree')
      .where('school', 'not in', ['', '-'])
      .execute();
    const { responsesBy } = await read(bench, 'avis', '?by=school', await admin());
    assert.deepEqual(responsesBy.school, { groups: [], withheld: 2 });
    assert.equal(responsesBy.degree?.groups.length, 2);
    await bench.close();
  });

  for (const [name, people] of [
    ['each school of one degree', plain],
    ['schools of several', fc.array(cell, { minLength: 1, maxLength: 9 }).map(merged)],
  ] as const)
    it(`leave no small number to be found, ${name}`, async () => {
      const bench = await openBench('sqlite', { threshold: K, collect: { anonymousGroups: true } });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(people, async (cells) => {
          const id = `avis-${++round}`;
          await publish(bench, { ...PLAN, campaigns: [{ ...PLAN.campaigns[2]!, id }] });
          await answer(bench, id, cells);
          const some = SCHOOLS.slice(0, 4);
          for (const [token, mine] of [
            [await admin(), cells],
            [
              await sign({ role: 'viewer', scope: { schools: some } }),
              cells.filter(({ school }) => some.includes(school)),
            ],
          ] as const) {
            const results = await read(bench, id, '?by=school', token);
            if (results.responses === undefined) continue;
            const basis = echelon(told(results.responsesBy, mine));
            const sums: [string, (one: Cell) => boolean][] = [
              ...mine.map((one): [string, (other: Cell) => boolean] => [
                `${one.school} of ${one.degree}`,
                (other) => other === one,
              ]),
              ...SCHOOLS.map((school): [string, (one: Cell) => boolean] => [
                school,
                (one) => one.school === school,
              ]),
              // What of a degree is in the schools that are left out.
              ...['1d', '2d', ''].map((degree): [string, (one: Cell) => boolean] => [
                `rest of ${degree}`,
                (one) =>
                  one.degree === degree &&
                  !results.responsesBy.school?.groups.some(({ value }) => value === one.school),
              ]),
            ];
            for (const [what, test] of sums) {
              const n = mine.filter(test).reduce((sum, one) => sum + one.n, 0);
              if (!n || n >= K) continue;
              const isFound = isSpanned(
                basis,
                mine.map((one) => (test(one) ? 1 : 0)),
              );
              assert.ok(!isFound, `${what}: ${n} can be found`);
            }
          }
        }),
        { numRuns: 60 },
      );
      await bench.close();
    });
});
