/**
 * `npx tsx test/tour-cases.ts`: runs the 28 neutral cases of a guided tour in each engine that is here, and writes the
 * table that the Storybook shows (stories/tour/cases.json). Build first: some of them need the built script.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { findBrowser, type Engine } from './browsers.js';

export const TABLE = 'stories/tour/cases.json';
const ENGINES: readonly Engine[] = ['chromium', 'firefox', 'webkit'];
/** Why a case is not run in an engine. */
const REASONS: Readonly<Record<string, string>> = {
  '26 webkit': 'WebKitGTK ne prend «\u00a0mouvement réduit\u00a0» qu’à son démarrage\u00a0: non essayé.',
};

type Result = 'passed' | 'failed' | 'skipped';

export interface CaseRow {
  number: string;
  /** What is checked; a case may have several tests. */
  names: string[];
  engines: Partial<Record<Engine, Result>>;
  notes: string[];
}

function runIn(engine: Engine): { name: string; result: Result }[] {
  const file = `.cache/tour-cases-${engine}.json`;
  rmSync(file, { force: true });
  mkdirSync('.cache', { recursive: true });
  const files = ['keyboard', 'placing', 'page', 'built'].map(
    (name) => `test/elements/tour/cases/${name}-cases.test.ts`,
  );
  spawnSync('node_modules/.bin/wtr', ['--config', '.config/web-test-runner.config.mjs'], {
    stdio: 'inherit',
    env: { ...process.env, WTR: engine, FILES: files.join(), TOUR_CASES: file },
  });
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { name: string; result: Result }[])
    : [];
}

const worst = (a: Result | undefined, b: Result): Result =>
  a === 'failed' || b === 'failed' ? 'failed' : a === 'skipped' || b === 'skipped' ? 'skipped' : 'passed';

async function main(): Promise<void> {
  const rows = new Map<string, CaseRow>();
  for (const engine of ENGINES.filter(findBrowser)) {
    for (const { name, result } of runIn(engine)) {
      const [, number = '', words = ''] = /^case (\d\d): (.*)$/s.exec(name) ?? [];
      const row = rows.get(number) ?? { number, names: [], engines: {}, notes: [] };
      if (!row.names.includes(words)) row.names.push(words);
      row.engines[engine] = worst(row.engines[engine], result);
      const reason = REASONS[`${number} ${engine}`];
      if (reason && !row.notes.includes(reason)) row.notes.push(reason);
      rows.set(number, row);
    }
  }
  const table = [...rows.values()].sort((a, b) => a.number.localeCompare(b.number));
  writeFileSync(TABLE, await format(JSON.stringify(table, null, 2), { parser: 'json', printWidth: 110 }));
  const failed = table.filter(({ engines }) => Object.values(engines).includes('failed'));
  console.log(`${table.length} cases, ${failed.length} with a failure`);
  process.exitCode = failed.length || table.length !== 28 ? 1 : 0;
}

await main();
