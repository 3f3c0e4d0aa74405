/**
 * The spaces of French typography: a narrow no-break one before ; ! ?, a no-break one before : % and inside « ».
 * A plain space there leaves the mark alone at the start of a line on a narrow screen.
 *
 *   tsx .config/typography.ts --check   names each fault by file and line, and fails if there is one
 *   tsx .config/typography.ts --write   puts them right (`npm run typography` then formats, and remakes the locales)
 *
 * Texts that plans' authors and administrators type are theirs: nothing here runs in a page.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const FOLDERS = ['src', 'stories', 'test', '.config', '.storybook'];
/** Made by other scripts: the first from XLIFF, whose French this script reads, the second by mirroring its folder. */
const MADE = /^src\/locales\/generated\//;

const NARROW = '\u202f';
const WIDE = '\u00a0';

/** A space as it may stand in a file: itself, or one of its spellings in TypeScript, JSON and HTML. */
const SPACE = String.raw`(?: |\u00a0|\u202f|\\u(?:00a0|202f)|\\xa0|&nbsp;|&#8239;)`;
/** What may follow a mark that ends a phrase. Not a letter: `:hover`, `?sentier-studio` and `!important` are no French. */
const ENDS = String.raw`(?=$|[\s"'’”)\]}<>»*_,.…|\u00a0\u202f]|\\["'nru])`;
/** What a mark may follow; at the start of a piece of template stands a value. Not another mark: `*@* ; ?*`. */
const AFTER = String.raw`(?<=^|[^\s\u00a0\u202f;:,|«([{])`;

type Rules = readonly (readonly [space: string, fault: RegExp])[];
const QUOTES = [WIDE, new RegExp(`(?<=«)${SPACE}|${SPACE}(?=»)`, 'giu')] as const;
const MARKS: Rules = [
  QUOTES,
  [NARROW, new RegExp(`${AFTER}${SPACE}(?=(?!\\?\\?)[;!?]+${ENDS})`, 'giu')],
  [WIDE, new RegExp(`${AFTER}${SPACE}(?=:${ENDS})`, 'giu')],
  [WIDE, new RegExp(`(?<=^|[\\d}])${SPACE}(?=%${ENDS})|(?<= en)${SPACE}(?=%$)`, 'giu')],
];
const NUMBERS: Rules = [
  // 18 h 30
  [WIDE, new RegExp(`(?<=\\d)${SPACE}(?=h${ENDS})|(?<=\\d${SPACE}h)${SPACE}(?=\\d\\d(?!\\d))`, 'giu')],
  // 4 000 caractères; not `0 0 150 60`, nor a telephone number.
  [
    NARROW,
    new RegExp(
      `(?<=(?<!\\d${SPACE}?)[1-9]\\d{0,2}(?:${SPACE}\\d{3})*)${SPACE}(?=\\d{3}(?:${SPACE}\\d{3})*${SPACE}[a-zéà][a-zéà’])`,
      'giu',
    ),
  ],
];
/** In a regular expression a mark is escaped, or means nothing to it. */
const MARKS_IN_REGEX: Rules = [
  QUOTES,
  [NARROW, /(?<=\S) (?=\\[?!](?!\w)|[;!](?=[\s/$]|$))/gu],
  [WIDE, /(?<=\S) (?=:(?:[\s$]|\\n|$))/gu],
];
/** Numbers in a test are as people type them: what is read out of them is what it tries. */
const rulesFor = (file: string): Rules => (file.startsWith('test/') ? MARKS : [...MARKS, ...NUMBERS]);

/** What is no prose within a text: code, a title that makes a page's address in Storybook, a value's code in XLIFF. */
const NOT_PROSE = /\\?`[^`\n]*`|<Meta\b[^>]*>|<x [^]*?"\/>/g;
const NOT_PROSE_IN_MDX = /^```[^]*?^```|^(?:import|export)\b.*$|\{[^{}\n]*\}/gm;
const NOT_PROSE_IN_HTML = /<script\b(?![^>]*json)[^]*?<\/script>|<style\b[^]*?<\/style>|<!--[^]*?-->/g;

/** A program in a string: what a test runs in a page. */
const CODE = /=>|\?\?|\bfunction\b/;
const ENGLISH = /\b(?:the|of|not|is|with|no|before)\b|% text/i;
const FRENCH = /[àâçéèêëîïôùûœ]|\p{L}’\p{L}{2}|\b(?:la|le|les|un|une|des?|du|et|ou|est|pas|vous)\b/iu;
const ARABIC = /\p{Script=Arabic}/u;
/** English has no space before its marks, but a test's message may quote with « », and so does Arabic, in its own way. */
const isFrench = (text: string) => !ARABIC.test(text) && (FRENCH.test(text) || !ENGLISH.test(text));

interface Fault {
  at: number;
  found: string;
  space: string;
}

const meant = (space: string): string =>
  /^(?:\\u00a0|\\xa0|&nbsp;)$/i.test(space) ? WIDE : /^(?:\\u202f|&#8239;)$/i.test(space) ? NARROW : space;

function spans(text: string, ...patterns: RegExp[]): [from: number, to: number][] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }): [number, number] => [index, index + found.length]),
  );
}

/** Faults of one text. `skip` are the spans to leave as they are. */
function faultsOf(text: string, rules: Rules, skip = spans(text, NOT_PROSE)): Fault[] {
  return rules
    .flatMap(([space, fault]) =>
      [...text.matchAll(fault)].map(({ index, 0: found }) => ({ at: index, found, space })),
    )
    .filter(({ found, space }) => meant(found) !== space)
    .filter(({ at }) => !skip.some(([from, to]) => at >= from && at < to));
}

const shift = (faults: Fault[], by: number): Fault[] => faults.map((one) => ({ ...one, at: one.at + by }));

/** The texts of a program: its strings and the text of its templates, neither its code nor its style sheets. */
function faultsOfScript(source: string, ours: Rules, file: string): Fault[] {
  const faults: Fault[] = [];
  const text = (from: number, to: number, rules = ours) =>
    faults.push(...shift(faultsOf(source.slice(from, to), rules), from));
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:css|sql|String\.raw)$/.test(node.tag.getText())) {
      if (ts.isTemplateExpression(node.template))
        node.template.templateSpans.forEach((one) => visit(one.expression));
      return;
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTemplateExpression(node)) {
      const pieces = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      const whole = pieces.map((piece) => piece.text).join('…');
      if (isFrench(whole) && !CODE.test(whole))
        for (const piece of pieces)
          text(piece.getStart() + 1, piece.end - (ts.isTemplateTail(piece) ? 1 : 2));
      node.templateSpans.forEach((one) => visit(one.expression));
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isFrench(node.text) && !CODE.test(node.text)) text(node.getStart() + 1, node.end - 1);
    } else if (ts.isRegularExpressionLiteral(node) && isFrench(node.text)) {
      text(node.getStart() + 1, node.end - 1, MARKS_IN_REGEX);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return faults;
}

/** Texts that a pattern finds, each as its first group. */
const faultsWithin = (source: string, rules: Rules, pattern: RegExp): Fault[] =>
  [...source.matchAll(pattern)].flatMap(({ index, 0: whole, 1: text = '' }) =>
    isFrench(text) ? shift(faultsOf(text, rules), index + whole.indexOf(text)) : [],
  );

const READERS: Readonly<Record<string, (source: string, rules: Rules, file: string) => Fault[]>> = {
  '.ts': faultsOfScript,
  '.tsx': faultsOfScript,
  '.js': faultsOfScript,
  '.mjs': faultsOfScript,
  // Values, not keys: those are taken whole, without a group.
  '.json': (source, rules) => faultsWithin(source, rules, /"(?:[^"\\\n]|\\.)*"\s*:|"((?:[^"\\\n]|\\.)*)"/g),
  '.mdx': (source, rules) => faultsOf(source, rules, spans(source, NOT_PROSE, NOT_PROSE_IN_MDX)),
  '.html': (source, rules) => faultsOf(source, rules, spans(source, NOT_PROSE_IN_HTML)),
  '.svg': (source, rules) => faultsWithin(source, rules, /<(?:title|desc|text)\b[^>]*>([^<]*)</g),
  '.txt': (source, rules) => faultsOf(source, rules),
  // The French; targets are other languages.
  '.xlf': (source, rules) => faultsWithin(source, rules, /<source>([^]*?)<\/source>/g),
};
/** Where a space that one cannot see can be spelled out; in a template's HTML, Prettier then writes the space itself. */
const SPELLED = /\.(?:ts|tsx|js|mjs)$/;
const spell = (space: string) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A file's faults, first to last, and its text without them. */
export function reread(file: string, source: string): { faults: Fault[]; right: string } {
  const faults = (READERS[extname(file)]?.(source, rulesFor(file), file) ?? []).sort((a, b) => a.at - b.at);
  let right = source;
  for (const { at, found, space } of [...faults].reverse())
    right = right.slice(0, at) + (SPELLED.test(file) ? spell(space) : space) + right.slice(at + found.length);
  return { faults, right };
}

function main(mode: string | undefined): void {
  if (mode !== '--check' && mode !== '--write') throw new Error('--check or --write?');
  let count = 0;
  for (const folder of FOLDERS) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!READERS[extname(file)] || MADE.test(file)) continue;
      const source = readFileSync(file, 'utf8');
      const { faults, right } = reread(file, source);
      count += faults.length;
      if (mode === '--write') {
        if (right !== source) writeFileSync(file, right);
        continue;
      }
      for (const { at, found, space } of faults) {
        const line = source.slice(0, at).split('\n').length;
        const around = source.slice(Math.max(0, at - 20), at + found.length + 10).replace(/\s*\n\s*/g, '⏎');
        console.log(`${file}:${line} needs ${spell(space)} in “${around}”`);
      }
    }
  }
  if (mode === '--write') console.log(`${count} spaces put right`);
  else if (count) {
    console.log(`${count} plain spaces where French typography has a no-break one: \`npm run typography\``);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2]);
