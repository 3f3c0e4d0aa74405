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

/** Writes Markdown piece by piece; what comes between two pieces is written with the second. */
export class MarkdownWriter {
  /** Words, and all else as it is. */
  #out: (Words | string)[] = [];
  /** What was asked for between two pieces of text: 0 nothing, 1 a line, 2 a paragraph. */
  #gap = 0;
  /** Hard breaks of the same paragraph. */
  #breaks = '';
  #prefix = '';
  #hasText = false;
  #space = '';
  /** Opened, and nothing in them yet. */
  #marks: string[] = [];

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
  open(mark: string): void {
    this.#marks.push(mark);
  }

  /** Closes the mark opened last; leaves nothing of it where no words came. */
  close(mark: string): void {
    if (this.#marks.pop() === undefined) this.#out.push(mark);
  }

  /** Markdown as it is: a picture. */
  raw(markdown: string): void {
    this.#put(markdown);
  }

  hardBreak(): void {
    if (this.#hasText && !this.#gap) this.#breaks += '\\\n';
    this.#space = '';
  }

  #put(piece: Words | string): void {
    const isLine = !this.#hasText || this.#gap > 0;
    const between = !this.#hasText
      ? this.#prefix
      : isLine
        ? `${this.#gap > 1 ? '\n\n' : '\n'}${this.#prefix}`
        : this.#breaks || this.#space;
    const last = this.#out.at(-1);
    if (typeof piece === 'string') this.#out.push(between, ...this.#marks, piece);
    else if (typeof last === 'object' && !isLine && !this.#breaks && !this.#marks.length)
      last.text += between + piece.text;
    else {
      const isFirst = (isLine && !this.#prefix) || this.#breaks !== '';
      this.#out.push(between, ...this.#marks, { ...piece, isFirst: isFirst && !this.#marks.length });
    }
    this.#marks = [];
    this.#gap = 0;
    this.#breaks = '';
    this.#prefix = '';
    this.#space = '';
    this.#hasText = true;
  }

  toString(): string {
    return this.#out
      .map((piece) =>
        typeof piece === 'string' ? piece : piece.isFirst ? escapeLine(piece.text) : piece.text,
      )
      .join('')
      .trim();
  }
}
