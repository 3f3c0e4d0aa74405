/**
 * `npm run budgets`: gzip bytes that a page loads to show nothing, and to show each widget, shared parts included.
 * `ceiling` is what the check holds; `aim` is where each has to get to (ARCHITECTURE.md, Bytes).
 * What a chunk loads is read from its static imports. `then` is what comes after the first paint: the engine and what
 * keeps (once something is to be written down), and the widget's own second chunk. What only some pages load is listed
 * below the table, so that nothing is hidden. Nothing of the studio, the server or the command line may get into what a
 * page loads.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const CDN = 'dist/cdn';
/** One folder, named after what is in it. */
const FOLDER = `c/${readdirSync(`${CDN}/c`)[0]}`;
const KB = 1024;
/** In KB. */
const BUDGETS: Record<string, { ceiling: number; aim: number }> = {
  nothing: { ceiling: 4, aim: 3 },
  banner: { ceiling: 15.5, aim: 11 },
  tour: { ceiling: 14.96, aim: 15 },
  survey: { ceiling: 14.65, aim: 15 },
  help: { ceiling: 14.4, aim: 16 },
  news: { ceiling: 30.6, aim: 16 },
  checklist: { ceiling: 30.15, aim: 16 },
};
/** Words that only those parts say. */
const FOREIGN = /sentier-studio|better-sqlite3|node:[a-z]+["']|__dirname/;

const gzip = (file: string): number => gzipSync(readFileSync(`${CDN}/${file}`), { level: 9 }).length;
const chunks = readdirSync(`${CDN}/${FOLDER}`).filter((f) => f.endsWith('.js'));
const entry = (name: string): string | undefined => chunks.find((file) => file === `${name}.js`);

function withImports(file: string | undefined, found = new Set<string>()): Set<string> {
  if (file === undefined || found.has(file)) return found;
  found.add(file);
  const code = readFileSync(`${CDN}/${FOLDER}/${file}`, 'utf8');
  for (const [, dep = ''] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) withImports(dep, found);
  return found;
}
const sum = (files: Iterable<string>): number =>
  [...files].reduce((all, file) => all + gzip(`${FOLDER}/${file}`), 0);

let passed = 0;
let failed = 0;
const check = (isGood: boolean): void => void (isGood ? passed++ : failed++);
const script = gzip('sentier.js');
const engine = withImports(entry('upkeep'));
/** Second chunks, which follow the first paint. */
const SECOND: Record<string, string> = { tour: 'tour-more', survey: 'survey-run' };
const first = new Set<string>();
for (const [name, { ceiling, aim }] of Object.entries(BUDGETS)) {
  if (name !== 'nothing' && !entry(name)) {
    console.log(`${name.padEnd(9)} no such chunk`);
    if (!/^(news|checklist)$/.test(name)) check(false);
    continue;
  }
  const files = name === 'nothing' ? new Set<string>() : withImports(entry(name));
  for (const file of files) first.add(file);
  const bytes = script + sum(files);
  const isOver = bytes > ceiling * KB;
  check(!isOver);
  const verdict = isOver ? 'OVER' : bytes > aim * KB ? `aim ${aim * KB} missed` : '';
  const after = name === 'nothing' ? [] : withImports(entry(SECOND[name] ?? name), new Set(engine));
  const then = sum([...after].filter((file) => !files.has(file)));
  console.log(
    `${name.padEnd(9)} ${String(bytes).padStart(6)} B, at most ${String(ceiling * KB).padStart(6)}, then ${String(then).padStart(5)}  ${verdict.padEnd(18)} ${['sentier.js', ...files].join(' ')}`,
  );
}
/** What the panel of help adds when it is opened, the library that searches aside, which comes after it. */
const PANEL = 16;
const button = withImports(entry('help'), new Set(engine));
const added = (name: string): Set<string> =>
  new Set([...withImports(entry(name))].filter((file) => !button.has(file)));
const panel = added('define-help-panel');
const search = [...added('help-search')].filter((file) => !panel.has(file));
check(panel.size > 0 && sum(panel) <= PANEL * KB);
check(!button.has('define-help-panel.js') && !panel.has('help-search.js'));
for (const file of panel) first.add(file);
console.log(
  `panel     ${String(sum(panel)).padStart(6)} B, at most ${String(PANEL * KB).padStart(6)}, then ${String(sum(search)).padStart(5)}  ${sum(panel) > PANEL * KB ? 'OVER' : 'on opening help only'} ${[...panel].join(' ')}, then ${search.join(' ')}`,
);
const rest = chunks
  .filter((file) => !first.has(file))
  .sort((a, b) => gzip(`${FOLDER}/${b}`) - gzip(`${FOLDER}/${a}`));
console.log(
  `when needed: ${rest.map((file) => `${file.slice(0, -3)} ${gzip(`${FOLDER}/${file}`)}`).join(', ')}`,
);
for (const file of ['sentier.js', ...chunks.map((name) => `${FOLDER}/${name}`)]) {
  const [foreign] = FOREIGN.exec(readFileSync(`${CDN}/${file}`, 'utf8')) ?? [];
  if (foreign) console.log(`${file}: ${foreign} is not for a user's page`);
  check(!foreign);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
