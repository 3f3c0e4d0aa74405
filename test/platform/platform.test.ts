import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Campaign } from '../../src/model/schema/campaign.js';
import { announce, NativeEvent, query, queryAll } from '../../src/platform/natives.js';
import { memoryOutbox, openOutbox } from '../../src/platform/outbox.js';
import { ownScript, readJson } from '../../src/platform/page-config.js';
import { isPresent, watch } from '../../src/platform/presence.js';
import { currentPath, watchRoute } from '../../src/platform/route-watcher.js';
import { alone } from '../../src/platform/alone.js';

describe('natives', () => {
  it('find elements where an image of the page hides the method', async () => {
    const host = await fixture(
      html`<div>
        <img name="querySelector" alt="" />
        <p id="here"></p>
      </div>`,
    );
    expect(query('#here')).to.equal(host.querySelector('p'));
    expect(queryAll('#here')).to.have.length(1);
  });

  it('say events with fields, which bubble to the window', () => {
    let heard: Event | undefined;
    const hear = (event: Event) => (heard = event);
    addEventListener('sentier-test', hear);
    announce('sentier-test', { campaign: 'x' });
    removeEventListener('sentier-test', hear);
    expect(heard).to.be.instanceOf(NativeEvent);
    expect(heard).to.have.property('campaign', 'x');
  });
});

describe('the script’s own tag', () => {
  it('is found by its attribute when it runs no more', async () => {
    await fixture(html`<div></div>`);
    const tag = document.createElement('script');
    tag.type = 'text/plain';
    Object.assign(tag.dataset, { plan: '/p.json', store: 'memory' });
    document.body.append(tag);
    expect(ownScript()).to.equal(tag);
    tag.remove();
  });

  it('may be missing', () => expect(ownScript()).to.equal(null));

  it('has JSON beside it, and none is undefined', () => {
    const json = document.createElement('script');
    json.type = 'application/json';
    json.id = 'sentier-context';
    json.textContent = '{"user":{"key":"k"},"__proto__":{"x":1}}';
    document.body.append(json);
    expect(readJson('sentier-context')).to.eql({ user: { key: 'k' } });
    json.remove();
    expect(readJson('sentier-context')).to.equal(undefined);
  });
});

describe('routes', () => {
  const start = location.href;
  afterEach(() => history.replaceState(null, '', start));

  it('are paths with their hash, without the query', () => {
    history.replaceState(null, '', '/notes/?eleve=martin#/trimestre');
    expect(currentPath()).to.equal('/notes/#/trimestre');
  });

  for (const [name, hide] of [
    ['with the Navigation API', false],
    ['without it', true],
    ['where the host has <nav id="navigation">', 'nav'],
  ] as const)
    it(`are noticed once each, ${name}`, async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'navigation');
      if (hide)
        Object.defineProperty(window, 'navigation', {
          value: hide === 'nav' ? document.createElement('nav') : undefined,
          configurable: true,
        });
      const ending = new AbortController();
      let changes = 0;
      watchRoute(() => changes++, ending.signal);
      if (own) Object.defineProperty(window, 'navigation', own);
      history.pushState(null, '', '/autre/');
      await waitUntil(() => changes === 1);
      history.replaceState(null, '', '/autre/?q=1');
      history.pushState(null, '', '/encore/');
      await waitUntil(() => changes === 2);
      ending.abort();
      history.pushState(null, '', '/fini/');
      history.pushState(null, '', '/fini/2');
      expect(changes).to.equal(2);
    });
});

describe('watching for elements', () => {
  const waitingFor = (present: string) =>
    ({ id: 'x', kind: 'banner', content: {}, when: { present } }) as unknown as Campaign;

  it('looks when one comes, and rests when nothing is waited for', async () => {
    const host = await fixture(html`<div></div>`);
    const ending = new AbortController();
    let looks = 0;
    watch([waitingFor('#coming')], () => looks++, ending.signal);
    expect(isPresent('#coming')).to.equal(false);
    host.innerHTML = '<p id="other">x</p>';
    host.innerHTML = '<p id="coming">x</p>';
    await waitUntil(() => looks === 1);
    expect(isPresent('#coming')).to.equal(true);
    watch([], () => looks++, ending.signal);
    host.innerHTML = '<p id="coming">y</p>';
    await new Promise(requestAnimationFrame);
    expect(looks).to.equal(1);
    ending.abort();
  });

  it('looks when one that was hidden is shown', async () => {
    const host = await fixture(html`<div><p id="closed" style="display: none">x</p></div>`);
    const ending = new AbortController();
    let looks = 0;
    watch([waitingFor('#closed')], () => looks++, ending.signal);
    host.querySelector('p')!.style.display = '';
    await waitUntil(() => looks === 1);
    ending.abort();
  });

  it('takes a selector that CSS does not know for an absent element', () => {
    expect(isPresent('#dropdown:r5:')).to.equal(false);
  });
});

describe('the outbox', () => {
  const row = (id: string) =>
    ({
      id,
      url: '/c',
      at: 1,
      envelope: {
        id,
        type: 'response',
        campaign: 'c',
        version: 1,
        day: '2026-11-23',
        audience: {},
        data: { a: [1] },
      },
    }) as const;

  for (const [name, open] of [
    ['in IndexedDB', openOutbox],
    ['in memory', () => Promise.resolve(memoryOutbox())],
  ] as const)
    it(`keeps rows by id, ${name}`, async () => {
      const outbox = await open();
      await outbox.put(row('a'));
      await outbox.put(row('b'));
      await outbox.put(row('a'));
      expect((await outbox.all()).map(({ id }) => id).sort()).to.eql(['a', 'b']);
      await outbox.remove(['a', 'none']);
      expect(await outbox.all()).to.eql([row('b')]);
      await outbox.remove(['b']);
    });

  it('is in memory where IndexedDB throws', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'indexedDB')!;
    Object.defineProperty(window, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      const outbox = await openOutbox();
      await outbox.put(row('a'));
      expect(await outbox.all()).to.have.length(1);
    } finally {
      Object.defineProperty(window, 'indexedDB', own);
    }
  });
});

describe('one tab at a time', () => {
  it('runs one task after another', async () => {
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(requestAnimationFrame);
      log.push(`${name} ends`);
    };
    await Promise.all([alone(task('a')), alone(task('b'))]);
    expect(log).to.eql(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('runs where there are no locks', async () => {
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks');
    Object.defineProperty(navigator, 'locks', { configurable: true, get: () => undefined });
    let ran = 0;
    try {
      await alone(() => Promise.resolve(void ran++));
    } finally {
      delete (navigator as { locks?: unknown }).locks;
    }
    expect(ran).to.equal(1);
    expect(own === undefined || 'locks' in navigator).to.equal(true);
  });

  it('runs a task that fails once only', async () => {
    let ran = 0;
    const failed = await alone(() => {
      ran++;
      return Promise.reject(new Error('no'));
    }).catch((error: Error) => error.message);
    expect([ran, failed]).to.eql([1, 'no']);
  });
});
