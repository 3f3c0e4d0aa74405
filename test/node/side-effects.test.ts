import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { build } from 'esbuild';

interface PackageJson {
  sideEffects: string[];
}
const { sideEffects } = JSON.parse(readFileSync('package.json', 'utf8')) as PackageJson;

/** Bundles a source text against the built package, and returns what is left of it. */
async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    define: { window: 'globalThis' },
  });
  return outputFiles[0]?.text.trim() ?? '';
}

describe('side effects', () => {
  it('importing the package in Node.js touches no global and defines nothing', async () => {
    const before = new Set(Reflect.ownKeys(globalThis));
    const library = (await import(new URL('../../dist/esm/index.js', import.meta.url).href)) as Record<
      string,
      unknown
    >;
    assert.equal(typeof library['SentierBanner'], 'function');
    const added = Reflect.ownKeys(globalThis).filter((name) => !before.has(name));
    // Lit's own: its versions, its decorators' metadata, and its stand-in for a registry, in which is nothing of ours.
    assert.deepEqual(
      added.map(String).filter((name) => !/^(lit|reactiveElement|customElements$)/.test(name)),
      [],
    );
    const { customElements } = globalThis as { customElements?: { get(tag: string): unknown } };
    for (const tag of ['banner', 'help', 'hint', 'survey', 'tour', 'step'])
      assert.equal(customElements?.get(`sentier-${tag}`), undefined);
  });

  it('a bundle that uses nothing of the package has nothing of it', async () => {
    const left = await bundle(`import './dist/esm/index.js'`);
    assert.equal(left, '', `${left.length} bytes are left: ${left.slice(0, 200)}`);
  });

  it('a bundle that defines keeps its definitions', async () => {
    const left = await bundle(`import './dist/esm/define.js'`);
    for (const tag of ['banner', 'help', 'hint', 'survey', 'tour'])
      assert.match(left, new RegExp(`"sentier-${tag}"`));
  });

  it('one element alone brings no other', async () => {
    const left = await bundle(`import './dist/esm/define/banner.js'`);
    assert.match(left, /"sentier-banner"/);
    assert.doesNotMatch(left, /"sentier-(tour|survey|help)"\s*,/);
  });

  it('are listed exactly: every file that defines, and no other', () => {
    const sources = readdirSync('src', { recursive: true }).map((file) => `./src/${String(file)}`);
    const defines = sources.filter(
      (file) => file.endsWith('.ts') && /customElements\.define\(/.test(readFileSync(file, 'utf8')),
    );
    const isListed = (file: string) =>
      sideEffects.some((glob) =>
        new RegExp(`^${glob.replace(/\./g, '\\.').replace(/\*/g, '[^/]*')}$`).test(file),
      );
    assert.deepEqual(
      defines.filter((file) => !isListed(file)),
      [],
    );
    assert.ok(
      defines.every((file) => /\/define-[\w-]+\.ts$/.test(file)),
      defines.join(),
    );
    assert.ok(isListed('./src/loader.ts') && isListed('./src/define.ts'));
  });
});
