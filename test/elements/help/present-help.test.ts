import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import type { Outcome, Progress } from '../../../src/core/types.js';
import { present } from '../../../src/elements/help/present-help.js';
import type { PresentRequest, Presented } from '../../../src/engine/widget-module.js';
import { deepActiveElement } from '../../../src/platform/focus.js';
import type { SentierHelp } from '../../../src/elements/help/sentier-help.js';
import { CONTEXT, PLAN, TOUR, fakeEngine, provide } from '../../../stories/help/help-fixtures.js';
import { focused, isOpen, launchOf, opened, press } from './helpers.js';

interface Log {
  reported: Outcome[];
  closed: number;
  failed: unknown[];
}

// The script answers at the document, for all of the page.
const engine = fakeEngine();
provide(document.documentElement, engine);

function requestOf(rest: Partial<PresentRequest> = {}): [PresentRequest, Log] {
  const log: Log = { reported: [], closed: 0, failed: [] };
  const request = {
    campaign: { ...TOUR, id: 'help', kind: 'help' } as unknown as PresentRequest['campaign'],
    content: {},
    plan: PLAN,
    context: CONTEXT,
    locales: ['fr'],
    theme: {},
    manual: false,
    progress: undefined,
    session: { get: () => undefined, set: () => undefined },
    report: (outcome: Outcome) => void log.reported.push(outcome),
    send: () => Promise.resolve('none' as const),
    show: () => Promise.resolve(true),
    closed: () => log.closed++,
    fail: (error: unknown) => void log.failed.push(error),
    ...rest,
  } satisfies PresentRequest;
  return [request, log];
}

const helpInPage = (): SentierHelp => document.querySelector('sentier-help')!;

describe('presenting help', () => {
  let presented: Presented | undefined;
  afterEach(() => {
    presented?.close();
    engine.path = '/messagerie/';
    engine.person = CONTEXT;
  });

  it('puts one button on the page, outside its body', async () => {
    presented = await present(requestOf()[0]);
    await helpInPage().updateComplete;
    expect(document.querySelectorAll('sentier-help').length).to.equal(1);
    expect(helpInPage().parentElement).to.equal(document.documentElement);
    expect(launchOf(helpInPage()).innerText.trim()).to.equal('Aide');
  });

  it('puts it into the page’s own place where the plan asks for that, else where it always is', async () => {
    const plan = { ...PLAN, settings: { ...PLAN.settings, help: { place: 'inline' } } } as typeof PLAN;
    const bar = await fixture<HTMLElement>(html`<nav><div></div></nav>`);
    for (const [name, parent, place] of [
      ['ailleurs', document.documentElement, 'bottom-end'],
      ['help', bar.firstElementChild, 'inline'],
    ] as const) {
      bar.firstElementChild!.setAttribute('data-sentier-place', name);
      presented = await present(requestOf({ plan })[0]);
      expect([helpInPage().parentElement, helpInPage().place], name).to.deep.equal([parent, place]);
      presented.close();
    }
  });

  it('puts the hints of this page beside their targets, and takes them away', async () => {
    await fixture(html`<div><label for="to">À</label><input id="to" /></div>`);
    const [request, log] = requestOf();
    presented = await present(request);
    await waitUntil(() =>
      document.querySelector('sentier-hint')?.shadowRoot?.querySelector('.mark.floating'),
    );
    document.querySelector('sentier-hint')!.shadowRoot!.querySelector<HTMLElement>('.mark')!.click();
    expect(log.reported.map(({ type, step }) => [type, step])).to.deep.equal([
      ['clicked', 'hint:destinataire'],
    ]);
    presented.close();
    await waitUntil(() => !document.querySelector('sentier-hint,sentier-help'));
  });

  it('is made for pupils, its hints too, in whatever words the page says that they are', async () => {
    await fixture(html`<div><label for="to">À</label><input id="to" /></div>`);
    presented = await present(requestOf({ context: { user: { profiles: ['National_ELV'] } } })[0]);
    await waitUntil(() => document.querySelector('sentier-hint'));
    for (const name of ['sentier-help', 'sentier-hint'])
      expect(document.querySelector(name)!.getAttribute('audience'), name).to.equal('pupil');
  });

  it('counts what is opened, read and found useful', async () => {
    const [request, log] = requestOf();
    presented = await present(request);
    const box = await opened(helpInPage(), 'ecrire');
    press(box, 'Oui');
    expect(log.reported).to.deep.equal([
      { type: 'shown', campaign: 'help', kind: 'help', version: 1 },
      { type: 'step', campaign: 'help', kind: 'help', version: 1, step: 'ecrire' },
      { type: 'answered', campaign: 'help', kind: 'help', version: 1, step: 'ecrire:yes' },
    ]);
  });

  it('opens when the engine asks, at an article too', async () => {
    presented = await present(requestOf({ open: '' })[0]);
    await waitUntil(() => isOpen(helpInPage()));
    presented.open?.('piece-jointe');
    await waitUntil(() => focused() === 'Joindre une photo ou un document');
  });

  it('opens inside the page’s modal dialog when it is asked for in there', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><button>Ici</button></dialog>`);
    dialog.showModal();
    presented = await present(requestOf()[0]);
    dialog.querySelector('button')!.focus();
    presented.open?.('');
    await waitUntil(() => isOpen(helpInPage()) && deepActiveElement()?.id === 'query');
    expect(helpInPage().parentElement).to.equal(dialog);
    helpInPage().close();
    await waitUntil(() => helpInPage().parentElement === document.documentElement);
    await waitUntil(() => focused() === 'Ici', 'the focus is back in the dialog');
    dialog.close();
  });

  it('has no button where the plan wants none, or where there is nothing to show', async () => {
    const plan = { ...PLAN, settings: { help: { button: false } } };
    presented = await present(requestOf({ plan })[0]);
    await helpInPage().updateComplete;
    expect(helpInPage().shadowRoot!.querySelector('.launch')).to.equal(null);
    presented.close();
    engine.person = { user: { profiles: ['pupil'] } };
    const nothing = fakeEngine({ ...PLAN, campaigns: [], help: {} });
    const page = await fixture<HTMLElement>(html`<div></div>`);
    provide(page, nothing);
    const help = document.createElement('sentier-help');
    page.append(help);
    presented = await present(requestOf({ plan: nothing.plan()! })[0]);
    expect(help.selected.articles).to.deep.equal([]);
  });

  it('shows how many news were not met, until they have been', async () => {
    const plan = {
      ...PLAN,
      campaigns: [
        {
          id: 'travaux',
          kind: 'banner' as const,
          schedule: { start: '2026-11-20' },
          content: { title: 'Interruption dimanche' },
        },
      ],
    };
    let progress: Progress = { campaigns: {} };
    const own = Object.assign(fakeEngine(plan), {
      now: () => Date.UTC(2026, 10, 23),
      progress: () => progress,
    });
    const page = await fixture<HTMLElement>(html`<div></div>`);
    provide(page, own);
    const help = document.createElement('sentier-help');
    page.append(help);
    presented = await present(requestOf({ plan })[0]);
    await waitUntil(() => help.unread === 1, 'one is unread');
    await help.updateComplete;
    expect(launchOf(help).textContent).to.contain('1 nouveauté');
    const box = await opened(help);
    // Chromium leaves a space that is a text of its own out of the button's name.
    const texts = [...box.querySelector('.count')!.parentElement!.childNodes].map(
      ({ nodeValue }) => nodeValue,
    );
    expect(texts).to.include('Les nouveautés ');
    press(box, 'Les nouveautés');
    expect(own.shown).to.deep.equal(['news']);
    progress = {
      campaigns: { travaux: { version: 1, status: 'dismissed', at: Date.UTC(2026, 10, 23) } },
    } as never;
    page.dispatchEvent(new Event('sentier-show', { bubbles: true }));
    await waitUntil(() => help.unread === 0, 'none is unread');
  });

  it('suggests first what is for something that is to be seen on the page', async () => {
    const help = {
      articles: [
        { id: 'service', title: 'Le service', body: 'x', services: ['messagerie'] },
        { id: 'brouillon', title: 'Le brouillon', body: 'x', present: { role: 'button', name: 'Envoyer' } },
        { id: 'ailleurs', title: 'Ailleurs', body: 'x', present: '#nulle-part' },
      ],
    };
    const plan = { ...PLAN, help };
    const page = await fixture<HTMLElement>(html`<div><button>Envoyer</button></div>`);
    provide(page, fakeEngine(plan));
    const mine = document.createElement('sentier-help');
    page.append(mine);
    presented = await present(requestOf({ plan })[0]);
    await opened(mine);
    const { articles, here } = mine.selected;
    expect(articles.slice(0, here).map(({ id }) => id)).to.deep.equal(['brouillon', 'service']);
    mine.close();
    page.querySelector('button')!.remove();
    await opened(mine);
    expect(mine.selected.articles.slice(0, mine.selected.here).map(({ id }) => id)).to.deep.equal([
      'service',
    ]);
  });

  it('calls services what the plan calls them, and others by their id', async () => {
    const help = {
      articles: ['messagerie', 'cahier-de-textes', 'constructor'].map((service) => ({
        id: service,
        title: service,
        body: 'x',
        services: [service],
      })),
    };
    const plan = { ...PLAN, help, settings: { services: { messagerie: { fr: 'Courriels' } } } };
    const page = await fixture<HTMLElement>(html`<div></div>`);
    provide(page, fakeEngine(plan));
    const mine = document.createElement('sentier-help');
    page.append(mine);
    presented = await present(requestOf({ plan })[0]);
    const box = await opened(mine);
    expect([...box.querySelectorAll('summary')].map((one) => one.textContent?.trim())).to.deep.equal([
      'Courriels (1)',
      'Cahier de textes (1)',
      'Constructor (1)',
    ]);
  });

  it('uses the help that the page wrote by hand', async () => {
    const mine = await fixture<SentierHelp>(html`<sentier-help place="inline"></sentier-help>`);
    const [request, log] = requestOf();
    presented = await present(request);
    expect(document.querySelectorAll('sentier-help').length).to.equal(1);
    presented.open?.('ecrire');
    await waitUntil(() => isOpen(mine));
    expect(log.reported.map(({ type }) => type)).to.deep.equal(['shown', 'step']);
    presented.close();
    expect(mine.isConnected).to.equal(true);
  });

  it('closes once, and leaves the page as it was', async () => {
    const before = document.documentElement.outerHTML;
    const [request, log] = requestOf();
    presented = await present(request);
    presented.close();
    presented.close();
    await waitUntil(() => document.documentElement.outerHTML === before);
    expect([log.closed, log.failed]).to.deep.equal([1, []]);
  });
});
