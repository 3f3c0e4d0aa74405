/**
 * What the published modules need to be imported in Node.js, where they are never used: a build of the host's pages may
 * do that. The build puts these in the place of the browser's own names, in `dist/esm` alone (rollup.config.js).
 */
const nothing = class {};
const { HTMLElement = nothing, HTMLDocument = nothing } = globalThis as Partial<Window & typeof globalThis>;

export { HTMLDocument, HTMLElement };
