import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// Comes with eslint: good enough to see that what we publish is a schema, and the right one.
import Ajv from 'ajv';
import { planSchema, type JsonSchema } from '../../.config/plan-schema.js';
import { readPlan } from '../../src/model/read-plan.js';
import { designPlan } from '../model/design-plan.js';

const ajv = new Ajv({ allErrors: true, schemaId: 'auto' });
const validate = ajv.compile(planSchema());
const faults = (plan: unknown): string[] => {
  void validate(plan);
  return (validate.errors ?? []).map((e) => `${e.dataPath} ${e.message ?? ''}`);
};
const plan = (...campaigns: unknown[]) => ({ version: 1, campaigns });
const tour = (more: object = {}, step: object = {}) => ({
  id: 't',
  kind: 'tour',
  content: { steps: [step] },
  ...more,
});

const article = (more: object) => ({
  version: 1,
  help: { articles: [{ id: 'a', title: 'A', ...more }] },
});
const video = (more: object) => ({ kind: 'video', title: 'A', transcript: '…', ...more });

// [what, plan]
const ACCEPTED: [string, unknown][] = [
  ["the design's example", designPlan()],
  ['the least plan', { version: 1 }],
  ['fields that it does not know', { ...plan(tour({ vendor: 1 })), vendor: 2 }],
  [
    'a frame in a frame',
    plan(tour({}, { target: { frame: '#a', target: [{ frame: '#b', target: '#c' }] } })),
  ],
  ['content elsewhere', plan(tour({ content: { src: 'a.json' } }))],
  ['an article of which the text stands elsewhere', article({ src: 'a.json' })],
  ['a film of a site that is allowed', article({ media: [video({ embed: 'https://lumni.fr/video/a' })] })],
  ['what a step asks for', plan(tour({}, { advance: { on: 'click' } }))],
];
const REFUSED: [string, unknown][] = [
  ['a list', []],
  ['no version', {}],
  ['a campaign without kind', plan({ id: 'a', content: {} })],
  ['an unknown kind', plan(tour({ kind: 'popup' }))],
  ['an id with a space', plan(tour({ id: 'a b' }))],
  ['an unknown criterion of audience', plan(tour({ audience: { profile: ['pupil'] } }))],
  ['an unknown criterion left out', plan(tour({ audience: { not: { share: 3 } } }))],
  ['a share above 100', plan(tour({ audience: { share: 101 } }))],
  ['a word for a date', plan(tour({ schedule: { start: 'demain' } }))],
  ['a number for a target', plan(tour({}, { target: 4 }))],
  [
    'a number in a frame in a frame',
    plan(tour({}, { target: { frame: '#a', target: { frame: '#b', target: 4 } } })),
  ],
  ['an empty tour', plan(tour({ content: { steps: [] } }))],
  ['a banner that says nothing', plan({ id: 'b', kind: 'banner', content: { place: 'top' } })],
  ['a number for a text', plan({ id: 'b', kind: 'banner', content: { title: 4 } })],
  ['an article that says nothing', article({})],
  ['a film that is nowhere', article({ media: [video({})] })],
  ['a film without captions', article({ media: [video({ src: '/a.mp4' })] })],
  ['an event without name', plan(tour({}, { advance: { on: 'event' } }))],
  ['settings that are a list', { version: 1, settings: [] }],
];

describe('plan.schema.json', () => {
  it('is a valid JSON schema of draft 7', () => {
    assert.equal(ajv.validateSchema(planSchema()), true, ajv.errorsText());
  });

  for (const [name, value] of ACCEPTED) it(`accepts ${name}`, () => assert.deepEqual(faults(value), []));
  for (const [name, value] of REFUSED)
    it(`refuses ${name}, as the code does`, () => {
      assert.notDeepEqual(faults(value), []);
      assert.notDeepEqual(readPlan(value).issues, []);
    });

  it('says in words what each of its parts and fields is for', () => {
    const schema = planSchema();
    const silent: string[] = [];
    const ask = (one: JsonSchema, path: string) => {
      // A sentence, or several.
      if (!/^.{3}.*[.…)]$/.test(one.description ?? '')) silent.push(path);
    };
    // Wherever properties may stand: in lists, tables and alternatives too.
    const walk = (one: unknown, path: string): void => {
      if (typeof one !== 'object' || one === null) return;
      const { properties = {}, ...rest } = one as JsonSchema;
      for (const [name, field] of Object.entries(properties)) {
        ask(field, `${path}.${name}`);
        walk(field, `${path}.${name}`);
      }
      for (const [key, inner] of Object.entries(rest)) if (!/^(if|then|\$defs)$/.test(key)) walk(inner, path);
    };
    ask(schema, 'plan');
    walk(schema, 'plan');
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) {
      ask(definition, name);
      walk(definition, name);
    }
    assert.deepEqual(silent, []);
    assert.equal(schema.title, 'Plan Sentier');
    assert.match(schema.$defs?.Audience?.properties?.share?.description ?? '', /Pourcentage/);
  });

  it('leads to nothing that is not there, and holds nothing that nothing leads to', () => {
    const schema = planSchema();
    const led = new Set([...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map((m) => m[1]));
    assert.deepEqual([...led].sort(), Object.keys(schema.$defs ?? {}).sort());
  });
});
