import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { isRecord } from '../model/format.js';
import { parseJson } from '../model/safe-json.js';
import { textOfFile } from './text-file.js';

/*
 * Each setting has one name, in the file (`jwt.issuer`) and in the environment (`SENTIER_JWT_ISSUER`); the environment
 * wins. All are checked before anything starts, and a message names the key.
 */

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
const whole = (min: number, max: number, fallback: number) =>
  v.optional(
    v.pipe(
      v.union(
        [v.number(), v.pipe(v.string(), v.regex(/^\d+$/, 'a whole number'), v.transform(Number))],
        'a whole number',
      ),
      v.integer('a whole number'),
      v.minValue(min, `at least ${min}`),
      v.maxValue(max, `at most ${max}`),
    ),
    fallback,
  );
const flag = (fallback: boolean) =>
  v.optional(
    v.union(
      [
        v.boolean(),
        v.pipe(
          v.picklist(['true', 'false', '1', '0'], 'true or false'),
          v.transform((word) => /true|1/.test(word)),
        ),
      ],
      'true or false',
    ),
    fallback,
  );
/** A list, or its items with commas between them. */
const list = (fallback: readonly string[] = []) =>
  v.optional(
    v.union(
      [
        v.array(text),
        v.pipe(
          v.string(),
          v.transform((all) =>
            all
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean),
          ),
        ),
      ],
      'a list',
    ),
    [...fallback],
  );
const origin = (value: string): boolean => {
  try {
    return new URL(value).origin === value;
  } catch {
    return false;
  }
};

/** `v.url` takes "ent.example:443" too, and "javascript:". */
const web = (example: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => URL.canParse(value) && /^https?:\/\//i.test(value), `an address such as ${example}`),
  );

export const ALGORITHMS = ['HS256', 'RS256', 'ES256'] as const;

const Jwt = v.strictObject({
  /** One algorithm and no other: a key is good for one only. */
  algorithm: v.optional(v.picklist(ALGORITHMS, `one of ${ALGORITHMS.join(', ')}`)),
  issuer: v.optional(text),
  audience: v.optional(text),
  /** For HS256. */
  secret: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
  /** For RS256 and ES256: the host's key set, fetched and kept… */
  jwksUrl: v.optional(web('"https://ent.example/jwks.json"')),
  /** …or a file of it. */
  jwksFile: v.optional(text),
  /** Cookie in which the host may put the token, HttpOnly, for its pages. */
  cookie: v.optional(v.pipe(v.string(), v.regex(/^[\w-]+$/, 'a cookie name')), 'sentier_token'),
  /** Seconds by which the two clocks may differ. */
  leeway: whole(0, 300, 30),
  /** Seconds from `iat` to `exp`: a token that was stolen is not of use for long. */
  maxAge: whole(60, 604_800, 43_200),
});

const Limits = v.strictObject({
  /** Rows that one person may send at once, and go on with a second. */
  userBurst: whole(1, 1e6, 600),
  userRate: whole(1, 1e6, 5),
  /** The same for a whole school, and for all who send without a token. */
  schoolBurst: whole(1, 1e7, 20_000),
  schoolRate: whole(1, 1e6, 500),
  anonymousBurst: whole(1, 1e7, 50_000),
  anonymousRate: whole(1, 1e6, 2000),
  /** Reports of a problem, which are kept whole: at once and an hour by one person, a day by a school, an hour by all without a token. */
  supportBurst: whole(1, 1e6, 5),
  supportPerHour: whole(1, 1e6, 5),
  supportSchoolPerDay: whole(1, 1e6, 200),
  supportAnonymousPerHour: whole(1, 1e6, 60),
  /** Connections open at a time. */
  connections: whole(10, 1e6, 10_000),
});

const Collect = v.strictObject({
  /** Without a token; then only from the origins below, or the server's own. */
  anonymous: flag(true),
  /** Answers without a token count in groups too, where tokens are known: for pages that have none to send. */
  anonymousGroups: flag(false),
  /** Rows about campaigns that were never published here: for who keeps the plan as a file. */
  unknownCampaigns: v.optional(v.picklist(['refuse', 'accept'], 'refuse or accept'), 'refuse'),
  /** Days back and ahead that a row may be dated. A page keeps an answer for 30 days. */
  pastDays: whole(1, 4000, 35),
  futureDays: whole(0, 4000, 1),
});

export const SettingsSchema = v.strictObject({
  host: v.optional(text, '127.0.0.1'),
  port: whole(0, 65_535, 4180),
  /** Where paths begin: "/sentier" when a proxy hands them on unchanged. */
  base: v.optional(v.pipe(v.string(), v.regex(/^(\/[\w.-]+)*$/, 'a path such as "/sentier"')), ''),
  /** Address at which others reach the server, for feeds; the request's own without it. */
  publicUrl: v.optional(
    v.pipe(
      web('"https://ent.example/sentier"'),
      // Paths are put behind it.
      v.transform((address) => address.replace(/\/+$/, '')),
    ),
  ),
  /** Folder of the database and of the secret. */
  data: v.optional(text, 'sentier-data'),
  /** `postgres://…`; without it, SQLite in `data`. */
  databaseUrl: v.optional(
    v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'an address such as "postgres://…"')),
  ),
  poolSize: whole(1, 200, 8),
  /** Keys every pseudonym. At least 32 characters; made and kept in `data` with SQLite. */
  secret: v.optional(v.pipe(v.string(), v.trim(), v.minLength(32, 'at least 32 characters'))),
  /** One ENT of several in the same database. */
  tenant: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a short name')), 'main'),
  /** Origins of the ENT's pages, where they are not the server's own. */
  origins: v.optional(
    v.pipe(
      list(),
      v.checkItems((one) => origin(one), 'origins such as "https://ent.example"'),
    ),
    [],
  ),
  /** Schools of each district. */
  districts: v.optional(
    v.record(
      v.string(),
      v.array(v.pipe(v.string(), v.regex(/^\d{7}[A-Z]$/, 'a UAI such as "0750001A"'))),
      'districts with their schools',
    ),
    {},
  ),
  fourEyes: flag(false),
  /** Fewest answers that a result may stand on. */
  threshold: whole(2, 1000, 10),
  retentionMonths: whole(1, 120, 25),
  /** Months for which reported problems are kept: words may name somebody, and are soon of no use. */
  supportMonths: whole(1, 120, 12),
  /** Seconds for which caches may keep the plan without asking. */
  planMaxAge: whole(0, 86_400, 0),
  /** Folder of `sentier.js`; without it, the one of this package. */
  scripts: v.optional(text),
  metrics: flag(true),
  log: v.optional(
    v.picklist(['silent', 'error', 'warn', 'info', 'debug'], 'silent, error, warn, info or debug'),
    'info',
  ),
  jwt: v.optional(Jwt, {}),
  collect: v.optional(Collect, {}),
  limits: v.optional(Limits, {}),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type JwtSettings = Settings['jwt'];

/** What is wrong, a line each; what starts the server prints them and goes no further. */
export class SettingsError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'SettingsError';
    this.lines = lines;
  }
}

const constantCase = (key: string): string => key.replace(/[A-Z]/g, '_$&').toUpperCase();

/** `jwt.maxAge` → `SENTIER_JWT_MAX_AGE`. */
export const variableOf = (path: readonly string[]): string =>
  path.join('.') === 'databaseUrl' ? 'DATABASE_URL' : `SENTIER_${path.map(constantCase).join('_')}`;

const GROUPS = { jwt: Jwt, collect: Collect, limits: Limits } as const;

/** Paths that the environment can set: all but tables. */
export const SETTING_PATHS: readonly (readonly string[])[] = Object.keys(SettingsSchema.entries).flatMap(
  (key) =>
    key in GROUPS
      ? Object.keys(GROUPS[key as keyof typeof GROUPS].entries).map((inner) => [key, inner])
      : key === 'districts'
        ? []
        : [[key]],
);

function readFile(file: string): Record<string, unknown> {
  let raw: unknown;
  try {
    raw = parseJson(textOfFile(readFileSync(file)));
  } catch (error) {
    throw new SettingsError([`${file}: cannot be read as JSON (${(error as Error).message}).`]);
  }
  if (!isRecord(raw)) throw new SettingsError([`${file}: an object of settings is expected.`]);
  // Names in the file are from the file's folder.
  for (const key of ['data', 'scripts'])
    if (typeof raw[key] === 'string') raw[key] = resolve(dirname(file), raw[key]);
  const { jwt } = raw;
  if (isRecord(jwt) && typeof jwt['jwksFile'] === 'string')
    jwt['jwksFile'] = resolve(dirname(file), jwt['jwksFile']);
  return raw;
}

/** A token is checked with one key: which one must be said, or nobody could sign in. */
function checkJwt({ jwt }: Settings): string[] {
  const { algorithm, secret, jwksUrl, jwksFile, issuer, audience } = jwt;
  if (!algorithm) {
    const given = secret ?? jwksUrl ?? jwksFile;
    return given === undefined
      ? []
      : [`jwt.algorithm (SENTIER_JWT_ALGORITHM): needed beside a key: ${ALGORITHMS.join(', ')}.`];
  }
  const lines: string[] = [];
  if (!issuer) lines.push('jwt.issuer (SENTIER_JWT_ISSUER): needed, the `iss` of the host’s tokens.');
  if (!audience) lines.push('jwt.audience (SENTIER_JWT_AUDIENCE): needed, the `aud` of the host’s tokens.');
  if (algorithm === 'HS256' && !secret)
    lines.push('jwt.secret (SENTIER_JWT_SECRET): needed with HS256, shared with the host.');
  if (algorithm !== 'HS256' && !jwksUrl === !jwksFile)
    lines.push(`jwt.jwksUrl or jwt.jwksFile: one of them is needed with ${algorithm}.`);
  if (algorithm !== 'HS256' && secret)
    lines.push(`jwt.secret: not with ${algorithm}; a public key must never serve as a secret.`);
  return lines;
}

/** What a setting names is looked at before anything starts: a folder that is not there would be a 404 to each page. */
function checkPlaces({ scripts, jwt: { jwksFile } }: Settings): string[] {
  const lines: string[] = [];
  if (scripts !== undefined && !statSync(scripts, { throwIfNoEntry: false })?.isDirectory())
    lines.push(`scripts (SENTIER_SCRIPTS): ${scripts} is no folder.`);
  if (jwksFile !== undefined) {
    const fault = jwksFault(jwksFile);
    if (fault) lines.push(`jwt.jwksFile (SENTIER_JWT_JWKS_FILE): ${jwksFile}: ${fault}`);
  }
  return lines;
}

function jwksFault(file: string): string | undefined {
  try {
    const set = parseJson(textOfFile(readFileSync(file)));
    const keys = isRecord(set) ? set['keys'] : undefined;
    return Array.isArray(keys) && keys.length && keys.every(isRecord)
      ? undefined
      : 'a key set is expected, { "keys": [ … ] }.';
  } catch (error) {
    return error instanceof SyntaxError
      ? 'no JSON.'
      : (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'there is no such file.'
        : (error as Error).message;
  }
}

/**
 * @param given what holds where neither the environment nor the file says otherwise
 * @throws {SettingsError}
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>> = {},
  given: Readonly<Record<string, unknown>> = {},
): Settings {
  const file = env['SENTIER_CONFIG'];
  const raw: Record<string, unknown> = { ...given, ...(file ? readFile(file) : {}) };
  const lines: string[] = [];
  for (const path of SETTING_PATHS) {
    const value = env[variableOf(path)];
    if (value === undefined || value === '') continue;
    const [key = '', inner] = path;
    if (inner === undefined) raw[key] = value;
    else raw[key] = { ...(isRecord(raw[key]) ? raw[key] : {}), [inner]: value };
  }
  const known = new Set(['SENTIER_CONFIG', ...SETTING_PATHS.map((path) => variableOf(path))]);
  for (const name of Object.keys(env))
    if (name.startsWith('SENTIER_') && !known.has(name) && !/^SENTIER_(CDN|TEST_)/.test(name))
      lines.push(`${name}: no setting of this name.`);
  const result = v.safeParse(SettingsSchema, raw);
  if (!result.success)
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map(({ key }) => String(key));
      // An item of a list has no variable of its own.
      const named = path.filter((key) => !/^\d+$/.test(key));
      const variable = path[0] === 'districts' ? '' : ` (${variableOf(named)})`;
      const needed = issue.type === 'strict_object' ? 'no setting of this name' : issue.message;
      lines.push(`${path.join('.')}${variable}: ${needed}.`);
    }
  else lines.push(...checkJwt(result.output), ...checkPlaces(result.output));
  if (result.success && result.output.databaseUrl && !result.output.secret)
    lines.push(
      'secret (SENTIER_SECRET): needed with PostgreSQL, the same for every process; for example `openssl rand -hex 32`.',
    );
  if (lines.length || !result.success) throw new SettingsError(lines);
  return result.output;
}
