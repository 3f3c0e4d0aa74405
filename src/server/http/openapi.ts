import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import * as contract from '../../model/contract/index.js';
import { ENDPOINTS, type Answer, type Caller, type Endpoint } from './endpoints.js';

type Json = Record<string, unknown>;

/** Schemas that more than one address speaks of, by name. */
const NAMED = new Map<GenericSchema, string>(
  Object.entries(contract).flatMap(([name, value]) =>
    typeof value === 'object' && 'kind' in value && (value as { kind: string }).kind === 'schema'
      ? [[value as GenericSchema, name] as const]
      : [],
  ),
);

export function jsonSchema(schema: GenericSchema): Json {
  const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }) as Json;
  void $schema;
  return rest;
}

/** The plan has a schema of its own, published with the package. */
const schemaOf = (schema: GenericSchema): Json => {
  const name = NAMED.get(schema);
  return name
    ? { $ref: `#/components/schemas/${name}` }
    : { type: 'object', description: 'See plan.schema.json.' };
};

const CALLERS: Readonly<Record<Caller, string>> = {
  anyone: 'Anybody.',
  page: 'A page of the ENT: a token, or an origin that is known.',
  user: 'Whoever has a token of the ENT.',
  viewer: 'Role viewer or above.',
  editor: 'Role editor or above.',
  publisher: 'Role publisher or above.',
  admin: 'Role admin.',
};

const answerOf = ({ says, schema, type = 'application/json' }: Answer, status: number): Json => ({
  description: says,
  ...((schema ?? type !== 'application/json') && {
    content: {
      [status >= 400 ? 'application/problem+json' : type]: schema ? { schema: schemaOf(schema) } : {},
    },
  }),
});

function operationOf({ path, caller, summary, query, headers, body, answers }: Endpoint): Json {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(query ?? {}).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string' },
    })),
    ...Object.entries(headers ?? {}).map(([name, description]) => ({
      name,
      in: 'header',
      description,
      schema: { type: 'string' },
    })),
  ];
  const problem = (says: string) => answerOf({ says, schema: contract.Problem }, 400);
  return {
    summary,
    description: CALLERS[caller],
    ...(parameters.length && { parameters }),
    ...(body && { requestBody: { content: { 'application/json': { schema: schemaOf(body) } } } }),
    security:
      caller === 'anyone'
        ? []
        : caller === 'page'
          ? [{ token: [] }, { cookie: [] }, {}]
          : [{ token: [] }, { cookie: [] }],
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, Number(status))]),
      ),
      ...(caller !== 'anyone' && { 401: problem('Nobody is signed in, or the token is not good.') }),
      ...(caller !== 'anyone' && { 403: problem('Not allowed.') }),
      default: problem('A refusal: what is wrong, where, and what to do.'),
    },
  };
}

/** OpenAPI 3.1, made of the very schemas that the server checks with. */
export function openApi(base: string, cookie: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of ENDPOINTS) (paths[endpoint.path] ??= {})[endpoint.method] = operationOf(endpoint);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sentier',
      version: '1',
      description: 'The plan that an ENT shows, and what comes of it. Refusals are application/problem+json.',
    },
    servers: [{ url: base || '/' }],
    paths,
    components: {
      schemas: Object.fromEntries([...NAMED].map(([schema, name]) => [name, jsonSchema(schema)])),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: cookie },
      },
    },
  };
}
