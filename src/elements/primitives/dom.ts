type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Node | string | false | undefined;

/** One element with its attributes (those that are not `undefined`) and children: for what must do without Lit. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** As `h`, for an element that is made otherwise. */
export function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Gives a shadow root its style as Lit does: a constructed sheet, which a strict CSP allows, else a `<style>` (Safari 15.4). */
export function adoptCss(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(h('style', {}, text));
  }
}
