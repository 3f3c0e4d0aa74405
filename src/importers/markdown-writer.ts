/** Characters that our Markdown would read as marks. */
export const escapeText = (text: string): string => text.replace(/[\\`*_[\]]/g, '\\$&');

/** "1." or "- " of the text's own, at a line's beginning, is no list. */
const escapeLine = (line: string): string =>
  line.replace(/^(?:\d+[.)]|[-+])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);

/** Words that stand together, whatever elements they came from, and whether they begin a line. */
interface Words {
  text: string;
  isFirst: boolean;
}

/** Strong, emphasised, or a link. */
export type Sign = '**' | '*' | '[';

/** What was opened; written with the first words in it. */
interface Mark {
  sign: Sign;
  isWritten: boolean;
}

/** Where emphasis begins or ends. Its sign is chosen at the end, when all that stands beside it is known. */
interface Edge {
  mark: Mark;
  isEnd: boolean;
}

type Piece = Words | Edge | string;

const WORD = /[\p{L}\p{N}]/u;

/** The character of a piece at one of its ends. */
function charOf(piece: Piece | undefined, end: 0 | -1): string {
  const text =
    piece === undefined ? '' : typeof piece === 'string' ? piece : 'text' in piece ? piece.text : '*';
  return text.at(end) ?? '';
}

/**
 * How each mark is written: emphasis as `*`, or where that would run into others as `_`, which is no mark inside a word;
 * where neither would be read the words stand without, rather than between asterisks for all to see.
 */
function signsOf(out: readonly Piece[]): (mark: Mark) => string {
  const crowded = new Set<Mark>();
  const inWord = new Set<Mark>();
  out.forEach((piece, i) => {
    if (typeof piece === 'string' || !('mark' in piece)) return;
    const sides = [charOf(out[i - 1], -1), charOf(out[i + 1], 0)];
    if (sides.includes('*')) crowded.add(piece.mark);
    if (sides.every((side) => WORD.test(side))) inWord.add(piece.mark);
  });
  return (mark) => (mark.sign !== '*' || !crowded.has(mark) ? mark.sign : inWord.has(mark) ? '' : '_');
}

/** Writes Markdown piece by piece; what comes between two pieces is written with the second. */
export class MarkdownWriter {
  #out: Piece[] = [];
  /** What was asked for between two pieces of text: 0 nothing, 1 a line, 2 a paragraph. */
  #gap = 0;
  /** Hard breaks of the same paragraph. */
  #breaks = '';
  #prefix = '';
  #hasText = false;
  #space = '';
  /** Marks now open, innermost last. */
  #open: Mark[] = [];

  break(lines: 1 | 2): void {
    this.#gap = Math.max(this.#gap, lines);
    this.#breaks = '';
    this.#space = '';
  }

  /** The mark of a list's item, written with the first words of it. */
  item(prefix: string): void {
    this.break(1);
    this.#prefix = prefix;
  }

  /** Text of the document: its spaces are one, and a no-break one stays what it is. */
  text(raw: string): void {
    const words = raw.trim();
    this.#spaced(raw.slice(0, raw.length - raw.trimStart().length));
    if (!words) return;
    this.#put({ text: escapeText(words.replace(/[ \t\n\f\r]+/g, ' ')), isFirst: false });
    this.#spaced(raw.slice(raw.trimEnd().length));
  }

  #spaced(space: string): void {
    if (space && this.#hasText && !this.#gap && !this.#breaks)
      this.#space = /[^ \t\n\f\r]/.exec(this.#space + space)?.[0] ?? ' ';
  }

  /** A mark of ours that opens. It waits for the words that it is around: spaces go before it. */
  open(sign: Sign): void {
    this.#open.push({ sign, isWritten: false });
  }

  /** Whether something stands already in the mark opened last. */
  get isInWords(): boolean {
    return this.#open.at(-1)?.isWritten ?? false;
  }

  /** Closes the mark opened last, a link with its address; leaves nothing of it where no words came. */
  close(address = ''): void {
    const mark = this.#open.pop();
    if (mark?.isWritten) this.#out.push(mark.sign === '[' ? address : { mark, isEnd: true });
  }

  /** Markdown as it is: a picture. */
  raw(markdown: string): void {
    this.#put(markdown);
  }

  hardBreak(): void {
    if (this.#hasText && !this.#gap) {
      // Not a backslash, at which a link's words would be none; and once, for a line of spaces ends the paragraph.
      if (this.#open.some(({ sign }) => sign === '[')) this.#breaks ||= '  \n';
      else this.#breaks += '\\\n';
    }
    this.#space = '';
  }

  #put(piece: Words | string): void {
    const isLine = !this.#hasText || this.#gap > 0;
    const between = !this.#hasText
      ? this.#prefix
      : isLine
        ? `${this.#gap > 1 ? '\n\n' : '\n'}${this.#prefix}`
        : this.#breaks || this.#space;
    if (between) this.#out.push(between);
    const isMarked = this.#openMarks();
    const last = this.#out.at(-1);
    if (typeof piece === 'string') this.#out.push(piece);
    else if (typeof last === 'object' && 'text' in last) last.text += piece.text;
    else {
      const isFirst = (isLine && !this.#prefix) || this.#breaks !== '';
      this.#out.push({ ...piece, isFirst: isFirst && !isMarked });
    }
    this.#gap = 0;
    this.#breaks = '';
    this.#prefix = '';
    this.#space = '';
    this.#hasText = true;
  }

  /** Writes what was opened; emphasis of the same kind that ended just here goes on instead. */
  #openMarks(): boolean {
    let isMarked = false;
    for (const [i, mark] of this.#open.entries()) {
      if (mark.isWritten) continue;
      const last = this.#out.at(-1);
      if (typeof last === 'object' && 'mark' in last && last.isEnd && last.mark.sign === mark.sign) {
        this.#open[i] = last.mark;
        this.#out.pop();
      } else {
        mark.isWritten = true;
        this.#out.push(mark.sign === '[' ? '[' : { mark, isEnd: false });
      }
      isMarked = true;
    }
    return isMarked;
  }

  toString(): string {
    const signOf = signsOf(this.#out);
    const textOf = (piece: Piece): string =>
      typeof piece === 'string'
        ? piece
        : 'mark' in piece
          ? signOf(piece.mark)
          : piece.isFirst
            ? escapeLine(piece.text)
            : piece.text;
    return this.#out.map(textOf).join('').trim();
  }
}
