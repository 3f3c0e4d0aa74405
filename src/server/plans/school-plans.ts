import { isRecord } from '../../model/format.js';
import { etagOf } from './compose.js';
import { HELP_LISTS, helpOf, listOf } from './within-space.js';

/** Bytes of all plans kept ready: anybody may ask, for any schools. */
const MAX_BYTES = 32 * 1024 * 1024;

/** As it is sent: text would be made bytes again for each request. */
export interface SchoolPlan {
  etag: string;
  body: Buffer<ArrayBuffer>;
}

/** Items that follow one another, as JSON, and the schools that all of them are for alone; undefined: any. */
interface Piece {
  json: Buffer;
  schools: ReadonlySet<string> | undefined;
}

/** What is for everybody mostly stands together: few pieces are put together faster than thousands of items. */
function piecesOf(items: unknown): Piece[] {
  const runs: { key: string; named: string[]; json: string[] }[] = [];
  for (const item of listOf(items)) {
    const audience = isRecord(item) && isRecord(item['audience']) ? item['audience'] : {};
    // What is no text is no school: for nobody, not for everybody.
    const named = listOf(audience['schools']).map((uai) =>
      typeof uai === 'string' ? uai.toLowerCase() : '',
    );
    const key = named.join();
    if (runs.at(-1)?.key !== key) runs.push({ key, named, json: [] });
    runs.at(-1)?.json.push(JSON.stringify(item));
  }
  return runs.map(({ named, json }) => ({
    json: Buffer.from(json.join()),
    schools: named.length ? new Set(named) : undefined,
  }));
}

type List = readonly [name: string, pieces: readonly Piece[]];

const COMMA = Buffer.from(',');
const between = (parts: readonly Buffer[]): Buffer[] =>
  parts.flatMap((part, i) => (i ? [COMMA, part] : [part]));

/** The fields of an object as JSON, without the brackets around them. */
const fieldsOf = (value: object): Buffer[] => {
  const json = JSON.stringify(value).slice(1, -1);
  return json ? [Buffer.from(json)] : [];
};

/**
 * A published plan without what is for other schools alone. It is read and written once, in pieces: to put some of them
 * together costs a fraction of parsing it. Who names schools that the plan does not gets the one that is for no school.
 */
export class SchoolPlans {
  readonly #etag: string;
  readonly #most: number;
  readonly #head: readonly Buffer[];
  readonly #help: readonly Buffer[] | undefined;
  readonly #campaigns: List;
  readonly #lists: readonly List[];
  readonly #known: ReadonlySet<string>;
  readonly #ready = new Map<string, SchoolPlan>();
  #bytes = 0;

  constructor({ etag, body }: { etag: string; body: string }, most = MAX_BYTES) {
    this.#etag = etag;
    this.#most = most;
    const { campaigns, help, ...head } = JSON.parse(body) as Record<string, unknown>;
    this.#head = fieldsOf(head);
    this.#campaigns = ['campaigns', piecesOf(campaigns)];
    const names = HELP_LISTS.filter((name) => helpOf({ help })[name] !== undefined);
    this.#lists = names.map((name) => [name, piecesOf(helpOf({ help })[name])]);
    if (isRecord(help)) {
      const rest = { ...help };
      for (const name of names) delete rest[name];
      this.#help = fieldsOf(rest);
    }
    const all = [this.#campaigns, ...this.#lists].flatMap(([, pieces]) => pieces);
    this.#known = new Set(all.flatMap(({ schools }) => [...(schools ?? [])]));
  }

  /** Bytes kept ready. */
  get bytes(): number {
    return this.#bytes;
  }

  for(schools: readonly string[]): SchoolPlan {
    const own = new Set(schools.map((uai) => uai.toLowerCase()).filter((uai) => this.#known.has(uai)));
    const key = [...own].sort().join();
    const kept = this.#ready.get(key);
    if (kept) {
      // What is asked for most stays longest.
      this.#ready.delete(key);
      this.#ready.set(key, kept);
      return kept;
    }
    // Of the same plan and the same schools it is the same, in every process.
    const plan = { body: this.#put(own), etag: etagOf(`${this.#etag} ${key}`) };
    this.#ready.set(key, plan);
    this.#bytes += plan.body.length;
    for (const [oldest, { body }] of this.#ready) {
      if (this.#bytes <= this.#most) break;
      this.#ready.delete(oldest);
      this.#bytes -= body.length;
    }
    return plan;
  }

  #put(own: ReadonlySet<string>): Buffer<ArrayBuffer> {
    const list = ([name, pieces]: List): Buffer => {
      const some = pieces.filter(({ schools }) => !schools || [...own].some((uai) => schools.has(uai)));
      return Buffer.concat([
        Buffer.from(`${JSON.stringify(name)}:[`),
        ...between(some.map(({ json }) => json)),
        Buffer.from(']'),
      ]);
    };
    const braced = (fields: readonly Buffer[]): Buffer[] => [
      Buffer.from('{'),
      ...between(fields),
      Buffer.from('}'),
    ];
    const fields = [...this.#head, list(this.#campaigns)];
    if (this.#help)
      fields.push(
        Buffer.concat([Buffer.from('"help":'), ...braced([...this.#help, ...this.#lists.map(list)])]),
      );
    return Buffer.concat(braced(fields));
  }
}
