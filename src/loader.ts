import { CHUNKS } from 'virtual:chunks';
import { LENT } from 'virtual:lent';
import type { Load } from './engine/chunks.js';
import { guard } from './engine/guard.js';
import { start } from './engine/start.js';
import { ownScript } from './platform/page-config.js';

declare const __VERSION__: string;

const own = ownScript();

/**
 * All the files of a chunk are asked for at once, beside this script. By its address, said outright: to a script of
 * another origin than the page's, or in a sandboxed frame, a relative `import()` has no base.
 */
const load = (async (name) => {
  const files = CHUNKS.split(' ')
    .find((word) => word.startsWith(`${name}-`))!
    .split(',');
  const [chunk] = await Promise.all(
    files.map((file) => import(new URL(`c/${file}.js`, own?.src).href) as Promise<unknown>),
  );
  return chunk;
}) as Load;

guard(start)(__VERSION__, { ...own?.dataset }, load, LENT);
