/** dist/custom-elements.json says of each element what its class does, by modules that are packed. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { json } from './packed.js';

interface Named {
  name: string;
  type?: { text: string };
}
interface Element extends Named {
  tagName: string;
  attributes: Named[];
  events: Named[];
  cssProperties?: Named[];
}
interface Manifest {
  modules: { path: string; declarations: Element[]; exports: { declaration: { module: string } }[] }[];
}
const { modules } = json<Manifest>('dist/custom-elements.json');
const elements = modules.flatMap(({ declarations }) => declarations);
const namesOf = (list: readonly Named[] = []) => list.map(({ name }) => name);

describe('custom-elements manifest', () => {
  const classes = new Map<string, { observedAttributes?: readonly string[] }>();
  before(async () => {
    Object.assign(globalThis, {
      customElements: {
        get: () => undefined,
        define: (tag: string, element: object) => classes.set(tag, element),
      },
    });
    for (const entry of ['define.js', 'define/studio.js'])
      await import(new URL(`../../../dist/esm/${entry}`, import.meta.url).href);
  });

  it('names modules that are there', () => {
    for (const { path, exports } of modules)
      for (const file of [path, ...exports.map(({ declaration }) => declaration.module)])
        assert.ok(existsSync(file), file);
    assert.equal(elements.length, 9);
  });

  for (const { tagName, attributes, events, cssProperties } of elements) {
    it(`${tagName} has each attribute that its class observes, and no property that only a script can set`, () => {
      const observed = classes.get(tagName)?.observedAttributes ?? [];
      const listed = namesOf(attributes);
      assert.deepEqual(
        observed.filter((name) => !listed.includes(name)),
        [],
      );
      for (const name of listed) assert.match(name, /^[a-z-]+$/);
      for (const name of ['content', 'items', 'locales', 'done', 'progress'])
        assert.ok(!listed.includes(name), name);
    });

    it(`${tagName} says events of ours, each of its type`, () => {
      for (const { name, type } of events) {
        assert.match(name, /^(sentier-[a-z-]+|close)$/);
        assert.match(type?.text ?? '', /Event$/);
      }
      assert.equal(new Set(namesOf(events)).size, events.length);
    });

    if (tagName !== 'sentier-step')
      it(`${tagName} takes the custom properties of README`, () => {
        const table =
          readFileSync('README.md', 'utf8')
            .match(/^\| `--sentier-.*?\|/gm)
            ?.join('') ?? '';
        const wanted = table.match(/--sentier-[\w-]+/g) ?? [];
        assert.ok(wanted.length > 8);
        assert.deepEqual(
          wanted.filter((name) => !namesOf(cssProperties).includes(name)),
          [],
        );
      });
  }

  it('knows what the analyzer cannot see', () => {
    const of = (tag: string) => elements.find(({ tagName }) => tagName === tag);
    assert.ok(namesOf(of('sentier-checklist')?.events).includes('sentier-fold'));
    for (const tag of ['help', 'hint', 'tour', 'survey', 'banner', 'checklist'])
      assert.ok(namesOf(of(`sentier-${tag}`)?.attributes).includes('campaign'), tag);
    assert.deepEqual(namesOf(of('sentier-studio')?.attributes).sort(), [
      'api',
      'mode',
      'scheme',
      'space',
      'src',
    ]);
  });
});
