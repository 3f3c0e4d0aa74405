import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that stands for a person here is made with these; without the secret nothing leads back. */
export interface Keys {
  /** Whose progress. */
  user(key: string): string;
  /** Who acted in the studio: short, for people to compare. */
  actor(key: string): string;
  /** That this person answered this version of this campaign. */
  marker(key: string, campaign: string, version: number): string;
  /** Of a row's content, so that the table of ids gives no answer away by its digest. */
  digest(content: string): string;
  /** Of the secret itself, for the database to know it again; nothing is told of it. */
  readonly fingerprint: string;
}

/** One key a purpose: a value of one table is not to be found in another. */
export function keysOf(secret: string, tenant: string): Keys {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, tenant, `sentier ${purpose}`, 32));
  const mac = (purpose: string) => {
    const key = derive(purpose);
    return (...parts: readonly string[]) =>
      createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  };
  const user = mac('user');
  const actor = mac('actor');
  const marker = mac('marker');
  const digest = mac('digest');
  return {
    user: (key) => user(key),
    actor: (key) => actor(key).slice(0, 12),
    marker: (key, campaign, version) => marker(key, campaign, String(version)),
    digest: (content) => digest(content).slice(0, 22),
    fingerprint: mac('fingerprint')(tenant),
  };
}

const fileIn = (folder: string): string => join(folder, 'secret');

/** Whether the secret of a folder was made, or put back, there. */
export const hasSecret = (folder: string): boolean => existsSync(fileIn(folder));

/** The secret of a folder, made at the first start; readable by its owner alone. */
export function secretIn(folder: string): string {
  const file = fileIn(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${file}: 32 characters or more are expected.`);
  return secret;
}
