import { expect } from '@open-wc/testing';
import type { Envelope } from '../../src/core/ports.js';
import { DeliveryQueue } from '../../src/engine/delivery.js';
import { envelope } from '../core/support/envelope.js';
import { annas, json, left, setup } from './delivery-world.js';

describe('DeliveryQueue', () => {
  it('writes before it sends, and removes what the server named', async () => {
    const { queue, outbox, log } = setup(json({ accepted: ['a'] }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('sent');
    expect(log.slice(0, 3)).to.eql(['written a', 'waiting', 'sent']);
    expect(await left(outbox)).to.eql([]);
  });

  it('takes what the server knows already as sent', async () => {
    const { queue } = setup(json({ known: ['a'] }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('sent');
  });

  it('keeps what a 2xx does not name', async () => {
    const { queue, outbox } = setup(json({ accepted: ['other'] }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('waiting');
    expect(await left(outbox)).to.eql(['a']);
    queue.stop();
  });

  it('keeps what could not be sent, and sends it under the same id', async () => {
    const { queue, outbox, sent, pass } = setup('offline', json({ accepted: ['a'] }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('waiting');
    expect(await left(outbox)).to.eql(['a']);
    pass(600_000);
    await queue.flush();
    expect(sent).to.eql([['a'], ['a']]);
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  it('does not try again before its pause is over', async () => {
    const { queue, sent, pass } = setup(json({}, { status: 503 }));
    await queue.add(envelope('a'), '/collect');
    await queue.flush();
    expect(sent).to.have.length(1);
    pass(999);
    await queue.flush();
    expect(sent).to.have.length(1);
    pass(1);
    await queue.flush();
    expect(sent).to.have.length(2);
    queue.stop();
  });

  it('waits as long as Retry-After says, also for what is added meanwhile', async () => {
    const { queue, sent, pass } = setup(json({}, { status: 429, headers: { 'retry-after': '60' } }));
    await queue.add(envelope('a'), '/collect');
    expect(await queue.add(envelope('b'), '/collect')).to.equal('waiting');
    expect(sent).to.eql([['a']]);
    pass(60_000);
    await queue.flush();
    expect(sent[1]).to.eql(['a', 'b']);
    queue.stop();
  });

  it('tries again what an earlier try is still writing (409)', async () => {
    const { queue, outbox, sent, refused, pass } = setup(
      json({}, { status: 409, headers: { 'retry-after': '1' } }),
      json({ known: ['a'] }),
    );
    expect(await queue.add(envelope('a'), '/collect')).to.equal('waiting');
    expect(await left(outbox)).to.eql(['a']);
    pass(1000);
    await queue.flush();
    expect(sent).to.eql([['a'], ['a']]);
    expect(refused).to.eql([]);
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  it('removes and tells what the server will never take', async () => {
    const { queue, outbox, refused } = setup(json({}, { status: 422 }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('refused');
    expect(refused).to.eql([[['a'], '422']]);
    expect(await left(outbox)).to.eql([]);
  });

  it('keeps what is refused for the page’s origin, and sends it once that is mended', async () => {
    const wrong = json({ title: 'Not allowed', status: 403, path: 'origin' }, { status: 403 });
    const { queue, outbox, refused, pass } = setup(wrong, json({ accepted: ['a'] }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('waiting');
    expect(await left(outbox)).to.eql(['a']);
    pass(600_000);
    await queue.flush();
    expect(await left(outbox)).to.eql([]);
    expect(refused).to.eql([]);
    queue.stop();
  });

  it('gives up what is refused with another 403', async () => {
    for (const other of [json(null, { status: 403 }), new Response('<h1>Forbidden</h1>', { status: 403 })]) {
      const { queue, refused } = setup(other);
      expect(await queue.add(envelope('a'), '/collect')).to.equal('refused');
      expect(refused).to.eql([[['a'], '403']]);
    }
  });

  it('removes and tells a row that the receipt refuses', async () => {
    const { queue, refused } = setup(json({ refused: [{ id: 'a', reason: 'campaign closed' }] }));
    expect(await queue.add(envelope('a'), '/collect')).to.equal('refused');
    expect(refused).to.eql([[['a'], 'campaign closed']]);
  });

  it('halves a batch that is too big for the server', async () => {
    const { queue, outbox, sent, pass, here } = setup(
      'offline',
      json({}, { status: 413 }),
      json({ accepted: ['a', 'b'] }),
    );
    here('anna');
    await queue.add(envelope('a'), '/collect', 'anna');
    await outbox.put({ ...annas('b'), at: 1 });
    pass(600_000);
    await queue.flush();
    expect(sent).to.eql([['a'], ['a', 'b'], ['a'], ['b']]);
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  it('leaves a failing server alone with the rest', async () => {
    const { queue, outbox, sent, here } = setup(json({}, { status: 503 }));
    here('anna');
    await outbox.put({ ...annas('x'), url: '/other' });
    await queue.add(envelope('a'), '/collect', 'anna');
    expect(sent).to.eql([['x']]);
    queue.stop();
  });

  it('sends what it has when the page is left, and waits for no answer', async () => {
    const { queue, sent, outbox } = setup(json({ accepted: [] }));
    void queue.add(envelope('a'), '/collect');
    await outbox.all();
    queue.leave();
    await queue.flush();
    expect(sent.flat().filter((id) => id === 'a').length).to.be.greaterThan(0);
    queue.stop();
  });

  it('says that an answer which could not be written is held by this page alone', async () => {
    const { queue, storage } = setup('offline');
    storage(false);
    expect(await queue.add(envelope('a'), '/collect')).to.equal('held');
    queue.stop();
  });

  it('asks nothing of the network while there is none, and sends at once when it is back', async () => {
    const { queue, outbox, sent, network } = setup(json({ accepted: ['a'] }));
    network(false);
    expect(await queue.add(envelope('a'), '/collect')).to.equal('waiting');
    expect(sent).to.eql([]);
    network(true);
    queue.online();
    await queue.flush();
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  it('sends at once when the network is back, without sitting out its own pause', async () => {
    const { queue, sent } = setup('offline', json({ accepted: ['a'] }));
    await queue.add(envelope('a'), '/collect');
    queue.online();
    await queue.flush();
    expect(sent).to.eql([['a'], ['a']]);
    queue.stop();
  });

  it('but not before the server wants it', async () => {
    const { queue, sent } = setup(json({}, { status: 503, headers: { 'retry-after': '60' } }));
    await queue.add(envelope('a'), '/collect');
    queue.online();
    await queue.flush();
    expect(sent).to.eql([['a']]);
    queue.stop();
  });

  it('one bad row does not take its batch with it', async () => {
    const bad = (body: string): boolean => body.includes('"bad"');
    const { queue, outbox, refused } = setup('offline');
    const ports = { accepted: [] as string[] };
    for (const id of ['a', 'bad', 'c', 'd'])
      await outbox.put({ id, envelope: envelope(id), url: '/collect', at: 0 });
    const honest = new DeliveryQueue({
      outbox,
      fetch: (_, init) => {
        const body = init?.body as string;
        if (bad(body)) return Promise.resolve(json({}, { status: 422 }));
        const ids = (JSON.parse(body) as { envelopes: Envelope[] }).envelopes.map(({ id }) => id);
        ports.accepted.push(...ids);
        return Promise.resolve(json({ accepted: ids }));
      },
      now: () => 0,
      chance: () => 0,
      userKey: () => undefined,
      isOnline: () => true,
      alone: (task) => task(),
      signedOut: () => expect.fail('nobody asked for a session'),
      refused: (ids, reason) => refused.push([ids, reason]),
      waiting: () => undefined,
    });
    await honest.flush();
    expect(ports.accepted).to.eql(['a', 'c', 'd']);
    expect(refused).to.eql([[['bad'], '422']]);
    expect(honest.dropped).to.eql({ '422': 1 });
    expect(await left(outbox)).to.eql([]);
    queue.stop();
    honest.stop();
  });

  it('an answer that another tab has taken away is asked about, not guessed', async () => {
    const { queue, outbox, sent } = setup(json({ known: ['a'] }));
    const all = outbox.all.bind(outbox);
    outbox.all = async () => (await all()).filter(({ id }) => id !== 'a');
    expect(await queue.add(envelope('a'), '/collect')).to.equal('sent');
    expect(sent).to.eql([['a']]);
    queue.stop();
  });

  it('tells of rows that got too old', async () => {
    const { queue, outbox, refused, pass } = setup(json({ accepted: [] }));
    await outbox.put({ id: 'old', envelope: envelope('old'), url: '/collect', at: 0 });
    pass(31 * 86_400_000);
    await queue.flush();
    expect(refused).to.eql([[['old'], 'age']]);
    expect(await left(outbox)).to.eql([]);
  });
});
