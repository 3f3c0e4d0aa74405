import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import '../../../src/elements/tour/define-tour.js';
import { present } from '../../../src/elements/banner/present-banner.js';
import type { SentierBanner } from '../../../src/elements/banner/sentier-banner.js';
import type { Presented, PresentRequest } from '../../../src/engine/widget-module.js';
import type { Campaign } from '../../../src/model/schema/campaign.js';
import { button, part } from './helpers.js';

/** A request that remembers what it was told. */
function makeRequest(content: unknown, more: Partial<PresentRequest> = {}) {
  const log: unknown[] = [];
  const request: PresentRequest = {
    campaign: { id: 'essai', kind: 'banner', version: 3, content: {} } as unknown as Campaign,
    content,
    plan: { version: 1, campaigns: [] } as unknown as PresentRequest['plan'],
    context: {},
    locales: ['fr'],
    theme: {},
    manual: false,
    progress: undefined,
    session: { get: () => undefined, set: () => undefined },
    report: ({ type, step, until }) => log.push([type, step ?? until].filter((x) => x !== undefined)),
    send: () => Promise.resolve('none'),
    show: (id) => Promise.resolve(!!log.push(['show', id])),
    closed: () => log.push(['closed']),
    fail: (error) => log.push(['fail', (error as Error).message]),
    ...more,
  } as PresentRequest;
  return { request, log };
}
const find = (): SentierBanner =>
  document.querySelector('sentier-banner') ?? expect.fail('no banner in the page');
async function start(content: unknown, more?: Partial<PresentRequest>) {
  const { request, log } = makeRequest(content, more);
  const shown = oneEvent(document, 'sentier-show');
  const presented = await present(request);
  running.push(presented);
  await shown;
  return { log, presented, banner: find() };
}
function startTour() {
  const tour = document.createElement('sentier-tour');
  tour.content = { steps: [{ id: 'a', title: 'Une étape' }] };
  document.body.append(tour);
  tour.start();
  return tour;
}
const running: Presented[] = [];
afterEach(() => {
  for (const presented of running.splice(0)) presented.close();
});

describe('presenting a banner', () => {
  it('tells what became of it, once, and leaves nothing behind', async () => {
    const before = document.documentElement.outerHTML;
    const { log, banner } = await start({ title: 'Bonjour' });
    button(banner, 'close').click();
    expect(log).to.deep.equal([['shown'], ['dismissed'], ['closed']]);
    expect(document.documentElement.outerHTML).to.equal(before);
  });
  it('tells that it was put off', async () => {
    const { log, banner } = await start({ title: 'Bonjour', leave: ['later'], later: ['PT1H'] });
    button(banner, 'later').click();
    await waitUntil(() => log.length > 2);
    expect((log[1] as unknown[])[0]).to.equal('snoozed');
    expect((log[1] as number[])[1]).to.be.above(Date.now());
    expect(log[2]).to.deep.equal(['closed']);
  });
  it('tells that it was acknowledged', async () => {
    const { log, banner } = await start({ title: 'a', actions: [{ label: 'Vu', do: 'acknowledge' }] });
    button(banner, '0').click();
    expect(log).to.deep.equal([['shown'], ['acknowledged'], ['closed']]);
  });
  it('counts an action, makes room, and shows what was asked for', async () => {
    const { log, banner } = await start({ title: 'a', actions: [{ label: 'Visite', do: 'tour', to: 'm' }] });
    button(banner, '0').click();
    expect(log).to.deep.equal([['shown'], ['clicked', 'tour:m'], ['completed'], ['closed'], ['show', 'm']]);
  });
  it('is taken away without an outcome, as often as one likes', async () => {
    const { log, presented } = await start({ title: 'a' });
    presented.close();
    presented.close();
    expect(log).to.deep.equal([['shown'], ['closed']]);
    expect(document.querySelector('sentier-banner')).to.be.null;
  });
  it('does nothing late when it is taken away before it showed', async () => {
    const { request, log } = makeRequest({ title: 'a' });
    (await present(request)).close();
    await new Promise((done) => setTimeout(done, 150));
    expect(log).to.deep.equal([['closed']]);
  });
  for (const broken of [undefined, null, {}, { kind: 'new' }, 'texte'])
    it(`refuses ${JSON.stringify(broken)}, and says what is needed`, async () => {
      const { request, log } = makeRequest(broken);
      await present(request);
      expect(log).to.deep.equal([
        ['fail', 'campaigns.essai.content: a title or a body is needed'],
        ['closed'],
      ]);
    });
  it('refuses content that it cannot make sense of without throwing', async () => {
    const { request, log } = makeRequest({ title: 'a', actions: 7 });
    await present(request);
    await waitUntil(() => log.length > 1);
    expect((log[0] as string[])[0]).to.equal('fail');
    expect(log[1]).to.deep.equal(['closed']);
  });
  it('closes when the page vetoes its showing', async () => {
    const { request, log } = makeRequest({ title: 'a' });
    document.addEventListener('sentier-before-show', (event) => event.preventDefault(), { once: true });
    await present(request);
    expect(log).to.deep.equal([['closed']]);
  });
  it('corrects an accent that could not be read', async () => {
    const { banner } = await start({ title: 'a' }, { theme: { accent: '#ffff00', scheme: 'light' } });
    expect(banner.style.getPropertyValue('--sentier-accent')).to.equal('#6b6b00');
  });
  it('is made for pupils where the person is one', async () => {
    const { banner } = await start({ title: 'a' }, { context: { user: { profiles: ['National_ELV'] } } });
    expect(banner.getAttribute('audience')).to.equal('pupil');
  });
});

describe('the place of a banner', () => {
  it('is above the page by default, and pushes it down', async () => {
    const top = document.body.getBoundingClientRect().top;
    const { banner } = await start({ title: 'a' });
    expect(banner.nextElementSibling === document.body).to.be.true;
    await waitUntil(() => document.body.getBoundingClientRect().top > top + 40);
  });
  it('comes in at a walk: from frame to frame nothing below it moves 3 px, which would be a jump', async () => {
    const below = document.createElement('p');
    document.body.append(below);
    const topOf = () => below.getBoundingClientRect().top;
    let last = topOf();
    const begin = last;
    let fastest = 0;
    let isOver = false;
    const watch = () => {
      fastest = Math.max(fastest, topOf() - last);
      last = topOf();
      if (!isOver) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    const { banner } = await start({ title: 'a', body: 'b' });
    await waitUntil(() => part(banner, '.at').style.height === '', 'all there', { timeout: 10_000 });
    isOver = true;
    watch();
    expect(topOf() - begin).to.be.at.least(60);
    expect(fastest).to.be.below(3);
    below.remove();
  });
  it('is below the page, and stays in the window', async () => {
    const filler = document.createElement('div');
    filler.style.height = '3000px';
    document.body.append(filler);
    const { banner } = await start({ title: 'a', place: 'bottom' });
    expect(banner.previousElementSibling === document.body).to.be.true;
    for (const y of [0, 1000, 5000]) {
      scrollTo(0, y);
      expect(part(banner, '.box').getBoundingClientRect().bottom).to.be.closeTo(innerHeight, 1);
    }
    scrollTo(0, 0);
    filler.remove();
  });
  it('is where the page says', async () => {
    const holder = document.createElement('div');
    holder.dataset['sentierPlace'] = 'inline';
    const own = document.createElement('div');
    own.dataset['sentierPlace'] = 'essai';
    document.body.append(holder, own);
    const { banner } = await start({ title: 'a', place: 'inline' });
    expect(banner.parentElement === own).to.be.true;
    holder.remove();
    own.remove();
  });
  it('is above the page where the page has no place for it', async () => {
    const { banner } = await start({ title: 'a', place: 'inline' });
    expect(banner.nextElementSibling === document.body).to.be.true;
  });
  it('is a corner, in the top layer', async () => {
    const { banner } = await start({ title: 'a', place: 'corner' });
    const { left, bottom } = part(banner, '.box').getBoundingClientRect();
    expect(left).to.be.closeTo(8, 0.5);
    expect(innerHeight - bottom).to.be.closeTo(8, 0.5);
    if ('popover' in HTMLElement.prototype) expect(part(banner, '.box').matches(':popover-open')).to.be.true;
  });
  it('comes to its corner once the tour is over that has the floor, and is not told to be shown before', async () => {
    const tour = startTour();
    const { request, log } = makeRequest({ title: 'a', place: 'corner' });
    running.push(await present(request));
    const box = () => find().shadowRoot?.querySelector('.box');
    await waitUntil(box);
    await nextFrame();
    expect(box()?.getClientRects()).to.have.length(0);
    expect(log).to.deep.equal([]);
    tour.next();
    await waitUntil(() => log.length);
    expect(log).to.deep.equal([['shown']]);
    expect(box()?.getClientRects()).to.have.length(1);
    tour.remove();
  });
  it('that is taken away before the tour is over is never told to be shown', async () => {
    const tour = startTour();
    const { request, log } = makeRequest({ title: 'a', place: 'corner' });
    const presented = await present(request);
    await waitUntil(() => find().shadowRoot?.querySelector('.box'));
    presented.close();
    tour.remove();
    await nextFrame();
    expect(log).to.deep.equal([['closed']]);
  });
  for (const [what, css] of [
    ['is laid over the whole window', 'position: absolute; inset: 0; background: #fff'],
    ['does not scroll', 'overflow: hidden; height: 100vh'],
  ] as const)
    it(`becomes a corner on a page that ${what}`, async () => {
      document.body.style.cssText = css;
      const { banner } = await start({ title: 'a' });
      await waitUntil(() => banner.shadowRoot?.querySelector('.box.corner'));
      expect(banner.place).to.equal('corner');
      document.body.removeAttribute('style');
    });
});
