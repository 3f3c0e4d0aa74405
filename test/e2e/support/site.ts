import { after, before } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { launch, open, type WatchedPage } from './browser.js';
import { routes, type PageParts } from './pages.js';
import { serve, type TestServer } from './server.js';

/** One browser for a file of tests; each visit has a server and a context of its own. */
export function useBrowser(start: () => Promise<Browser> = launch) {
  let browser: Browser;
  const ends: (() => Promise<void>)[] = [];
  let current: BrowserContext | undefined;
  before(async () => {
    browser = await start();
  });
  after(async () => {
    await browser.close();
    await Promise.all(ends.map((end) => end()));
  });

  return {
    browser: () => browser,
    /** Serves a site and opens its page. */
    async visit(
      plan?: unknown,
      parts: PageParts & { path?: string; setup?: (server: TestServer) => void } = {},
    ): Promise<Visit> {
      const server = await serve(routes(plan, parts));
      ends.push(() => server.close());
      parts.setup?.(server);
      // One visit at a time: what a test leaves open would slow the next.
      await current?.close();
      const context = await browser.newContext({
        viewport: { width: 1000, height: 700 },
        reducedMotion: 'reduce',
        locale: 'fr-FR',
      });
      current = context;
      context.setDefaultTimeout(30_000);
      const page = await open(context, server.url + (parts.path ?? '/'));
      return { server, context, page, url: server.url };
    },
  };
}

export interface Visit {
  server: TestServer;
  context: BrowserContext;
  page: WatchedPage;
  url: string;
}

/** Until the page, and what it asked for, has come to rest. */
export const settled = async (page: WatchedPage): Promise<void> => {
  await page.waitForLoadState('networkidle');
};

/** The requests of a page without its own files. */
export const ours = (page: WatchedPage): string[] =>
  page.asked.filter((path) => /^\/(sentier\/|plan\.json|collect|progress)/.test(path));

/** Names on `window` that the page without the script does not have. */
export const globals = (page: WatchedPage): Promise<string[]> =>
  page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const clean = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return Object.getOwnPropertyNames(window).filter((name) => !clean.has(name) && !/^\d+$/.test(name));
  });
