import { CHUNKS } from 'virtual:chunks';
import { LENT } from 'virtual:lent';
import type { Load } from './engine/chunks.js';
import { guard } from './engine/guard.js';
import { start } from './engine/start.js';

declare const __VERSION__: string;

/** All the files of a chunk are asked for at once; relative to this script's own address, even from a classic script. */
const load = (async (name) => {
  const files = CHUNKS[name] ?? [];
  const [chunk] = await Promise.all(files.map((file) => import(`./c/${file}.js`) as Promise<unknown>));
  return chunk;
}) as Load;

guard(start)(__VERSION__, load, LENT);
