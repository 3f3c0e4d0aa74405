import { ownerMark } from '../../src/core/delivery.js';
import type { Envelope, OutboxRow } from '../../src/core/ports.js';
import { DeliveryQueue, type DeliveryPorts } from '../../src/engine/delivery.js';
import { memoryOutbox } from '../../src/platform/outbox.js';
import { envelope } from '../core/support/envelope.js';

/** A row that waits since an earlier page. */
export const annas = (id: string): OutboxRow => ({
  id,
  envelope: envelope(id),
  url: '/collect',
  at: 0,
  who: ownerMark(id, 'anna'),
});

/** A queue in a world of our own: `answers` are given in turn, the last again and again. */
export function setup(...answers: (Response | 'offline')[]) {
  let isDurable = true;
  const outbox = memoryOutbox();
  const sent: string[][] = [];
  const under: (RequestCredentials | undefined)[] = [];
  const refused: [readonly string[], string][] = [];
  const signedOut: (readonly string[])[] = [];
  const log: string[] = [];
  let now = 0;
  let online = true;
  let userKey: string | undefined;
  let isTaken = false;
  const ports: DeliveryPorts = {
    outbox: {
      ...outbox,
      all: () => outbox.all(),
      put: async (row) => {
        await outbox.put(row);
        log.push(`written ${row.id}`);
        return isDurable;
      },
    },
    fetch: (_, init) => {
      const { envelopes } = JSON.parse(init?.body as string) as { envelopes: Envelope[] };
      under.push(init?.credentials);
      sent.push(envelopes.map(({ id }) => id));
      log.push('sent');
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer === 'offline' || !answer
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve(answer.clone());
    },
    now: () => now,
    chance: () => 0,
    userKey: () => userKey,
    isOnline: () => online,
    alone: (task) => (isTaken ? new Promise(() => undefined) : task()),
    signedOut: (ids) => signedOut.push(ids),
    refused: (ids, reason) => refused.push([ids, reason]),
    waiting: (some) => log.push(some ? 'waiting' : 'empty'),
  };
  const queue = new DeliveryQueue(ports);
  return {
    queue,
    outbox,
    sent,
    under,
    refused,
    signedOut,
    log,
    here: (key: string | undefined) => (userKey = key),
    /** Another tab is sending, for ever. */
    otherTab: () => (isTaken = true),
    pass: (ms: number) => (now += ms),
    network: (is: boolean) => (online = is),
    storage: (is: boolean) => (isDurable = is),
  };
}
export const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init);
export const left = async (outbox: { all(): Promise<OutboxRow[]> }) =>
  (await outbox.all()).map(({ id }) => id);
