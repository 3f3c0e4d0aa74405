import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/checklist/define-checklist.js';
import '../../../src/elements/tour/define-tour.js';
import { present } from '../../../src/elements/checklist/present-checklist.js';
import type { SentierChecklist } from '../../../src/elements/checklist/sentier-checklist.js';
import type { PresentRequest } from '../../../src/engine/widget-module.js';
import { deepActiveElement } from '../../../src/platform/focus.js';
import { announce } from '../../../src/platform/natives.js';

const CONTENT = {
  title: 'Bien démarrer',
  tasks: [
    { id: 'visite', title: 'Faire la visite', do: 'tour' as const, to: 'bienvenue' },
    { id: 'lire', title: 'Lire la charte', do: 'article' as const, to: 'charte' },
    { id: 'ecrire', title: 'Écrire un message', doneWhen: { event: 'messagerie:envoye' } },
  ],
};
const texts = (list: SentierChecklist, selector: string) =>
  [...list.shadowRoot!.querySelectorAll(selector)].map((el) => el.textContent.replace(/[ \n]+/g, ' ').trim());
const press = (list: SentierChecklist, selector: string) =>
  list.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
const make = (more: Partial<SentierChecklist> = {}) =>
  fixture<SentierChecklist>(
    html`<sentier-checklist
      campaign="c"
      .content=${more.content ?? CONTENT}
      .done=${more.done ?? []}
      place=${more.place ?? 'inline'}
    ></sentier-checklist>`,
  );

describe('<sentier-checklist>', () => {
  it('says of each task whether it is done, and how many are', async () => {
    const list = await make({ done: ['lire'] });
    expect(texts(list, '.task')).to.deep.equal([
      'À faire\u00a0: Faire la visite',
      'Fait\u00a0: Lire la charte',
      'À faire\u00a0: Écrire un message',
    ]);
    expect(texts(list, '.count')).to.deep.equal(['1 sur 3']);
  });
  it('opens one task after another in a fixed order', async () => {
    const list = await make({ content: { ...CONTENT, order: 'fixed' } });
    expect(texts(list, '.sr').slice(0, 3)).to.deep.equal([
      'À faire\u00a0:',
      'Plus tard\u00a0:',
      'Plus tard\u00a0:',
    ]);
    expect(texts(list, '.go')).to.deep.equal(['Faire la visite']);
  });
  it('asks for what a task leads to', async () => {
    const list = await make();
    const asked: string[] = [];
    list.perform = (id) => Promise.resolve(!!asked.push(id));
    press(list, '.go');
    expect(asked).to.deep.equal(['bienvenue']);
  });
  it('folds and unfolds', async () => {
    const list = await make();
    press(list, '.fold');
    await list.updateComplete;
    expect(list.shadowRoot!.querySelector('.fold')!.getAttribute('aria-expanded')).to.equal('false');
    expect(list.shadowRoot!.querySelector<HTMLElement>('#body')!.hidden).to.be.true;
  });
  it('cheers once all is done, and says so', async () => {
    const list = await make({ done: ['visite', 'lire'] });
    const complete = oneEvent(list, 'sentier-complete');
    list.done = ['visite', 'lire', 'ecrire'];
    await complete;
    expect(texts(list, 'h3')).to.deep.equal(['C’est fait, bravo\u202f!']);
  });
  for (const [what, before] of [
    ['has come late', undefined],
    ['is another', { tasks: [{ id: 'autre', title: 'Autre' }] }],
  ] as const)
    it(`has nothing to cheer where its content ${what}, and all of it was done before`, async () => {
      const list = await fixture<SentierChecklist>(
        html`<sentier-checklist .content=${before}></sentier-checklist>`,
      );
      let isComplete = false;
      list.addEventListener('sentier-complete', () => (isComplete = true));
      list.folded = true;
      list.content = CONTENT;
      list.done = ['visite', 'lire', 'ecrire'];
      await list.updateComplete;
      expect([isComplete, list.folded, texts(list, '[role=status]')]).to.deep.equal([false, true, ['']]);
    });
  it('keeps the place of who begins a tour from the corner by keyboard, and leaves that by Escape', async () => {
    const list = await make({ place: 'corner' });
    const tour = document.createElement('sentier-tour');
    tour.content = { steps: [{ title: 'Un' }] };
    list.perform = () => {
      document.documentElement.append(tour);
      return Promise.resolve(tour.start());
    };
    list.shadowRoot!.querySelector<HTMLElement>('.go')!.focus();
    await sendKeys({ press: 'Enter' });
    await tour.updateComplete;
    await list.updateComplete;
    expect(tour.isOpen).to.be.true;
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !tour.isOpen);
    tour.remove();
    expect(deepActiveElement() === list.shadowRoot!.querySelector('.fold')).to.be.true;
  });
  for (const place of ['inline', 'corner'] as const)
    it(`has no accessibility fault ${place}`, async () => {
      const list = await make({ place, done: ['lire'] });
      await expect(list).to.be.accessible();
    });
});

describe('presenting a checklist', () => {
  it('keeps what was done by a tour, by reading and by a host event, and ends when all is', async () => {
    const strings = new Map<string, string>();
    const log: unknown[] = [];
    const presented = await present({
      campaign: { id: 'c', kind: 'checklist', version: 1, content: CONTENT },
      content: CONTENT,
      plan: { version: 1, campaigns: [] },
      context: { user: { profiles: ['National_ELV'] } },
      locales: ['fr'],
      theme: {},
      manual: true,
      progress: undefined,
      session: { get: (key: string) => strings.get(key), set: () => undefined },
      report: ({ type, step }: { type: string; step?: string }) => log.push(step ? [type, step] : type),
      send: () => Promise.resolve('none'),
      show: () => Promise.resolve(true),
      closed: () => log.push('closed'),
      fail: (error: unknown) => log.push(['fail', String(error)]),
    } as unknown as PresentRequest);
    const list = document.querySelector<SentierChecklist>('sentier-checklist')!;
    expect(list.getAttribute('audience'), 'a pupil, by a national code').to.equal('pupil');
    announce('sentier-emit', { name: 'messagerie:envoye' });
    strings.set(
      'progress',
      JSON.stringify({
        campaigns: { bienvenue: { version: 1, status: 'completed', ended: 'completed', shown: 1, at: 1 } },
      }),
    );
    announce('sentier-complete');
    await list.updateComplete;
    expect(texts(list, '.count')).to.deep.equal(['2 sur 3']);
    press(list, '.go');
    await waitUntil(() => log.includes('completed'));
    expect(log).to.deep.equal([
      'shown',
      ['step', 'ecrire'],
      ['clicked', 'article:help/charte'],
      ['step', 'lire'],
      'completed',
    ]);
    presented.close();
    expect(document.querySelector('sentier-checklist')).to.be.null;
  });
});
