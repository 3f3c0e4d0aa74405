/**
 * `npm test`: brings the browsers, builds, then runs every test: Node.js, elements in each engine, stories, end to end.
 * Closes with one line, `N passed, N failed`, for the whole.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { bringBrowsers } from './browsers.js';

const total = { passed: 0, failed: 0 };
/** Said again at the very end: whoever has only the last lines of a log should know what failed. */
const failures: string[] = [];
const started = Date.now();

function add(name: string, passed: number, failed: number): void {
  total.passed += passed;
  total.failed += failed;
  console.log(
    `— ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s so far)`,
  );
}

/** A step without tests of its own counts as one. */
function step(name: string, ...command: string[]): boolean {
  console.log(`\n== ${name}`);
  const [program = '', ...args] = command;
  const ok = spawnSync(program, args, { stdio: 'inherit' }).status === 0;
  if (!ok) failures.push(name);
  add(name, ok ? 1 : 0, ok ? 0 : 1);
  return ok;
}

function nodeTests(name: string, folder: string): void {
  console.log(`\n== ${name}`);
  const tap = `.cache/${name.replace(/\W+/g, '-')}.tap`;
  rmSync(tap, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=1',
      '--test-timeout=900000',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      ...testsIn(folder),
    ],
    { stdio: 'inherit' },
  );
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(read(tap))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  for (const [, test] of read(tap).matchAll(/^\s*not ok \d+ - (.*)$/gm)) failures.push(`${name}: ${test}`);
  add(name, count('pass'), failed || (status === 0 ? 0 : 1));
}

function elementTests(engine: string): void {
  console.log(`\n== elements in ${engine}`);
  const { stdout, status } = spawnSync(
    'node_modules/.bin/wtr',
    ['--config', '.config/web-test-runner.config.mjs'],
    {
      env: { ...process.env, WTR: engine },
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  process.stdout.write(stdout);
  for (const [, test] of stdout.matchAll(/^failed: (.*)$/gm)) failures.push(`${engine}: ${test}`);
  if (status !== 0 && !stdout.includes('\nfailed: ')) failures.push(`${engine}: the run itself`);
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed/m.exec(stdout) ?? [];
  add(`elements in ${engine}`, Number(passed), Number(failed) || (status === 0 ? 0 : 1));
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Node.js 20 takes no glob for its test runner. */
const testsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => `${folder}/${file}`);

mkdirSync('.cache', { recursive: true });
const engines = bringBrowsers();
if (!engines.includes('chromium')) {
  console.log('\nThe tests need Chromium; see the line above.\n0 passed, 1 failed');
  process.exit(1);
}
if (step('build', 'npm', 'run', '--silent', 'build')) {
  nodeTests('node', 'test/node');
  nodeTests('command line', 'test/cli');
  nodeTests('server', 'test/server');
  for (const engine of engines) elementTests(engine);
  if (step('storybook build', 'npm', 'run', '--silent', 'storybook:build'))
    nodeTests('end to end', 'test/e2e');
}
if (failures.length) console.log(`\nFailed:\n${failures.map((name) => `- ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
