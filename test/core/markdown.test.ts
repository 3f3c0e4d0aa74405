import { expect } from '@open-wc/testing';
import { parseMarkdown } from '../../src/core/markdown.js';
import type { Block, Inline, Item } from '../../src/core/markdown.js';

/** Short notation: `p(a strong(b))`. */
function show(node: Block | Item | Inline): string {
  if (typeof node === 'string') return node;
  if (node.tag === 'img') return `img(${node.alt}|${node.url})`;
  const inside = node.children.map(show).join('');
  if (node.tag === 'a') return `a(${inside}|${node.url})`;
  return `${node.tag}${node.tag === 'ol' ? (node.start ?? '') : ''}(${inside})`;
}
const parse = (source: string): string => parseMarkdown(source).map(show).join(' ');

const ROWS: readonly (readonly [what: string, source: string, tree: string])[] = [
  ['nothing', '', ''],
  ['blank lines alone', '\n \n', ''],
  ['paragraphs', 'un\n\ndeux', 'p(un) p(deux)'],
  ['a soft break', 'un\ndeux', 'p(un\ndeux)'],
  ['Windows line ends', 'un\r\n\r\ndeux', 'p(un) p(deux)'],
  ['a hard break by two spaces', 'un  \ndeux', 'p(unbr()deux)'],
  ['a hard break by a backslash', 'un\\\ndeux', 'p(unbr()deux)'],
  ['strong', 'a **b c** d', 'p(a strong(b c) d)'],
  ['emphasis by stars', '*a*', 'p(em(a))'],
  ['emphasis by underscores', '_a_, b', 'p(em(a), b)'],
  ['both', '***a***', 'p(strong(em(a)))'],
  ['emphasis in strong', '**a *b* c**', 'p(strong(a em(b) c))'],
  ['emphasis at the end of strong', '**a *b***', 'p(strong(a em(b)))'],
  ['strong at the end of emphasis', '*a **b***', 'p(em(a strong(b)))'],
  ['both ends of emphasis in strong, and words after', '**a *b*** c *d*', 'p(strong(a em(b)) c em(d))'],
  ['three stars that end one mark', '**a***', 'p(**a***)'],
  ['French guillemets', '**«\u00a0a\u00a0»**', 'p(strong(«\u00a0a\u00a0»))'],
  ['an underscore in a word', 'mon_fichier_final', 'p(mon_fichier_final)'],
  ['an underscore after an accent', 'é_a_é', 'p(é_a_é)'],
  ['stars with spaces', '2 * 3 * 4', 'p(2 * 3 * 4)'],
  ['a mark that nothing closes', '**a', 'p(**a)'],
  ['marks that cross', '*a **b* c**', 'p(em(a **b) c**)'],
  ['marks around nothing', '****', 'p(****)'],
  ['a link', '[a **b**](/c_d_e)', 'p(a(a strong(b)|/c_d_e))'],
  ['a link in strong', '**[a](/b)**', 'p(strong(a(a|/b)))'],
  ['a mark that starts outside a link', '**a [b** c](x)', 'p(**a a(b** c|x))'],
  ['an unfinished link', '[a](/b', 'p([a](/b)'],
  ['an image', '![un *arbre*](/a.png)', 'p(img(un *arbre*|/a.png))'],
  ['an image without words', '![](/a.png)', 'p(img(|/a.png))'],
  ['code', '`**a**`', 'p(code(**a**))'],
  ['keys', '[[Ctrl]] + [[C]]', 'p(kbd(Ctrl) + kbd(C))'],
  ['escapes', '\\*a\\* \\[b\\](c) \\\\', 'p(*a* [b](c) \\)'],
  ['a backslash before a letter', '\\a', 'p(\\a)'],
  ['HTML as text', '<b onclick="x">a</b>', 'p(<b onclick="x">a</b>)'],
  ['a list', '- a\n- b', 'ul(li(a)li(b))'],
  ['an ordered list', '1. a\n2. b', 'ol(li(a)li(b))'],
  ['a list that goes on', '1. a\n\nb\n\n2. c\n3. d', 'ol(li(a)) p(b) ol2(li(c)li(d))'],
  ['a year that begins a line', 'né en\n2026. Puis', 'p(né en\n2026. Puis)'],
  ['a year that begins a text', '2026. Une année', 'ol2026(li(Une année))'],
  ['a first step after words', 'a\n1. b\n2. c', 'p(a) ol(li(b)li(c))'],
  ['a list nested by a tab', '- a\n\t- b\n\t- c\n- d', 'ul(li(aul(li(b)li(c)))li(d))'],
  ['a nested list that begins at three', '- a\n  3. b', 'ul(li(aol3(li(b))))'],
  ['a list after words', 'a\n- b', 'p(a) ul(li(b))'],
  ['words after a list', '- a\n\nb', 'ul(li(a)) p(b)'],
  ['two lists of two kinds', '- a\n1. b', 'ul(li(a)) ol(li(b))'],
  ['an item on two lines', '- a\n  b', 'ul(li(a\nb))'],
  ['a list with blank lines', '- a\n\n- b', 'ul(li(a)li(b))'],
  ['a nested list', '- a\n  1. b\n  2. c\n- d', 'ul(li(aol(li(b)li(c)))li(d))'],
  ['marks in an item', '- **a**', 'ul(li(strong(a)))'],
  ['a dash in words', 'lundi - mardi', 'p(lundi - mardi)'],
  ['line separators', '- a\u2028b', 'ul(li(a\u2028b))'],
];

describe('parseMarkdown', () => {
  for (const [what, source, tree] of ROWS)
    it(`reads ${what}`, () => {
      expect(parse(source)).to.equal(tree);
    });

  const HOSTILE = [
    '*',
    '**',
    '***',
    '_',
    '*_',
    '[',
    '[[',
    '](',
    '![a](',
    '[a](b',
    '`',
    '\\',
    ' ',
    '- ',
    '\n- ',
    '  - a\n',
    '**a',
    'a_',
    '*a_b ',
    '1. ',
  ];
  for (const unit of HOSTILE)
    it(`reads 100 kB of ${JSON.stringify(unit)} in a number of steps that grows no faster than the text`, () => {
      const [small, large] = [
        steps(unit.repeat(25_000 / unit.length)),
        steps(unit.repeat(100_000 / unit.length)),
      ];
      expect(large).to.be.below(small * 4.2 + 1000);
    });

  it('keeps every character of 100 kB of text without marks', () => {
    const source = 'a'.repeat(100_000);
    expect(parse(source)).to.equal(`p(${source})`);
  });
});

/** Work of the parser that does not show in its result: calls of the natives that it walks the text with. */
function steps(source: string): number {
  let count = 0;
  const arrays = Array.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const kept = {
    slice: arrays['slice'],
    splice: arrays['splice'],
    findIndex: arrays['findIndex'],
    push: arrays['push'],
  };
  for (const name of Object.keys(kept) as (keyof typeof kept)[])
    arrays[name] = function (this: unknown[], ...args: unknown[]) {
      const result = kept[name]!.apply(this, args);
      count += Array.isArray(result) ? 1 + result.length : name === 'findIndex' ? 1 + this.length : 1;
      return result;
    };
  try {
    parseMarkdown(source);
  } finally {
    Object.assign(arrays, kept);
  }
  return count;
}
