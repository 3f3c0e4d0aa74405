import { expect, waitUntil } from '@open-wc/testing';
import type { Delivery, Envelope } from '../../../src/core/ports.js';
import type { User } from '../../../src/core/types.js';
import type { PresentRequest } from '../../../src/engine/widget-module.js';
import { present } from '../../../src/elements/survey/present-survey.js';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import { barometer } from '../../../stories/survey/survey.stories.js';
import { requestFor } from './request-for.js';
import { find, has, next, pick, title, toText, warm, words } from './helpers.js';

const engine = ({
  user = { profiles: ['National_ENS'], degrees: ['1d'] },
  ...more
}: Partial<PresentRequest> & { user?: User; delivery?: Delivery } = {}) =>
  requestFor('barometre', barometer, {
    content: { ...barometer, display: 'corner' },
    context: { user },
    ...more,
  });

const onPage = (): SentierSurvey | null => document.querySelector('sentier-survey');

/** Its first page may stand before what goes on with it. */
const isTakenOver = (survey: SentierSurvey): Promise<void> =>
  waitUntil(() => has(survey, 'details li') || has(survey, '.over'));

async function open(request: PresentRequest): Promise<SentierSurvey> {
  await present(request);
  const survey = onPage();
  if (!survey) throw new Error('nothing was put into the page');
  await isTakenOver(survey);
  return survey;
}

describe('present survey', () => {
  before(warm);
  afterEach(() => onPage()?.remove());

  it('shows, asks, sends, thanks, and is gone', async () => {
    const { request, outcomes, sent, told, kept } = engine();
    const survey = await open(request);
    expect(survey.parentElement, 'last in the page').to.equal(document.documentElement);
    toText(survey);
    next(survey);
    await waitUntil(() => title(survey) === 'Merci\u202f!');
    const [response] = sent as Envelope[];
    expect(response!.id).to.match(/^[\da-f]{32}$/);
    expect({ ...response, id: '' }).to.deep.equal({
      id: '',
      type: 'response',
      campaign: 'barometre',
      version: 2,
      audience: { profile: 'teacher', degree: '1d' },
      data: { answers: { recommend: 9, most: '2' } },
    });
    expect(outcomes).to.deep.equal([
      'shown',
      'started',
      'step:recommend',
      'step:most',
      'step:better',
      'answered',
      'completed',
    ]);
    expect(kept.size).to.equal(0);
    expect(told.closed).to.equal(0);
    next(survey);
    expect(told.closed).to.equal(1);
    expect(onPage()).to.equal(null);
    expect(outcomes).not.to.include('dismissed');
  });

  it('a question that merely stands there is not begun', async () => {
    const content = { questions: [{ id: 'a', kind: 'boolean', title: 'Utile\u202f?' }] };
    const { request, outcomes } = engine({ content });
    const survey = await open(request);
    expect(outcomes).to.deep.equal(['shown']);
    pick(survey, 0);
    expect(outcomes).to.deep.equal(['shown', 'started:a']);
  });

  it('takes up, on another page, what was begun: same answers, same id', async () => {
    const first = engine();
    const survey = await open(first.request);
    next(survey);
    pick(survey, 4);
    next(survey);
    const id = first.kept.get('survey:barometre:2:id');
    survey.remove();
    const progress = { version: 2, status: 'started', shown: 1, at: 0 } as const;
    const second = engine({ session: first.request.session, progress });
    const again = await open(second.request);
    expect(words(again, '#progress')).to.equal('Question 2 sur 3');
    pick(again, 0);
    next(again);
    next(again);
    await waitUntil(() => title(again) === 'Merci\u202f!');
    expect(second.sent[0]!.id).to.equal(id);
    expect(second.outcomes).not.to.include('started');
  });

  it('asked for afresh, it starts at its beginning', async () => {
    const { request, kept } = engine();
    kept.set('survey:barometre:2', '{"question":"most","answers":{"recommend":4}}');
    expect(title(await open(request))).to.equal('L’ENT, trois mois après');
  });

  it('closed by the engine, it says nothing and keeps the answers', async () => {
    const { request, outcomes, told, kept } = engine();
    const presented = await present(request);
    const survey = onPage()!;
    await isTakenOver(survey);
    next(survey);
    presented.close();
    presented.close();
    expect(onPage()).to.equal(null);
    expect(told.closed).to.equal(1);
    expect(outcomes).not.to.include('dismissed');
    expect(kept.get('survey:barometre:2')).to.contain('recommend');
  });

  it('dismissed, it forgets the answers', async () => {
    const { request, outcomes, told, kept } = engine();
    const survey = await open(request);
    next(survey);
    find(survey, '.close').click();
    expect(outcomes.at(-1)).to.equal('dismissed');
    expect(kept.size).to.equal(0);
    expect(told.closed).to.equal(1);
  });

  it('closed while it is being sent, it is complete all the same', async () => {
    let end: (value: Delivery) => void = () => undefined;
    const { request, outcomes, kept } = engine({ send: () => new Promise((resolve) => (end = resolve)) });
    const survey = await open(request);
    toText(survey);
    next(survey);
    find(survey, '.close').click();
    expect(outcomes.at(-1)).to.equal('answered');
    end('waiting');
    await waitUntil(() => outcomes.at(-1) === 'completed');
    expect(kept.size).to.equal(0);
  });

  it('refused, it is not complete, and put off until tomorrow', async () => {
    const { request, outcomes } = engine({ delivery: 'refused' });
    const survey = await open(request);
    toText(survey);
    next(survey);
    await waitUntil(() => title(survey).includes('pas pu'));
    expect(outcomes.slice(-2)).to.deep.equal(['answered', 'snoozed']);
  });

  it('leaves out a question that it cannot show, says so once, and goes on', async () => {
    const questions = [{ id: 's', kind: 'slider' }, { id: 'r', kind: 'ranking' }, ...barometer.questions];
    const { request, failures } = engine({ content: { ...barometer, questions } });
    const survey = await open(request);
    next(survey);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 3');
    expect(failures).to.deep.equal([
      'campaigns.barometre.content.questions[0] (slider); content.questions[1] (ranking)',
    ]);
  });

  for (const content of [
    undefined,
    null,
    {},
    { questions: 'nps' },
    { questions: [] },
    { questions: [{ id: 's', kind: 'slider' }] },
  ])
    it(`closes, and says why, when nothing can be shown: ${JSON.stringify(content)}`, async () => {
      const { request, failures, told } = engine({ content });
      await present(request);
      expect(failures).to.have.length(1);
      expect(failures[0]).to.match(/campaigns\.barometre\.content\.questions/);
      expect(told.closed).to.equal(1);
      expect(onPage()).to.equal(null);
    });

  it('a pupil, by whatever name the host gives them, is asked no free text', async () => {
    const { request } = engine({ user: { profiles: ['National_elv'], degrees: ['1d'] } });
    const survey = await open(request);
    expect(words(survey, '.notice')).to.contain('Tu réponds si tu veux');
    next(survey);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 2');
  });

  it('inline goes into the place that the page holds ready', async () => {
    const place = document.createElement('div');
    place.dataset.sentierPlace = 'barometre';
    document.body.append(place);
    const { request } = engine({ content: { ...barometer, display: 'inline' } });
    const survey = await open(request);
    expect(survey.parentElement).to.equal(place);
    place.remove();
  });

  it('inline without a place goes into the corner', async () => {
    const { request } = engine({ content: { ...barometer, display: 'inline' } });
    expect(has(await open(request), '.corner')).to.equal(true);
  });

  it('stands in the host’s own dialog when the person is in it', async () => {
    const dialog = document.createElement('dialog');
    const button = document.createElement('button');
    dialog.append(button);
    document.body.append(dialog);
    dialog.showModal();
    button.focus();
    const { request } = engine();
    expect((await open(request)).parentElement).to.equal(dialog);
    dialog.remove();
  });

  it('a page that forbids it has it closed', async () => {
    const forbid = (event: Event): void => event.preventDefault();
    document.addEventListener('sentier-before-show', forbid);
    const { request, told, outcomes } = engine();
    await present(request);
    await waitUntil(() => told.closed === 1);
    document.removeEventListener('sentier-before-show', forbid);
    expect(onPage()).to.equal(null);
    expect(outcomes).to.deep.equal([]);
  });
});
