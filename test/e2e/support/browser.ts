import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../browsers.js';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A Chromium of this machine. `args` come besides the usual ones. */
export async function launch(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium: install it, or set CHROME_PATH');
  // Playwright turns the back-forward cache off; a test of it needs it on.
  return chromium.launch({
    executablePath,
    args: [...ARGS, ...args],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** A page that keeps what went wrong on it. */
export interface WatchedPage extends Page {
  /** Console errors and warnings, uncaught errors, CSP violations. */
  readonly complaints: string[];
  /** Paths asked for, in order. */
  readonly asked: string[];
}

export async function open(context: BrowserContext | Browser, url?: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const watched = Object.assign(page, { complaints, asked });
  if (url) await watched.goto(url);
  return watched;
}
