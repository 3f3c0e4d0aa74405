/** `npm run build`: scripts, library, types, plan schema, custom-elements manifest, into dist/. */
import { execFileSync } from 'node:child_process';
import { rmSync, existsSync } from 'node:fs';

const run = (name: string, ...args: string[]) =>
  execFileSync(`node_modules/.bin/${name}`, args, { stdio: 'inherit' });

for (const part of ['dist/cdn', 'dist/esm', 'dist/types', 'dist/node'])
  rmSync(part, { recursive: true, force: true });
run('rollup', '-c', '--silent');
run('tsx', '.config/build-types.ts');
run('tsx', '.config/plan-schema.ts');
run('tsx', '.config/build-node.ts');
run('cem', 'analyze', '--config', '.config/custom-elements-manifest.config.mjs', '--quiet');
if (!existsSync('dist/cdn/sentier.js')) throw new Error('the build made no dist/cdn/sentier.js');
