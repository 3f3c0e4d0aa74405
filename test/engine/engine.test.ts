import { expect, waitUntil } from '@open-wc/testing';
import type { EngineService } from '../../src/elements/context/services.js';
import type { Engine } from '../../src/engine/engine.js';
import type { PrepareRequest, Presented } from '../../src/engine/widget-module.js';
import { whenIdle } from '../../src/platform/when-idle.js';
import { banner, endScenes, type FakeWidget, fakeWidget, setup, ticks } from './support.js';

/** Types: the service that the engine gives is the one that the elements ask for. */
const serviceOf = (engine: Engine): EngineService => engine.service;

afterEach(endScenes);
const ids = (widget: { requests: { campaign: { id: string } }[] }) =>
  widget.requests.map(({ campaign }) => campaign.id);

describe('nothing due', () => {
  for (const [name, campaigns] of [
    ['no campaign', []],
    ['another audience', [banner('a', { audience: { profiles: ['head'] } })]],
    ['another page', [banner('a', { when: { pages: ['/ailleurs/**'] } })]],
    ['another time', [banner('a', { schedule: { start: '2099-01-01' } })]],
    ['only by hand', [banner('a', { when: { start: 'manual' } })]],
  ] as const)
    it(`loads nothing: ${name}`, async () => {
      const { loaded } = setup({ campaigns: campaigns as unknown as object[] });
      await ticks();
      expect(loaded).to.eql([]);
    });
});

describe('what cannot be read', () => {
  it('is left out and diagnosed in one warning; nothing else is loaded', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => said.push(line);
    try {
      const { loaded, widget } = setup({
        campaigns: [null, 3, { id: 'a' }, { kind: 'banner' }] as object[],
      });
      await waitUntil(() => said.length, 'the whole schema is loaded', { timeout: 8000 });
      expect(said).to.have.length(1);
      for (const path of ['campaigns[0]', 'campaigns[1]', 'campaigns[3]']) expect(said[0]).to.contain(path);
      expect(loaded).to.eql(['first', 'engine']);
      expect(ids(widget)).to.eql([]);
    } finally {
      console.warn = warn;
    }
  });
});

describe('the service for elements', () => {
  it('knows plan, person, languages, and what is for them here', async () => {
    const { scene } = setup({
      settings: { locale: 'en' },
      context: { locale: 'fr', user: { profiles: ['ELEVE'] } },
    });
    const service = serviceOf(await scene.wake());
    expect(service.plan()?.settings?.locale).to.equal('en');
    expect(service.context().user?.profiles).to.eql(['ELEVE']);
    expect(service.locales()).to.eql(['fr', 'en']);
    expect(service.isFor({ id: 'x', audience: { profiles: ['pupil'] } })).to.equal(true);
    expect(service.isFor({ id: 'x', audience: { profiles: ['head'] } })).to.equal(false);
    expect(service.isOn(['/**'])).to.equal(true);
    expect(service.isOn(['/ailleurs/'])).to.equal(false);
    expect(service).to.equal(serviceOf(await scene.wake()));
  });
});

describe('what is due', () => {
  it('is shown, in each place the best', async () => {
    const { widget } = setup({
      campaigns: [
        banner('low', { priority: 1 }),
        banner('high'),
        banner('foot', { content: { title: 'x', place: 'bottom' } }),
      ],
    });
    await ticks();
    expect(ids(widget).sort()).to.eql(['foot', 'high']);
  });

  it('is not shown when it is no longer due once its chunk has come', async () => {
    let release: (chunk: unknown) => void = () => undefined;
    const widget = fakeWidget();
    const { scene } = setup({
      campaigns: [banner('a', { audience: { profiles: ['teacher'] } })],
      context: { user: { profiles: ['teacher'] } },
      widget,
      chunks: { banner: new Promise((done) => (release = done)) },
    });
    await ticks();
    scene.identify({ user: { profiles: ['pupil'] } });
    release(widget);
    await ticks();
    expect(ids(widget)).to.eql([]);
  });

  it('gives its place to the next when it is closed', async () => {
    const { widget } = setup({ campaigns: [banner('first', { priority: 90 }), banner('second')] });
    await ticks();
    const [first] = widget.requests;
    first?.report({ type: 'dismissed', campaign: 'first', kind: 'banner', version: 1 });
    first?.closed();
    await ticks();
    expect(ids(widget)).to.eql(['first', 'second']);
  });

  it('has the variant for this person, and the languages in order', async () => {
    const { widget } = setup({
      campaigns: [
        banner('a', { variants: [{ audience: { profiles: ['pupil'] }, content: { title: 'Pour toi' } }] }),
      ],
      settings: { locale: 'fr' },
      context: { user: { profiles: ['National_ELV'] }, locale: 'en-GB', simplified: true },
    });
    await ticks();
    expect(widget.requests[0]?.content).to.eql({ title: 'Pour toi' });
    expect(widget.requests[0]?.locales).to.eql(['en-GB-x-simple', 'fr']);
  });

  it('is for those of a language where the page alone says which, and the person does not', async () => {
    const own = document.documentElement.lang;
    for (const [lang, config, shown] of [
      ['en-GB', {}, ['a']],
      ['fr', {}, []],
      ['fr', { locale: 'en' }, ['a']],
    ] as const) {
      document.documentElement.lang = lang;
      const { widget } = setup({ campaigns: [banner('a', { audience: { locales: ['en'] } })], config });
      await ticks();
      expect(ids(widget), `${lang} ${JSON.stringify(config)}`).to.eql(shown);
    }
    document.documentElement.lang = own;
  });

  it('waits for its delay, by the clock of the page', async () => {
    const { widget } = setup({ campaigns: [banner('a', { when: { delay: 'PT1S' } })] });
    await ticks();
    expect(ids(widget)).to.eql([]);
    await new Promise((done) => setTimeout(done, 1100));
    await ticks();
    expect(ids(widget)).to.eql(['a']);
  });

  it('is fetched beforehand when it waits for an event, with what follows its first paint', async () => {
    const prepared: PrepareRequest[] = [];
    const widget: FakeWidget = {
      ...fakeWidget(),
      prepare: (request) => Promise.resolve(prepared.push(request)),
    };
    const one = banner('a', { when: { event: 'opened' } });
    const { loaded, scene } = setup({ campaigns: [one], widget });
    await waitUntil(() => prepared.length, 'when the page is idle', { timeout: 3000 });
    expect(loaded).to.include('banner');
    expect(prepared.map(({ content }) => content)).to.eql([(one as { content: object }).content]);
    // As it will be drawn.
    const { context, locales, plan, theme } = prepared[0]!;
    expect(context).to.equal(scene.context);
    expect(plan).to.equal(scene.plan);
    expect(locales[0]).to.equal('fr');
    expect(theme).to.eql({});
    expect(ids(widget)).to.eql([]);
    scene.emit('opened');
    await ticks();
    expect(ids(widget)).to.eql(['a']);
  });

  it('is fetched beforehand once, whatever is decided meanwhile; again where it could not be had', async () => {
    let tries = 0;
    const widget: FakeWidget = {
      ...fakeWidget(),
      prepare: () => (++tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve()),
    };
    const { scene } = setup({ campaigns: [banner('a', { when: { event: 'opened' } })], widget });
    const engine = await scene.wake();
    await waitUntil(() => tries === 1, 'when the page is idle', { timeout: 3000 });
    await ticks();
    engine.update();
    await waitUntil(() => tries === 2, 'tried again', { timeout: 3000 });
    for (let i = 0; i < 3; i++) {
      engine.update();
      await ticks();
    }
    // Later than what is fetched then.
    await new Promise<void>((done) => whenIdle(done, 1200));
    expect(tries).to.equal(2);
  });

  it('is fetched beforehand when it waits for a delay', async () => {
    const { widget, loaded } = setup({ campaigns: [banner('a', { when: { delay: 'PT1M' } })] });
    await waitUntil(() => loaded.includes('banner'), 'when the page is idle', { timeout: 3000 });
    expect(ids(widget)).to.eql([]);
  });
});

describe('what came of a thing shown', () => {
  const told = { campaign: 'a', kind: 'banner', version: 1 } as const;
  const place = (key: string) => `sentier:test:${key}:progress`;
  afterEach(() => sessionStorage.clear());

  it('is not lost when the page is left before what writes it has come', async () => {
    const config = { store: 'session' };
    const context = { user: { key: 'left' } };
    const first = setup({
      campaigns: [banner('a', { audience: { profiles: ['head'] } })],
      config,
      context,
      id: 'test',
    });
    // An engine that has shown nothing yet.
    const { ledger } = await first.scene.wake();
    ledger.report({ type: 'shown', ...told }, false, false);
    ledger.report({ type: 'dismissed', ...told }, false, false);
    expect(sessionStorage.getItem(place('left'))).to.contain('dismissed');
    expect(ledger.progress().campaigns).to.eql({});
    endScenes();
    const next = setup({ campaigns: [banner('a'), banner('b')], config, context, id: 'test' });
    await ticks();
    expect(ids(next.widget)).to.eql(['b']);
    const { campaigns } = (await next.scene.wake()).ledger.progress();
    expect(campaigns['a']).to.include({ status: 'dismissed', shown: 1 });
    expect(sessionStorage.getItem(place('left'))).not.to.contain('told');
  });

  it('is known before the next decision', async () => {
    const { widget, scene } = setup({ campaigns: [banner('a')] });
    await ticks();
    widget.requests[0]?.report({ type: 'acknowledged', ...told });
    widget.requests[0]?.closed();
    scene.turn();
    await ticks();
    expect(ids(widget)).to.eql(['a']);
  });
});

describe('a host event', () => {
  it('is said on the document, for a step that waits for it', () => {
    const { scene } = setup({});
    const heard: unknown[] = [];
    const hear = (event: Event) => heard.push((event as Event & { name?: string }).name);
    addEventListener('sentier-emit', hear);
    scene.emit('note-opened');
    removeEventListener('sentier-emit', hear);
    expect(heard).to.eql(['note-opened']);
  });
});

describe('by hand', () => {
  it('anything of the plan is shown, and not counted', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a', { audience: { profiles: ['head'] } })] });
    const engine = await scene.wake();
    expect(await engine.show('a')).to.equal(true);
    expect(widget.requests[0]?.manual).to.equal(true);
    widget.requests[0]?.report({ type: 'shown', campaign: 'a', kind: 'banner', version: 1 });
    await engine.ledger.settle();
    expect(engine.ledger.progress().campaigns['a']?.shown).to.equal(0);
    expect(await engine.show('unknown')).to.equal(false);
  });

  it('what is just coming unasked is shown, once, and said to be', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a')] });
    const engine = await scene.wake();
    const coming = engine.bring(engine.scene.plan!.campaigns[0]!);
    expect(await engine.show('a')).to.equal(true);
    await coming;
    expect(widget.requests.map(({ campaign }) => campaign.id)).to.eql(['a']);
  });

  it('what was coming unasked and is refused meanwhile is shown all the same', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a', { when: { start: 'manual' } })] });
    const engine = await scene.wake();
    const coming = engine.bring(engine.scene.plan!.campaigns[0]!);
    const asked = engine.show('a');
    expect(await coming).to.equal(false);
    expect(await asked).to.equal(true);
    expect([...widget.shown]).to.eql(['a']);
  });

  it('what has to wait until no other tab interrupts gives way to what is asked for meanwhile', async () => {
    const asked: (() => void)[] = [];
    const request = async (_name: string, _options: object, take: (lock: object) => unknown) => {
      await new Promise<void>((grant) => asked.push(grant));
      return take({});
    };
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
    try {
      const tour = { kind: 'tour', content: { steps: [{ id: 'one' }] } };
      const { scene, widget } = setup({
        campaigns: [
          { id: 'due', ...tour },
          { id: 'wanted', ...tour, when: { start: 'manual' } },
        ],
      });
      const engine = await scene.wake();
      await waitUntil(() => asked.length === 1);
      expect(await engine.show('wanted')).to.equal(true);
      asked[0]?.();
      await ticks();
      expect([...widget.shown]).to.eql(['wanted']);
      expect(engine.stage.floor.signal.aborted, 'the other tabs may interrupt').to.equal(true);
    } finally {
      delete (navigator as { locks?: unknown }).locks;
    }
  });

  it('it takes the place of what is there', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a'), banner('b', { when: { start: 'manual' } })] });
    await ticks();
    await (await scene.wake()).show('b');
    expect([...widget.shown]).to.eql(['b']);
  });

  it('a run is taken up again, or begun anew', async () => {
    const { scene, widget } = setup({
      campaigns: [{ id: 't', kind: 'tour', content: { steps: [{ id: 'one' }] }, when: { start: 'manual' } }],
    });
    const engine = await scene.wake();
    await engine.show('t');
    widget.requests[0]?.report({ type: 'step', step: 'one', campaign: 't', kind: 'tour', version: 1 });
    await engine.show('t');
    expect(widget.requests[1]?.progress?.step).to.equal('one');
    await engine.show('t', true);
    expect(widget.requests[2]?.progress).to.equal(undefined);
  });

  it('help is opened at an article, and again where it is', async () => {
    const { scene, widget } = setup({ help: { articles: [{ id: 'note', title: 'x', body: 'y' }] } });
    await ticks();
    expect(ids(widget)).to.eql(['help']);
    const engine = await scene.wake();
    expect(await engine.show('help/note')).to.equal(true);
    expect(await engine.show('help')).to.equal(true);
    expect(ids(widget)).to.eql(['help']);
    expect(widget.opened).to.eql(['note', '']);
  });

  it('progress is forgotten when asked', async () => {
    const { scene, widget } = setup({ campaigns: [banner('a')] });
    await ticks();
    widget.requests[0]?.report({ type: 'dismissed', campaign: 'a', kind: 'banner', version: 1 });
    widget.requests[0]?.closed();
    await ticks();
    expect(ids(widget)).to.eql(['a']);
    (await scene.wake()).reset();
    await ticks();
    expect(ids(widget)).to.eql(['a', 'a']);
  });
});

describe('help', () => {
  for (const [name, help, context, there] of [
    [
      'is there for whom it has an article',
      { articles: [{ id: 'n', audience: { profiles: ['teacher'] } }] },
      { user: { profiles: ['teacher'] } },
      true,
    ],
    [
      'is not there for others',
      { articles: [{ id: 'n', audience: { profiles: ['teacher'] } }] },
      { user: { profiles: ['pupil'] } },
      false,
    ],
    ['is there for a hint', { hints: [{ id: 'h', target: '#x' }] }, {}, true],
    ['is not there for nonsense', { articles: 'none', hints: [null, 7] }, {}, false],
  ] as const)
    it(name, async () => {
      const { widget } = setup({ help, context });
      await ticks();
      expect(ids(widget)).to.eql(there ? ['help'] : []);
    });

  it('goes when it is for the person no more', async () => {
    const { scene, widget } = setup({
      help: { articles: [{ id: 'n', audience: { profiles: ['teacher'] } }] },
      context: { user: { profiles: ['teacher'] } },
    });
    await ticks();
    scene.identify({ user: { profiles: ['pupil'] } });
    await ticks();
    expect([...widget.shown]).to.eql([]);
  });
});

describe('another page or person', () => {
  it('takes a banner away that is not of the page, and lets a tour go on', async () => {
    const { scene, widget } = setup({
      campaigns: [
        banner('a', { when: { pages: [location.pathname] } }),
        { id: 't', kind: 'tour', content: { steps: [{ id: 's' }] }, when: { pages: [location.pathname] } },
      ],
    });
    // What interrupts asks the other tabs first.
    await waitUntil(() => widget.shown.has('t'));
    expect([...widget.shown].sort()).to.eql(['a', 't']);
    const here = location.href;
    history.pushState(null, '', '/ailleurs/');
    scene.turn();
    await ticks();
    history.replaceState(null, '', here);
    expect([...widget.shown]).to.eql(['t']);
  });

  it('brings back what the page took away with the place where it stood', async () => {
    const widget = fakeWidget();
    const element = document.createElement('i');
    const { scene } = setup({
      campaigns: [banner('a')],
      widget: {
        ...widget,
        present: (request) => {
          document.body.append(element);
          return { ...(widget.present(request) as Presented), element };
        },
      },
    });
    await waitUntil(() => widget.requests.length === 1);
    await (await scene.wake()).refresh();
    element.remove();
    const here = location.href;
    history.pushState(null, '', '/ailleurs/');
    scene.turn();
    await waitUntil(() => widget.requests.length === 2);
    history.replaceState(null, '', here);
    expect([...widget.shown]).to.eql(['a']);
    scene.turn();
    await ticks();
    expect(widget.requests, 'what is there stays').to.have.length(2);
    element.remove();
  });

  it('takes everything away for another person', async () => {
    const { scene, widget } = setup({
      campaigns: [banner('a', { audience: { profiles: ['head'] } })],
      context: { user: { key: 'one' } },
    });
    await (await scene.wake()).show('a');
    scene.identify({ user: { key: 'two' } });
    await ticks();
    expect([...widget.shown]).to.eql([]);
  });

  it('a time that is simulated decides what is on', async () => {
    const { scene, widget } = setup({
      campaigns: [banner('a', { schedule: { start: '2031-05-01', end: '2031-05-02' } })],
    });
    await ticks();
    expect(ids(widget)).to.eql([]);
    scene.identify({ now: '2031-05-02T10:00' });
    await ticks();
    expect(ids(widget)).to.eql(['a']);
  });
});
