import type * as Rich from './rich-parts.js';

/** What may be a mark of Markdown. Most texts are plain paragraphs, and need no parser. */
const MARK = /[\\`*_[]| {2}\n|^\s*([-+]|\d+[.)])\s/m;
export const hasMarks = (text: string): boolean => MARK.test(text);

/** Undefined until it has come. */
export let rich: typeof Rich | undefined;

/** The parser of Markdown and the correction of colours: loaded beside the widget that needs them, never after it. */
export async function loadRich(): Promise<void> {
  rich ??= await import('./rich-parts.js');
}

/** Whether content, or a theme, may have to be read with them. Too often yes does no harm. */
export function needsRich(content: unknown, accent: unknown): boolean {
  let found = !!accent;
  JSON.stringify(content, (key, value: unknown) => {
    // Neither places nor addresses are texts.
    if (typeof value === 'string' && !/^(id|target|page|src|href|to)$/.test(key)) found ||= hasMarks(value);
    return value;
  });
  return found;
}
