/** `plan.schema.json`, from the schema in the code: what an editor needs to complete and check a plan as it is typed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { Plan } from '../src/model/schema/plan.js';
import { DEFINITIONS } from './plan-schema/definitions.js';
import { WORDS } from './plan-schema/words.js';

export interface JsonSchema {
  [keyword: string]: unknown;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  $defs?: Record<string, JsonSchema>;
}

/** Noise that says nothing: any key is a string, and no field need be there. */
const strip = (key: string, value: unknown): unknown =>
  key === 'propertyNames' || (key === 'required' && Array.isArray(value) && value.length === 0)
    ? undefined
    : value;

/** The properties that words may be of: of an object, or of what a list holds. */
const propertiesOf = (schema: JsonSchema | undefined): Record<string, JsonSchema> | undefined =>
  schema?.properties ?? (schema?.items && propertiesOf(schema.items));

const anyOf = (...names: string[]) => ({ anyOf: names.map((name) => ({ required: [name] })) });

/** What the code's own checks ask of an object, as far as JSON Schema can say it. */
const RULES: Readonly<Record<string, JsonSchema>> = {
  Audience: { additionalProperties: false },
  AudienceDimensions: { additionalProperties: false },
  BannerContent: anyOf('title', 'body'),
  Article: anyOf('body', 'steps', 'media', 'src'),
  Advance: { if: { properties: { on: { const: 'event' } } }, then: { required: ['event'] } },
  Video: {
    ...anyOf('src', 'embed'),
    if: { required: ['src'], properties: { src: { minLength: 1 } } },
    then: { required: ['captions'] },
  },
};

function describe(schema: JsonSchema): void {
  for (const [name, fields] of Object.entries(WORDS))
    for (const [path, words] of Object.entries(fields)) {
      const definition = name === '#' ? schema : schema.$defs?.[name];
      const way = path.split('.');
      const field = way.pop() ?? '';
      const owner = propertiesOf(
        way.reduce<JsonSchema | undefined>((at, step) => propertiesOf(at)?.[step], definition),
      );
      const place = path ? owner?.[field] : definition;
      if (!place) throw new Error(`plan-schema: no place for the words of ${name}.${path}`);
      // Beside a $ref, draft 7 ignores all else.
      if ('$ref' in place && path) owner![field] = { allOf: [{ ...place }], description: words };
      else place.description = words;
    }
}

/** The published schema. Checks that JSON Schema cannot express (a day that exists, a known time zone) are left to the code. */
export function planSchema(): JsonSchema {
  const raw = toJsonSchema(Plan, {
    target: 'draft-07',
    typeMode: 'output',
    definitions: DEFINITIONS,
    ignoreActions: ['check', 'raw_check'],
    overrideSchema({ valibotSchema, referenceMap }) {
      if (valibotSchema.type !== 'lazy' || !('options' in valibotSchema)) return undefined;
      const options = valibotSchema.options as readonly GenericSchema[];
      return { anyOf: options.map((option) => ({ $ref: `#/$defs/${referenceMap.get(option) ?? '?'}` })) };
    },
  });
  const text = JSON.stringify(raw, strip);
  if (text.includes('"#/$defs/?"')) throw new Error('plan-schema: an alternative has no name in DEFINITIONS');
  const schema = { title: 'Plan Sentier', ...(JSON.parse(text) as JsonSchema) };
  for (const [name, rule] of Object.entries(RULES)) Object.assign(schema.$defs?.[name] ?? {}, rule);
  describe(schema);
  return schema;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/plan.schema.json', `${JSON.stringify(planSchema(), null, 2)}\n`);
}
