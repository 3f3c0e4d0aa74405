/**
 * Finds the browsers that the tests need, or brings them through Debian's packages; elsewhere says what to install.
 * Chromium is needed; Firefox and WebKitGTK are used where they can be had.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.js';

export type Engine = 'chromium' | 'firefox' | 'webkit';

interface Finder {
  env: string;
  commands: readonly string[];
  paths: readonly string[];
  debian: readonly string[];
  /** What a person elsewhere has to do. */
  advice: string;
}

const FINDERS: Record<Engine, Finder> = {
  chromium: {
    env: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: ['chromium'],
    advice: 'install Chromium, Chrome or Edge, or set CHROME_PATH to its executable',
  },
  firefox: {
    env: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: ['firefox-esr'],
    advice: 'install Firefox, or set FIREFOX_PATH to its executable',
  },
  webkit: {
    env: 'WEBKIT_PATH',
    commands: [],
    paths: [
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    ],
    debian: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    advice: 'WebKitGTK is tested on Debian and Ubuntu only (package webkit2gtk-driver, with xvfb)',
  },
};

const ENGINES = Object.keys(FINDERS) as Engine[];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);

/** The engine's executable, or undefined. */
export function findBrowser(engine: Engine): string | undefined {
  const { env, commands, paths } = FINDERS[engine];
  const given = process.env[env];
  if (given) return isExecutable(given) ? given : undefined;
  if (engine === 'webkit' && !(onPath('WebKitWebDriver') && onPath('Xvfb'))) return undefined;
  return commands.map(onPath).find(Boolean) ?? paths.find(isExecutable);
}

/** Brings what is missing, sets CHROME_PATH, FIREFOX_PATH and WEBKIT_PATH, and returns the engines that are here. */
export function bringBrowsers(): Engine[] {
  const missing = ENGINES.filter((engine) => !findBrowser(engine));
  if (missing.length) installWithApt(missing.flatMap((engine) => FINDERS[engine].debian));
  const here = ENGINES.filter((engine) => findBrowser(engine));
  for (const engine of ENGINES) {
    const path = findBrowser(engine);
    if (path) process.env[FINDERS[engine].env] = path;
    else
      console.log(
        `${engine}: not found. To test in it: ${FINDERS[engine].advice}; on Debian: apt-get install ${FINDERS[engine].debian.join(' ')}`,
      );
  }
  return here;
}
