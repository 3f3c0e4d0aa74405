import { expect } from '@open-wc/testing';
import { FileStore } from '../../src/studio/store/file-store.js';
import { browserRecovery, type Kept, type Recovery } from '../../src/studio/store/recovery.js';
import { setIn } from '../../src/studio/store/paths.js';
import { ServerStore } from '../../src/studio/store/server-store.js';
import { Studio } from '../../src/studio/store/studio.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { FakeServer } from '../../stories/studio/fake-server.js';
import { bench, memoryRecovery, NOW, PLAN } from '../../stories/studio/studio-fixtures.js';
import { waitUntil } from './helpers.js';

const titled =
  (title: string, place = 0) =>
  (plan: PlanDocument): PlanDocument =>
    setIn(plan, ['campaigns', place, 'title'], title);
const titleOf = (plan: PlanDocument, place = 0) => plan.campaigns![place]!.title;
const isSaved = ({ saving, isDirty }: Studio) => saving.state === 'saved' && !isDirty;

describe('an open choice', () => {
  const clashing = async () => {
    const made = bench();
    await made.studio.load();
    made.server.overwrite(titled('Par un autre'));
    made.studio.edit('t', titled('Par moi'));
    await waitUntil(() => made.studio.clashes.length && made.recovery.kept?.clashes?.length);
    return made;
  };

  it('is there again after a crash, with both versions', async () => {
    const before = await clashing();
    const after = bench({ kept: before.recovery.kept!, plan: before.server.plan });
    await after.studio.load();
    expect(after.studio.clashes.map(({ mine, theirs }) => [mine, theirs])).to.deep.equal([
      [titled('Par moi')(PLAN).campaigns![0], titled('Par un autre')(PLAN).campaigns![0]],
    ]);
    expect(after.studio.saving.state).to.equal('conflict');
    after.studio.settle('campaigns/ouverture', 'mine');
    await waitUntil(() => isSaved(after.studio));
    expect(titleOf(after.server.plan)).to.equal('Par moi');
  });

  it('is there again without a network, and overwrites nothing', async () => {
    const before = await clashing();
    const after = bench({ kept: before.recovery.kept!, plan: before.server.plan });
    after.server.isOff = true;
    await after.studio.load();
    expect(after.studio.clashes).to.have.length(1);
  });

  it('is kept by a page that goes away at once', async () => {
    const { studio, recovery } = await clashing();
    recovery.kept = undefined;
    studio.keepNow();
    expect(recovery.kept!).to.have.property('clashes').with.length(1);
  });
});

describe('an answer that was lost', () => {
  const cut = async () => {
    const made = bench();
    await made.studio.load();
    made.server.losesAnswers = true;
    made.studio.edit('t', titled('Écr'));
    await waitUntil(() => made.studio.saving.state === 'offline');
    made.studio.edit('t', titled('Écrit'));
    return made;
  };

  it('leaves nobody in conflict with themselves', async () => {
    const { studio, server } = await cut();
    server.losesAnswers = false;
    await waitUntil(() => isSaved(studio) || studio.clashes.length);
    expect(studio.clashes).to.deep.equal([]);
    expect(titleOf(server.plan)).to.equal('Écrit');
    expect(studio.notice, 'nobody else wrote').to.equal(undefined);
    expect(studio.canUndo).to.equal(true);
  });

  it('nor after a crash', async () => {
    const before = await cut();
    await waitUntil(() => titleOf(before.recovery.kept!.plan) === 'Écrit');
    before.studio.stop();
    const after = bench({ kept: before.recovery.kept!, plan: titled('Écr')(PLAN) });
    await after.studio.load();
    expect(after.studio.clashes).to.deep.equal([]);
    await waitUntil(() => isSaved(after.studio));
    expect(titleOf(after.server.plan)).to.equal('Écrit');
  });
});

describe('two tabs', () => {
  let key: string;
  let server: FakeServer;
  let tabs: Studio[];
  let clock: number;
  beforeEach(() => {
    key = `tabs ${Math.random()}`;
    server = new FakeServer({ plan: PLAN, now: () => NOW });
    tabs = [];
    clock = NOW;
  });
  afterEach(() => tabs.forEach((tab) => tab.stop()));

  const tab = async (recovery: Recovery = browserRecovery(key)): Promise<Studio> => {
    const studio = new Studio({
      store: new ServerStore({ url: '/sentier', fetch: server.fetch }),
      recovery,
      // Two tabs may go within one millisecond: which wrote first would be chance.
      now: () => ++clock,
      delayMs: 0,
      retryMs: 20,
    });
    tabs.push(studio);
    await studio.load();
    return studio;
  };
  const written = () => new Promise((resolve) => setTimeout(resolve, 150));
  /** What the next visit finds. */
  const left = async (): Promise<readonly Kept[]> => {
    const recovery = browserRecovery(key);
    const kept = await recovery.read();
    recovery.leave();
    return kept;
  };

  it('both keep what was written while the server was away', async () => {
    const [a, b] = [await tab(), await tab()];
    server.isOff = true;
    a.edit('x', titled('De A'));
    b.edit('y', titled('De B', 1));
    await written();
    a.stop();
    // What is typed after the other is gone takes nothing from it.
    b.edit('y', titled('De B, encore', 1));
    await written();
    b.stop();
    server.isOff = false;
    const c = await tab();
    expect([titleOf(c.plan), titleOf(c.plan, 1)]).to.deep.equal(['De A', 'De B, encore']);
    expect(c.clashes).to.deep.equal([]);
    await waitUntil(() => isSaved(c));
    expect([titleOf(server.plan), titleOf(server.plan, 1)]).to.deep.equal(['De A', 'De B, encore']);
    c.stop();
    await written();
    expect(await left(), 'saved, it is kept no longer').to.deep.equal([]);
  });

  it('one that saves takes nothing from the other', async () => {
    const [a, b] = [await tab(), await tab()];
    server.isOff = true;
    a.edit('x', titled('De A'));
    await written();
    a.stop();
    server.isOff = false;
    b.edit('y', titled('De B', 1));
    await waitUntil(() => isSaved(b));
    await written();
    expect((await left()).map(({ plan }) => titleOf(plan))).to.deep.equal(['De A']);
  });

  it('what a tab that lives has not saved yet stays its own', async () => {
    const a = await tab();
    server.isOff = true;
    a.edit('x', titled('De A'));
    await written();
    expect(await left()).to.deep.equal([]);
  });

  it('two versions of one thing are both offered, on the next visit too', async () => {
    const [a, b] = [await tab(), await tab()];
    server.isOff = true;
    a.edit('x', titled('De A'));
    await written();
    b.edit('x', titled('De B'));
    await written();
    a.stop();
    b.stop();
    server.isOff = false;
    server.overwrite(titled('Par un autre'));
    for (const visit of ['first', 'second']) {
      const c = await tab();
      const mine = c.clashes.map((clash) => (clash.mine as { title: string }).title);
      expect(mine, `${visit} visit`).to.deep.equal(['De A', 'De B']);
      await written();
      c.stop();
    }
    const c = await tab();
    c.settle('campaigns/ouverture', 'mine');
    expect(c.clashes, 'then the other').to.have.length(1);
    expect((c.clashes[0]!.theirs as { title: string }).title).to.equal('De A');
    c.settle('campaigns/ouverture', 'theirs');
    await waitUntil(() => isSaved(c));
    expect(titleOf(server.plan)).to.equal('De A');
  });

  it('the last letter of a page that went away is found', async () => {
    const a = browserRecovery(key);
    await a.read();
    a.writeNow({ plan: titled('Dernière lettre')(PLAN), base: PLAN, at: NOW });
    a.leave();
    const c = await tab();
    expect(titleOf(c.plan)).to.equal('Dernière lettre');
  });
});

describe('a plan file', () => {
  const visit = async (file: PlanDocument, kept?: Kept) => {
    const recovery = memoryRecovery(kept);
    const store = new FileStore(file);
    const studio = new Studio({ store, recovery, now: () => NOW, delayMs: 0 });
    await studio.load();
    return { studio, store, recovery };
  };
  /** As a browser gives it back: nothing is the same object. */
  const copyOf = ({ kept }: { kept: Kept | undefined }): Kept => structuredClone(kept!);
  const saved = async (made: Awaited<ReturnType<typeof visit>>, change: ReturnType<typeof titled>) => {
    made.studio.edit('', change);
    made.store.export(made.studio.plan);
    made.studio.exported();
    await waitUntil(() => made.recovery.kept?.base === made.studio.plan);
    return visit({ version: 1, campaigns: [] }, copyOf(made.recovery));
  };
  const exported = async () => {
    const made = await visit(PLAN);
    made.studio.edit('', titled('Le mien'));
    await waitUntil(() => isSaved(made.studio));
    made.store.export(made.studio.plan);
    made.studio.exported();
    await waitUntil(() => made.recovery.kept?.base === made.studio.plan);
    return made;
  };

  it('that a colleague has put in place later is what one sees', async () => {
    const { studio, recovery } = await exported();
    const newer = titled('D’une collègue')(studio.plan);
    const next = await visit(newer, recovery.kept);
    expect(next.studio.plan).to.equal(newer);
    expect(next.studio.clashes).to.deep.equal([]);
    expect(next.studio.notice).to.equal(undefined);
  });

  it('that is not in place yet does not take the work away', async () => {
    const { recovery } = await exported();
    const next = await visit(PLAN, recovery.kept);
    expect(titleOf(next.studio.plan)).to.equal('Le mien');
  });

  it('that was saved is said to be saved on the next visit, under its name', async () => {
    const { studio, store, recovery } = await visit({ version: 1, campaigns: [] });
    store.open(PLAN, { name: 'plan300.json' });
    studio.edit('', () => PLAN);
    await waitUntil(() => recovery.kept?.plan === PLAN);
    const isSaid = (what: string, { studio: next, store: file }: Awaited<ReturnType<typeof visit>>) => {
      expect(next.notice, what).to.equal(undefined);
      expect(file.isExported(next.plan), what).to.equal(true);
      expect(file.sink.name, what).to.equal('plan300.json');
      expect(next.canUndo, what).to.equal(false);
    };
    const next = await visit({ version: 1, campaigns: [] }, copyOf(recovery));
    isSaid('opened', next);
    isSaid('saved', await saved(next, titled('Le mien')));
  });

  it('that was saved before the last change is said to lack it, and keeps its name', async () => {
    const { studio, store, recovery } = await visit({ version: 1, campaigns: [] });
    store.open(PLAN, { name: 'plan300.json' });
    studio.edit('', () => PLAN);
    studio.edit('', titled('Le mien'));
    await waitUntil(() => recovery.kept && titleOf(recovery.kept.plan) === 'Le mien');
    const next = await visit({ version: 1, campaigns: [] }, copyOf(recovery));
    expect(next.studio.notice?.kind).to.equal('recovered');
    expect(next.store.isExported(next.studio.plan)).to.equal(false);
    expect(next.store.sink.name).to.equal('plan300.json');
  });

  it('and what was written after it was saved become one', async () => {
    const { studio, recovery } = await exported();
    studio.edit('', titled('Le mien, encore', 1));
    await waitUntil(() => titleOf(recovery.kept!.plan, 1) === 'Le mien, encore');
    const next = await visit(titled('D’une collègue')(PLAN), recovery.kept);
    expect([titleOf(next.studio.plan), titleOf(next.studio.plan, 1)]).to.deep.equal([
      'D’une collègue',
      'Le mien, encore',
    ]);
  });

  it('and unsaved work made from an older one become one', async () => {
    const { studio, recovery } = await visit(PLAN);
    studio.edit('', titled('Le mien'));
    await waitUntil(() => isSaved(studio) && recovery.kept);
    const next = await visit(titled('D’une collègue', 1)(PLAN), recovery.kept);
    expect([titleOf(next.studio.plan), titleOf(next.studio.plan, 1)]).to.deep.equal([
      'Le mien',
      'D’une collègue',
    ]);
    expect(next.store.isExported(next.studio.plan)).to.equal(false);
  });
});

it('after two hundred steps and a merge, what comes then is undone', async () => {
  const { studio, server } = bench();
  await studio.load();
  for (let i = 0; i < 210; i++) studio.edit('', titled(`${i}`));
  server.overwrite(titled('Par un autre', 1));
  await waitUntil(() => isSaved(studio));
  expect(titleOf(studio.plan, 1)).to.equal('Par un autre');
  expect(studio.canUndo).to.equal(false);
  studio.edit('', titled('Après'));
  expect(studio.canUndo).to.equal(true);
  studio.undo();
  expect([titleOf(studio.plan), titleOf(studio.plan, 1)]).to.deep.equal(['209', 'Par un autre']);
});
