import { FOLDER } from 'virtual:chunks';
import { LENT } from 'virtual:lent';
import type { Load } from './engine/chunks.js';
import { guard } from './engine/guard.js';
import { start } from './engine/start.js';
import { ownScript } from './platform/page-config.js';

declare const __VERSION__: string;

const own = ownScript();

/**
 * A chunk's own file holds all that it needs besides the engine (the build sees to it). By its address, said outright: to
 * a script of another origin than the page's, or in a sandboxed frame, a relative `import()` has no base.
 */
const load = ((name) => import(new URL(`c/${FOLDER}/${name}.js`, own?.src).href) as Promise<unknown>) as Load;

guard(start)(__VERSION__, { ...own?.dataset }, load, LENT);
