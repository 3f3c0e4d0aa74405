import { h } from './dom.js';

/** One sheet for all that use a text: `undefined` where sheets cannot be constructed (Safari 15.4). */
const sheets = new Map<string, CSSStyleSheet | undefined>();

function sheetOf(text: string): CSSStyleSheet | undefined {
  if (!sheets.has(text)) {
    let sheet: CSSStyleSheet | undefined;
    try {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
    } catch {
      // A `<style>` then.
    }
    sheets.set(text, sheet);
  }
  return sheets.get(text);
}

/** Adds to a shadow root the style of a part that is loaded later than it. Twice is once. */
export function addCss(root: ShadowRoot, text: string): void {
  const sheet = sheetOf(text);
  if (sheet) {
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } else if (![...root.querySelectorAll('style')].some((style) => style.textContent === text))
    root.append(h('style', {}, text));
}
