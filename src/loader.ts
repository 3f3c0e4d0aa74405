import { CHUNKS } from 'virtual:chunks';
import { LENT } from 'virtual:lent';
import type { Load } from './engine/chunks.js';
import { fault } from './engine/faults.js';
import { start } from './engine/start.js';

declare const __VERSION__: string;

/** All the files of a chunk are asked for at once; relative to this script's own address, even from a classic script. */
const load = ((name) =>
  Promise.all((CHUNKS[name] ?? []).map((file) => import(`./c/${file}`) as Promise<unknown>)).then(
    ([chunk]) => chunk,
  )) as Load;

try {
  start(__VERSION__, load, LENT);
} catch (error) {
  fault(error);
}
