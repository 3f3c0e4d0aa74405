import { expect } from '@open-wc/testing';
import { ownerMark } from '../../src/core/delivery.js';
import type { Context } from '../../src/core/types.js';
import type { Scene } from '../../src/engine/scene.js';
import { WAITING } from '../../src/engine/waiting.js';
import { envelope } from '../core/support/envelope.js';
import { annas, json, left, setup } from './delivery-world.js';
import { banner, endScenes, setup as setupScene, ticks } from './support.js';

describe('DeliveryQueue on a shared machine', () => {
  /** Anna's answer `a` waits; then Bela is here. */
  async function annaThenBela(...answers: (Response | 'offline')[]) {
    const world = setup('offline', ...answers);
    world.here('anna');
    await world.queue.add(envelope('a'), '/collect', 'anna');
    world.here('bela');
    world.pass(600_000);
    return world;
  }
  const taken = json({ accepted: ['a', 'b'] });

  it('writes down whose a row is as a mark, which is not sent', async () => {
    const { queue, outbox } = setup('offline');
    await queue.add(envelope('a'), '/collect', 'anna');
    await queue.add(envelope('n'), '/collect');
    const [hers, nobodys] = await outbox.all();
    expect(hers?.who).to.equal(ownerMark('a', 'anna'));
    expect(nobodys).not.to.have.property('who');
    expect(JSON.stringify(hers)).not.to.contain('anna');
    expect(hers?.envelope).to.eql(envelope('a'));
    queue.stop();
  });

  it('sends what is of who is here under their session', async () => {
    const { queue, under, here } = setup(json({ accepted: ['a'] }));
    here('anna');
    expect(await queue.add(envelope('a'), '/collect', 'anna')).to.equal('sent');
    expect(under).to.eql(['same-origin']);
  });

  it('sends what is of somebody else under no session, apart, and after', async () => {
    const { queue, outbox, sent, under } = await annaThenBela(taken);
    expect(await queue.add(envelope('b'), '/collect', 'bela')).to.equal('sent');
    await queue.flush();
    expect(sent.slice(1)).to.eql([['b'], ['a']]);
    expect(under.slice(1)).to.eql(['same-origin', 'omit']);
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  const REDIRECT = Object.defineProperties(new Response(), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    clone: { value: () => REDIRECT },
  }) as Response;
  for (const [name, answer] of [
    ['401', json({}, { status: 401 })],
    ['403', json({}, { status: 403 })],
    ['a redirect to a page for signing in', REDIRECT],
    ['a page for signing in', new Response('<!doctype html>')],
  ] as const)
    it(`keeps what is not taken so (${name}) for its person, and nobody else waits`, async () => {
      const { queue, outbox, sent, under, refused, log, here } = await annaThenBela(answer, taken);
      await queue.flush();
      expect(await left(outbox)).to.eql(['a']);
      expect(log.at(-1)).to.equal('waiting');
      expect(await queue.add(envelope('b'), '/collect', 'bela')).to.equal('sent');
      // Asked once, not by each page.
      expect(sent.slice(1)).to.eql([['a'], ['b']]);
      expect(log.at(-1)).to.equal('waiting');
      here('anna');
      await queue.flush();
      expect(sent.slice(3)).to.eql([['a']]);
      expect(under.at(-1)).to.equal('same-origin');
      expect(await left(outbox)).to.eql([]);
      expect(log.at(-1)).to.equal('empty');
      expect(refused).to.eql([]);
      queue.stop();
    });

  it('keeps what is of who is here while their session is over, says so, and sends it in the next', async () => {
    const { queue, outbox, refused, signedOut, here, pass } = setup(json({}, { status: 401 }), taken);
    here('anna');
    expect(await queue.add(envelope('a'), '/collect', 'anna')).to.equal('waiting');
    expect(await left(outbox)).to.eql(['a']);
    expect(signedOut).to.eql([['a']]);
    pass(600_000);
    await queue.flush();
    expect(await left(outbox)).to.eql([]);
    expect(refused).to.eql([]);
    queue.stop();
  });

  it('tries again later what is not taken for another reason', async () => {
    const { queue, outbox, under, pass } = await annaThenBela(json({}, { status: 503 }), taken);
    await queue.flush();
    expect(await left(outbox)).to.eql(['a']);
    pass(600_000);
    await queue.flush();
    expect(under.slice(1)).to.eql(['omit', 'omit']);
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  it('waits until it is told who is here, as hosts do late', async () => {
    const { queue, under, here } = await annaThenBela(taken);
    here(undefined);
    await queue.flush();
    expect(under).to.have.length(1);
    here('anna');
    await queue.flush();
    expect(under.slice(1)).to.eql(['same-origin']);
    queue.stop();
  });

  it('sees that somebody else has come while a batch is under way', async () => {
    const { queue, outbox, sent, under, here } = setup(
      json({}, { status: 413 }),
      json({ accepted: ['a', 'a2'] }),
    );
    here('anna');
    for (const id of ['a', 'a2']) await outbox.put(annas(id));
    const flushed = queue.flush();
    while (!sent.length) await Promise.resolve();
    here('bela');
    await flushed;
    expect(sent).to.eql([['a', 'a2'], ['a'], ['a2']]);
    expect(under).to.eql(['same-origin', 'omit', 'omit']);
    queue.stop();
  });

  it('sends under no session what is of an earlier version, or of nobody', async () => {
    const { queue, outbox, under, here } = setup(taken);
    await outbox.put({ id: 'a', envelope: envelope('a'), url: '/collect', at: 0 });
    await queue.flush();
    here('bela');
    await outbox.put({ id: 'b', envelope: envelope('b'), url: '/collect', at: 0 });
    await queue.flush();
    expect(under).to.eql(['omit', 'omit']);
    expect(await left(outbox)).to.eql([]);
    queue.stop();
  });

  it('goes on as before where the host names nobody', async () => {
    const { queue, under, pass } = setup('offline', json({ accepted: ['a'] }));
    await queue.add(envelope('a'), '/collect');
    pass(600_000);
    await queue.flush();
    expect(under).to.eql(['same-origin', 'same-origin']);
    queue.stop();
  });

  for (const [who, sentThen, underThen] of [
    ['anna', [['a']], ['same-origin']],
    ['bela', [['a']], ['omit']],
    [undefined, [], []],
  ] as const)
    it(`when the page is left by ${who ?? 'nobody'} sends what was anna’s so too`, async () => {
      const { queue, sent, under, here, otherTab } = setup(json({ accepted: [] }));
      here('anna');
      otherTab();
      void queue.add(envelope('a'), '/collect', 'anna');
      await new Promise((done) => setTimeout(done));
      here(who);
      queue.leave();
      expect(sent).to.eql(sentThen);
      expect(under).to.eql(underThen);
      queue.stop();
    });
});

describe('a page on a shared machine', () => {
  const flushed: (string | undefined)[] = [];
  const sent: (string | undefined)[] = [];
  const deliver = {
    flush: (page: Scene) => void flushed.push(page.context.user?.key),
    send: (_page: Scene, _draft: object, { user }: Context) => sent.push(user?.profiles?.[0] ?? user?.key),
  };
  const world = (context: Context) =>
    setupScene({
      campaigns: [banner('a', { when: { start: 'manual' } })],
      context,
      config: { collect: '/collect' },
      chunks: { deliver },
    });
  beforeEach(() => {
    localStorage.removeItem(WAITING);
    flushed.length = sent.length = 0;
  });
  afterEach(() => {
    localStorage.removeItem(WAITING);
    endScenes();
  });

  it('sends what waits when it is told who is here, each time', async () => {
    const { scene } = world({});
    scene.identify({ user: { key: 'anna' } });
    await ticks();
    expect(flushed).to.eql([]);
    localStorage.setItem(WAITING, '1');
    scene.identify({ user: { key: 'bela' } });
    await ticks();
    scene.identify({ user: { key: 'anna' } });
    await ticks();
    expect(flushed).to.eql(['bela', 'anna']);
  });

  it('an answer is of whom it was asked, whoever is here when it comes', async () => {
    const { scene, widget } = world({ user: { key: 'anna' } });
    await (await scene.wake()).show('a');
    const draft = { type: 'response' as const, campaign: 'a', version: 1, data: {} };
    const sending = widget.requests[0]!.send(draft);
    scene.identify({ user: { key: 'bela' } });
    await sending;
    await widget.requests[0]!.send(draft);
    // Of the same person the page may have learnt more.
    scene.identify({ user: { key: 'anna', profiles: ['pupil'] } });
    await widget.requests[0]!.send(draft);
    expect(sent).to.eql(['anna', 'anna', 'pupil']);
  });
});
