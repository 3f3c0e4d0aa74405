import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { encoded, encodingFor } from './encoding.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

interface Asset {
  type: string;
  body: Buffer;
  etag: string;
  integrity: string;
  hash: string;
}

/** What changes its name with its content: a page's chunks, the studio's. */
const NAMED_BY_CONTENT = /^c\/|^studio\/.+-[\w-]{8}\.js$/;
const FOREVER = 'public, max-age=31536000, immutable';
/** Any page may load a script, from anywhere, and check its hash: hazards, COEP and SRI. */
export const SHARED = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * `sentier.js` and its chunks, read once. The chunks' folder is named after what is in it, and `sentier.js` answers to
 * `sentier-<hash>.js` as well: an address that never changes its content, for pages that pin it with `integrity`.
 */
export class Scripts {
  readonly #folder: string;
  readonly #assets = new Map<string, Promise<Asset>>();
  readonly #names: readonly string[];

  constructor(folder: string | undefined) {
    this.#folder = folder ?? '';
    this.#names = folder ? listFiles(folder) : [];
  }

  get present(): boolean {
    return this.#names.includes('sentier.js');
  }

  async answer(name: string, request: Request): Promise<Response | undefined> {
    const pinned = /^sentier-([\w-]{12})\.js$/.exec(name)?.[1];
    const asset = await this.#asset(pinned ? 'sentier.js' : name);
    if (!asset || (pinned && asset.hash !== pinned)) return undefined;
    const headers = new Headers({
      ...SHARED,
      'content-type': asset.type,
      etag: asset.etag,
      vary: 'accept-encoding',
      'cache-control': pinned || NAMED_BY_CONTENT.test(name) ? FOREVER : 'public, no-cache',
    });
    if (isKnown(request, asset.etag)) return new Response(null, { status: 304, headers });
    const encoding = encodingFor(request);
    const body = encoding ? await encoded(asset, encoding, 'long') : asset.body;
    if (encoding) headers.set('content-encoding', encoding);
    headers.set('content-length', String(body.length));
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers });
  }

  /** What to write in `integrity`, and the address that it goes with. */
  async integrity(): Promise<Record<string, { integrity: string; bytes: number; pinned?: string }>> {
    const table: Record<string, { integrity: string; bytes: number; pinned?: string }> = {};
    for (const name of this.#names) {
      const asset = await this.#asset(name);
      if (!asset) continue;
      table[name] = {
        integrity: asset.integrity,
        bytes: asset.body.length,
        ...(name === 'sentier.js' && { pinned: `sentier-${asset.hash}.js` }),
      };
    }
    return table;
  }

  #asset(name: string): Promise<Asset | undefined> {
    if (!this.#names.includes(name)) return Promise.resolve(undefined);
    let asset = this.#assets.get(name);
    if (!asset) this.#assets.set(name, (asset = load(join(this.#folder, name))));
    return asset;
  }
}

export const isKnown = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

async function load(file: string): Promise<Asset> {
  const body = await readFile(file);
  const hash = createHash('sha256').update(body).digest('base64url');
  return {
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    body,
    etag: `"${hash.slice(0, 22)}"`,
    hash: hash.slice(0, 12),
    integrity: `sha384-${createHash('sha384').update(body).digest('base64')}`,
  };
}

/** Only what is in the folder at the start is served: no name that a request makes up reaches the disk. */
function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => extname(name) in TYPES)
      .sort();
  } catch {
    return [];
  }
}
