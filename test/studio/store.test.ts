import { expect } from '@open-wc/testing';
import { begin, record, redo, undo } from '../../src/studio/store/history.js';
import { merge, settle } from '../../src/studio/store/merge.js';
import { partsOf, planOf } from '../../src/studio/store/parts.js';
import { freeId, moved, setIn } from '../../src/studio/store/paths.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { bench, PLAN } from '../../stories/studio/studio-fixtures.js';

const titled = (plan: PlanDocument, title: string): PlanDocument =>
  setIn(plan, ['campaigns', 0, 'title'], title);
const ids = (plan: PlanDocument) => plan.campaigns?.map(({ id }) => id);

describe('a change of one place', () => {
  const rows: [name: string, from: unknown, path: (string | number)[], value: unknown, to: unknown][] = [
    ['sets a field', { a: 1 }, ['b'], 2, { a: 1, b: 2 }],
    ['makes the objects on the way', {}, ['a', 'b'], 1, { a: { b: 1 } }],
    ['goes into lists', { a: [{ b: 1 }, { b: 2 }] }, ['a', 1, 'b'], 3, { a: [{ b: 1 }, { b: 3 }] }],
    ['takes a field away', { a: 1, b: 2 }, ['b'], undefined, { a: 1 }],
    [
      'takes away the objects that it leaves empty',
      { a: { b: { c: 1 } }, d: 1 },
      ['a', 'b', 'c'],
      undefined,
      { d: 1 },
    ],
    ['keeps an empty object that was meant', {}, ['a'], {}, { a: {} }],
  ];
  for (const [name, from, path, value, to] of rows)
    it(name, () => {
      const before = JSON.stringify(from);
      expect(setIn(from, path, value)).to.deep.equal(to);
      expect(JSON.stringify(from), 'what was is as it was').to.equal(before);
    });

  it('leaves the rest the same objects', () => {
    const next = titled(PLAN, 'Autre');
    expect(next.campaigns![1]).to.equal(PLAN.campaigns![1]);
    expect(next.help).to.equal(PLAN.help);
  });
});

describe('ids and order', () => {
  const rows: [string, string[], string][] = [
    ['Rentrée 2026\u202f!', [], 'rentree-2026'],
    ['opening', ['opening', 'opening-2'], 'opening-3'],
    ['…', [], 'sans-titre'],
  ];
  for (const [wish, taken, id] of rows)
    it(`«\u00a0${wish}\u00a0» → ${id}`, () => expect(freeId(wish, taken)).to.equal(id));
  it('moves one item', () => expect(moved(['a', 'b', 'c'], 0, 2)).to.deep.equal(['b', 'c', 'a']));
});

describe('undo and redo', () => {
  it('takes what was typed into one field in one go, and after a pause anew', () => {
    let history = begin('a');
    history = record(history, 'ab', 'title', 0);
    history = record(history, 'abc', 'title', 500);
    history = record(history, 'abcd', 'title', 5000);
    history = undo(history);
    expect(history.present).to.equal('abc');
    history = undo(history);
    expect(history.present).to.equal('a');
    expect(redo(redo(history)).present).to.equal('abcd');
  });
  it('another field is another step', () => {
    const history = record(record(begin('a'), 'ab', 'title', 0), 'abc', 'body', 1);
    expect(undo(history).present).to.equal('ab');
  });
  it('a change after an undo forgets what was undone', () => {
    const history = record(undo(record(begin('a'), 'b', '', 0)), 'c', '', 1);
    expect(redo(history).present).to.equal('c');
  });
});

describe('a plan in parts', () => {
  it('comes back whole', () => {
    const parts = new Map([...partsOf(PLAN)].map(([key, { value }]) => [key, value]));
    expect(planOf(PLAN, parts)).to.deep.equal(PLAN);
  });
});

describe('two people’s changes', () => {
  it('of different things become one', () => {
    const mine = titled(PLAN, 'Le mien');
    const theirs = setIn<PlanDocument>(PLAN, ['campaigns', 1, 'title'], 'Le leur');
    const { plan, clashes, taken } = merge(PLAN, mine, theirs);
    expect(plan.campaigns!.slice(0, 2).map(({ title }) => title)).to.deep.equal(['Le mien', 'Le leur']);
    expect(clashes).to.deep.equal([]);
    expect(taken).to.deep.equal(['campaigns/messagerie']);
  });
  it('of one thing clash, and nothing is chosen', () => {
    const { clashes } = merge(PLAN, titled(PLAN, 'Le mien'), titled(PLAN, 'Le leur'));
    expect(clashes.map(({ key }) => key)).to.deep.equal(['campaigns/ouverture']);
  });
  it('that are the same do not clash', () => {
    expect(merge(PLAN, titled(PLAN, 'Pareil'), titled(PLAN, 'Pareil')).clashes).to.deep.equal([]);
  });
  it('keep what one added, and lose what one took away', () => {
    const campaign = { ...PLAN.campaigns![0]!, id: 'neuve' };
    const mine = { ...PLAN, campaigns: [...PLAN.campaigns!, campaign] };
    const theirs = { ...PLAN, campaigns: PLAN.campaigns!.filter(({ id }) => id !== 'maintenance') };
    const { plan, clashes } = merge(PLAN, mine, theirs);
    expect(ids(plan)).to.include('neuve').and.not.include('maintenance');
    expect(clashes).to.deep.equal([]);
  });
  it('taken away here and changed there clash', () => {
    const mine = { ...PLAN, campaigns: PLAN.campaigns!.slice(1) };
    const { clashes, plan } = merge(PLAN, mine, titled(PLAN, 'Le leur'));
    expect(clashes).to.have.length(1);
    expect(ids(settle(plan, clashes[0]!.key, clashes[0]!.mine))).to.not.include('ouverture');
    expect(ids(settle(plan, clashes[0]!.key, clashes[0]!.theirs))).to.include('ouverture');
  });
});

describe('nothing typed is lost', () => {
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  it('a change is in the browser before the server has it, and the browser’s copy goes once the server has it', async () => {
    const { studio, recovery, server } = bench({ delayMs: 5000 });
    await studio.load();
    studio.edit('t', (plan) => titled(plan, 'Neuf'));
    await until(() => recovery.kept !== undefined);
    expect(recovery.kept!.plan.campaigns![0]!.title).to.equal('Neuf');
    expect(server.plan.campaigns![0]!.title).to.equal('Ouverture de l’ENT');
    await studio.save();
    expect(server.plan.campaigns![0]!.title).to.equal('Neuf');
    expect(recovery.kept).to.equal(undefined);
  });

  it('without a network it says so, keeps, and sends when the network is back', async () => {
    const { studio, recovery, server } = bench();
    await studio.load();
    server.isOff = true;
    studio.edit('t', (plan) => titled(plan, 'Hors ligne'));
    await until(() => studio.saving.state === 'offline');
    expect(recovery.kept!.plan.campaigns![0]!.title).to.equal('Hors ligne');
    server.isOff = false;
    await until(() => studio.saving.state === 'saved');
    expect(server.plan.campaigns![0]!.title).to.equal('Hors ligne');
  });

  it('after a crash what was typed is found again, and sent', async () => {
    const before = bench({ delayMs: 5000 });
    await before.studio.load();
    before.studio.edit('t', (plan) => titled(plan, 'Avant la panne'));
    await until(() => before.recovery.kept !== undefined);
    const after = bench({ kept: before.recovery.kept! });
    await after.studio.load();
    expect(after.studio.notice?.kind).to.equal('recovered');
    await until(() => after.studio.saving.state === 'saved');
    expect(after.server.plan.campaigns![0]!.title).to.equal('Avant la panne');
  });

  it('a page that goes away leaves its last letter', async () => {
    const { studio, recovery } = bench({ delayMs: 5000 });
    await studio.load();
    studio.edit('t', (plan) => titled(plan, 'Dernière lettre'));
    studio.keepNow();
    expect(recovery.kept!.plan.campaigns![0]!.title).to.equal('Dernière lettre');
  });

  it('two editors of different things both keep theirs', async () => {
    const { studio, server } = bench();
    await studio.load();
    server.overwrite((plan) => setIn(plan, ['campaigns', 1, 'title'], 'Par un autre'));
    studio.edit('t', (plan) => titled(plan, 'Par moi'));
    await until(() => studio.saving.state === 'saved' && !studio.isDirty);
    expect(server.plan.campaigns!.slice(0, 2).map(({ title }) => title)).to.deep.equal([
      'Par moi',
      'Par un autre',
    ]);
    expect(studio.notice).to.deep.equal({ kind: 'merged', count: 1 });
  });

  it('two editors of one thing see both, and what is chosen is saved', async () => {
    const { studio, server } = bench();
    await studio.load();
    server.overwrite((plan) => titled(plan, 'Par un autre'));
    studio.edit('t', (plan) => titled(plan, 'Par moi'));
    await until(() => studio.clashes.length === 1);
    expect(studio.canWrite, 'nothing more is written meanwhile').to.equal(false);
    studio.settle('campaigns/ouverture', 'mine');
    await until(() => studio.saving.state === 'saved' && !studio.isDirty);
    expect(server.plan.campaigns![0]!.title).to.equal('Par moi');
  });

  it('what another wrote is not undone here', async () => {
    const { studio, server } = bench();
    await studio.load();
    server.overwrite((plan) => setIn(plan, ['campaigns', 1, 'title'], 'Par un autre'));
    studio.edit('t', (plan) => titled(plan, 'Par moi'));
    await until(() => studio.saving.state === 'saved' && !studio.isDirty);
    expect(studio.canUndo).to.equal(false);
  });

  it('a refusal is said, and the work kept', async () => {
    const { studio, server, recovery } = bench();
    await studio.load();
    server.status = 403;
    studio.edit('t', (plan) => titled(plan, 'Refusé'));
    await until(() => studio.saving.state === 'failed');
    expect(recovery.kept!.plan.campaigns![0]!.title).to.equal('Refusé');
  });
});
