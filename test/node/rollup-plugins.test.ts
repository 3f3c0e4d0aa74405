import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rollup, type OutputChunk, type Plugin } from 'rollup';

const { minifyTogether, shortProperties } = (await import(
  new URL('../../.config/rollup-plugins.mjs', import.meta.url).href
)) as { minifyTogether(options: object): Plugin; shortProperties(): Plugin };

/** Builds modules given as texts: "one" and "other" are entries, "shared" and "later" chunks. */
async function build(modules: Record<string, string>, ...plugins: Plugin[]): Promise<Record<string, string>> {
  const bundle = await rollup({
    input: ['one', 'other'].filter((name) => modules[name]),
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      {
        name: 'texts',
        resolveId: (id) => id.replace('./', ''),
        load: (id) => modules[id],
      },
      ...plugins,
    ],
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: (id) => (/^(shared|later|solo)/.exec(id) ?? [])[0],
  });
  return Object.fromEntries(output.map((chunk) => [chunk.fileName, (chunk as OutputChunk).code]));
}

/** What a chunk exports when it is run, with those that it imports beside it. */
async function run(codes: Record<string, string>, file: string): Promise<Record<string, unknown>> {
  const urls: Record<string, string> = {};
  const urlOf = (name: string): string =>
    (urls[name] ??= `data:text/javascript,${encodeURIComponent(
      codes[name]!.replace(/(["'])\.\/([\w.]+)\1/g, (_, __, dep: string) => JSON.stringify(urlOf(dep))),
    )}`);
  return (await import(urlOf(file))) as Record<string, unknown>;
}

describe('minifyTogether', () => {
  const MODULES = {
    shared: `export const greet = (name) => 'Hello ' + String(name).trim();
      export const count = { calls: 0 };
      export function twice(text) { count.calls++; return greet(text) + greet(text); }`,
    later1: `import { greet } from './shared'; export const farewell = (name) => greet(name) + ', bye'; export const unused = 1;`,
    later2: `export const answer = () => 42; export const said = (e) => e + answer();`,
    one: `import { greet, twice } from './shared';
      import { said } from './later2';
      export const present = async (name) => {
        const { farewell } = await import('./later1');
        const { answer } = await import('./later2');
        const heard = await import('./solo').then(({ speak, hush }) => speak('it') + hush());
        return [greet(name), twice(name), farewell(name), answer(), said('n'), heard];
      };`,
    solo: `export const speak = (words) => 'said ' + words; export const hush = () => '';`,
    other: `import { hush, speak } from './solo'; import { twice, count } from './shared'; export const present = () => [twice('x'), count.calls, speak('x') + hush()];`,
  };

  it('gives importers the names of what they import from, and changes nothing of what is done', async () => {
    const codes = await build(MODULES, minifyTogether({ module: true, ecma: 2020 }));
    for (const file of ['one.js', 'other.js'])
      for (const [, list] of codes[file]!.matchAll(/import\{([^}]*)\}from"\.\/shared\.js"/g))
        assert.doesNotMatch(list!, / as /);
    assert.doesNotMatch(/export\{[^}]*\}/.exec(codes['shared.js']!)![0], / as /);
    const { present } = await run(codes, 'one.js');
    assert.deepEqual(await (present as (name: string) => Promise<unknown>)('Ada '), [
      'Hello Ada',
      'Hello AdaHello Ada',
      'Hello Ada, bye',
      42,
      'n42',
      'said it',
    ]);
    const other = await run(codes, 'other.js');
    assert.equal((other.present as () => unknown[])()[0], 'Hello xHello x');
  });
});

describe('shortProperties', () => {
  it('names a property alike in all chunks, and leaves those of the page', async () => {
    const codes = await build(
      {
        shared: 'export const css = ":host{--_ink:#000;--_on-accent:var(--sentier-on-accent,#fff)}";',
        one: 'import { css } from "./shared"; export const present = (el) => [css, el.style.setProperty("--_on-accent", "red"), "color:var(--_ink)"];',
        other: 'import { css } from "./shared"; export const present = css + "--page";',
      },
      shortProperties(),
    );
    assert.match(codes['shared.js']!, /:host\{--s-0:#000;--s-1:var\(--sentier-on-accent,#fff\)\}/);
    assert.match(codes['one.js']!, /setProperty\("--s-1", "red"\).*var\(--s-0\)/);
    assert.match(codes['other.js']!, /"--page"/);
  });

  it('fails where a name is put together', async () => {
    const made = build({ one: 'export const present = (name) => `--_${name}`;' }, shortProperties());
    await assert.rejects(made, /not written out: --_\$\{name\}/);
  });
});
