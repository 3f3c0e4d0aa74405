/** The types as another project's compiler has them, in every way of resolving modules, and the libraries checked too. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { json, packed, specifiers } from './packed.js';

const consumer = packed(['@types/react', 'csstype']);
const { project } = consumer;
const entries = specifiers(consumer).filter(({ types }) => types);
writeFileSync(join(project, 'package.json'), '{ "type": "module" }');

const MODES = [
  ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
  ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
] as const;

const SHARED = {
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
  jsx: ts.JsxEmit.ReactJSX,
};
/** The browser's own types are the same for all: they are read once. */
const host = ts.createCompilerHost(SHARED);
const read = host.getSourceFile.bind(host);
const libraries = new Map<string, ts.SourceFile | undefined>();
host.getSourceFile = (file, ...rest) => {
  if (!/\/lib\.[\w.]+\.d\.ts$/.test(file)) return read(file, ...rest);
  if (!libraries.has(file)) libraries.set(file, read(file, ...rest));
  return libraries.get(file);
};

/** What the compiler has to say of a file of such a project. */
function faults(text: string, [, module, moduleResolution]: (typeof MODES)[number] = MODES[2]): string[] {
  const file = join(project, 'consumer.tsx');
  writeFileSync(file, text);
  const program = ts.createProgram([file], { ...SHARED, module, moduleResolution }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((one) => `${one.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`);
}

const USE = `
import { SentierBanner, SentierTour, SentierActionEvent, engineContext, setInterfaceLocale } from 'sentier';
import type { Campaign, Context, EngineService, Plan, SentierApi, SentierCommand } from 'sentier';

type IsAny<T> = 0 extends 1 & T ? true : false;
export const none: [IsAny<Plan>, IsAny<Campaign>, IsAny<EngineService>, IsAny<SentierApi>, IsAny<Context>] =
  [false, false, false, false, false];
export const plan: Plan = {
  version: 1,
  campaigns: [{ id: 'hello', kind: 'banner', content: { title: { fr: 'Bonjour' }, kind: 'new', place: 'top' } }],
};
export const count = (given: Plan): number => given.campaigns?.length ?? 0;
// @ts-expect-error there is no such kind
export const wrong: Plan = { version: 1, campaigns: [{ id: 'hello', kind: 'bannner', content: {} }] };
// @ts-expect-error a plan is no number
export const number: number = plan;
export const used: [SentierCommand, unknown] = [['show', 'hello'], [engineContext, setInterfaceLocale]];
`;

describe('types of the package', () => {
  for (const mode of MODES)
    it(`hold with all libraries checked: ${mode[0]}`, () => {
      const imports = entries.map(({ name }) => `import '${name}';\n`).join('');
      assert.ok(entries.length > 10);
      assert.deepEqual(faults(imports + USE, mode), []);
    });

  for (const define of ['sentier/define.js', 'sentier/define/banner.js', 'sentier'])
    it(`${define} says what a tag is`, () => {
      const text = `import type {} from '${define}';
        export const place: 'top' = 'top';
        document.createElement('sentier-banner').place = place;
        // @ts-expect-error no such place
        document.createElement('sentier-banner').place = 3;`;
      assert.deepEqual(faults(text), []);
    });

  it('sentier/define/studio.js says what the studio takes', () => {
    const text = `import 'sentier/define/studio.js';
      document.createElement('sentier-studio').token = async () => 'secret';`;
    assert.deepEqual(faults(text), []);
  });

  it('sentier/define/tour.js says what page and elements hear, and what `sentier` is', () => {
    const text = `import 'sentier/define/tour.js';
      import type { SentierStepEvent } from 'sentier';
      const names: string[] = [];
      const tour = document.createElement('sentier-tour');
      tour.addEventListener('sentier-start', (event) => names.push(event.campaign));
      document.addEventListener('sentier-step', (event) => names.push(event.step));
      window.addEventListener('sentier-fold', (event) => names.push(event.campaign));
      document.addEventListener('sentier-ready', () => sentier.identify({ service: 'notes' }));
      document.addEventListener('sentier-action', (event) => event.do === 'visit');
      window.sentier = window.sentier || [];
      window.sentier.push(
        ['identify', { user: { key: 'b1946ac9' } }],
        ['on', 'complete', (event) => names.push(event.campaign)],
        ['on', 'step', (event: SentierStepEvent) => names.push(event.step)],
        (api) => api.open('help'),
      );
      sentier.on('step', (event) => names.push(event.step));
      // @ts-expect-error there is no such event
      sentier.on('stepp', () => undefined);
      // @ts-expect-error this one has no step
      sentier.on('show', (event) => names.push(event.step));`;
    assert.deepEqual(faults(text), []);
  });

  it('sentier/jsx says what a tag takes in React', () => {
    const text = `import type {} from 'sentier/jsx';
      export const all = (
        <sentier-tour autostart campaign="hello" onsentier-step={(event) => console.log(event.index)}>
          <sentier-step id="one" target="#compose" heading="Bonjour" />
          <sentier-banner content={{ title: 'Bonjour' }} plan-locale="fr" className="wide" />
          <sentier-studio api="/sentier" token={async () => 'secret'} />
        </sentier-tour>
      );
      // @ts-expect-error there is no such attribute
      export const wrong = <sentier-banner headding="Bonjour" />;
      // @ts-expect-error a content is no text
      export const text = <sentier-banner content="Bonjour" />;`;
    assert.deepEqual(faults(text), []);
  });

  it('sentier/jsx has each attribute of the custom-elements manifest', () => {
    interface Manifest {
      modules: { declarations: { tagName: string; attributes: { name: string }[] }[] }[];
    }
    const { modules } = json<Manifest>('dist/custom-elements.json');
    const uses = modules
      .flatMap(({ declarations }) => declarations)
      .flatMap(({ tagName, attributes }) => attributes.map(({ name }) => `use('${tagName}', '${name}');`));
    assert.ok(uses.length > 50);
    const text = `import type { SentierElements } from 'sentier/jsx';
      declare function use<T extends keyof SentierElements>(tag: T, attribute: keyof SentierElements[T]): void;
      ${uses.join('\n')}`;
    assert.deepEqual(faults(text), []);
  });
});
