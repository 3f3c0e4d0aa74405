import { h } from './dom.js';

/** Adds a style to a shadow root that has its own already; the same one once. As `adoptCss` does it, and Lit. */
export function adoptMore(root: ShadowRoot, text: string): void {
  const added = (known.get(root) ?? known.set(root, new Set()).get(root))!;
  if (added.has(text)) return;
  added.add(text);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // By assignment: `push` came later (Safari 16).
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    root.append(h('style', {}, text));
  }
}
const known = new WeakMap<ShadowRoot, Set<string>>();
