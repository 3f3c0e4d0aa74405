import type { Issue, Problem } from '../../model/contract/problem.js';

export interface ProblemParts {
  detail?: string;
  path?: string;
  remedy?: string;
  issues?: Issue[];
  headers?: Record<string, string>;
  /** Fields beside those of every problem. */
  extra?: Record<string, unknown>;
}

const TITLES = {
  'bad-request': [400, 'The request cannot be read'],
  'not-signed-in': [401, 'Nobody is signed in'],
  'not-allowed': [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Not with this method'],
  'in-progress': [409, 'The same rows are being written'],
  stale: [412, 'Somebody else was faster'],
  'too-big': [413, 'Too big'],
  'media-type': [415, 'Another content type is expected'],
  unusable: [422, 'Understood, and not usable'],
  'precondition-required': [428, 'If-Match is needed'],
  'too-many': [429, 'Too much at a time'],
  internal: [500, 'A fault of the server'],
  unavailable: [503, 'Not available now'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof TITLES;

/** A refusal: thrown anywhere, answered as `application/problem+json`. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly parts: ProblemParts;

  constructor(code: ProblemCode, detail?: string, parts: ProblemParts = {}) {
    super(detail ?? code);
    this.code = code;
    this.parts = { ...parts, ...(detail !== undefined && { detail }) };
  }

  get status(): number {
    return TITLES[this.code][0];
  }

  toResponse(): Response {
    const { detail, path, remedy, issues, headers, extra } = this.parts;
    const [status, title] = TITLES[this.code];
    const body: Problem = {
      type: `about:blank#${this.code}`,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(path !== undefined && { path }),
      ...(remedy !== undefined && { remedy }),
      ...(issues && { issues }),
      ...extra,
    };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    });
  }
}
