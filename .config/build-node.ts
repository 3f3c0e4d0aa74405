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
