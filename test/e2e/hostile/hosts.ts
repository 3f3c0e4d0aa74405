import { readFileSync } from 'node:fs';
import { TAG, type PageParts } from '../support/pages.js';
import type { TestServer } from '../support/server.js';

/** A page that does something to what is in it. */
export interface Host {
  name: string;
  parts?: PageParts;
  headers?: Record<string, string>;
  /** Added to the host's style sheet. */
  css?: string;
  setup?(server: TestServer): void;
  /** Says what the host has that must be as before; compared before and after. */
  untouched?: string;
  /** An app shell has no top of its own to push down: a banner stands in the corner there, by design. */
  shell?: boolean;
  /** Console lines that the host's own doing brings. */
  expected?: RegExp;
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const MOOTOOLS = readFileSync('node_modules/mootools/lib/mootools-core-1.4.5-server.js', 'utf8');

/** Scripts of the host stand in files, as its CSP may want. */
export const HOSTS: readonly Host[] = [
  { name: 'a strict CSP with Trusted Types', headers: { 'content-security-policy': CSP } },
  {
    name: 'a style for everything, and another base size',
    css: `* { all: unset !important; box-sizing: content-box !important } html { font-size: 62.5% !important; direction: ltr }
      script, style, head, title, meta, link { display: none !important } #ecrire { position: absolute !important; top: 260px !important; left: 24px !important; width: 160px !important; height: 28px !important }
      body { font-family: sans-serif !important; display: block !important; background: #fff !important }`,
  },
  {
    name: 'text styles that are inherited',
    css: `html { letter-spacing: 4px; text-transform: uppercase; word-spacing: 9px; text-indent: 30px; line-height: 3; visibility: visible;
      text-align: right; font: italic 900 30px serif; cursor: wait; color: red; pointer-events: none; user-select: none; }`,
  },
  {
    name: 'a transformed, overflowing body with the highest z-index',
    css: `body { transform: translate(0, 0); overflow: hidden; position: relative; z-index: 2147483647; height: 100vh }`,
    shell: true,
  },
  {
    name: 'define.amd and module',
    parts: { tag: `<script src="/host.js"></script>${TAG}` },
    setup: ({ routes }) =>
      void routes.set(
        '/host.js',
        `window.defined = []; window.define = function () { defined.push([].slice.call(arguments)) }; define.amd = { jQuery: true };
         window.module = { exports: {} }; window.exports = module.exports; window.require = function () { throw new Error('require') };`,
      ),
    untouched: `[defined.length, Object.keys(module.exports).length, typeof require]`,
  },
  {
    name: 'Array and Element extended',
    parts: { tag: `<script src="/host.js"></script>${TAG}` },
    setup: ({ routes }) =>
      void routes.set(
        '/host.js',
        `Array.prototype.last = function () { return this[this.length - 1] }; Array.prototype.remove = function () { throw new Error('remove') };
         Array.prototype.contains = function (x) { return this.indexOf(x) >= 0 }; Object.prototype.extended = function () {};
         Element.prototype.show = function () { throw new Error('show') }; Element.prototype.hide = Element.prototype.show;
         Element.prototype.toggle = Element.prototype.show; String.prototype.strip = function () { return this.trim() };
         HTMLElement.prototype.open = Element.prototype.show; Element.prototype.content = 'mine'; Element.prototype.locales = 5;`,
      ),
    untouched: `[Object.keys(Array.prototype).join(), Object.keys(Element.prototype).filter((k) => /show|hide|toggle|content/.test(k)).join()]`,
  },
  {
    name: 'an Object.prototype with noAccessor, state and attribute',
    parts: { tag: `<script src="/host.js"></script>${TAG}` },
    setup: ({ routes }) =>
      void routes.set(
        '/host.js',
        `Object.prototype.noAccessor = true; Object.prototype.state = true; Object.prototype.attribute = true; Object.prototype.hasChanged = 1; Object.prototype.converter = 1;`,
      ),
    untouched: `Object.keys(Object.prototype).join()`,
  },
  {
    name: 'Prototype.js 1.6',
    parts: { tag: `<script src="/host.js"></script>${TAG}` },
    setup: ({ routes }) =>
      void routes.set('/host.js', readFileSync('test/e2e/hostile/prototype-stand-in.js', 'utf8')),
    untouched: `[JSON.stringify({ a: [1] }), Object.keys(Array.prototype).length, typeof Element.Methods]`,
  },
  {
    name: 'MooTools 1.4, natives',
    parts: { tag: `<script src="/host.js"></script>${TAG}` },
    setup: ({ routes }) => void routes.set('/host.js', MOOTOOLS),
    untouched: `[MooTools.version, typeof Array.prototype.combine, [1].contains(1)]`,
  },
  {
    name: 'MooTools 1.3, with its own Event, Element and Document',
    parts: { tag: `<script src="/host.js"></script>${TAG}` },
    setup: ({ routes }) =>
      void routes.set('/host.js', readFileSync('test/e2e/hostile/mootools-stand-in.js', 'utf8')),
    untouched: `[new Event().host, new Document().host, String(Element.host)]`,
  },
  { name: 'the tag twice', parts: { tag: TAG + TAG }, expected: /already here/ },
  {
    name: 'clobbered names',
    parts: {
      body: `<img name="currentScript" alt=""><form name="body"></form><img name="getElementById" alt=""><img name="querySelectorAll" alt="">`,
    },
  },
];
