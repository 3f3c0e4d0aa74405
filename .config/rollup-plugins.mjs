import { readFileSync, readdirSync, renameSync } from 'node:fs';
import { createHash } from 'node:crypto';
import MagicString from 'magic-string';
import { minify } from 'terser';

const squeezeCss = (parts) =>
  parts
    .map((s) => s.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/\s*([{};,>])\s*/g, '$1').replace(/:\s+/g, ':').replace(/;}/g, '}').replace(/ (?=!important)| (?=\/)|(?<=\/) /g, '').replace(/(?<![\w.-])0(?=\.\d)/g, '').replace(/='([a-z][\w-]*)'\]/g, '=$1]'))
    .map((s, i) => (i === 0 ? s.trimStart() : s))
    .map((s, i, all) => (i === all.length - 1 ? s.trimEnd() : s));

function squeezeHtml(parts) {
  const HOLE = '\u0000';
  const out = parts
    .join(HOLE)
    // A template may begin or end with a space that parts two words; with a line it is only how it is written.
    .replace(/^\s*\n\s*|\s*\n\s*$/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?(<\/?(?:div|p|section|header|footer|form|fieldset|legend|ul|ol|li|slot|dialog|h2|h3|button)\b[^>]*>) ?/g, '$1')
    .replace(/<[^>]*>/g, (tag) => tag.replace(/ >$/, '>'))
    .split(HOLE);
  if (out.length !== parts.length) throw new Error('minify: lost an expression');
  return out;
}
const TAGS = { html: squeezeHtml, svg: squeezeHtml, css: squeezeCss };

/** Squeezes white space in html`` and css`` literals with rollup's own parser. Narrow on purpose: reorders nothing, unquotes nothing in HTML. */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform: {
      order: 'post',
      handler(code, id) {
        if (id.includes('node_modules') || !/\b(?:html|svg|css)\s*`/.test(code)) return null;
        const s = new MagicString(code);
        const walk = (node) => {
          if (!node || typeof node.type !== 'string') return;
          if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && TAGS[node.tag.name]) {
            const quasis = node.quasi.quasis;
            const out = TAGS[node.tag.name](quasis.map((q) => q.value.raw));
            quasis.forEach((q, i) => { if (q.end > q.start && out[i] !== q.value.raw) s.overwrite(q.start, q.end, out[i]); });
          }
          for (const key in node) {
            const value = node[key];
            if (Array.isArray(value)) value.forEach(walk);
            else if (value && typeof value === 'object') walk(value);
          }
        };
        walk(this.parse(code));
        return s.hasChanged() ? { code: s.toString(), map: s.generateMap({ hires: true }) } : null;
      },
    },
  };
}

/** What of Lit's code is not for other people's pages, by file. `$1`, `$2` are groups of the pattern. */
const LIT = [
  // Its Trusted Types policy is made while loading, as `lit-html`, and throws where the page's CSP refuses that. Ours
  // has its own name; refused, its chunk does not load, and the reason becomes the one line in the console.
  [/lit-html\/lit-html\.js$/, /(\w+)\.createPolicy\("lit-html",(\{createHTML:[^}]*\})\)/, '(()=>{try{return $1.createPolicy("sentier",$2)}catch{throw new Error("this page\'s CSP must allow one policy more: trusted-types sentier")}})()'],
  // Its globals: versions, which only warn, and a table of decorators' metadata, which only it reads.
  [/lit-html\/lit-html\.js$/, /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
  [/lit-element\/lit-element\.js$/, /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
  [/reactive-element\/reactive-element\.js$/, /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
  [/reactive-element\/reactive-element\.js$/, /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, 'const $metadata=Symbol("metadata"),litPropertyMetadata=new WeakMap;'],
  [/reactive-element\/reactive-element\.js$/, /Symbol\.metadata/g, '$$metadata'],
];

/** Makes Lit a good guest: a policy called `sentier` that never throws at load, and no global. Fails the build when Lit's code no longer looks as expected. */
export function litPolicy() {
  return {
    name: 'lit-policy',
    transform(code, id) {
      const rules = LIT.filter(([file]) => file.test(id));
      if (!rules.length) return null;
      for (const [, pattern, instead] of rules) {
        const changed = code.replace(pattern, instead);
        if (changed === code) this.error(`${id} no longer has ${pattern}: adapt the plugin`);
        code = changed;
      }
      return { code, map: null };
    },
  };
}

/**
 * `import { FOLDER } from 'virtual:chunks'`: where the chunks are, named after all that is in them. So the script needs
 * no table of files, their addresses may be kept for ever, and two releases never mix. Each entry holds all that it needs
 * besides `first`: else its files would come as a chain.
 */
export function chunkFolder({ dir, names, unhurried = [] }) {
  const ID = 'virtual:chunks';
  return {
    name: 'chunk-folder',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const made = `${dir}/${MADE}`;
      const files = readdirSync(made).sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(`${made}/${file}`));
      for (const name of names) {
        const code = readFileSync(`${made}/${name}.js`, 'utf8');
        const others = [...code.matchAll(/(?:from|import)\s*"\.\/([\w@.-]+)\.js"/g)].map(([, file]) => file).filter((file) => file !== 'first');
        if (others.length && !unhurried.includes(name)) this.error(`chunk-folder: ${name} would come as a chain: ${others}`);
      }
      const folder = hash.digest('base64url').slice(0, 8);
      renameSync(made, `${dir}/${folder}`);
      return `export const FOLDER = ${JSON.stringify(folder)};`;
    },
  };
}
/** The folder's name until all that is in it is known. */
export const MADE = 'made';

/**
 * What `sentier.js` holds anyway it lends to its chunks, in a list on `window.sentier` that only the build knows the
 * order of: 1.5 kB less to load with the first widget. Only whole modules without state of their own are lent.
 */
const LENT = {
  'src/core/audience-facts.ts': ['refusalBut'],
  'src/core/glob.ts': ['matchesAny'],
  'src/core/hash.ts': ['shareBucket'],
  'src/core/progress.ts': ['endingOf', 'isDone', 'isSameVisit', 'isUnderWay', 'progressOf'],
  'src/core/sieve.ts': ['latest'],
  'src/engine/faults.ts': ['fault'],
  'src/model/profiles.ts': ['resolveProfiles'],
  'src/model/safe-json.ts': ['parseJson'],
  'src/platform/natives.ts': ['NativeEvent', 'query', 'queryAll', 'announce'],
  'src/platform/plan-source.ts': ['fetchJson'],
  'src/platform/route-watcher.ts': ['currentPath', 'watchRoute'],
};
const names = Object.values(LENT).flat();

/** In the chunks: such an import is taken from the script; what else a module exports stays its own. */
export function borrow({ root }) {
  const ID = '\0borrowed';
  return {
    name: 'borrow',
    async resolveId(source, importer, options) {
      if (source.startsWith(ID)) return source;
      if (!importer || importer.startsWith(ID) || !/\.[jt]s$/.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const file = found && Object.keys(LENT).find((one) => found.id === root + one);
      return file ? { id: `${ID}:${file}`, moduleSideEffects: false } : null;
    },
    load(id) {
      if (id === ID) return `export const [${names.join(', ')}] = window.sentier[Symbol.for('sentier.lent')];`;
      if (!id.startsWith(ID)) return null;
      const file = id.slice(ID.length + 1);
      return `export { ${LENT[file].join(', ')} } from ${JSON.stringify(ID)}; export * from ${JSON.stringify(root + file)};`;
    },
  };
}

/** In the script: `import { LENT } from 'virtual:lent'`. */
export function lend({ root }) {
  const ID = 'virtual:lent';
  return {
    name: 'lend',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) =>
      id === `\0${ID}`
        ? `${Object.entries(LENT).map(([file, list]) => `import { ${list.join(', ')} } from ${JSON.stringify(root + file)};`).join('\n')}\nexport const LENT = [${names.join(', ')}];`
        : null,
  };
}

/**
 * Gives each part of the page a copy of its own of small modules that only some parts need: a chunk for each such set
 * would be a request more, and a common one would burden the others. Copies keep no state that a person could notice.
 * A copy is called "card.css@tour.ts", and what it imports is found from where the original is.
 */
export function copies({ modules, parts }) {
  const partOf = (importer) =>
    /@(\w+)\.ts$/.exec(importer)?.[1] ?? parts.find(([, pattern]) => pattern.test(importer))?.[0];
  return {
    name: 'copies',
    async resolveId(source, importer, options) {
      const part = importer && /^\.\.?\/.*\.js$/.test(source) && partOf(importer);
      if (!part) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && modules.test(found.id) ? { id: found.id.replace(/\.ts$/, `@${part}.ts`), moduleSideEffects: false } : found;
    },
    load: (id) => (/@\w+\.ts$/.test(id) ? readFileSync(id.replace(/@\w+\.ts$/, '.ts'), 'utf8') : null),
  };
}

const IMPORTS = /import ?\{([^}]*)\} ?from ?["']\.\/([\w@.-]+)["']/g;
/** `import('./x.js').then((n) => n.name)`, by which rollup reads a module that shares its chunk with others. */
const READ_LATER = /import\('\.\/([\w@.-]+)'\)\.then\((?:function ?)?\(?(\w+)\)?(?: => | \{ return )\2\.(\w+)/g;
/** "a as b, c" → [["a", "b"], ["c", "c"]], and back. */
const pairsOf = (list) => list.match(/[\w$]+(\s+as\s+[\w$]+)?/g)?.map((one) => one.split(/\s+as\s+/)).map(([from, to = from]) => [from, to]) ?? [];
const listOf = (pairs) => `{${pairs.map(([from, to]) => (from === to ? from : `${from} as ${to}`))}}`;

/**
 * Terser, for all chunks of a build: each comes after those that it imports from, and takes over what they call things by
 * then. So it is "import{h,C}" from "export{h,C}", not "import{q as t,D as e}" from "export{h as q,C as D}": 0.25 kB less to
 * load with each widget. What is read in another way (what an entry exports, by `import()` too, and `READ_LATER`) keeps its name.
 */
export function minifyTogether(options) {
  return {
    name: 'minify-together',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const later = chunks.flatMap(({ code }) => [...code.matchAll(READ_LATER)].map(([, file, , name]) => `${file} ${name}`));
      const isAsked = (file, name) => {
        const { facadeModuleId } = bundle[file];
        return later.includes(`${file} ${name}`) || !!(facadeModuleId && this.getModuleInfo(facadeModuleId).exports?.includes(name));
      };
      const isOurs = (file, name) => !isAsked(file, name) && chunks.some(({ importedBindings }) => importedBindings[file]?.includes(name));
      /** By file: what its exports were called, and are now. */
      const called = {};
      const visit = async (chunk) => {
        const { fileName, imports } = chunk;
        if (called[fileName]) return;
        const ours = (called[fileName] = {});
        for (const file of imports) await visit(bundle[file]);
        const vars = {};
        for (const [, list, file] of chunk.code.matchAll(IMPORTS))
          for (const [name, local] of pairsOf(list))
            if (!Object.values(vars).includes(called[file][name])) vars[`$${local}`] = called[file][name];
        const { code } = await minify(chunk.code, { ...options, nameCache: { vars: { props: vars } } });
        chunk.code = code
          .replace(IMPORTS, (_, list, file) => {
            const pairs = pairsOf(list).map(([name, local]) => [called[file][name] ?? this.error(`${fileName} and ${file} import each other`), local]);
            return `import${listOf(pairs)}from"./${file}"`;
          })
          .replace(/export(\{[^}]*\})/, (_, list) => {
            const pairs = pairsOf(list);
            let kept = [];
            let before;
            // What keeps its name may be called as another is inside, which then has to keep its own.
            do {
              before = kept.length;
              kept = pairs.flatMap(([local, name]) => (kept.includes(local) || !isOurs(fileName, name) ? name : []));
            } while (kept.length > before);
            for (const [local, name] of pairs) ours[name] = kept.includes(name) ? name : local;
            return `export${listOf(pairs.map(([local, name]) => [local, ours[name]]))}`;
          });
      };
      for (const chunk of chunks) await visit(chunk);
    },
  };
}

/**
 * Custom properties of our own, `--_accent`, become `--s-3` in all that a build makes: each shadow root has its tokens from
 * the same build. Not `--_a`, which a page may well have. Fails where a name is made up from parts.
 */
export function shortProperties() {
  const NAME = /--_[a-z-]*\w/g;
  return {
    name: 'short-properties',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const names = [...new Set(chunks.flatMap(({ code }) => code.match(NAME) ?? []))].sort();
      for (const chunk of chunks) {
        chunk.code = chunk.code.replace(NAME, (name) => `--s-${names.indexOf(name).toString(36)}`);
        const [rest] = /--_.{0,20}/.exec(chunk.code) ?? [];
        if (rest) this.error(`short-properties: ${chunk.fileName} has a name that is not written out: ${rest}`);
      }
    },
  };
}

/**
 * Has Chromium compile all of a chunk while it streams it in, beside the page's thread, and not each function when it is
 * first called, on it (v8.dev/blog/explicit-compile-hints). For chunks whose functions nearly all run at once. Comes last:
 * minifiers leave no comment.
 */
export function compileAtOnce(names) {
  return {
    name: 'compile-at-once',
    generateBundle(_options, bundle) {
      for (const name of names) {
        const chunk = bundle[`${name}.js`] ?? this.error(`compile-at-once: there is no chunk ${name}`);
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      }
    },
  };
}
