/** Every string of the interface has its translation, and every translation its string. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'node:test';
import ts from 'typescript';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const used = new Set<string>();
for (const file of sources) {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'msg') {
      const id = /\{\s*id: '([\w.-]+)'/.exec(node.arguments[1]?.getText() ?? '')?.[1];
      if (id) used.add(id);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true));
}
/** Languages, and whether the studio speaks them too. */
const LANGUAGES = [
  { locale: 'en', tables: ['en', 'studio-en'] },
  { locale: 'ar', tables: ['ar'] },
];

for (const { locale, tables } of LANGUAGES) {
  const xliff = readFileSync(`src/locales/xliff/${locale}.xlf`, 'utf8');
  const units = [...xliff.matchAll(/<trans-unit id="([^"]+)">([^]*?)<\/trans-unit>/g)].map(
    ([, id = '', body = '']) => ({ id, body }),
  );

  it(`${locale}: every string used stands in the XLIFF file, translated (run \`npm run locales\` after a change)`, () => {
    assert.ok(used.size > 50);
    const translated = new Set(
      units.filter(({ body }) => /<target>[^]+<\/target>/.test(body)).map(({ id }) => id),
    );
    assert.deepEqual(
      [...used].filter((id) => !translated.has(id) && (tables.length > 1 || !id.startsWith('studio-'))),
      [],
    );
  });

  it(`${locale}: no string of the XLIFF file is left over`, () => {
    assert.deepEqual(
      units.map(({ id }) => id).filter((id) => !used.has(id)),
      [],
    );
  });

  it(`${locale}: the built table has every translation`, () => {
    const table = tables.map((name) => readFileSync(`src/locales/generated/${name}.ts`, 'utf8')).join('\n');
    assert.deepEqual(
      units.map(({ id }) => id).filter((id) => !table.includes(`'${id}':`)),
      [],
    );
  });

  it(`${locale}: a translation keeps every value of its source`, () => {
    const values = (text: string) =>
      [...text.matchAll(/<x id="(\d)"/g)]
        .map((m) => m[1])
        .sort()
        .join();
    for (const { id, body } of units) {
      const [, source = '', target = ''] =
        /<source>([^]*)<\/source>\s*<target>([^]*)<\/target>/.exec(body) ?? [];
      assert.equal(values(target), values(source), id);
    }
  });
}
