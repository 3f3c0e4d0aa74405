import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CommandError } from '../load-plan.js';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The Chromium, Chrome or Edge of this machine: none is downloaded. */
export function findBrowser(given = process.env['CHROME_PATH']): string {
  if (given) {
    if (isExecutable(given)) return given;
    throw new CommandError(
      `${given}\u00a0: ce navigateur ne peut pas être lancé. Vérifiez --browser ou CHROME_PATH.`,
    );
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  const found = [...onPath, ...PATHS].find(isExecutable);
  if (!found)
    throw new CommandError(
      'aucun navigateur. Installez Chromium, Chrome ou Edge, ou donnez son exécutable par --browser ou CHROME_PATH.',
    );
  return found;
}
