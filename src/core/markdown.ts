/** Text inside a block: words, or a mark around them. `url` is as written: the renderer's allow-list decides. */
export type Inline =
  | string
  | { tag: 'strong' | 'em' | 'code' | 'kbd' | 'br'; children: Inline[] }
  | { tag: 'a'; url: string; children: Inline[] }
  | { tag: 'img'; url: string; alt: string };

/** A list's item is its words and, at most, one list nested in it. */
export type Block = { tag: 'p'; children: Inline[] } | { tag: 'ul' | 'ol'; children: Item[] };
export type Item = { tag: 'li'; children: (Inline | Block)[] };

/**
 * Escape, hard break, code, key, image or link, emphasis. Each alternative stops at the character that could start it
 * again, so that no text is read more than a fixed number of times. No lookbehind: Safari 15.4 has none.
 */
const MARK =
  /\\([!-/:-@[-`{-~])|(?:\\| {2})(\n)|`([^`]+)`|\[\[([^[\]]+)\]\]|(!?)\[((?:\\.|[^\\[\]])*)\]\(([^()\s]*)\)|\*{1,3}|_/g;
const UNESCAPE = /\\([!-/:-@[-`{-~])/g;
const WORD = /[\p{L}\p{N}]/u;

function parseInline(source: string): Inline[] {
  const out: Inline[] = [];
  /** Where each mark now open stands in `out`. A mark that nothing closes stays there as the words it is. */
  let open: [mark: string, at: number][] = [];
  let last = 0;
  for (const match of source.matchAll(MARK)) {
    const [whole, escaped, br, code, key, bang, label, url] = match;
    const start = match.index;
    const end = start + whole.length;
    if (start > last) out.push(source.slice(last, start));
    last = end;
    if (escaped) out.push(escaped);
    else if (br) out.push({ tag: 'br', children: [] });
    else if (code) out.push({ tag: 'code', children: [code] });
    else if (key) out.push({ tag: 'kbd', children: [key] });
    else if (url !== undefined && label !== undefined)
      out.push(
        bang
          ? { tag: 'img', url, alt: label.replace(UNESCAPE, '$1') }
          : { tag: 'a', url, children: parseInline(label) },
      );
    else {
      const before = source.charAt(start - 1);
      const after = source.charAt(end);
      const inWord = whole === '_' && WORD.test(before) && WORD.test(after);
      const depth = open.findIndex(([mark]) => mark === whole);
      const opened = open[depth];
      if (opened && before.trim() && !inWord && opened[1] < out.length - 1) {
        open = open.slice(0, depth);
        let children = out.splice(opened[1]).slice(1);
        if (whole[2]) children = [{ tag: 'em', children }];
        out.push({ tag: whole[1] ? 'strong' : 'em', children });
      } else {
        if (!opened && after.trim() && !inWord) open.push([whole, out.length]);
        out.push(whole);
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
  let list: Extract<Block, { tag: 'ul' | 'ol' }> | undefined;
  const flush = () => {
    // No spread: a long hostile text would overflow the stack.
    for (const node of parseInline(lines.join('\n'))) into?.push(node);
    into = undefined;
    lines = [];
  };
  for (const line of source.split(/\r\n?|\n/)) {
    const item = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(\S[^]*)/.exec(line);
    if (item) {
      flush();
      const tag = item[2] ? 'ol' : 'ul';
      const parent = list?.children.at(-1)?.children;
      let target = list;
      if (parent && item[1] && item[1].length > 1) {
        const inner = parent.at(-1);
        target =
          typeof inner === 'object' && 'children' in inner && (inner.tag === 'ul' || inner.tag === 'ol')
            ? inner
            : undefined;
        if (!target) parent.push((target = { tag, children: [] }));
      } else if (target?.tag !== tag) blocks.push((list = target = { tag, children: [] }));
      into = [];
      target.children.push({ tag: 'li', children: into });
      lines = [item[3] ?? ''];
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
