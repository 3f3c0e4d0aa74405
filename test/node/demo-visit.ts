import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemo } from '../../stories/demo/server/app.js';
import { formatChoice } from '../../stories/demo/server/visitor.js';
import type { Language } from '../../stories/demo/server/words.js';
import { tempFolder } from '../temp-folder.js';

export const SITE = fileURLToPath(new URL('../../stories/demo/site', import.meta.url));
export const newFolder = (): string => tempFolder('sentier-demo');

/** The demo ENT, its data in `data`; its scripts are the site's own assets, for the build is not needed here. */
export const demo = (data = newFolder()) => createDemo({ site: SITE, scripts: join(SITE, 'assets'), data });

/** Cookies of somebody who chose to be `qui` on `date`. */
export const cookieOf = (qui: string, date = 'rentree', langue: Language = 'fr'): string =>
  `ent-session=${'0'.repeat(24)}; ent-choix=${encodeURIComponent(
    formatChoice({ qui, date, langue, simple: false, depuis: Date.now() }),
  )}`;

const cache = new Map<string, Promise<string>>();

/** A page as `qui` sees it. */
export function pageFor(qui: string, path: string, date?: string): Promise<string> {
  const key = `${qui} ${path} ${date}`;
  const page = cache.get(key) ?? open(path, cookieOf(qui, date));
  cache.set(key, page);
  return page;
}

const open = async (path: string, cookie: string): Promise<string> =>
  (await demo().request(path, { headers: { cookie } })).text();
