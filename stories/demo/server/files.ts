import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Answers with a file of `root`, revalidated by its ETag; a file whose name has a hash never changes. */
export async function sendFile(root: string, name: string, request: Request): Promise<Response> {
  const path = normalize(join(root, name));
  const type = TYPES[extname(path)];
  if (!path.startsWith(root + sep) || !type) return new Response('Introuvable', { status: 404 });
  const body = await readFile(path).catch(() => undefined);
  if (!body) return new Response('Introuvable', { status: 404 });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Content-Type': type,
    ETag: etag,
    'Cache-Control': /-[\w-]{8}\.js$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const known = request.headers
    .get('If-None-Match')
    ?.split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return known
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(body), { headers });
}
