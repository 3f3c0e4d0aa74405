/**
 * What the published modules need to be imported in Node.js, where they are never used: a build of the host's pages may
 * do that. The build puts these in the place of the browser's own names, in `dist/esm` alone (rollup.config.js).
 */
type Browser = Partial<Pick<typeof globalThis, 'HTMLElement' | 'HTMLDocument' | 'customElements'>>;

const browser = globalThis as Browser;
const nothing = class {};
const { HTMLElement = nothing, HTMLDocument = nothing } = browser;
/** Asked each time: a renderer on a server, such as Lit's, brings its own, and may do so later. */
const customElements =
  browser.customElements ??
  ({
    get: (tag) => browser.customElements?.get(tag),
    define: (tag, element) => browser.customElements?.define(tag, element),
  } satisfies Pick<CustomElementRegistry, 'get' | 'define'>);

export { customElements, HTMLDocument, HTMLElement };
