/** `npm start`: the demo ENT with Sentier and its reference server. `--port 4173` or PORT; the next free one if taken. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createDemo } from './app.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const scripts = join(root, 'dist/cdn');

function wantedPort(): number {
  const at = process.argv.findIndex((argument) => argument === '--port' || argument.startsWith('--port='));
  const given = at < 0 ? process.env['PORT'] : (process.argv[at]?.split('=')[1] ?? process.argv[at + 1]);
  const port = Number(given ?? 4173);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error(`--port: a number from 1 to 65535 is expected, not “${given}”.`);
  return process.exit(2);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

async function firstFree(from: number): Promise<number> {
  for (let port = from; port < Math.min(from + 50, 65_536); port++) if (await isFree(port)) return port;
  console.error(`No free port from ${from} on: give one with --port.`);
  return process.exit(1);
}

const port = await firstFree(wantedPort());
const app = createDemo({ site: join(root, 'stories/demo/site'), scripts, data: join(root, '.cache/demo') });
await app.ready();
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
  const address = `http://localhost:${port}/`;
  console.log(`\n  ${address}\n`);
  if (!existsSync(join(scripts, 'sentier.js')))
    console.log(
      '  dist/cdn/sentier.js manque\u00a0: les pages s’ouvrent sans Sentier. Lancez d’abord «\u00a0npm run build\u00a0».\n',
    );
  console.log(
    `  À essayer\u00a0: changez de personne et de date en haut de la page\u202f; ce que la page envoie se lit sur ${address}collecte/`,
  );
  console.log(
    `  Le studio de l’administrateur\u00a0: ${address}studio/?qui=directrice, ou à côté d’une page\u00a0: ${address}accueil/?qui=directrice&sentier-studio`,
  );
  console.log('  Try: switch person, date and language at the top of the page. Ctrl+C stops.\n');
});

let stopping = false;
function stop(): void {
  if (stopping) process.exit(1);
  stopping = true;
  server.close(() => void app.close().then(() => process.exit(0)));
  // Browsers hold connections open.
  if ('closeAllConnections' in server) server.closeAllConnections();
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
