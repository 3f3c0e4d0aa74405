import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// The arrows of ARCHITECTURE.md: each layer lists what it may not import.
const LAYERS = ['model', 'core', 'platform', 'engine', 'elements', 'studio', 'importers', 'server', 'cli'];
const MAY_IMPORT = {
  model: [],
  core: ['model'],
  platform: ['model', 'core'],
  engine: ['model', 'core', 'platform'],
  elements: ['model', 'core', 'platform', 'engine'],
  studio: ['model', 'core', 'platform', 'engine', 'elements', 'importers'],
  importers: ['model', 'core'],
  server: ['model', 'core'],
  cli: ['model', 'core', 'server', 'importers'],
};
const WIDGETS = ['tour', 'help', 'survey', 'banner', 'news', 'checklist'];
const NO_LIT = { group: ['lit', 'lit/*', '@lit/*'], message: 'Lit is for elements and studio only.' };
const NO_NODE = { group: ['node:*'], message: 'This layer runs in a page.' };

const layerRule = (layer) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: LAYERS.filter((l) => l !== layer && !MAY_IMPORT[layer].includes(l)).flatMap((l) => [
              `**/${l}/*`,
              `**/${l}/**`,
            ]),
            message: `${layer} may import only: ${[layer, ...MAY_IMPORT[layer]].join(', ')}.`,
          },
          ...(['elements', 'studio'].includes(layer) ? [] : [NO_LIT]),
          ...(['server', 'cli'].includes(layer) ? [] : [NO_NODE]),
        ],
      },
    ],
  },
});

const widgetRule = (widget) => ({
  files: [`src/elements/${widget}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...WIDGETS.filter((w) => w !== widget).map((w) => `../${w}/*`),
              '**/studio/**',
              '**/server/**',
              '**/cli/**',
            ],
            message: 'A widget imports no other widget: what two need goes to primitives/ or core/.',
          },
          NO_NODE,
        ],
      },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist',
      'coverage',
      'node_modules',
      '**/*.mjs',
      '**/*.js',
      'stories/demo/site/**',
      'src/locales/generated/**',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  lit['flat/recommended'],
  wc['flat/best-practice'],
  {
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      parserOptions: { project: '.config/tsconfig.lint.json', tsconfigRootDir: process.cwd() },
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] }, litHtmlSources: ['lit'] },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Crashes on a template whose attribute stands on a later line (RangeError in eslint-plugin-lit-a11y 5.1.1).
      'lit-a11y/tabindex-no-positive': 'off',
      // Lit binds a template's listeners to its host.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
      'wc/guard-super-call': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'TypeScript only as types: no enum.' },
      ],
      'no-eval': 'error',
    },
  },
  ...LAYERS.map(layerRule),
  ...WIDGETS.map(widgetRule),
  {
    files: ['test/**', 'stories/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      'no-restricted-imports': 'off',
    },
  },
);
