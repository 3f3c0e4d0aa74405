/** A server that is asked to stop: it ends what is under way, and nobody keeps it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { startServer, type Running } from '../../src/server/serve.js';
import { readSettings } from '../../src/server/settings.js';
import { tempFolder } from '../temp-folder.js';

const start = (): Promise<Running> =>
  startServer(readSettings({}, { data: tempFolder('sentier-stop'), log: 'silent', port: 0 }));

function get(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer));
    })
      .once('error', reject)
      .end();
  });
}

describe('a server that is being stopped', () => {
  it('ends at once where a proxy asks again and again over one connection', { timeout: 20_000 }, async () => {
    const running = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    assert.notEqual((await get(`${running.url}/health`, agent)).headers.connection, 'close');
    // Under way while it stops: the head has come, the body has not.
    const { port } = new URL(running.url);
    const slow = connect(Number(port), '127.0.0.1');
    let said = '';
    slow.on('data', (part) => (said += String(part)));
    const body = '{"envelopes":[]}';
    slow.write(
      `POST /collect HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    // The server has read it: what is written on another connection after it was answered.
    await get(`${running.url}/health`, agent);
    const started = performance.now();
    const stopped = running.stop();
    slow.write(body);
    await once(slow, 'close');
    await stopped;
    assert.match(said, /^HTTP\/1\.1 200/);
    assert.match(said, /^connection: close\r$/im);
    assert.ok(performance.now() - started < 5000, 'nobody keeps it');
    agent.destroy();
  });

  it('waits for who never ends no longer than a supervisor waits for it', { timeout: 20_000 }, async () => {
    const running = await start();
    const { port } = new URL(running.url);
    const slow = connect(Number(port), '127.0.0.1');
    slow.on('error', () => undefined);
    slow.write(
      'POST /collect HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
    );
    await once(slow, 'connect');
    const agent = new Agent();
    await get(`${running.url}/health`, agent);
    const started = performance.now();
    await running.stop();
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds > 7 && seconds < 9.5, `${seconds} s`);
    agent.destroy();
  });
});
