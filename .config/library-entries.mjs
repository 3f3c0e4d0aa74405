/**
 * What the library for bundlers is imported by, and the module of each: `import 'sentier/define/banner.js'`. Both its
 * modules and their types are made from this list.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const all = readFileSync(fileURLToPath(new URL('../src/define.ts', import.meta.url)), 'utf8');

export const ENTRIES = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  ...Object.fromEntries(
    [...all.matchAll(/'\.\/(elements\/[\w-]+\/define-([\w-]+))\.js'/g)].map(([, file, name]) => [
      `define/${name}`,
      `src/${file}.ts`,
    ]),
  ),
  // A page's script loads steps only where they are written by hand, as they are by whoever imports this.
  'define/tour': 'src/elements/tour/define-tour-by-hand.ts',
  'define/studio': 'src/studio/define-studio.ts',
};
