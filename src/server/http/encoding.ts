import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip';

/** What is read once may be pressed for long; not a plan, of which anybody may ask for the form of any schools. */
const QUALITY = { long: { br: 11, gzip: 9 }, short: { br: 5, gzip: 6 } } as const;

/** Encodings that we make, the smallest first. */
const ENCODERS: Readonly<Record<Encoding, (body: Buffer, quality: number) => Promise<Buffer>>> = {
  br: (body, quality) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body, level) => zip(body, { level }),
};

/** The one that a request takes; `gzip;q=0` is a refusal. */
export function encodingFor(request: Request): Encoding | undefined {
  const accepted = new Map(
    (request.headers.get('accept-encoding') ?? '').split(',').map((one) => {
      const [name = '', ...parameters] = one.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((found) => found !== undefined);
      return [name, q === undefined ? 1 : Number(q)];
    }),
  );
  return (['br', 'gzip'] as const).find((name) => (accepted.get(name) ?? 0) > 0);
}

const made = new WeakMap<object, Map<Encoding, Promise<Buffer>>>();

/**
 * A body in an encoding, made once.
 * @param owner what it is the body of: with it goes what was made
 */
export function encoded(
  owner: { readonly body: string | Buffer },
  encoding: Encoding,
  quality: keyof typeof QUALITY,
): Promise<Buffer> {
  let forms = made.get(owner);
  if (!forms) made.set(owner, (forms = new Map<Encoding, Promise<Buffer>>()));
  let form = forms.get(encoding);
  if (!form) {
    const { body } = owner;
    form = ENCODERS[encoding](
      typeof body === 'string' ? Buffer.from(body) : body,
      QUALITY[quality][encoding],
    );
    forms.set(encoding, form);
  }
  return form;
}
