import { parseJson } from '../../model/safe-json.js';
import { HttpProblem } from './problem.js';

/** Nothing of ours is deeper; what is takes the stack of whoever walks it. */
const MAX_DEPTH = 40;

const tooBig = (bytes: number): HttpProblem =>
  new HttpProblem('too-big', `At most ${Math.round(bytes / 1024)} KiB at a time.`, {
    remedy: 'Send it in smaller parts.',
  });

/** The body as text, never more of it in memory than allowed. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooBig(maxBytes);
  if (!request.body) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > maxBytes) throw tooBig(maxBytes);
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new HttpProblem('bad-request', 'The body is not UTF-8.');
  }
}

/** Counts brackets outside strings, before anything is built of them. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

/** @throws {HttpProblem} 400, 413 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (isTooDeep(text))
    throw new HttpProblem('bad-request', `The JSON is nested deeper than ${MAX_DEPTH}.`, {
      remedy: 'Simplify it.',
    });
  try {
    return parseJson(text);
  } catch (error) {
    throw new HttpProblem('bad-request', `The body is no JSON: ${(error as Error).message}.`, {
      remedy: 'Send a JSON document.',
    });
  }
}

export const contentTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

export function requireJson(request: Request): void {
  if (contentTypeOf(request) !== 'application/json')
    throw new HttpProblem('media-type', 'application/json is expected.', { path: 'content-type' });
}
