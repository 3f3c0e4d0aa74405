import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CaseRow } from '../tour-cases.js';

const FOLDER = 'test/elements/tour/cases';
const rows = JSON.parse(readFileSync('stories/tour/cases.json', 'utf8')) as CaseRow[];
/** Numbers of the cases that the tests name. */
const named = readdirSync(FOLDER).flatMap((file) => [
  ...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/it\(\s*['"`]case (\d\d): ([^'"`$]*)/g),
]);

describe('the table of neutral cases', () => {
  it('has all twenty-eight, each run in Chromium', () => {
    assert.deepEqual(
      rows.map(({ number }) => Number(number)),
      Array.from({ length: 28 }, (_, i) => i + 1),
    );
    for (const { number, engines } of rows) assert.equal(engines.chromium, 'passed', number);
  });

  it('is of the tests as they are: run `npx tsx test/tour-cases.ts` after changing one', () => {
    for (const [, number, words = ''] of named) {
      const row = rows.find((one) => one.number === number);
      assert.ok(
        row?.names.some((name) => name.startsWith(words.trim().slice(0, 60))),
        `case ${number}: ${words}`,
      );
    }
  });

  it('says why, where a case is not run in an engine', () => {
    for (const { number, engines, notes } of rows)
      if (Object.values(engines).includes('skipped')) assert.ok(notes.length, number);
  });
});
