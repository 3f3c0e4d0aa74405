import { decodeEntities } from './entities.js';
import { escapeText, MarkdownWriter, type Sign } from './markdown-writer.js';

/** What the HTML had that our Markdown has not; each once. */
export type HtmlLoss = 'active' | 'media' | 'link' | 'table' | 'heading' | 'cut';

export interface Converted {
  markdown: string;
  losses: HtmlLoss[];
}

/** Elements whose content is not text for people: dropped whole. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style template noscript iframe object svg math textarea select title head noembed noframes xmp'.split(
    ' ',
  ),
);
const ACTIVE: ReadonlySet<string> = new Set(
  'script noscript iframe object embed form input button textarea select'.split(' '),
);
const MEDIA: ReadonlySet<string> = new Set('video audio canvas svg math source'.split(' '));
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article header footer main aside nav blockquote figure figcaption dl dt dd form table tr pre address details summary hr'.split(
    ' ',
  ),
);
const MARKS: Readonly<Record<string, '*' | '**'>> = {
  __proto__: null as never,
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
};
/** Beyond this an author has pasted an application, not a text. */
const MAX_LENGTH = 100_000;

/** A mark of ours that is open. */
interface Open {
  /** The tag that closes it. */
  name: string;
  mark: Sign;
  /** A link's: what stands after its words. */
  address?: string;
  hasWords?: boolean;
  /** Of a picture that stood in a link: its words, where it has no others. */
  alt?: string;
}

interface Tag {
  name: string;
  isEnd: boolean;
  attributes: string;
  end: number;
}

/** The tag that starts at `at`, or undefined where the `<` is just a character. Linear: it never looks back. */
function tagAt(html: string, at: number): Tag | undefined {
  const first = html[at + 1] ?? '';
  const isEnd = first === '/';
  let i = at + (isEnd ? 2 : 1);
  const from = i;
  while (i < html.length && /[a-z\d:-]/i.test(html[i]!)) i++;
  if (i === from || !/[a-z]/i.test(html[from]!)) return undefined;
  const name = html.slice(from, i).toLowerCase();
  const start = i;
  let quote = '';
  for (; i < html.length; i++) {
    const char = html[i]!;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') break;
    // A quote opens a value only after "=": elsewhere it is an apostrophe in a broken tag.
    else if ((char === '"' || char === "'") && /=\s*$/.test(html.slice(Math.max(start, i - 8), i)))
      quote = char;
  }
  // A tag that nothing ends swallows what follows, as in browsers.
  return { name, isEnd, attributes: html.slice(start, i), end: Math.min(i + 1, html.length) };
}

function attribute(attributes: string, wanted: string): string | undefined {
  for (const [, name = '', double, single, bare] of attributes.matchAll(
    /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    if (name.toLowerCase() === wanted) return decodeEntities(double ?? single ?? bare ?? '');
  return undefined;
}

/** Addresses that our renderer would follow; others leave their words. Parentheses and spaces would end a Markdown link. */
function safeHref(url: string): string | undefined {
  // What browsers strip from a URL before reading its scheme, and what nobody sees; spaces inside are part of it.
  const plain = url
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
    .trim()
    .replace(/\s/g, encodeURIComponent);
  const isAllowed = /^(https:\/\/|mailto:|tel:)/i.test(plain) || /^\/(?![/\\])|^[?#]/.test(plain);
  return isAllowed ? plain.replace(/[()\\]/g, (char) => `%${char.charCodeAt(0).toString(16)}`) : undefined;
}

/**
 * HTML of another product → the small Markdown of plans. Tolerant (unclosed tags, broken attributes), linear in the
 * length, without a DOM; nothing of the HTML is ever kept as HTML.
 */
export function htmlToMarkdown(source: string): Converted {
  const html = source.slice(0, MAX_LENGTH);
  const losses = new Set<HtmlLoss>(source.length > MAX_LENGTH ? ['cut'] : []);
  const writer = new MarkdownWriter();
  /** Lists now open, and the number of the next item. */
  const lists: { isOrdered: boolean; next: number }[] = [];
  /** Innermost last. */
  const open: Open[] = [];
  let at = 0;

  const enter = (one: Open) => {
    writer.open(one.mark);
    open.push(one);
  };
  const leaveTo = (index: number) => {
    while (open.length > index) {
      const one = open.pop()!;
      one.hasWords ||= writer.isInWords;
      writer.close(one.address);
    }
  };
  const closeTo = (index: number) => {
    while (open.length > index) {
      const { alt, hasWords } = open.at(-1)!;
      if (alt !== undefined && !hasWords && !writer.isInWords) {
        writer.text(' ');
        writer.text(alt || 'Ouvrir le lien');
      }
      leaveTo(open.length - 1);
    }
  };
  const linkAt = () => open.findIndex(({ name }) => name === 'a');
  /** A block ends what is emphasised: our Markdown has no emphasis over two paragraphs. A link goes on in the next. */
  const block = (lines: 1 | 2) => {
    const link = open[linkAt()];
    leaveTo(0);
    writer.break(lines);
    if (link) enter(link);
  };
  /** A picture in a link stands before it: ours has words alone. */
  const picture = (alt: string, src: string) => {
    const at = linkAt();
    const left = at < 0 ? [] : open.slice(at);
    if (left[0]) leaveTo(at);
    writer.raw(`![${escapeText(alt)}](${src})`);
    if (left[0]) left[0].alt ||= alt;
    left.forEach(enter);
  };

  const start = ({ name, attributes }: Tag): void => {
    if (ACTIVE.has(name)) losses.add('active');
    if (MEDIA.has(name)) losses.add('media');
    const mark = MARKS[name];
    if (mark && !open.some((one) => one.mark === mark)) {
      enter({ name, mark });
    } else if (name === 'a') {
      const href = safeHref(attribute(attributes, 'href') ?? '');
      if (!href) return void (attribute(attributes, 'href') && losses.add('link'));
      if (linkAt() < 0) enter({ name, mark: '[', address: `](${href})` });
    } else if (name === 'img') {
      const src = safeHref(attribute(attributes, 'src') ?? '');
      const alt = (attribute(attributes, 'alt') ?? '').replace(/\s+/g, ' ').trim();
      if (src) return picture(alt, src);
      losses.add('media');
      writer.text(alt);
    } else if (name === 'br') writer.hardBreak();
    else if (name === 'ul' || name === 'ol') {
      block(lists.length ? 1 : 2);
      lists.push({ isOrdered: name === 'ol', next: 1 });
    } else if (name === 'li') {
      closeTo(0);
      const list = lists.at(-1);
      const indent = '  '.repeat(Math.min(Math.max(lists.length - 1, 0), 1));
      writer.item(`${indent}${list?.isOrdered ? `${list.next++}.` : '-'} `);
    } else if (/^h[1-6]$/.test(name)) {
      block(2);
      losses.add('heading');
      enter({ name, mark: '**' });
    } else if (name === 'td' || name === 'th') writer.text(' ');
    else if (BLOCKS.has(name)) {
      if (name === 'table') losses.add('table');
      block(name === 'tr' || lists.length ? 1 : 2);
    }
  };

  const finish = ({ name }: Tag): void => {
    const index = open.map((one) => one.name).lastIndexOf(name);
    if (index >= 0) {
      // Marks opened inside and not closed end here too.
      closeTo(index);
      if (/^h/.test(name)) block(2);
    } else if (name === 'ul' || name === 'ol') {
      closeTo(0);
      lists.pop();
      writer.break(lists.length ? 1 : 2);
    } else if (BLOCKS.has(name)) block(name === 'tr' || lists.length ? 1 : 2);
  };

  while (at < html.length) {
    const next = html.indexOf('<', at);
    const textEnd = next < 0 ? html.length : next;
    if (textEnd > at) writer.text(decodeEntities(html.slice(at, textEnd)));
    if (next < 0) break;
    if (html.startsWith('<!', next) || html.startsWith('<?', next)) {
      const isComment = html.startsWith('<!--', next);
      const end = html.indexOf(isComment ? '-->' : '>', next + 2);
      at = end < 0 ? html.length : end + (isComment ? 3 : 1);
      continue;
    }
    const tag = tagAt(html, next);
    if (!tag) {
      writer.text('<');
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.isEnd) finish(tag);
    else {
      start(tag);
      if (DROPPED.has(tag.name)) at = endOf(html, tag.name, at);
    }
  }
  closeTo(0);
  return { markdown: writer.toString(), losses: [...losses] };
}

/** Past the end tag of an element that is dropped whole. */
function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?![\\w-])[^>]*>?`, 'ig');
  end.lastIndex = from;
  return end.exec(html) ? end.lastIndex : html.length;
}

/** Words alone, for titles: no marks, one line. */
export function htmlToText(source: string): string {
  let out = '';
  let at = 0;
  const html = source.slice(0, MAX_LENGTH);
  while (at < html.length) {
    const next = html.indexOf('<', at);
    out += html.slice(at, next < 0 ? html.length : next);
    if (next < 0) break;
    const tag = tagAt(html, next);
    if (!tag) {
      out += '<';
      at = next + 1;
    } else {
      at = tag.end;
      if (!tag.isEnd && DROPPED.has(tag.name)) at = endOf(html, tag.name, at);
      if (BLOCKS.has(tag.name) || tag.name === 'br' || /^h\d$/.test(tag.name)) out += ' ';
    }
  }
  return decodeEntities(out).replace(/\s+/g, ' ').trim();
}
