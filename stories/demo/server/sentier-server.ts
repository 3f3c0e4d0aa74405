import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { SignJWT } from 'jose';
import { createApp } from '../../../src/server/http/app.js';
import { publishFile } from '../../../src/server/seed.js';
import { openServices, type Services } from '../../../src/server/services.js';
import { readSettings } from '../../../src/server/settings.js';
import { inventAnswers } from './invented-answers.js';
import { PRIMARY } from './personas.js';
import { userKey, type Visitor } from './visitor.js';

/** Where the reference server stands on the demo ENT. */
export const BASE = '/sentier';
export const TOKEN_COOKIE = 'sentier_token';
const ISSUER = 'ent-demo';
const AUDIENCE = 'sentier';
const MINUTES = 60;

/**
 * What somebody may do in the studio, by persona: a teacher writes for the school, its head publishes, the district's
 * adviser does everything everywhere.
 */
const ROLES: Readonly<Record<string, object>> = {
  referente: { role: 'editor', scope: { schools: [PRIMARY] } },
  directrice: { role: 'publisher', scope: { schools: [PRIMARY] } },
  circonscription: { role: 'admin', scope: 'all' },
};
export const mayUseStudio = (visitor: Visitor): boolean => Object.hasOwn(ROLES, visitor.persona.id);

export interface SentierServer {
  app: Hono;
  services: Services;
}

export interface DemoSentierOptions {
  site: string;
  scripts: string;
  data: string;
  /** Publishing takes a second person. */
  fourEyes?: boolean | undefined;
}

/** The reference server as an ENT would run it, in the same process, with a secret that lives as long as it does. */
export class DemoSentier {
  readonly #secret = randomBytes(32).toString('hex');
  readonly #options: DemoSentierOptions;
  #opening: Promise<SentierServer> | undefined;

  constructor(options: DemoSentierOptions) {
    this.#options = options;
  }

  /** Opened when it is first asked: pages alone do without it. */
  open(): Promise<SentierServer> {
    return (this.#opening ??= this.#start());
  }

  async #start(): Promise<SentierServer> {
    const { site, scripts, data, fourEyes = false } = this.#options;
    const settings = readSettings(
      {},
      {
        base: BASE,
        data,
        scripts,
        log: 'silent',
        fourEyes,
        jwt: {
          algorithm: 'HS256',
          issuer: ISSUER,
          audience: AUDIENCE,
          secret: this.#secret,
          cookie: TOKEN_COOKIE,
        },
        // The demo's date is chosen at the top of its pages.
        collect: { pastDays: 1000, futureDays: 1000 },
      },
    );
    const services = await openServices(settings);
    await publishFile(services, join(site, 'plan.json'));
    await inventAnswers(services);
    return { app: createApp(services), services };
  }

  /** FOR THE DEMO ONLY: a real ENT signs for who has logged in; here whoever chooses a person is that person. */
  token(visitor: Visitor): Promise<string> {
    const { persona } = visitor;
    return new SignJWT({ schools: persona.user.schools, ...ROLES[persona.id] })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(userKey(visitor))
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${MINUTES}m`)
      .sign(new TextEncoder().encode(this.#secret));
  }

  async close(): Promise<void> {
    if (this.#opening) await (await this.#opening).services.close();
  }
}
