/** What is bundled is named with its licence, beside what is served and in the package. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';

/** Each thing that is bundled with what it imports, and what stays outside of it. */
const BUNDLES: readonly [entry: string, external: readonly string[]][] = [
  ['src/loader.ts', ['virtual:*']],
  ['src/define.ts', []],
  ['src/engine/begin.ts', []],
  ...['tour', 'banner', 'survey', 'help', 'news', 'checklist'].map(
    (name) => [`src/elements/${name}/present-${name}.ts`, []] as [string, string[]],
  ),
  ['src/studio/studio.ts', []],
  ['src/platform/page-check.ts', []],
];

/** By another bundler than the build's, so that one can say that the other forgot. */
async function bundled(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const [entry, external] of BUNDLES) {
    const { metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: 'out',
      write: false,
      metafile: true,
      minify: true,
      external: [...external],
      logLevel: 'silent',
    });
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
        if (name && bytesInOutput) names.add(name);
      }
  }
  return names;
}

describe('licences of what is bundled', () => {
  let names: Set<string>;
  before(async () => {
    names = await bundled();
  });

  for (const file of ['dist/THIRD-PARTY-LICENSES.txt', 'dist/cdn/THIRD-PARTY-LICENSES.txt'])
    it(`${file} has each`, () => {
      const text = readFileSync(file, 'utf8');
      const listed = new Set(
        [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \((.+)\)$/gm)].map(([, name]) => name),
      );
      for (const known of ['lit-html', 'lucide', 'valibot', 'chart.js']) assert.ok(names.has(known), known);
      assert.deepEqual(
        [...names].filter((name) => !listed.has(name)),
        [],
      );
      assert.match(text, /Redistributions in binary form must reproduce the above copyright/);
    });
});
