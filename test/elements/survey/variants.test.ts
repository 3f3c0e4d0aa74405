import { expect, fixture, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import type { SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import { ADULT, ARABIC, asking, PUPIL } from '../../../stories/survey/survey-fixtures.js';
import { render } from '../../../stories/survey/survey.stories.js';
import type { SurveyArgs } from '../../../stories/survey/survey.stories.js';
import { find, has, next, still, warm } from './helpers.js';

/** Each with a title of its own, as landmarks of one page need. */
const contents = (
  kinds: Readonly<Record<string, (typeof ADULT)[string]>>,
  of: string,
  more: Partial<SurveyArgs> = {},
): SurveyArgs[] =>
  Object.keys(kinds).map((kind) => ({
    content: asking(kinds[kind]!, { title: `Avis ${of}\u00a0: ${kind}`, freeTextForPupils: true }),
    ...more,
  }));
const adults = contents(ADULT, 'des adultes');
const pupils = contents(PUPIL, 'des élèves', { audience: 'pupil' });
const arabic = contents(Object.fromEntries(ARABIC.map((question) => [question.kind, question])), 'en arabe', {
  locales: ['ar', 'fr'],
});

/** Every kind of question on one page, as `more` says, the required ones with their error. */
async function all(list: readonly SurveyArgs[], more: Partial<SurveyArgs> = {}): Promise<SentierSurvey[]> {
  const surveys = list.map((args) => render({ ...args, ...more }));
  const main = document.createElement('main');
  main.append(...surveys);
  await fixture(main);
  await waitUntil(() => surveys.every((survey) => has(survey, '#title')), 'all are shown');
  for (const survey of surveys) {
    if (has(survey, '[aria-required=true]')) next(survey);
    await still(survey);
  }
  await nextFrame();
  return surveys;
}

function fitIn(surveys: readonly SentierSurvey[], width: number): void {
  for (const survey of surveys) {
    const card = find(survey, '.card');
    const kind = survey.content?.questions?.[0]?.kind;
    expect(card.scrollWidth, `${kind} is wider than its card`).to.be.at.most(card.clientWidth);
    expect(card.getBoundingClientRect().right, `${kind} is wider than the window`).to.be.at.most(width);
  }
}

describe('case 6: every kind of question, axe finds nothing', function () {
  this.timeout(60_000);
  before(warm);
  afterEach(async () => {
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
    await setInterfaceLocale(['fr']);
    document.documentElement.removeAttribute('dir');
    document.body.removeAttribute('style');
  });
  const isClean = async (surveys: readonly SentierSurvey[]): Promise<void> => {
    await expect(surveys[0]!.parentElement).to.be.accessible({ ignoredRules: ['region', 'heading-order'] });
  };

  it('light, in French, for adults', async () => isClean(await all(adults, { scheme: 'light' })));
  it('light, for pupils', async () => isClean(await all(pupils)));

  it('without titles, several on a page are no landmarks of one name', async () => {
    const untitled = [1, 2].map((i) => ({
      content: { questions: [{ id: `q${i}`, kind: 'boolean', title: `Question ${i}` }] },
    })) satisfies SurveyArgs[];
    const surveys = await all(untitled);
    expect(surveys.map((survey) => find(survey, '.card').getAttribute('role'))).to.deep.equal([
      'group',
      'group',
    ]);
    await isClean(surveys);
  });

  it('dark', async () => {
    document.body.style.setProperty('background', '#101216');
    await isClean(await all([...adults, ...pupils], { scheme: 'dark' }));
  });

  it('forced colours', async () => {
    try {
      await emulateMedia({ forcedColors: 'active' });
    } catch {
      return; // WebKitGTK cannot be asked for them.
    }
    const surveys = await all(adults);
    await isClean(surveys);
    // What is chosen is told by more than a colour that is taken away.
    const stars = surveys.find((survey) => survey.content?.questions?.[0]?.kind === 'nps')!;
    const input = find<HTMLInputElement>(stars, 'input');
    const before = getComputedStyle(input).backgroundColor;
    input.click();
    expect(getComputedStyle(input).backgroundColor).not.to.equal(before);
    await emulateMedia({ forcedColors: 'none' });
  });

  it('right to left', async () => {
    document.documentElement.dir = 'rtl';
    const surveys = await all(adults);
    for (const survey of surveys) find(survey, '.root').dir = 'rtl';
    fitIn(surveys, 800);
    await isClean(surveys);
  });

  it('in Arabic, interface and questions', async () => {
    document.documentElement.dir = 'rtl';
    await setInterfaceLocale(['ar']);
    const surveys = await all(arabic);
    for (const survey of surveys) {
      const { dir, lang } = find(survey, '.root');
      expect([dir, lang]).to.deep.equal(['rtl', 'ar']);
    }
    expect(find(surveys[0]!, '.primary').textContent).to.equal('إرسال');
    fitIn(surveys, 800);
    await isClean(surveys);
  });

  it('320 px', async () => {
    await setViewport({ width: 320, height: 568 });
    const surveys = await all([...adults, ...pupils, ...arabic]);
    fitIn(surveys, 320);
    await isClean(surveys);
  });

  it('text of 200 %, on 320 px', async () => {
    await setViewport({ width: 320, height: 568 });
    document.body.style.setProperty('--sentier-font-size', '32px');
    const surveys = await all(adults);
    fitIn(surveys, 320);
    await isClean(surveys);
  });

  it('reduced motion', async function () {
    try {
      await emulateMedia({ reducedMotion: 'reduce' });
    } catch {
      this.skip(); // WebKitGTK takes it at its start only.
    }
    const surveys = await all(pupils);
    for (const survey of surveys) expect(find(survey, '.card').getAnimations()).to.have.length(0);
    await isClean(surveys);
  });

  it('in English', async () => {
    await setInterfaceLocale(['en']);
    const surveys = await all(adults);
    expect(find(surveys[0]!, '.primary').textContent).to.equal('Send');
    await isClean(surveys);
  });
});
