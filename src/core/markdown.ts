/** Text inside a block: words, or a mark around them. `url` is as written: the renderer's allow-list decides. */
export type Inline =
  | string
  | { tag: 'strong' | 'em' | 'code' | 'kbd' | 'br'; children: Inline[] }
  | { tag: 'a'; url: string; children: Inline[] }
  | { tag: 'img'; url: string; alt: string };

/** A list's item is its words and, at most, one list nested in it. */
export type Block = { tag: 'p'; children: Inline[] } | List;
export interface List {
  tag: 'ul' | 'ol';
  /** Number of the first item, where it is not 1. */
  start?: string | undefined;
  children: Item[];
}
export type Item = { tag: 'li'; children: (Inline | Block)[] };

/**
 * Escape, hard break, code, key, image or link, emphasis. Each alternative stops at the character that could start it
 * again, so that no text is read more than a fixed number of times. No lookbehind: Safari 15.4 has none.
 */
const MARK =
  /\\([!-/:-@[-`{-~])|(?:\\| {2})(\n)|`([^`]+)`|\[\[([^[\]]+)\]\]|(!?)\[((?:\\.|[^\\[\]])*)\]\(([^()\s]*)\)|\*{1,3}|_/g;
const UNESCAPE = /\\([!-/:-@[-`{-~])/g;
const IN_WORD = /[\p{L}\p{N}]{2}/u;

function parseInline(source: string): Inline[] {
  const out: Inline[] = [];
  /** Where each mark now open stands in `out`. A mark that nothing closes stays there as the words it is. */
  const open: [mark: string, at: number][] = [];
  let last = 0;
  for (const match of source.matchAll(MARK)) {
    const [whole, escaped, br, code, key, bang, label, url] = match;
    const start = match.index;
    if (start > last) out.push(source.slice(last, start));
    last = start + whole.length;
    if (escaped) out.push(escaped);
    else if (br) out.push({ tag: 'br', children: [] });
    else if (code || key) out.push({ tag: code ? 'code' : 'kbd', children: [(code || key)!] });
    else if (label !== undefined)
      out.push(
        bang
          ? { tag: 'img', url: url!, alt: label.replace(UNESCAPE, '$1') }
          : { tag: 'a', url: url!, children: parseInline(label) },
      );
    else {
      const before = source.charAt(start - 1);
      const after = source.charAt(last);
      const inWord = whole === '_' && IN_WORD.test(before + after);
      // "***" closes both marks around it, where it is made of them: the inner first.
      const inner = open.slice(-2).map(([mark]) => mark);
      for (const mark of inner.join('') === whole ? inner.reverse() : [whole]) {
        const depth = open.findIndex(([one]) => one === mark);
        const opened = open[depth];
        if (opened && before.trim() && !inWord && opened[1] < out.length - 1) {
          open.length = depth;
          let children = out.splice(opened[1]).slice(1);
          if (mark[2]) children = [{ tag: 'em', children }];
          out.push({ tag: mark[1] ? 'strong' : 'em', children });
        } else {
          if (!opened && after.trim() && !inWord) open.push([mark, out.length]);
          out.push(mark);
        }
      }
    }
  }
  if (last < source.length) out.push(source.slice(last));
  return out;
}

/**
 * The small Markdown of plans: paragraphs, `-` and `1.` lists with one level in them, `**strong**`, `*em*`, links,
 * images, code, `[[Ctrl]]` keys, a hard break by two spaces or a backslash. HTML is text. Linear in the source's length.
 */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  /** Lines of the paragraph or item that is being read, and where they go when it ends. */
  let lines: string[] = [];
  let into: (Inline | Block)[] | undefined;
  let list: List | undefined;
  /** The list within the last item of `list`. */
  let inner: List | undefined;
  const flush = () => {
    // No spread: a long hostile text would overflow the stack.
    for (const node of parseInline(lines.join('\n'))) into?.push(node);
    into = undefined;
    lines = [];
  };
  for (const line of source.split(/\r\n?|\n/)) {
    const [, indent = '', number, words] = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(\S[^]*)/.exec(line) ?? [];
    const start = number === '1' ? undefined : number;
    // A line of a paragraph may well begin with a year: only "1." begins a list there (CommonMark 0.31.2, 5.2).
    if (words && (list || !into || !start)) {
      flush();
      const tag = number ? 'ol' : 'ul';
      const fresh: List = { tag, start, children: [] };
      if (!list || !/\t|../.test(indent)) {
        inner = undefined;
        if (list?.tag !== tag) blocks.push((list = fresh));
      } else if (!inner) list.children.at(-1)!.children.push((inner = fresh));
      (inner ?? list).children.push({ tag: 'li', children: (into = []) });
      lines = [words];
    } else if (line.trim()) {
      if (!into) {
        list = undefined;
        into = [];
        blocks.push({ tag: 'p', children: into as Inline[] });
      }
      lines.push(line.trimStart());
    } else flush();
  }
  flush();
  return blocks;
}
