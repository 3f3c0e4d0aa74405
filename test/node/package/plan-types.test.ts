/** The plan's types are published in plain words (.config/types/flatten.ts): they are the same as the schemas'. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const PUBLISHED = resolve('dist/types/model/schema');
const modules = readdirSync(PUBLISHED).map((file) => file.replace('.d.ts', ''));
const fileOf = (module: string, isPublished: boolean) =>
  isPublished ? `${PUBLISHED}/${module}.d.ts` : resolve(`src/model/schema/${module}.ts`);

const program = ts.createProgram(
  modules.flatMap((module) => [fileOf(module, true), fileOf(module, false)]),
  {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  },
);
const checker = program.getTypeChecker();

function typesOf(module: string, isPublished: boolean): Map<string, ts.Type> {
  const file = program.getSourceFile(fileOf(module, isPublished));
  const symbol = file && checker.getSymbolAtLocation(file);
  assert.ok(symbol, `${module} is no module`);
  return new Map(
    checker
      .getExportsOfModule(symbol)
      .map((one) => [one, one.declarations?.find(ts.isTypeAliasDeclaration)] as const)
      .filter(([one, alias]) => (one.flags & ts.SymbolFlags.Interface || alias) && !alias?.typeParameters)
      .map(([one]) => [one.name, checker.getDeclaredTypeOfSymbol(one)]),
  );
}
/** Assignability says nothing of a field that both may do without. */
const fieldsOf = (type: ts.Type): string[] =>
  (type.isUnion() ? type.types : [type])
    .filter((one) => one.flags & ts.TypeFlags.Object || one.isIntersection())
    .flatMap((one) => checker.getPropertiesOfType(one))
    .map(({ name, flags }) => (flags & ts.SymbolFlags.Optional ? `${name}?` : name))
    .sort();

describe('types of the plan', () => {
  for (const module of modules) {
    const source = typesOf(module, false);
    const published = typesOf(module, true);

    it(`${module}: all of them are published`, () => {
      assert.deepEqual([...published.keys()].sort(), [...source.keys()].sort());
    });

    for (const [name, type] of source)
      it(`${name} is what its schema lets through`, () => {
        const plain = published.get(name);
        assert.ok(
          plain && checker.isTypeAssignableTo(plain, type) && checker.isTypeAssignableTo(type, plain),
        );
        assert.ok(!(plain.flags & ts.TypeFlags.Any));
        assert.deepEqual(fieldsOf(plain), fieldsOf(type));
      });
  }

  it('can be told from one another, so that the above means something', () => {
    const { Text, Image } = Object.fromEntries(typesOf('common', true));
    assert.ok(Text && Image && !checker.isTypeAssignableTo(Text, Image));
    assert.ok(!checker.isTypeAssignableTo(Image, Text));
  });

  it('are short, and know nothing of valibot', () => {
    const texts = modules.map((module) => readFileSync(fileOf(module, true), 'utf8'));
    assert.ok(texts.join('').length < 60_000, `${texts.join('').length} characters`);
    assert.doesNotMatch(texts.join(''), /valibot|Schema</);
  });
});
