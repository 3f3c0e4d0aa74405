/** The `sentier` command for Node.js, in one file and its chunks; packages stay outside and keep their own licences. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
await build({
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist/node',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  chunkNames: 'chunk-[hash]',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
});

// What `sentier check` runs in a page, whole: the page's policy would keep it from loading more.
await build({
  entryPoints: { 'check-page': 'src/platform/page-check.ts' },
  outdir: 'dist/node',
  bundle: true,
  format: 'iife',
  globalName: 'sentierCheck',
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});
