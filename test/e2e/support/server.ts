import { createServer, type IncomingMessage } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** The built scripts; elsewhere while somebody else builds. */
const CDN = process.env.SENTIER_CDN ?? 'dist/cdn';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Answer {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Waits so long before answering, in ms. */
  delayMs?: number;
  /** Ends the connection without an answer. */
  broken?: boolean;
}

export type Route = Answer | string | ((request: IncomingMessage, body: string) => Answer | string);

export interface TestServer {
  readonly url: string;
  /** By path, without the query. May be changed at any time. */
  readonly routes: Map<string, Route>;
  /** Every path asked for, in order. */
  readonly log: string[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function answerTo(
  request: IncomingMessage,
  path: string,
  routes: TestServer['routes'],
): Promise<Answer> {
  const route = routes.get(path);
  if (typeof route === 'function') {
    const answer = route(request, await bodyOf(request));
    return typeof answer === 'string' ? { body: answer } : answer;
  }
  if (route !== undefined) return typeof route === 'string' ? { body: route } : route;
  // The built scripts under /sentier/, packages of the tests under /node_modules/.
  const file = path.startsWith('/sentier/')
    ? join(CDN, normalize(path.slice(8)))
    : join('.', normalize(path));
  if (!/^\/(sentier|node_modules)\//.test(path)) return { status: path === '/favicon.ico' ? 204 : 404 };
  try {
    return {
      body: await readFile(file),
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      // A sandboxed frame has no origin: its modules come by CORS.
      headers: { 'access-control-allow-origin': '*' },
    };
  } catch {
    return { status: 404 };
  }
}

/** A static server of one test: pages and answers are what `routes` say. */
export async function serve(routes: Record<string, Route> = {}): Promise<TestServer> {
  const map = new Map(Object.entries(routes));
  const log: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    log.push(path);
    void answerTo(request, path, map).then(
      async ({ status = 200, type, headers, body = '', delayMs = 0, broken }) => {
        if (delayMs) await new Promise((done) => setTimeout(done, delayMs).unref());
        if (broken) return response.destroy();
        const extension = extname(path) || '.html';
        response.writeHead(status, {
          'content-type': type ?? TYPES[extension] ?? 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          ...headers,
        });
        response.end(body);
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    routes: map,
    log,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
