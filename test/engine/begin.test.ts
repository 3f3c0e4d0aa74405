import { expect, waitUntil } from '@open-wc/testing';
import type { Outcome } from '../../src/core/types.js';
import type { Scene } from '../../src/engine/scene.js';
import { whenIdle } from '../../src/platform/when-idle.js';
import { banner, endScenes, type FakeWidget, fakeWidget, setup, ticks } from './support.js';

afterEach(endScenes);

const ids = ({ requests }: FakeWidget) => requests.map(({ campaign }) => campaign.id);
const HELP = { articles: [{ id: 'a', title: 'A', body: 'A' }] };
const outcome = (type: Outcome['type'], campaign: string): Outcome => ({
  type,
  campaign,
  kind: 'banner',
  version: 1,
});
const told = (scene: Scene) =>
  Object.values((scene.diary!.kept().told ?? {}) as Record<string, { outcome: Outcome }>).map(
    ({ outcome: { type, campaign } }) => `${campaign} ${type}`,
  );
/** Until a chunk is asked for by the scene. */
const asked = (loaded: string[], name: string) =>
  waitUntil(() => loaded.includes(name), `${name} was never loaded`);
const tour = (id: string, more: object = {}) => ({
  id,
  kind: 'tour',
  content: { steps: [{ title: id }] },
  ...more,
});

describe('what is surely due', () => {
  it('is drawn by its widget alone; the engine comes after it, and writes what was told', async () => {
    const seen: unknown[] = [];
    const widget = fakeWidget(({ report, engine }) => {
      report(outcome('shown', 'a'));
      seen.push(engine?.(), told(scene), [...loaded]);
    });
    const { scene, loaded } = setup({ campaigns: [banner('a')], widget });
    await waitUntil(() => seen.length);
    expect(seen).to.eql([undefined, ['a shown'], ['first', 'banner']]);
    await waitUntil(() => scene.engine?.ledger.progress().campaigns['a'], 'it was never written');
    expect(told(scene)).to.eql([]);
    expect(scene.engine!.ledger.progress().campaigns['a']).to.include({ status: 'shown', shown: 1 });
    await ticks();
    expect(ids(widget), 'the engine takes it over as it stands').to.eql(['a']);
  });

  it('needs no engine when it is help, until somebody does something', async () => {
    const { scene, loaded, widget } = setup({ help: HELP });
    await asked(loaded, 'help');
    await ticks();
    await new Promise<void>((done) => whenIdle(done));
    expect(loaded).to.eql(['first', 'help']);
    widget.requests[0]!.report({ ...outcome('shown', 'help'), kind: 'help' });
    await waitUntil(() => scene.engine, 'the engine never came');
  });

  it('is help that has nothing but somebody to write to', async () => {
    const { loaded, widget } = setup({ help: { contacts: [{ id: 'c', name: 'Référent' }] } });
    await asked(loaded, 'help');
    await waitUntil(() => ids(widget).includes('help'), 'no button');
  });

  const NEWCOMERS = { arrivedWithin: 'P1Y' };
  for (const [what, help, campaigns] of [
    ['an article', { articles: [{ ...HELP.articles[0], audience: NEWCOMERS }] }, []],
    ['a contact', { ...HELP, contacts: [{ id: 'c', name: 'C', audience: NEWCOMERS }] }, []],
    ['a tour', HELP, [tour('t', { audience: NEWCOMERS, when: { start: 'manual' } })]],
  ] as const)
    it(`is not help in which who ${what} is for takes a calendar`, async () => {
      const { loaded } = setup({
        help,
        campaigns: [...campaigns],
        context: { user: { arrived: new Date().toISOString().slice(0, 10) } },
      });
      await asked(loaded, 'help');
      expect(loaded).to.eql(['first', 'engine', 'help']);
    });

  it('waits for the engine beside what is not: one would have to make room for the other', async () => {
    const { scene, loaded, widget } = setup({
      campaigns: [
        banner('a', { priority: 60 }),
        tour('b', { variants: [{ content: { steps: [{ title: 'x' }] } }] }),
      ],
    });
    await waitUntil(() => ids(widget).length === 2);
    expect(ids(widget)).to.eql(['a', 'b']);
    expect(loaded.slice(0, 2)).to.eql(['first', 'engine']);
    expect([...scene.engine!.stage.showing]).to.eql([
      ['a', 'top'],
      ['b', 'interruption'],
    ]);
  });

  it('gives its place to the next when it is closed before the engine is there', async () => {
    const widget = fakeWidget();
    setup({ campaigns: [banner('first', { priority: 90 }), banner('second')], widget });
    await waitUntil(() => widget.requests.length);
    const [request] = widget.requests;
    request!.report(outcome('dismissed', 'first'));
    request!.closed();
    await waitUntil(() => widget.requests.length > 1, 'the next never came');
    expect(ids(widget)).to.eql(['first', 'second']);
  });

  it('has no second chance on this page when the host refused it', async () => {
    const widget = fakeWidget(({ closed }) => closed());
    const { scene } = setup({ campaigns: [banner('a')], widget });
    await waitUntil(() => scene.engine);
    await ticks();
    expect(ids(widget)).to.eql(['a']);
    expect(scene.plan!.campaigns).to.eql([]);
  });

  it('is told as a fault, and left, when it cannot be drawn', async () => {
    const said: unknown[] = [];
    const hear = (event: Event) => said.push((event as Event & { error: Error }).error);
    addEventListener('sentier-error', hear);
    const fault = new Error('no such paper');
    const widget = fakeWidget(({ campaign }) => {
      if (campaign.id === 'bad') throw fault;
    });
    setup({ campaigns: [banner('bad', { priority: 90 }), banner('good')], widget });
    await waitUntil(() => ids(widget).includes('good'));
    removeEventListener('sentier-error', hear);
    expect(said).to.eql([fault]);
    expect(ids(widget)).to.eql(['bad', 'good']);
  });

  it('stays known when it is shown anew by hand: it is still the only one, and goes with its person', async () => {
    const { scene, widget } = setup({ campaigns: [tour('t')], context: { user: { key: 'one' } } });
    await waitUntil(() => widget.requests.length);
    const engine = await scene.wake();
    await engine.show('t', true);
    await ticks();
    expect(widget.requests.length).to.equal(2);
    expect([...engine.stage.showing]).to.eql([['t', 'interruption']]);
    scene.identify({ user: { key: 'two' } });
    await waitUntil(() => widget.requests.length === 3, 'the next person never got it');
    expect(widget.requests.map(({ context }) => context.user?.key)).to.eql(['one', 'one', 'two']);
  });

  it('is drawn for who is there when it has come: another’s words and past are not theirs', async () => {
    let arrive: (widget: unknown) => void = () => undefined;
    const banners = new Promise((done) => (arrive = done));
    const widget = fakeWidget();
    const { scene } = setup({
      campaigns: [
        banner('a', {
          variants: [{ audience: { profiles: ['pupil'] }, content: { title: 'for pupils' } }],
        }),
      ],
      chunks: { banner: banners },
    });
    await waitUntil(() => scene.engine);
    await ticks();
    scene.identify({ user: { key: 'p', profiles: ['pupil'] } });
    arrive(widget);
    await waitUntil(() => widget.requests.length);
    await ticks();
    expect(widget.requests.map(({ content }) => (content as { title: string }).title)).to.eql(['for pupils']);
  });

  it('begins a new version of a tour from its start, wherever the one before was left', async () => {
    const { scene, widget } = setup({ campaigns: [tour('t', { version: 2, when: { start: 'manual' } })] });
    const engine = await scene.wake();
    engine.ledger.keep({
      campaigns: { t: { version: 1, status: 'snoozed', step: '1', shown: 1, at: Date.now() } },
    });
    await engine.show('t');
    expect(widget.requests.map(({ progress }) => progress)).to.eql([undefined]);
  });

  it('is over when it was closed, though the browser’s storage is full by then', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a')], config: { store: 'session' } });
    await waitUntil(() => widget.requests.length);
    const [request] = widget.requests;
    request!.report(outcome('shown', 'a'));
    await waitUntil(() => scene.engine?.ledger.progress().campaigns['a']);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    request!.report(outcome('dismissed', 'a'));
    Storage.prototype.setItem = setItem;
    request!.closed();
    await ticks();
    expect(scene.engine!.ledger.progress().campaigns['a']?.status).to.equal('dismissed');
    expect(ids(widget)).to.eql(['a']);
  });

  it('tells nothing of one person once another is there', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a')], context: { user: { key: 'one' } } });
    await waitUntil(() => widget.requests.length);
    const { report } = widget.requests[0]!;
    await scene.wake();
    scene.identify({ user: { key: 'two' } });
    report(outcome('dismissed', 'a'));
    await ticks();
    expect(scene.engine!.ledger.progress().campaigns['a']?.status).not.to.equal('dismissed');
  });

  it('goes when somebody else signs in', async () => {
    const { scene, widget } = setup({
      campaigns: [banner('a', { audience: { profiles: ['teacher'] } })],
      context: { user: { key: 'one', profiles: ['teacher'] } },
    });
    await waitUntil(() => widget.shown.has('a'));
    scene.identify({ user: { key: 'two', profiles: ['pupil'] } });
    await waitUntil(() => !widget.shown.has('a'), 'it stayed');
  });

  it('goes with the page’s word, and brings no engine then', async () => {
    const { scene, loaded, widget } = setup({ help: HELP });
    await waitUntil(() => widget.shown.has('help'));
    scene.plan = undefined;
    scene.ending.abort();
    expect(widget.shown.size).to.equal(0);
    await ticks();
    expect(loaded).to.eql(['first', 'help']);
  });

  it('waits while another tab interrupts', async () => {
    const id = `tabs-${Math.random()}`;
    let leave: () => void = () => undefined;
    await new Promise<void>((got) => {
      void navigator.locks.request(`sentier:${id}::floor`, () => {
        got();
        return new Promise<void>((done) => (leave = done));
      });
    });
    const { scene, widget } = setup({ id, campaigns: [tour('a')] });
    await waitUntil(() => scene.engine);
    await ticks();
    expect(ids(widget)).to.eql([]);
    leave();
    await waitUntil(() => ids(widget).includes('a'), 'its turn never came', { timeout: 4000 });
  });

  it('holds the floor while it interrupts, and leaves it when it is closed', async () => {
    const { scene, widget } = setup({ campaigns: [tour('a')] });
    const held = async () =>
      (await navigator.locks.query()).held?.some(({ name }) => name === `${scene.place[1]}floor`);
    await waitUntil(() => widget.shown.has('a'));
    expect(await held()).to.be.true;
    widget.requests[0]!.report({ ...outcome('shown', 'a'), kind: 'tour' });
    await waitUntil(() => scene.engine);
    expect(await held()).to.be.true;
    widget.requests[0]!.report({ ...outcome('completed', 'a'), kind: 'tour' });
    widget.requests[0]!.closed();
    await waitUntil(async () => !(await held()), 'the floor is still taken');
  });

  for (const [what, more] of [
    ['the host’s server knows more', { config: { progress: '/progress' } }],
    ['an earlier page was left before all was written', {}],
  ] as const)
    it(`is left to the engine while ${what}`, async () => {
      const id = `left-${Math.random()}`;
      if (!('config' in more))
        sessionStorage.setItem(
          `sentier:${id}::progress`,
          JSON.stringify({ campaigns: {}, told: { 0: { outcome: outcome('shown', 'z'), at: Date.now() } } }),
        );
      const { loaded } = setup({
        id,
        campaigns: [banner('a')],
        ...more,
        config: { store: 'session', ...('config' in more && more.config) },
      });
      await asked(loaded, 'banner');
      expect(loaded.slice(0, 3)).to.eql(['first', 'engine', 'banner']);
      sessionStorage.removeItem(`sentier:${id}::progress`);
    });
});
