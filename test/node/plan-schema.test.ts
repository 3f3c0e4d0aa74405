import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// Comes with eslint: good enough to see that what we publish is a schema, and the right one.
import Ajv from 'ajv';
import { planSchema } from '../../.config/plan-schema.js';
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
  ['settings that are a list', { version: 1, settings: [] }],
];

describe('plan.schema.json', () => {
  it('is a valid JSON schema of draft 7', () => {
    assert.equal(ajv.validateSchema(planSchema()), true, ajv.errorsText());
  });

  for (const [name, value] of ACCEPTED) it(`accepts ${name}`, () => assert.deepEqual(faults(value), []));
  for (const [name, value] of REFUSED) it(`refuses ${name}`, () => assert.notDeepEqual(faults(value), []));

  it('says in words what its main fields are for', () => {
    const { title, description, $defs } = planSchema();
    assert.equal(title, 'Plan Sentier');
    assert.match(description ?? '', /ENT/);
    for (const name of ['Text', 'Target', 'Audience', 'Schedule', 'When', 'Frequency', 'Settings'])
      assert.ok($defs?.[name], name);
    assert.match($defs?.Audience?.properties?.share?.description ?? '', /Pourcentage/);
  });

  it('leads to nothing that is not there, and holds nothing that nothing leads to', () => {
    const schema = planSchema();
    const led = new Set([...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map((m) => m[1]));
    assert.deepEqual([...led].sort(), Object.keys(schema.$defs ?? {}).sort());
  });
});
