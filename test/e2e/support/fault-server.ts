import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request to the collector suffers. */
export type Trouble =
  'none' | 'drop-before' | 'drop-after' | 'error-500' | 'busy-429' | 'writing-409' | 'slow-5s' | 'truncated';

interface Sent {
  id: string;
  data: unknown;
}

/**
 * A collector that keeps each envelope once, by its id, as ours does; and a page that queues answers through the real
 * delivery. `trouble` says what becomes of each request, by its number.
 */
export async function faultServer(pageScript: string) {
  /** What was stored, by id: what a person answered, in words. */
  const stored = new Map<string, string>();
  let trouble: (request: number) => Trouble = () => 'none';
  let requests = 0;
  const store = (body: string): string => {
    const receipt = { accepted: [] as string[], known: [] as string[], refused: [] };
    for (const { id, data } of (JSON.parse(body) as { envelopes: Sent[] }).envelopes) {
      receipt[stored.has(id) ? 'known' : 'accepted'].push(id);
      if (!stored.has(id)) stored.set(id, JSON.stringify(data));
    }
    return JSON.stringify(receipt);
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    // A sandboxed frame has no origin of its own.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (path === '/page.js')
      return void response.setHeader('content-type', 'text/javascript').end(pageScript);
    if (path !== '/collect') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const sandbox = path === '/framed';
      return void response.end(
        sandbox
          ? '<!doctype html><iframe sandbox="allow-scripts" src="/frame"></iframe>'
          : '<!doctype html><script type="module" src="/page.js"></script>',
      );
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const what = trouble(requests++);
      if (what === 'drop-before') return void response.destroy();
      if (what === 'error-500') return void response.writeHead(500).end();
      if (what === 'busy-429') return void response.writeHead(429, { 'retry-after': '1' }).end();
      const receipt = store(body);
      // Stored by the try that this one found still writing.
      if (what === 'writing-409') return void response.writeHead(409, { 'retry-after': '1' }).end();
      if (what === 'drop-after') return void response.destroy();
      response.setHeader('content-type', 'application/json');
      if (what === 'truncated') {
        response.setHeader('content-length', receipt.length);
        response.write(receipt.slice(0, receipt.length / 2));
        return void setTimeout(() => response.destroy(), 20);
      }
      setTimeout(() => response.end(receipt), what === 'slow-5s' ? 5000 : 0);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stored,
    requests: () => requests,
    suffer: (next: typeof trouble) => void (trouble = next),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
