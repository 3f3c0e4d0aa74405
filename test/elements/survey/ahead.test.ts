/*
 * A survey of the plan whose first page is painted before its element is defined. Each test has a page of its own, in a
 * frame: an element is defined but once. Nothing here may import what defines it.
 */
import { expect, waitUntil } from '@open-wc/testing';
import type { Outcome } from '../../../src/core/types.js';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import type { Presented, PresentRequest, WidgetModule } from '../../../src/engine/widget-module.js';
import { HAS_LOGIC } from '../../../src/elements/survey/ahead.js';
import { SCALE_AND_CHOICE } from './ahead-fixtures.js';
import { requestFor } from './request-for.js';

const SRC = new URL('../../../src/', import.meta.url).href;
const MORE = ['ts', 'js'].map((end) => `${SRC}elements/survey/present-more.${end}`);

interface PageWindow extends Window {
  present: WidgetModule['present'];
  prepare: WidgetModule['prepare'];
  setInterfaceLocale(wanted: readonly string[]): Promise<void>;
  customElements: CustomElementRegistry;
}

let frame: HTMLIFrameElement;

/** A page with a button that has the focus. `imports`: what the browser finds elsewhere. */
async function newPage(imports: Record<string, string> = {}) {
  frame = document.createElement('iframe');
  frame.style.cssText = 'width: 900px; height: 700px';
  const ready = new Promise((done) => (frame.onload = done));
  frame.srcdoc = `<!doctype html><html lang="fr"><script type="importmap">${JSON.stringify({ imports })}</script>
    <main><button>De la page</button></main><div data-sentier-place="ici"></div>
    <script type="module">
      import { prepare, present } from '${SRC}elements/survey/present-survey.ts';
      import { setInterfaceLocale } from '${SRC}locales/msg.ts';
      Object.assign(window, { prepare, present, setInterfaceLocale });
    </script></html>`;
  document.body.append(frame);
  await ready;
  const win = frame.contentWindow as unknown as PageWindow;
  await waitUntil(() => win.present, 'the page has its script', { timeout: 5000 });
  let paint: () => void = () => undefined;
  const painted = new Promise<void>((done) => (paint = done));
  win.requestAnimationFrame = (act) => (void painted.then(() => act(0)), 0);
  const doc = win.document;
  const button = doc.querySelector('button')!;
  button.focus();
  const survey = (): SentierSurvey | null => doc.querySelector('sentier-survey');
  return { win, doc, button, paint, survey, isDefined: () => !!win.customElements.get('sentier-survey') };
}
type Page = Awaited<ReturnType<typeof newPage>>;

const engine = (content: object = {}, more: Partial<PresentRequest> = {}) =>
  requestFor('avis', { ...SCALE_AND_CHOICE, ...content }, more);

const find = <E extends HTMLElement = HTMLElement>({ survey }: Page, selector: string): E =>
  survey()!.shadowRoot!.querySelector<E>(selector)!;
const focused = ({ survey }: Page): Element | null => survey()!.shadowRoot!.activeElement;
const words = (page: Page, selector: string): string => find(page, selector).textContent!.trim();
/** Done once all is there that goes on with it. */
async function takenOver(page: Page): Promise<void> {
  page.paint();
  await waitUntil(() => find(page, 'details li'), 'it is taken over', { timeout: 5000 });
}
const asks = (page: Page): Promise<void> =>
  waitUntil(() => find(page, '.over'), 'it asks', { timeout: 5000 });
const pause = (ms = 100): Promise<void> => new Promise((done) => setTimeout(done, ms));
/** Events of ours that the page hears. */
function heard({ doc }: Page): string[] {
  const types: string[] = [];
  for (const type of ['before-show', 'show', 'before-dismiss', 'dismiss', 'snooze', 'error'])
    doc.addEventListener(`sentier-${type}`, () => types.push(type));
  return types;
}

async function open(content?: object, more?: Partial<PresentRequest>, imports?: Record<string, string>) {
  const page = await newPage(imports);
  const events = heard(page);
  const told = engine(content, more);
  const presented: Presented = await page.win.present(told.request);
  return { page, events, presented, ...told };
}

afterEach(() => frame.remove());

describe('a survey’s first page, ahead of its element', () => {
  for (const display of ['corner', 'modal', 'inline'])
    it(`is painted, and told, while that is not defined: ${display}`, async () => {
      const { page, outcomes, events } = await open({ display });
      expect(page.isDefined()).to.equal(false);
      expect(words(page, '#title')).to.equal('L’ENT et vous');
      expect(words(page, '.notice')).to.match(/facultatif.*25\u00a0mois/s);
      expect(find(page, '.card').getBoundingClientRect().height).to.be.greaterThan(100);
      expect(outcomes, 'until it is painted').to.deep.equal([]);
      page.paint();
      await waitUntil(() => outcomes.length, 'it is told');
      expect(outcomes).to.deep.equal(['shown']);
      expect(events).to.deep.equal(['before-show', 'show']);
    });

  it('is told though it goes before it was painted', async () => {
    const { presented, outcomes, told } = await open();
    presented.close();
    expect(outcomes).to.deep.equal(['shown']);
    expect(told.closed).to.equal(1);
  });

  it('is drawn the same, and taken over as it stands, where all was prepared', async () => {
    const page = await newPage();
    const { request, outcomes } = engine();
    await page.win.prepare!(request);
    expect(page.isDefined()).to.equal(true);
    expect(page.survey(), 'nothing is shown').to.equal(null);
    await page.win.present(request);
    const nodes = [...page.survey()!.shadowRoot!.querySelectorAll('*')];
    expect(page.survey()!.shadowRoot!.querySelectorAll('.card').length, 'one card').to.equal(1);
    expect(words(page, '#title')).to.equal('L’ENT et vous');
    await takenOver(page);
    expect(nodes.every((node) => node.isConnected)).to.equal(true);
    expect(outcomes).to.deep.equal(['shown']);
    find(page, '.close').click();
    await page.win.present(request);
    expect(words(page, '#title'), 'another one').to.equal('L’ENT et vous');
  });

  it('leaves an element alone that a class of the page’s own made', async () => {
    const page = await newPage();
    const Elsewhere = (page.win as unknown as { HTMLElement: typeof HTMLElement }).HTMLElement;
    page.win.customElements.define(
      'sentier-survey',
      class extends Elsewhere {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>autre</p>';
        }
      },
    );
    const { request, failures } = engine();
    await page.win.present(request);
    expect(page.survey()!.shadowRoot!.textContent).to.equal('autre');
    expect(failures).to.deep.equal([]);
  });

  it('leaves the page its focus, in the corner', async () => {
    const { page } = await open();
    expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
    await takenOver(page);
    expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
  });

  it('is taken over as it stands: nothing moves, nothing is told twice, the focus stays', async () => {
    const { page, outcomes, events, told } = await open();
    const later = find(page, 'button[value=later]');
    later.focus();
    const nodes = [...page.survey()!.shadowRoot!.querySelectorAll('*')];
    await Promise.all(
      find(page, '.card')
        .getAnimations()
        .map(({ finished }) => finished),
    );
    const rect = JSON.stringify(find(page, '.card').getBoundingClientRect());
    await takenOver(page);
    const after = [...page.survey()!.shadowRoot!.querySelectorAll('*')];
    expect(nodes.every((node) => after.includes(node))).to.equal(true);
    expect(after.filter((node) => !nodes.includes(node)).every((node) => node.closest('details'))).to.equal(
      true,
    );
    expect(JSON.stringify(find(page, '.card').getBoundingClientRect())).to.equal(rect);
    expect(focused(page) === later, 'it has the focus').to.equal(true);
    await waitUntil(() => /est ouvert/.test(words(page, '[role=status]')), 'it says where it is', {
      timeout: 5000,
    });
    expect(events).to.deep.equal(['before-show', 'show']);
    expect(outcomes).to.deep.equal(['shown']);
    expect(told.closed).to.equal(0);
    expect(words(page, 'details')).to.contain('enseignant');
  });

  it('goes on to the end, and sends', async () => {
    const { page, outcomes, sent, told } = await open();
    await takenOver(page);
    find(page, '.primary').click();
    await asks(page);
    find(page, 'input').click();
    find(page, '.primary').click();
    await waitUntil(() => words(page, '#title').includes('le plus'));
    find(page, 'input').click();
    find(page, '.primary').click();
    await waitUntil(() => words(page, '#title') === 'Merci\u202f!');
    expect(sent).to.have.length(1);
    expect(sent[0]!.audience).to.deep.equal({ profile: 'teacher' });
    find(page, '.primary').click();
    expect(outcomes).to.deep.equal([
      'shown',
      'started',
      'step:recommend',
      'step:most',
      'answered',
      'completed',
    ]);
    expect(told.closed).to.equal(1);
    expect(!page.survey(), 'it is gone').to.equal(true);
  });

  it('begun before all is there, it asks as soon as that has come', async () => {
    const { page, outcomes, events } = await open();
    find(page, '.primary').click();
    await pause();
    expect(words(page, '#title')).to.equal('L’ENT et vous');
    page.paint();
    await asks(page);
    expect(focused(page) === find(page, '#title'), 'it has the focus').to.equal(true);
    expect(outcomes).to.deep.equal(['shown', 'started', 'step:recommend']);
    expect(events).to.deep.equal(['before-show', 'show']);
  });

  const key = (page: Page, name: string): void =>
    void find(page, '.primary').dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );
  for (const [how, act, outcome] of [
    ['closed', (page: Page) => find(page, '.close').click(), 'dismiss'],
    ['put off', (page: Page) => find(page, 'button[value=later]').click(), 'snooze'],
    ['escaped from', (page: Page) => key(page, 'Escape'), 'dismiss'],
  ] as const)
    it(`${how} before all is there, it goes at once, and says so once`, async () => {
      let until: number | undefined;
      const told: string[] = [];
      const { page, events, ...rest } = await open({}, {
        report: (outcome: Outcome) => (told.push(outcome.type), (until = outcome.until)),
      } as Partial<PresentRequest>);
      find(page, '.primary').focus();
      act(page);
      const isPutOff = outcome === 'snooze';
      const all = [
        ['shown', isPutOff ? 'snoozed' : 'dismissed'],
        ['before-show', 'show', 'before-dismiss', outcome],
      ];
      expect([told, events]).to.deep.equal(all);
      expect(Number(until) > Date.now()).to.equal(isPutOff);
      expect(!page.survey(), 'it is gone').to.equal(true);
      expect(rest.told.closed).to.equal(1);
      expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
      page.paint();
      await pause();
      rest.presented.close();
      expect(page.isDefined()).to.equal(false);
      expect([told, events]).to.deep.equal(all);
      expect(rest.told.closed).to.equal(1);
    });

  it('a page that forbids it keeps it open', async () => {
    const { page, outcomes } = await open();
    page.doc.addEventListener('sentier-before-dismiss', (event) => event.preventDefault());
    find(page, '.close').click();
    expect(outcomes).to.deep.equal(['shown']);
    await takenOver(page);
    find(page, '.close').click();
    expect(outcomes).to.deep.equal(['shown']);
  });

  it('a page that forbids it from the start has it closed', async () => {
    const page = await newPage();
    page.doc.addEventListener('sentier-before-show', (event) => event.preventDefault());
    const { request, told, outcomes } = engine();
    const { close } = await page.win.present(request);
    close();
    page.paint();
    await pause();
    expect([told.closed, outcomes, !page.survey(), page.isDefined()]).to.deep.equal([1, [], true, false]);
  });

  it('over the page it has the focus at once, and gives it back', async () => {
    const { page, outcomes } = await open({ display: 'modal' });
    expect(focused(page) === find(page, '#title'), 'it has the focus').to.equal(true);
    find(page, 'dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(outcomes).to.deep.equal(['shown', 'dismissed']);
    expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
  });

  it('over the page it keeps the focus where it is, when it is taken over', async () => {
    const { page, outcomes, told } = await open({ display: 'modal' });
    find(page, '.primary').focus();
    await takenOver(page);
    expect(focused(page) === find(page, '.primary'), 'it has the focus').to.equal(true);
    find(page, 'dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitUntil(() => told.closed);
    expect(outcomes).to.deep.equal(['shown', 'dismissed']);
    expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
  });

  it('F6 leads into it and back', async () => {
    const { page } = await open();
    const press = (target: Element): unknown =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'F6', bubbles: true, composed: true, cancelable: true }),
      );
    for (const come of [() => undefined, () => takenOver(page)]) {
      await come();
      press(page.button);
      expect(focused(page) === find(page, '#title'), 'it has the focus').to.equal(true);
      press(find(page, '#title'));
      expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
    }
  });

  it('goes, and says why, when what goes on with it cannot be had', async () => {
    const { page, failures, told } = await open(
      {},
      {},
      Object.fromEntries(MORE.map((url) => [url, `${SRC}nowhere.js`])),
    );
    find(page, '.primary').focus();
    find(page, '.primary').click();
    page.paint();
    await waitUntil(() => told.closed, 'it is closed', { timeout: 5000 });
    expect(failures).to.have.length(1);
    expect([told.closed, !page.survey()]).to.deep.equal([1, true]);
    expect(page.doc.activeElement === page.button, 'the page has its focus').to.equal(true);
  });

  for (const [when, wait] of [
    ['before the paint', () => undefined],
    ['while it comes', (page: Page) => (page.paint(), pause(0))],
    [
      'when it is taken over',
      (page: Page) => (page.paint(), waitUntil(page.isDefined, '', { interval: 0, timeout: 5000 })),
    ],
    ['after that', takenOver],
  ] as const)
    it(`closed by the engine ${when}, it says nothing`, async () => {
      const { page, presented, outcomes, told, failures } = await open();
      await wait(page);
      presented.close();
      presented.close();
      page.paint();
      await pause();
      expect(!page.survey(), 'it is gone').to.equal(true);
      expect([told.closed, outcomes, failures]).to.deep.equal([1, ['shown'], []]);
    });

  it('two of a page each go on', async () => {
    const { page, outcomes } = await open();
    const second = engine(
      { display: 'inline' },
      { campaign: { id: 'ici', kind: 'survey' } as PresentRequest['campaign'] },
    );
    await page.win.present(second.request);
    await takenOver(page);
    const [inline, corner] = page.doc.querySelectorAll('sentier-survey');
    const has = (survey: Element, selector: string): boolean => !!survey.shadowRoot!.querySelector(selector);
    await waitUntil(() => has(inline!, 'details li') && has(corner!, 'details li'), 'both are taken over');
    for (const survey of [inline!, corner!])
      survey.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await waitUntil(() => has(inline!, '.over') && has(corner!, '.over'), 'both ask');
    expect(outcomes).to.deep.equal(['shown', 'started', 'step:recommend']);
    expect(second.outcomes).to.deep.equal(outcomes);
    expect([...second.kept.keys()]).to.include('survey:ici:1');
  });

  it('shown again, it has its element already', async () => {
    const { page, presented } = await open();
    await takenOver(page);
    presented.close();
    const again = engine();
    await page.win.present(again.request);
    await waitUntil(() => again.outcomes.length, 'it is shown', { timeout: 5000 });
    expect(again.outcomes).to.deep.equal(['shown']);
  });

  it('taken out by the page meanwhile, and put back, it goes on', async () => {
    const { page, outcomes } = await open();
    const survey = page.survey()!;
    survey.remove();
    page.paint();
    await waitUntil(page.isDefined, '', { timeout: 5000 });
    await pause();
    page.doc.body.append(survey);
    await waitUntil(() => find(page, 'details li'));
    expect(page.survey()!.shadowRoot!.querySelectorAll('.card')).to.have.length(1);
    expect(find(page, '.card').getBoundingClientRect().height).to.be.greaterThan(100);
    find(page, '.primary').click();
    await asks(page);
    expect(outcomes).to.deep.equal(['shown', 'started', 'step:recommend']);
  });

  it('moved by the page meanwhile, it is on screen again', async () => {
    const { page, events } = await open({ display: 'modal' });
    page.doc.body.append(page.survey()!);
    await takenOver(page);
    expect(find(page, 'dialog').matches(':modal')).to.equal(true);
    expect(events).to.deep.equal(['before-show', 'show']);
  });

  it('in another language since, it is drawn anew', async () => {
    const { page, outcomes } = await open();
    await page.win.setInterfaceLocale(['en']);
    await takenOver(page);
    expect(words(page, '.primary')).to.equal('Start');
    expect(outcomes).to.deep.equal(['shown']);
  });

  it('conditions are seen where Prototype.js writes lists as JSON in JSON', () => {
    const list = JSON.stringify([{ id: 'a', showIf: { answer: 'b' } }]);
    expect(HAS_LOGIC.test(JSON.stringify({ questions: list }))).to.equal(true);
    expect(HAS_LOGIC.test(JSON.stringify(JSON.stringify({ questions: list })))).to.equal(true);
    expect(HAS_LOGIC.test(JSON.stringify(SCALE_AND_CHOICE))).to.equal(false);
  });

  const partial = '{"question":"most","answers":{"recommend":4}}';
  for (const [what, content, kept] of [
    ['answers are kept', {}, partial],
    [
      'there is but one question',
      { intro: undefined, questions: [{ id: 'a', kind: 'boolean', title: 'Utile\u202f?' }] },
      undefined,
    ],
    [
      'questions have conditions',
      { questions: SCALE_AND_CHOICE.questions.map((one) => ({ ...one, showIf: [] })) },
      undefined,
    ],
  ] as const)
    it(`waits for its element where ${what}`, async () => {
      const page = await newPage();
      const { request, outcomes, failures } = engine(content);
      if (kept) request.session.set('survey:avis:2', kept);
      if (kept) request.progress = { version: 2, status: 'started', shown: 1, at: 0 };
      await page.win.present(request);
      expect([page.isDefined(), failures.map(String)]).to.deep.equal([true, []]);
      await waitUntil(() => find(page, '#title'), '', { timeout: 5000 });
      expect(outcomes[0]).to.equal('shown');
    });
});
