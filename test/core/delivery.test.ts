import { expect } from '@open-wc/testing';
import {
  backoffMs,
  BATCH_ROWS,
  batches,
  bodyOf,
  credentialsFor,
  MAX_AGE_MS,
  MAX_ROWS,
  ownerMark,
  readReceipt,
  retryAfterMs,
  stringify,
  surplus,
  verdictOf,
} from '../../src/core/delivery.js';
import type { Envelope, OutboxRow } from '../../src/core/ports.js';
import { MAX_ROWS as MAX_ROWS_READ } from '../../src/model/contract/collect.js';
import { envelope } from './support/envelope.js';

const row = (id: string, at = 0, more: Partial<Envelope> = {}, url = '/collect'): OutboxRow => ({
  id,
  url,
  at,
  envelope: envelope(id, more),
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
    [401, 'retry'],
    [407, 'retry'],
    [403, 'refused'],
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

describe('the mark of whose a row is', () => {
  const rows = Array.from({ length: 200 }, (_, i) => `row-${i}`);

  it('is the same each time for a row and a person', () => {
    expect(ownerMark('a', 'anna')).to.equal(ownerMark('a', 'anna'));
  });

  it('tells the people of one machine apart', () => {
    const isSame = rows.filter((id) => ownerMark(id, 'anna') === ownerMark(id, 'bela'));
    expect(isSame.length).to.be.at.most(1);
  });

  it('says of no two rows that they are of one person', () => {
    expect(new Set(rows.map((id) => ownerMark(id, 'anna'))).size).to.be.greaterThan(190);
  });

  it('is too short to name one of an ENT’s accounts', () => {
    const mark = ownerMark('a', 'anna');
    const others = Array.from({ length: 100_000 }, (_, i) => ownerMark('a', `key-${i}`));
    expect(others.filter((other) => other === mark).length).to.be.greaterThan(2);
  });
});

describe('under whose session a row goes', () => {
  const annas = { ...row('a'), who: ownerMark('a', 'anna') };
  const kept = { ...annas, needsSession: true as const };
  const nobodys = row('n');
  for (const [name, one, here, isOfPage, credentials] of [
    ['hers, while she is here', annas, 'anna', true, 'same-origin'],
    ['hers, of an earlier page', annas, 'anna', false, 'same-origin'],
    ['hers, which was not taken without', kept, 'anna', false, 'same-origin'],
    ['hers, while another is here', annas, 'bela', false, 'omit'],
    ['hers, of this page, while another is here', annas, 'bela', true, 'omit'],
    ['hers, which was not taken without, while another is here', kept, 'bela', false, undefined],
    ['hers, before it is told who is here', annas, undefined, false, undefined],
    ['hers, where the host tells nothing by an empty key', annas, '', false, undefined],
    ['nobody’s, of this page, where nobody is told', nobodys, undefined, true, 'same-origin'],
    ['nobody’s, of an earlier page or version', nobodys, undefined, false, 'omit'],
    ['nobody’s, of this page, once somebody is told', nobodys, 'anna', true, 'omit'],
    ['nobody’s, of an earlier page or version, once somebody is told', nobodys, 'anna', false, 'omit'],
    ['nobody’s, which was not taken without', { ...nobodys, needsSession: true }, 'anna', false, undefined],
  ] as const)
    it(`${name}: ${credentials ?? 'not now'}`, () =>
      expect(credentialsFor(one, here, isOfPage)).to.equal(credentials));
});

describe('batches', () => {
  const own = () => 'same-origin' as const;

  it('go oldest first', () => {
    expect(batches([row('b', 2), row('a', 1)], own).map((batch) => batch.map(({ id }) => id))).to.eql([
      ['a', 'b'],
    ]);
  });

  it('stay below the limit, counted in bytes', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(`r${i}`, i, { data: { text: 'é€😀'.repeat(100) } }),
    );
    const made = batches(rows, own, 5000);
    expect(made.flat()).to.have.length(40);
    for (const batch of made) {
      const body = bodyOf(batch.map(({ envelope }) => envelope));
      expect(new TextEncoder().encode(body).length).to.be.at.most(5000);
    }
  });

  it('hold no more rows than the server reads, however small', () => {
    const rows = Array.from({ length: MAX_ROWS_READ + 1 }, (_, i) => row(`r${i}`, i));
    expect(batches(rows, own).map(({ length }) => length)).to.eql([MAX_ROWS_READ, 1]);
    expect(BATCH_ROWS).to.equal(MAX_ROWS_READ);
  });

  it('hold one row alone that is too big for any', () => {
    const big = row('big', 1, { data: { text: 'x'.repeat(9000) } });
    const made = batches([row('a', 0), big, row('b', 2)], own, 5000);
    expect(made.map((batch) => batch.map(({ id }) => id))).to.eql([['a'], ['big'], ['b']]);
  });

  it('are for one address each', () => {
    const made = batches([row('a', 1, {}, '/one'), row('b', 2, {}, '/two'), row('c', 3, {}, '/one')], own);
    expect(made.map((batch) => batch.map(({ id }) => id))).to.eql([['a', 'c'], ['b']]);
  });

  it('never hold rows of who is here beside others’; theirs go first, and what has to wait stays', () => {
    const of = (id: string, at: number, key: string) => ({ ...row(id, at), who: ownerMark(id, key) });
    const kept = { ...of('k', 0, 'cleo'), needsSession: true as const };
    const rows = [kept, of('a', 1, 'anna'), of('b', 2, 'bela'), of('c', 3, 'cleo'), row('n', 4)];
    const made = batches(rows, (one) => credentialsFor(one, 'bela', false));
    expect(made.map((batch) => batch.map(({ id }) => id))).to.eql([['b'], ['a', 'c', 'n']]);
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
