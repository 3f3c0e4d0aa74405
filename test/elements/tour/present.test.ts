import { expect, fixture, waitUntil } from '@open-wc/testing';
import { prepare, present } from '../../../src/elements/tour/present-tour.js';
import { REACTION_MS } from '../../../src/elements/primitives/reaction.js';
import type { TourContent } from '../../../src/model/schema/tour.js';
import { nextTask } from '../../../src/platform/next-task.js';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import { $, buttonOf, cleanUp, focused, press, shows } from './helpers.js';
import { requestFor } from './request-for.js';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';

const CONTENT: TourContent = {
  intro: { title: { fr: 'Découvrir', en: 'Discover' } },
  steps: [
    { id: 'a', target: '#compose', title: 'Un' },
    { id: 'x', target: '#never', title: 'Jamais', missing: 'skip' },
    { id: 'b', target: '#inbox', title: 'Deux' },
  ],
};

/** Its first card is told without the machine. */
const PLAIN: TourContent = { steps: CONTENT.steps.filter(({ missing }) => !missing) };

const tour = (): SentierTour => $('sentier-tour');

describe('tour: for the engine', () => {
  beforeEach(() => fixture(messagingPage()));
  afterEach(cleanUp);

  it('reports each outcome, and closes once', async () => {
    const { request, said, outcomes } = requestFor(CONTENT);
    await present(request);
    buttonOf(tour(), 'Commencer').click();
    tour().next();
    await shows(tour(), 'Deux');
    tour().next();
    expect(said).to.deep.equal(['shown', 'started', 'step:a', 'missing:x', 'step:b', 'completed', 'closed']);
    expect(outcomes[0]).to.deep.equal({ type: 'shown', campaign: 'messagerie', kind: 'tour', version: 3 });
    expect(document.querySelector('sentier-tour')).to.equal(null);
  });

  it('goes on with the card that was painted, where all was prepared', async () => {
    const { request, said } = requestFor(PLAIN);
    await prepare!(request);
    expect(document.querySelector('sentier-tour'), 'nothing is shown').to.equal(null);
    await present(request);
    expect(focused(tour())).to.equal('card');
    const nodes = [...tour().shadowRoot!.querySelectorAll('*')];
    await waitUntil(() => said.includes('step:a'));
    expect(nodes.every((node) => node.isConnected)).to.be.true;
    expect(said).to.deep.equal(['shown', 'started', 'step:a']);
    tour().leave();
    await present(requestFor(CONTENT).request);
    await shows(tour(), 'Découvrir');
  });

  it('makes one ready for all that wait', async () => {
    const { request } = requestFor(PLAIN);
    const made = new Set<Node>();
    const observer = new MutationObserver((records) =>
      records.forEach(({ addedNodes }) => addedNodes.forEach((node) => made.add(node))),
    );
    observer.observe(document.documentElement, { childList: true });
    await Promise.all([prepare!(request), prepare!(request)]);
    observer.disconnect();
    expect([...made].map((node) => node.nodeName)).to.deep.equal(['SENTIER-TOUR']);
  });

  it('does what a first card can do without only once there was time to act on it', async () => {
    const { request } = requestFor(PLAIN);
    await prepare!(request);
    await present(request);
    const seen = performance.now();
    expect(tour().isOpen, 'the class goes on later').to.be.false;
    await waitUntil(() => tour().isOpen);
    expect(performance.now() - seen).to.be.greaterThan(REACTION_MS - 5);
  });

  it('is over once, when it is taken away while that is waited for', async () => {
    const { request, said } = requestFor(PLAIN);
    await prepare!(request);
    const { close } = await present(request);
    await waitUntil(() => said.includes('shown'));
    const gone: string[] = [];
    tour().addEventListener('close', () => gone.push('close'));
    close();
    // It waits in a timer, set before this one.
    await nextTask();
    await nextTask(REACTION_MS);
    expect(said).to.deep.equal(['shown', 'closed']);
    expect(gone).to.deep.equal(['close']);
  });

  it('is over when the page takes it out while it is being put in its place', async () => {
    const { request, said } = requestFor(PLAIN);
    await prepare!(request);
    const presenting = present(request);
    await new Promise((done) =>
      new MutationObserver(done).observe(document.documentElement, { childList: true }),
    );
    tour().remove();
    await presenting;
    await waitUntil(() => said.includes('closed'));
    expect(said).to.deep.equal(['shown', 'closed']);
    expect(document.activeElement).to.equal(document.body);
  });

  it('can be taken away as soon as it is to be seen, before all of it has come', async () => {
    const { request, said } = requestFor({ steps: [{ title: 'Un' }, { title: 'Deux' }] });
    const { close } = await present(request);
    expect(said, 'it is still to be painted').to.eql([]);
    close();
    expect(document.querySelector('sentier-tour')).to.equal(null);
    expect(said).to.eql(['shown', 'closed']);
  });

  it('takes up an unfinished run at its step, without intro', async () => {
    const { request, said } = requestFor(CONTENT, {
      progress: { version: 3, status: 'started', step: 'b', shown: 1, at: 0 },
    });
    await present(request);
    await shows(tour(), 'Deux');
    expect(said).to.deep.equal(['shown', 'step:b']);
  });

  it('asks again when the step to take up is gone', async () => {
    const { request } = requestFor(CONTENT, {
      progress: { version: 3, status: 'started', step: 'old', shown: 1, at: 0 },
    });
    await present(request);
    await shows(tour(), 'Découvrir');
  });

  it('puts off until tomorrow', async () => {
    const { request, said, outcomes } = requestFor(CONTENT);
    await present(request);
    buttonOf(tour(), 'Plus tard').click();
    expect(said).to.deep.equal(['shown', 'snoozed', 'closed']);
    expect(outcomes[1]!.until).to.be.closeTo(Date.now() + 864e5, 5000);
  });

  it('is dismissed by "no thanks"', async () => {
    const { request, said } = requestFor(CONTENT);
    await present(request);
    buttonOf(tour(), 'Non merci').click();
    expect(said).to.deep.equal(['shown', 'dismissed', 'closed']);
  });

  it('goes without an outcome when the engine closes it, twice over', async () => {
    const { request, said } = requestFor(CONTENT);
    const presented = await present(request);
    presented.close();
    presented.close();
    expect(said).to.deep.equal(['shown', 'closed']);
  });

  it('closes at once when the host refuses', async () => {
    const refuse = (event: Event) => event.preventDefault();
    addEventListener('sentier-before-show', refuse, { once: true });
    const { request, said } = requestFor(CONTENT);
    await present(request);
    expect(said).to.deep.equal(['closed']);
    expect(document.querySelector('sentier-tour')).to.equal(null);
  });

  it('waits out of the way when the step to take up is of another page', async () => {
    const content = { steps: [{ id: 'far', page: '/notes/', title: 'Loin' }] };
    $('#search').focus();
    const { request, said } = requestFor(content, {
      progress: { version: 3, status: 'started', step: 'far', shown: 1, at: 0 },
    });
    await present(request);
    await shows(tour(), 'La visite continue sur une autre page');
    expect(buttonOf(tour(), 'Aller à cette page').getAttribute('href')).to.equal('/notes/');
    expect(focused(tour())).to.equal('search');
    await press('Escape');
    expect(said).to.deep.equal(['shown', 'step:far', 'dismissed', 'closed']);
  });

  for (const [name, content, words] of [
    ['no content', undefined, 'content.steps: at least one step'],
    ['no steps', { steps: [] }, 'content.steps: at least one step'],
    ['a step that is none', { steps: [{ title: 'Un' }, 'deux'] }, 'content.steps[1]'],
  ] as const) {
    it(`says what is wrong: ${name}`, async () => {
      const { request, said, faults } = requestFor(content);
      await present(request);
      expect(faults[0]).to.contain('tour "messagerie"').and.to.contain(words);
      expect(said).to.deep.equal(['closed']);
    });
  }

  it('stays with the page when steps are of no use', async () => {
    const { request, said } = requestFor({ steps: [{ target: '#a:r5:', missing: 'skip' }] });
    await present(request);
    await waitUntil(() => said.includes('closed'));
    expect(said).to.deep.equal(['shown', 'started', 'missing:1', 'closed']);
  });

  it('reads in simple words for who chose them, and keeps the choice for the session', async () => {
    const kept = new Map<string, string | undefined>([['tour:simple', '1']]);
    const session = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string | undefined) => void kept.set(key, value),
    };
    const title = { fr: 'Écrire un message', 'fr-x-simple': 'J’écris' };
    const { request } = requestFor({ steps: [{ target: '#compose', title }] }, { session });
    await present(request);
    await shows(tour(), 'J’écris');
    // With what comes after the paint.
    await waitUntil(() => tour().keepSimplified);
    tour().keepSimplified!(false);
    expect(kept.get('tour:simple')).to.equal('0');
  });

  it('knows whom a branch is for', async () => {
    const next = [
      { to: 'pupil', audience: { profiles: ['pupil'] } },
      { to: 'teacher', audience: { profiles: ['teacher'] } },
    ];
    const steps = [
      { id: 'a', title: 'Un', next },
      { id: 'pupil', title: 'Élève' },
      { id: 'teacher', title: 'Prof' },
    ];
    const { request } = requestFor({ steps });
    await present(request);
    await shows(tour(), 'Un');
    tour().next();
    await shows(tour(), 'Prof');
  });

  it('offers the way to a page on three pages, then puts the tour off until tomorrow', async () => {
    const kept = new Map<string, string | undefined>();
    const session = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string | undefined) => void kept.set(key, value),
    };
    const content = { steps: [{ id: 'far', page: '/notes/', title: 'Loin' }] };
    const progress = { version: 3, status: 'started', step: 'far', shown: 1, at: 0 } as const;
    for (let page = 1; page <= 3; page++) {
      const { request } = requestFor(content, { session, progress });
      const presented = await present(request);
      await shows(tour(), 'La visite continue sur une autre page');
      presented.close();
    }
    const { request, said } = requestFor(content, { session, progress });
    await present(request);
    await waitUntil(() => said.includes('closed'));
    expect(said).to.deep.equal(['shown', 'snoozed', 'closed']);
  });

  it('in a demonstration begins where the address says, and keeps nothing', async () => {
    const before = location.href;
    history.replaceState({}, '', '?sentier-demo=messagerie&sentier-step=b');
    try {
      const { request, said } = requestFor(CONTENT);
      await present(request);
      await shows(tour(), 'Deux');
      expect(tour().hasAttribute('presenter')).to.be.true;
      tour().next();
      expect(said).to.deep.equal(['closed']);
    } finally {
      history.replaceState({}, '', before);
    }
  });
});
