import { readFileSync, rmSync } from 'node:fs';
import inject from '@rollup/plugin-inject';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { fileURLToPath } from 'node:url';
import { ENTRIES } from './.config/library-entries.mjs';
import { licences } from './.config/licences.mjs';
import {
  borrow,
  chunkFolder,
  compileAtOnce,
  copies,
  lend,
  litPolicy,
  MADE,
  minifyLiterals,
  minifyTogether,
  shortProperties,
} from './.config/rollup-plugins.mjs';

/** Oldest engines supported (README): esbuild lowers syntax that they lack, such as static blocks. */
const TARGET = ['es2022', 'chrome109', 'firefox115', 'safari15.4'];
const path = (p) => fileURLToPath(new URL(p, import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(path('package.json'), 'utf8'));

const TERSER = {
  ecma: 2020,
  module: true,
  compress: { passes: 3, unsafe_arrows: true },
  format: { comments: false },
};
const plugins = ({ extra = [], minified = terser(TERSER) } = {}) => [
  ...extra,
  nodeResolve({ extensions: ['.ts', '.js', '.mjs'], exportConditions: ['production', 'default'] }),
  esbuild({
    target: TARGET,
    tsconfig: path('tsconfig.json'),
    define: { __VERSION__: JSON.stringify(version) },
  }),
  litPolicy(),
  // Third-party code reads `Event` from the page, where MooTools may have put its own.
  inject({
    include: /@lit\/(context|reactive-element)|lit-element/,
    modules: { Event: [path('src/platform/natives.ts'), 'NativeEvent'] },
  }),
  minifyLiterals(),
  minified,
  licences(),
];
/** Chunks of an earlier build must be neither published nor found by the script's table. */
const emptied = (dir) => ({
  name: 'emptied',
  renderStart: () => rmSync(dir, { recursive: true, force: true }),
});
const onwarn = (warning, warn) => {
  if (warning.code !== 'CIRCULAR_DEPENDENCY' || !/node_modules/.test(warning.message)) warn(warning);
};

/**
 * Which modules stand together. `first` is there before anything else and holds what every widget needs, for one file
 * compresses better than two; `lit` is what only some widgets do.
 */
const GROUPS = [
  // For the few who have films to show, or texts to hear.
  [
    'tour',
    /src\/(elements\/tour\/(ahead|paint|present-tour|tour-card|tour\.css)|elements\/events\/sentier-snooze-event@tour|core\/(geometry@tour|tour\/step-page)|platform\/(placement|(focus|next-task)@tour)|elements\/primitives\/(shield|ahead|reporter)@tour)\.ts/,
  ],
  ['tour-print', /tour\/more\/handout/],
  [
    'tour-more',
    /src\/(elements\/tour\/(more\/|tour-keys|define-tour|sentier-tour)|engine\/tour\/|core\/(reveal|tour\/(tour-|route|plain-path))|platform\/(target-watcher@tour|locator@tour|scroller|focusables@tour)\.ts)|primitives\/(adopt-more|(warm-up|reaction)@tour)|icons\/(book-open-text|ellipsis|printer)\./,
  ],
  ['media', /primitives\/media/],
  ['read-aloud', /primitives\/read-aloud|icons\/(volume-2|square)\./],
  [
    'rich',
    /src\/(core\/(markdown|colour)|engine\/rich-parts|platform\/(markdown-nodes|image-to|safe-url))\.ts$/,
  ],
  ['locale-en', /src\/locales\/generated\/en/],
  // What a survey shows first, and what it needs later. Scales, choices and texts, which most surveys mix, come together;
  // each other kind of question is a chunk by itself.
  ['survey-fields', /survey\/fields\/(scale|options|text)-field\.ts$/],
  [
    'survey-logic',
    /core\/survey\/(order|pipe|route)\.ts$|model\/answer-places\.ts$|elements\/survey\/logic\.ts$/,
  ],
  [
    'survey-run',
    /primitives\/warm-up@survey|elements\/survey\/(present-more|define-survey|sentier-survey|sent|is-up|announce|words|run|course|question-view|question\.css|outcome-event|done-view|answer-words|fields\/(field|load-field|group))\.ts$|core\/survey\/(answer|questions|survey-machine)\.ts$/,
  ],
  [
    'survey',
    /elements\/survey\/[\w-]+(\.css)?\.ts$|core\/survey\/usable\.ts$|(sentier-snooze-event|mount|ahead|reaction|reporter)@survey/,
  ],
  [
    'lit',
    /node_modules\/(lit|lit-html|lit-element|@lit\/[\w-]+)\/|src\/elements\/(controllers|context)\/|src\/elements\/(styles|primitives)\/[\w-]+\.styles(@\w+)?\.ts$|primitives\/(prop|waymarks)\.ts$/,
  ],
  [
    'first',
    /(src\/(engine\/(begin|put|diary|lock|rich)|core\/(sure|slot|units)|model\/(format|envelope|text)|locales\/\w+|elements\/(primitives\/(?!waymark|walked|ahead|reporter|first-mark|prop|render|mount|warm-up|reaction|image-node|shield|locales-of)[\w-]+|styles\/(css|base\.css|button\.css|tokens\.css)|events\/sentier-event)|platform\/(root|when-idle))\.ts|lucide\/.*\/x\.mjs)$|borrowed/,
  ],
  [
    'engine',
    /src\/(engine\/(engine|stage|ledger|floor)|core\/(director|audience|pace|schedule|frequency|variant|duration|zoned-time|progress)|model\/(index-plan|step-name))\.ts$/,
  ],
  // With its definition, which pages that have the element by hand load without the rest.
  ['banner', /src\/elements\/banner\/(?!banner-(card|event|proof|later|spot|way))[\w-]+(\.css)?(@\w+)?\.ts$/],
  ['help', /src\/(elements\/help\/(present|define|sentier)-help|engine\/service)\.ts$/],
  ['locator-words', /src\/platform\/(locator-words|accessible-name)\.ts$/],
];
/** What only some parts of a page need, and too small for a chunk. */
const COPIES = {
  modules:
    /src\/(elements\/(styles\/card\.css|primitives\/(reaction|warm-up|waymark(s\.css|-nodes)|walked\.css|first-mark\.css|ahead|reporter|mount|add-css|image-node|shield|locales-of|top-layer|show-by-engine|profile-words)|events\/sentier-(?!event)[\w-]+)|core\/(news\/is-news|survey\/(response|personal-data)|geometry|merge-progress)|platform\/(content-source|lease|next-task|safe-url|image-to|page-address|locator|target-watcher|focus|focusables|other-tabs)|engine\/(keep-plan|watch-keys|guard)|model\/(profile-ids|step-name))\.ts$/,
  parts: [
    ['lit', /\.styles\.ts$/],
    ['media', /primitives\/(media|image)-node/],
    ['presence', /src\/platform\/presence\.ts$/],
    ['tour', /src\/(elements\/tour|engine\/tour|platform\/(locator|placement|scroller|target-watcher))/],
    ['floating', /src\/platform\/placement-floating/],
    ['engine', /src\/engine\/ledger/],
    ['deliver', /src\/(engine\/deliver|platform\/alone)/],
    ['othertab', /src\/engine\/other-tab/],
    ['rescue', /src\/engine\/rescue/],
    ...['banner', 'survey', 'help', 'news', 'checklist'].map((name) => [
      name,
      new RegExp(`src/elements/${name}/`),
    ]),
  ],
};

/** For pages: one classic script, and a chunk for each widget. The widgets are built first, so that the script knows their files. */
const widgets = {
  input: {
    tour: 'src/elements/tour/present-tour.ts',
    banner: 'src/elements/banner/present-banner.ts',
    survey: 'src/elements/survey/present-survey.ts',
    help: 'src/elements/help/present-help.ts',
    news: 'src/elements/news/present-news.ts',
    checklist: 'src/elements/checklist/present-checklist.ts',
    define: 'src/define.ts',
    first: 'src/engine/begin.ts',
    engine: 'src/engine/engine.ts',
    deliver: 'src/engine/deliver.ts',
    rescue: 'src/engine/rescue.ts',
  },
  onwarn,
  // Chunks may export more than their entry does: else each would be two files.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    ...plugins({
      extra: [emptied('dist/cdn/c'), copies(COPIES), borrow({ root: path('.') })],
      minified: minifyTogether(TERSER),
    }),
    shortProperties(),
    compileAtOnce(['first', 'engine', 'tour', 'tour-more', 'banner', 'survey', 'survey-run', 'help']),
  ],
  output: {
    dir: `dist/cdn/c/${MADE}`,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    hoistTransitiveImports: false,
    manualChunks: (id) => GROUPS.find(([, pattern]) => pattern.test(id))?.[0],
  },
};
const script = {
  input: 'src/loader.ts',
  onwarn,
  external: [/^\.\/c\//],
  plugins: plugins({
    minified: terser({ ...TERSER, module: false }),
    extra: [
      lend({ root: path('.') }),
      chunkFolder({
        dir: 'dist/cdn/c',
        names: Object.keys(widgets.input),
        unhurried: ['define', 'news', 'checklist'],
      }),
    ],
  }),
  output: { file: 'dist/cdn/sentier.js', format: 'iife' },
};

/** See there. */
const STAND_INS = path('src/platform/node-stand-ins.ts');
/** For bundlers: what npm installs beside the package stays bare, and nothing else does. Defining lives in define.js and define/*.js alone. */
const library = {
  input: ENTRIES,
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
  onwarn,
  plugins: [
    emptied('dist/esm'),
    nodeResolve({ extensions: ['.ts', '.js'] }),
    esbuild({
      target: TARGET,
      tsconfig: path('tsconfig.json'),
      define: { __VERSION__: JSON.stringify(version) },
    }),
    inject({
      exclude: STAND_INS,
      modules: Object.fromEntries(
        ['HTMLElement', 'HTMLDocument', 'customElements'].map((name) => [name, [STAND_INS, name]]),
      ),
    }),
    licences(),
  ],
  output: { dir: 'dist/esm', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
};

/** The administrator's side, in a folder of its own: no page of users loads any of it. A module, with a chunk for each screen. */
const studio = {
  input: { studio: 'src/studio/studio.ts' },
  onwarn,
  plugins: plugins({ extra: [emptied('dist/cdn/studio')] }),
  output: {
    dir: 'dist/cdn/studio',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash:8].js',
    hoistTransitiveImports: false,
  },
};

export default [widgets, script, library, studio];
