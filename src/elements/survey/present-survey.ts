import { usableQuestions } from '../../core/survey/usable.js';
import { audienceOf, responseOf } from '../../core/survey/response.js';
import type { OutcomeType } from '../../core/types.js';
import type { Presented, PresentRequest, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import { deepActiveElement } from '../../platform/focus.js';
import { query } from '../../platform/natives.js';
import { applyTheme, mountOverlay } from '../primitives/mount.js';
import './define-survey.js';
import type { SentierSurvey } from './sentier-survey.js';

/** `crypto.randomUUID` is missing on http pages. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Gives the element its ways to keep and to send, and turns what it says into outcomes. */
function connect(element: SentierSurvey, request: PresentRequest, dimensions: Record<string, string>): void {
  const { campaign, session } = request;
  const { id, version = 1 } = campaign;
  const report = (type: OutcomeType, more: { step?: string; until?: number } = {}): void =>
    request.report({ type, campaign: id, kind: 'survey', version, ...more });
  const key = `survey:${id}:${version}`;
  // A survey asked for anew starts at its beginning, whatever this session kept.
  let partial = request.progress && session.get(key);
  let step = '';
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
}

/**
 * Shows a survey of the plan. `display: "inline"` goes into the page's own `[data-sentier-place]`, named by the
 * campaign's id or "inline", as a banner does; where the page has none, the corner serves.
 */
export const present: WidgetModule['present'] = async (request): Promise<Presented> => {
  await setInterfaceLocale(request.locales);
  const { campaign, context, plan } = request;
  const content = (request.content ?? {}) as Partial<SurveyContent>;
  const profiles = resolveProfiles(context.user?.profiles ?? [], plan.settings?.profileAliases);
  const isPupil = profiles.includes('pupil');
  const { questions, skipped } = usableQuestions(content, isPupil);
  if (!questions.length) skipped.push('questions: at least one that can be shown to this person');
  if (skipped.length)
    request.fail(new Error(`campaigns.${campaign.id}.content.${skipped.join('; content.')}`));
  if (!questions.length) {
    request.closed();
    return { close: () => undefined };
  }
  const place =
    content.display === 'inline' &&
    (query(`[data-sentier-place="${CSS.escape(campaign.id)}"]`) ?? query('[data-sentier-place="inline"]'));
  const display = place ? 'inline' : content.display === 'modal' ? 'modal' : 'corner';
  const element = document.createElement('sentier-survey');
  element.campaign = campaign.id;
  element.locales = request.locales;
  element.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  applyTheme(element, request.theme, profiles);
  // Who is a pupil and something else besides is spared free text, and told so, all the same.
  if (isPupil) element.setAttribute('audience', 'pupil');
  element.profiles = profiles;
  connect(element, request, audienceOf(content.dimensions, profiles, context.user));
  element.content = { ...content, questions, display };
  element.addEventListener('sentier-error', ({ error }) => request.fail(error));
  element.addEventListener('close', () => {
    element.remove();
    request.closed();
  });
  if (place) place.append(element);
  // In the host's own dialog, if the person is in one: all else is inert then.
  else mountOverlay(element, display === 'corner' ? deepActiveElement() : null);
  return { close: () => element.close(), element };
};
