import { audienceOf, responseOf } from '../../core/survey/response.js';
import type { PrepareRequest, PresentRequest } from '../../engine/widget-module.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { Text } from '../../model/schema/common.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import { resolveText } from '../../model/text.js';
import { reporterOf } from '../primitives/reporter.js';
import { applyTheme } from '../primitives/theme.js';
import { warmUp } from '../primitives/warm-up.js';
import { keyOf, treeOf } from './ahead.js';
import type { Ahead } from './ahead.js';
import './define-survey.js';
import type { SentierSurvey } from './sentier-survey.js';
import { SurveyCard } from './survey-card.js';
import { introView } from './views.js';

/** All that its questions and its last page are drawn with: for a survey that may become due any moment. */
export async function fetchAll({ questions = [] }: Partial<SurveyContent>): Promise<void> {
  const { loadField } = await import('./run.js');
  await Promise.allSettled([import('./done-view.js'), ...questions.map(({ kind }) => loadField(kind))]);
}

/** `crypto.randomUUID` is missing on http pages. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

let making: Promise<SentierSurvey> | undefined;

/** A survey for later; one for all who ask meanwhile: a page may have many that wait. */
export const makeOne = (request: PrepareRequest): Promise<SentierSurvey> =>
  (making ??= make(request).finally(() => (making = undefined)));

/**
 * A first page is drawn and laid out once for nothing, in idle time: what that takes is compiled and at
 * hand then, and not when the person waits for it.
 */
async function make(request: PrepareRequest): Promise<SentierSurvey> {
  const { context, locales, plan, theme } = request;
  const content = request.content as Partial<SurveyContent>;
  // In an element of its own: a survey's begins as soon as it is in the page.
  const host = document.createElement('div');
  try {
    const planLocale = plan.settings?.locale ?? 'fr';
    const profiles = resolveProfiles(context.user?.profiles ?? [], plan.settings?.profileAliases);
    const isPupil = profiles.includes('pupil');
    const resolve = (text: Text | undefined) => resolveText(text, locales, planLocale);
    applyTheme(host, theme, profiles);
    const card = new SurveyCard(treeOf(host), 'corner', true, () => undefined);
    card.draw(introView({ content, isPupil, isCard: true, resolve }));
    const form = card.find('form')!;
    await warmUp(
      host,
      card.root.firstElementChild as HTMLElement,
      form.querySelectorAll('.page > *, .actions'),
    );
  } catch {
    // What is wrong with it is said when it is to be shown.
  }
  const element = document.createElement('sentier-survey');
  treeOf(element);
  return element;
}

/**
 * Makes `element` a survey, gives it its ways to keep and to send, and turns what it says into outcomes.
 * `ahead`: the page that it shows already.
 */
export function connect(
  element: SentierSurvey,
  request: PresentRequest,
  content: Partial<SurveyContent>,
  profiles: readonly string[],
  ahead?: Ahead,
): void {
  // Also one that the page has taken out meanwhile, and may put back.
  customElements.upgrade(element);
  const { campaign, session } = request;
  const report = reporterOf(request);
  const dimensions = audienceOf(content.dimensions, profiles, request.context.user);
  const key = keyOf(campaign);
  // A survey asked for anew starts at its beginning, whatever this session kept.
  let partial = request.progress && session.get(key);
  let step = '';
  element.locales = request.locales;
  element.profiles = profiles;
  element.dimensions = dimensions;
  element.store = {
    get: () => partial,
    set(kept) {
      // Shown is not begun: that a question stands there unasked for must not bring it back on each page.
      if (kept && !partial) {
        session.set(`${key}:id`, newId());
        report('started', { step });
      }
      partial = kept;
      session.set(key, kept);
      if (!kept) session.set(`${key}:id`, kept);
    },
  };
  element.send = (answers, isUnfinished) => {
    if (!isUnfinished) report('answered');
    // The id made at the start: a page that dies while sending, and sends again, is one response.
    const response = responseOf(session.get(`${key}:id`) ?? newId(), campaign, dimensions, answers);
    if (isUnfinished) response.data = { ...response.data, unfinished: true };
    return request.send(response);
  };
  element.addEventListener('sentier-step', (event) => {
    step = event.step;
    if (partial) report('step', { step });
  });
  element.addEventListener('sentier-show', () => report('shown'));
  element.addEventListener('sentier-complete', () => report('completed'));
  element.addEventListener('sentier-dismiss', () => report('dismissed'));
  element.addEventListener('sentier-snooze', ({ until }) => report('snoozed', { until }));
  element.addEventListener('sentier-error', ({ error }) => request.fail(error));
  element.ahead = ahead;
  element.content = content;
}
