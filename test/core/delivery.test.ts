import { expect } from '@open-wc/testing';
import {
  backoffMs,
  batches,
  bodyOf,
  MAX_AGE_MS,
  MAX_ROWS,
  readReceipt,
  retryAfterMs,
  stringify,
  surplus,
  verdictOf,
} from '../../src/core/delivery.js';
import type { Envelope, OutboxRow } from '../../src/core/ports.js';

const row = (id: string, at = 0, more: Partial<Envelope> = {}, url = '/collect'): OutboxRow => ({
  id,
  url,
  at,
  envelope: {
    id,
    type: 'response',
    campaign: 'avis',
    version: 1,
    day: '2026-11-23',
    audience: {},
    data: {},
    ...more,
  },
});

describe('what an HTTP status means', () => {
  for (const [status, verdict] of [
    [200, 'read'],
    [202, 'read'],
    [204, 'read'],
    [0, 'retry'],
    [408, 'retry'],
    [409, 'retry'],
    [425, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
    [413, 'split'],
    [301, 'refused'],
    [400, 'split'],
    [401, 'refused'],
    [404, 'refused'],
    [422, 'split'],
  ] as const)
    it(`${status}: ${verdict}`, () => expect(verdictOf(status)).to.equal(verdict));
});

describe('the pause before another try', () => {
  for (const [tries, chance, ms] of [
    [0, 1, 2000],
    [0, 0, 1000],
    [1, 1, 4000],
    [5, 1, 64_000],
    [20, 1, 600_000],
    [20, 0, 300_000],
  ] as const)
    it(`after ${tries} tries, chance ${chance}: ${ms} ms`, () =>
      expect(backoffMs(tries, chance)).to.equal(ms));
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 23, 12);
  for (const [header, ms] of [
    [null, undefined],
    ['', undefined],
    ['120', 120_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 12:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
  ] as const)
    it(`${header}: ${ms}`, () => expect(retryAfterMs(header, now)).to.equal(ms));
});

describe('batches', () => {
  it('go oldest first', () => {
    expect(batches([row('b', 2), row('a', 1)]).map((batch) => batch.map(({ id }) => id))).to.eql([
      ['a', 'b'],
    ]);
  });

  it('stay below the limit, counted in bytes', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(`r${i}`, i, { data: { text: 'é€😀'.repeat(100) } }),
    );
    const made = batches(rows, 5000);
    expect(made.flat()).to.have.length(40);
    for (const batch of made) {
      const body = bodyOf(batch.map(({ envelope }) => envelope));
      expect(new TextEncoder().encode(body).length).to.be.at.most(5000);
    }
  });

  it('hold one row alone that is too big for any', () => {
    const big = row('big', 1, { data: { text: 'x'.repeat(9000) } });
    expect(batches([row('a', 0), big, row('b', 2)], 5000).map((batch) => batch.map(({ id }) => id))).to.eql([
      ['a'],
      ['big'],
      ['b'],
    ]);
  });

  it('are for one address each', () => {
    const made = batches([row('a', 1, {}, '/one'), row('b', 2, {}, '/two'), row('c', 3, {}, '/one')]);
    expect(made.map((batch) => batch.map(({ id }) => id))).to.eql([['a', 'c'], ['b']]);
  });
});

describe('what is dropped, and why', () => {
  it('nothing that is young and has room', () => {
    expect(surplus([row('a', 0)], MAX_AGE_MS).size).to.equal(0);
  });

  it('what is older than thirty days', () => {
    expect([...surplus([row('old', 0), row('new', 5)], MAX_AGE_MS + 1)]).to.eql([['old', 'age']]);
  });

  it('past the room, the oldest outcomes before any answer', () => {
    const outcomes = [row('o1', 10, { type: 'outcome' }), row('o2', 20, { type: 'outcome' })];
    const answers = Array.from({ length: MAX_ROWS }, (_, i) => row(`a${i}`, i));
    expect([...surplus([...answers, ...outcomes], 100)]).to.eql([
      ['o1', 'room'],
      ['o2', 'room'],
    ]);
  });
});

describe('a receipt', () => {
  for (const [name, body, sent, refused] of [
    ['names what was accepted and what was known', { accepted: ['a'], known: ['b'] }, ['a', 'b'], []],
    [
      'says what is refused and why',
      { accepted: [], refused: [{ id: 'c', reason: 'closed' }] },
      [],
      [['c', 'closed']],
    ],
    ['may be nothing', undefined, [], []],
    ['may be a page of HTML', '<html>', [], []],
    ['may be a list', ['a'], [], []],
    ['may have nonsense in it', { accepted: 'a', known: [1, null], refused: [null, { id: 2 }, 'x'] }, [], []],
  ] as const)
    it(name, () => {
      const receipt = readReceipt(body);
      expect(receipt.sent).to.eql(sent);
      expect([...receipt.refused]).to.eql(refused);
    });
});

describe('stringify', () => {
  it('is JSON', () => {
    expect(stringify({ a: [1, { b: [] }], c: 'é', d: undefined })).to.equal('{"a":[1,{"b":[]}],"c":"é"}');
  });

  it('stays JSON on a page with Prototype 1.6', () => {
    const host = Array.prototype as unknown as { toJSON?: () => string };
    host.toJSON = () => '[1]';
    try {
      expect(JSON.stringify({ a: [1] })).to.equal('{"a":"[1]"}');
      expect(stringify({ a: [1, [2]], b: { c: ['x'] } })).to.equal('{"a":[1,[2]],"b":{"c":["x"]}}');
      expect(stringify([1])).to.equal('[1]');
    } finally {
      delete host.toJSON;
    }
  });
});
