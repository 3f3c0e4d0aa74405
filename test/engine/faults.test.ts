import { expect, waitUntil } from '@open-wc/testing';
import { banner, endScenes, fakeWidget, setup, ticks } from './support.js';

let warned: string[] = [];
const { warn } = console;
beforeEach(() => {
  warned = [];
  console.warn = (line: string) => warned.push(line);
});
afterEach(() => {
  console.warn = warn;
  endScenes();
});

describe('a widget that fails', () => {
  it('is said once and gone, and the next has its turn', async () => {
    const widget = fakeWidget((request) => {
      if (request.campaign.id !== 'broken') return;
      request.fail(new Error('content.title: is needed'));
      request.closed();
    });
    setup({ campaigns: [banner('broken', { priority: 99 }), banner('good')], widget });
    await ticks();
    expect(widget.requests.map(({ campaign }) => campaign.id)).to.eql(['broken', 'good']);
    expect(warned).to.eql(['Sentier: broken: content.title: is needed']);
  });

  it('by throwing is no different', async () => {
    const widget = fakeWidget((request) => {
      if (request.campaign.id === 'throws') throw new Error('oops');
    });
    setup({ campaigns: [banner('throws', { priority: 99 }), banner('good2')], widget });
    await ticks();
    expect(widget.requests.map(({ campaign }) => campaign.id)).to.eql(['throws', 'good2']);
    expect(warned).to.eql(['Sentier: throws: oops']);
  });

  it('three times is left alone, with all of its kind', async () => {
    const widget = fakeWidget((request) => {
      throw new Error(`third ${request.campaign.id}`);
    });
    const { scene } = setup({ campaigns: ['a1', 'b1', 'c1', 'd1', 'e1'].map((id) => banner(id)), widget });
    await ticks(40);
    expect(widget.requests).to.have.length(3);
    expect(await (await scene.wake()).show('e1')).to.equal(false);
  });

  it('and goes on telling stays, and may be shown again: a question that was left out', async () => {
    const told = { campaign: 'stays', kind: 'banner', version: 1 } as const;
    const widget = fakeWidget(({ fail, report }) => {
      for (const at of [1, 2, 3]) fail(new Error(`question ${at} left out`));
      report({ type: 'shown', ...told });
    });
    const { scene } = setup({ campaigns: [banner('stays')], widget });
    await ticks();
    expect([...widget.shown]).to.eql(['stays']);
    widget.requests[0]!.report({ type: 'dismissed', ...told });
    widget.requests[0]!.closed();
    expect(await (await scene.wake()).show('stays')).to.equal(true);
  });

  it('without a word, as the host forbids it, is not asked again', async () => {
    const widget = fakeWidget((request) => request.closed());
    setup({ campaigns: [banner('forbidden', { priority: 99 }), banner('allowed')], widget });
    await ticks();
    expect(widget.requests.map(({ campaign }) => campaign.id)).to.eql(['forbidden', 'allowed']);
  });

  it('says sentier-error on the document', async () => {
    const heard: string[] = [];
    const hear = (event: Event) => heard.push((event as Event & { campaign: string }).campaign);
    document.addEventListener('sentier-error', hear);
    setup({ campaigns: [banner('speaks')], widget: fakeWidget((request) => request.fail(new Error('x'))) });
    await ticks();
    document.removeEventListener('sentier-error', hear);
    expect(heard).to.eql(['speaks']);
  });
});

describe('a chunk that cannot be loaded', () => {
  it('is said, and the rest goes on', async () => {
    const { widget } = setup({
      campaigns: [banner('away'), { id: 'tour2', kind: 'tour', content: { steps: [{}] } }],
      chunks: { banner: new Error('404') },
    });
    await waitUntil(() => widget.requests.length);
    expect(widget.requests.map(({ campaign }) => campaign.id)).to.eql(['tour2']);
    // By the engine, which tries it again.
    await waitUntil(() => warned.length);
    expect(warned).to.eql(['Sentier: away: 404']);
  });
});
