import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { planSchema } from '../../.config/plan-schema.js';
import { KINDS } from '../../src/model/format.js';
import { readPlan } from '../../src/model/read-plan.js';
import { MEDIA_KINDS } from '../../src/model/schema/media.js';
import { QUESTION_KINDS } from '../../src/model/schema/survey.js';
import {
  CAMPAIGNS,
  compact,
  MEDIA,
  planAround,
  QUESTIONS,
  TARGETS,
} from '../../stories/guides/reference-examples.js';
import { referenceOf, type Piece, type Schema } from '../../stories/guides/reference-parts.js';

const schema = planSchema() as Schema;
const parts = referenceOf(schema).flatMap((chapter) => chapter.parts);
const names = parts.map(({ name }) => name);
const kindsOf = (list: readonly { json: { kind: string } }[]) => list.map(({ json }) => json.kind).sort();

describe('the reference of the plan', () => {
  it('has a part for each object, and each part once', () => {
    const objects = Object.entries(schema.$defs ?? {}).flatMap(([name, { properties }]) =>
      properties ? [name] : [],
    );
    assert.deepEqual(
      objects.filter((name) => !names.includes(name)),
      [],
    );
    assert.equal(new Set(names).size, names.length);
    assert.equal(new Set(parts.map(({ title }) => title)).size, parts.length, 'titles');
  });

  it('names every field of every object', () => {
    const rowsOf = (...wanted: string[]) =>
      parts.flatMap(({ name, rows }) => (wanted.includes(name) ? rows.map(({ field }) => field) : []));
    for (const [name, { properties = {} }] of [
      ['#', schema] as const,
      ...Object.entries(schema.$defs ?? {}),
    ]) {
      // What all campaigns have stands once, above them.
      const rows = rowsOf(name, ...(name.endsWith('Campaign') ? ['Campaign'] : []));
      assert.deepEqual(
        Object.keys(properties).filter((field) => !rows.includes(field)),
        [],
        name,
      );
    }
    assert.ok(rowsOf('Campaign').includes('variants[].audience'));
    assert.ok(rowsOf('TourStep').includes('spotlight.padding'));
  });

  it('says of each part and field what it is, and leads nowhere else', () => {
    const textOf = (pieces: readonly Piece[]) =>
      pieces.map((piece) => ('code' in piece ? piece.code : piece.text)).join('');
    for (const { name, words, rows, forms } of parts) {
      assert.ok(textOf(words), name);
      assert.ok(rows.length || textOf(forms), name);
      for (const { field, type, words: said } of rows) {
        assert.ok(textOf(said), `${name}.${field}`);
        assert.ok(textOf(type), `${name}.${field}`);
      }
      for (const piece of [words, forms, ...rows.map(({ type }) => type)].flat())
        if ('part' in piece) assert.ok(names.includes(piece.part), piece.part);
    }
    const required = parts
      .find(({ name }) => name === 'Question')
      ?.rows.find(({ field }) => field === 'required');
    assert.equal(textOf(required?.type ?? []), 'true, false ou "soft"');
  });

  it('has an example of each kind of campaign, question and medium, and of each form of target', () => {
    assert.deepEqual(kindsOf(CAMPAIGNS), [...KINDS].sort());
    assert.deepEqual(kindsOf(QUESTIONS), [...QUESTION_KINDS].sort());
    assert.deepEqual(kindsOf(MEDIA), [...MEDIA_KINDS].sort());
    const formOf = (target: unknown) =>
      typeof target === 'string'
        ? 'selector'
        : Array.isArray(target)
          ? 'list'
          : Object.keys(target as object)[0];
    assert.deepEqual(TARGETS.map(({ json }) => formOf(json)).sort(), [
      'frame',
      'list',
      'role',
      'selector',
      'text',
    ]);
  });

  it('has examples in which nothing is to be mended', () => {
    assert.deepEqual(readPlan(planAround()).issues, []);
    assert.deepEqual(JSON.parse(compact(planAround())), JSON.parse(JSON.stringify(planAround())));
    const validate = new Ajv({ allErrors: true, schemaId: 'auto' }).compile(schema);
    assert.equal(validate(planAround()), true, JSON.stringify(validate.errors));
  });
});
