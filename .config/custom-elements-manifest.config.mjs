/**
 * dist/custom-elements.json, for editors and documentation: the elements that one may write, by the modules that the
 * package has them in. What the analyzer cannot see, for it reads neither helpers nor what a base or a mixin adds, is said here.
 */
import { readFileSync } from 'node:fs';
import { ENTRIES } from './library-entries.mjs';

const text = { text: 'string' };
const CAMPAIGN = { name: 'campaign', type: text, description: 'Id that its events carry.' };
const SCHEME = { name: 'scheme', type: { text: "'light' | 'dark'" }, description: "The page's own by default." };
/** Read without being observed. */
const ATTRIBUTES = {
  'sentier-help': [CAMPAIGN],
  'sentier-hint': [CAMPAIGN, SCHEME],
  'sentier-news': [SCHEME],
  'sentier-checklist': [SCHEME],
  'sentier-step': [{ name: 'id', type: text, description: 'Name of the step, which `next` and links lead to.' }],
};
const EVENTS = {
  'sentier-checklist': [
    { name: 'sentier-fold', description: 'A person folded it.' },
    { name: 'sentier-unfold', description: 'A person unfolded it.' },
  ],
};
/** README's table; a step is drawn by its tour. */
const PROPERTIES = Object.entries({
  '--sentier-accent': 'What can be pressed.',
  '--sentier-on-accent': 'The text on it.',
  '--sentier-tint': 'A soft ground of the same hue.',
  '--sentier-accent-dark': 'What can be pressed, on dark pages.',
  '--sentier-on-accent-dark': 'The text on it, on dark pages.',
  '--sentier-tint-dark': 'A soft ground of the same hue, on dark pages.',
  '--sentier-radius': 'Corners.',
  '--sentier-font': "Font; the page's by default.",
  '--sentier-font-size': 'The size that all others follow.',
}).map(([name, description]) => ({ name, description }));

const eventMap = readFileSync('src/elements/events/event-map.ts', 'utf8');
const typeOf = (event) => new RegExp(`'${event}': (\\w+)`).exec(eventMap)?.[1] ?? 'Event';
const byName = (list = []) => [...new Map(list.map((one) => [one.name, one])).values()];

/** By class: the attribute of each property that Lit is told of through `prop()`; false where it has none. */
const declared = new Map();
const readProps = {
  name: 'read-props',
  analyzePhase({ ts, node }) {
    if (!ts.isPropertyDeclaration(node) || node.name.getText() !== 'properties' || !node.initializer?.properties) return;
    const attributes = new Map();
    for (const one of node.initializer.properties) {
      const said = /\battribute: (false|'([\w-]+)')/.exec(one.initializer.getText());
      const name = one.name.getText();
      const isInternal = one.initializer.getText().startsWith('state(') || said?.[1] === 'false';
      attributes.set(name, isInternal ? false : (said?.[2] ?? name.toLowerCase()));
    }
    declared.set(node.parent.name.getText(), attributes);
  },
};

function cleaned(element) {
  const members = element.members?.filter(({ privacy, name }) => (privacy ?? 'public') === 'public' && !name.startsWith('#'));
  const lit = declared.get(element.name);
  const attributeOf = (name) => lit?.get(name);
  for (const member of members ?? []) {
    if (attributeOf(member.name) === false) delete member.attribute;
    else if (attributeOf(member.name)) member.attribute = attributeOf(member.name);
  }
  const fields = new Set(members?.map(({ name }) => name));
  const attributes = (element.attributes ?? [])
    .filter(({ fieldName }) => !fieldName || (fields.has(fieldName) && attributeOf(fieldName) !== false))
    .map((one) => ({ ...one, name: attributeOf(one.fieldName) ?? one.name }));
  const events = (element.events ?? []).filter(({ name }) => /^(sentier-|close$)/.test(name ?? ''));
  return {
    ...element,
    members,
    attributes: byName([...attributes, ...(ATTRIBUTES[element.tagName] ?? [])]),
    events: byName([...events, ...(EVENTS[element.tagName] ?? [])]).map((one) => ({ ...one, type: { text: typeOf(one.name) } })),
    ...(element.tagName !== 'sentier-step' && { cssProperties: byName([...PROPERTIES, ...(element.cssProperties ?? [])]) }),
  };
}

const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const all = manifest.modules.flatMap(({ declarations = [] }) => declarations);
    const elements = Object.keys(ENTRIES)
      .filter((name) => name.startsWith('define/'))
      .map((entry) => ({ entry, tag: entry.replace('define/', 'sentier-') }))
      .map(({ entry, tag }) => ({ entry, tag, found: all.find(({ tagName }) => tagName === tag) ?? named(all, tag) }));
    const INDEX = 'dist/esm/index.js';
    const isIn = readFileSync('src/index.ts', 'utf8');
    const index = { kind: 'javascript-module', path: INDEX, declarations: [], exports: [] };
    const defines = elements.map(({ entry, tag, found }) => {
      const path = `dist/esm/${entry}.js`;
      const isExported = isIn.includes(`{ ${found.name} }`);
      const element = cleaned({ ...found, tagName: tag, customElement: true });
      const declaration = { name: found.name, module: isExported ? INDEX : path };
      if (isExported) {
        index.declarations.push(element);
        index.exports.push({ kind: 'js', name: found.name, declaration });
      }
      return {
        kind: 'javascript-module',
        path,
        declarations: isExported ? [] : [element],
        exports: [{ kind: 'custom-element-definition', name: tag, declaration }],
      };
    });
    manifest.modules = [index, ...defines];
  },
};
/** Where a definition is made by a helper, the analyzer does not know the tag. */
function named(all, tag) {
  const name = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`custom-elements: nothing declares ${tag}`);
  return found;
}

export default {
  globs: ['src/elements/**/*.ts', 'src/studio/shell/sentier-studio.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [readProps, asPublished],
};
