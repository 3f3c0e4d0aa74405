/**
 * The plan's types in plain words. What `tsc` declares of `src/model/schema` is valibot's schemas, which a type is
 * inferred from: 700 KB that another project's compiler gives up on. Here each exported type is written as what it
 * comes to, with the names of the others where it holds them.
 */
import ts from 'typescript';

interface Alias {
  name: string;
  module: string;
  type: ts.Type;
  doc: string;
}
/** Name of each type that was written, by what it comes to. */
type Known = ReadonlyMap<string, Alias>;

export function flatten(program: ts.Program, modules: readonly ts.SourceFile[]): Map<string, string> {
  const checker = program.getTypeChecker();
  const aliases = modules.flatMap((file) => exportedTypes(checker, file));
  const plain = (alias: Alias) => new Printer(checker, aliases, new Map()).print(alias.type);
  // A type holds smaller ones only, so those have their names when it is written.
  const bySize = aliases
    .map((alias) => ({ alias, size: plain(alias).length }))
    .sort((a, b) => a.size - b.size);
  const known = new Map<string, Alias>();
  const written = new Map(
    modules.map((file) => [file.fileName, { types: [] as string[], uses: new Set<Alias>() }]),
  );
  for (const { alias } of bySize) {
    const printer = new Printer(checker, aliases, known);
    const text = printer.print(alias.type);
    if (isStructured(alias.type)) known.set(text, alias);
    const module = written.get(alias.module);
    module?.types.push(`${alias.doc}export type ${alias.name} = ${text};\n`);
    for (const use of printer.uses) module?.uses.add(use);
  }
  return new Map(
    [...written].map(([file, { types, uses }]) => [
      file,
      `${importsOf(file, uses)}${types.join('')}export {};\n`,
    ]),
  );
}

function exportedTypes(checker: ts.TypeChecker, file: ts.SourceFile): Alias[] {
  const module = checker.getSymbolAtLocation(file);
  return (module ? checker.getExportsOfModule(module) : []).flatMap((symbol) => {
    const declaration = symbol.declarations?.find(
      (one) => ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one),
    );
    // Generic ones are the schemas' own.
    if (!declaration || declaration.typeParameters) return [];
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    return { name: symbol.name, module: file.fileName, type, doc: docOf(checker, symbol, '') };
  });
}

const importsOf = (file: string, uses: ReadonlySet<Alias>): string =>
  [...new Set([...uses].map(({ module }) => module))]
    .filter((module) => module !== file)
    .map((module) => {
      const names = [...uses].filter((use) => use.module === module).map(({ name }) => name);
      return `import type { ${names.sort().join(', ')} } from './${/([\w-]+)\.ts$/.exec(module)?.[1]}.js';\n`;
    })
    .join('');

function docOf(checker: ts.TypeChecker, symbol: ts.Symbol, indent: string): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return text && `${indent}/** ${text.replace(/\n/g, `\n${indent} * `)} */\n`;
}

/** Lists of words and the like are as short as their names, and not each is meant by the name of its twin. */
const isStructured = (type: ts.Type): boolean =>
  type.isUnion()
    ? type.types.some(isStructured)
    : type.isIntersection() || !!(type.flags & ts.TypeFlags.Object);

/** Prints one alias, and keeps which others it names. */
class Printer {
  readonly uses = new Set<Alias>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly aliases: readonly Alias[],
    private readonly known: Known,
  ) {}

  /** `isPart`: inside of the alias, where a name may stand for it. */
  print(type: ts.Type, indent = '', isPart = false): string {
    const isSame = (alias: Alias) => alias.type === type;
    const named = isPart && isStructured(type) ? this.aliases.find(isSame) : undefined;
    if (named) return this.name(named);
    const text = this.expand(type, indent);
    const twin = isPart ? this.known.get(text.replaceAll(`\n${indent}`, '\n')) : undefined;
    return twin ? this.name(twin) : text;
  }

  private name(alias: Alias): string {
    this.uses.add(alias);
    return alias.name;
  }

  private expand(type: ts.Type, indent: string): string {
    const part = (one: ts.Type) => this.print(one, indent, true);
    if (type.isUnion()) return this.union(type, indent);
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      const text = item ? part(item) : 'unknown';
      return /^\w+$/.test(text) ? `${text}[]` : `Array<${text}>`;
    }
    if (this.checker.isTupleType(type))
      return `[${this.checker
        .getTypeArguments(type as ts.TypeReference)
        .map(part)
        .join(', ')}]`;
    if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return this.object(type, indent);
    return this.checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }

  private union(type: ts.UnionType, indent: string): string {
    const isUndefined = (one: ts.Type) => !!(one.flags & ts.TypeFlags.Undefined);
    // "Text | undefined" is a union of three to the checker.
    if (type.types.some(isUndefined))
      return `${this.print(this.checker.getNonNullableType(type), indent, true)} | undefined`;
    const isBoolean = (one: ts.Type) => !!(one.flags & ts.TypeFlags.BooleanLiteral);
    const parts = type.types.filter((one) => !isBoolean(one)).map((one) => this.print(one, indent, true));
    return [...(type.types.some(isBoolean) ? ['boolean'] : []), ...parts].join(' | ');
  }

  private object(type: ts.Type, indent: string): string {
    const inner = `${indent}  `;
    const fields = this.checker.getPropertiesOfType(type).map((property) => {
      const isOptional = !!(property.flags & ts.SymbolFlags.Optional);
      const text = this.print(this.checker.getTypeOfSymbol(property), inner, true);
      const name = /^[\w$]+$/.test(property.name) ? property.name : JSON.stringify(property.name);
      return `${docOf(this.checker, property, inner)}${inner}${name}${isOptional ? '?' : ''}: ${text};\n`;
    });
    for (const { keyType, type: value } of this.checker.getIndexInfosOfType(type))
      fields.push(
        `${inner}[key: ${this.checker.typeToString(keyType)}]: ${this.print(value, inner, true)};\n`,
      );
    return `{\n${fields.join('')}${indent}}`;
  }
}
