import { usableQuestions } from '../../core/survey/usable.js';
import type { Presented, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { Text } from '../../model/schema/common.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import { resolveText } from '../../model/text.js';
import { deepActiveElement } from '../../platform/focus.js';
import { query } from '../../platform/natives.js';
import { applyTheme, mountOverlay } from '../primitives/mount.js';
import { canDraw, HAS_LOGIC, keyOf, loadMore, showAhead } from './ahead.js';
import type { Ahead } from './ahead.js';
import type * as more from './present-more.js';
import type { SentierSurvey } from './sentier-survey.js';

/** One that was made while the page was idle. */
let spare: SentierSurvey | undefined;

/** All that it takes is fetched, and has run once: what V8 compiles and what styles are read from is there by then. */
export const prepare: WidgetModule['prepare'] = async (request) => {
  const { fetchAll, makeOne } = await loadMore();
  await fetchAll(Object(request.content) as Partial<SurveyContent>);
  spare ??= await makeOne(request);
};

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
  const element = spare ?? document.createElement('sentier-survey');
  spare = undefined;
  const { locales, session } = request;
  const planLocale = plan.settings?.locale ?? 'fr';
  element.setAttribute('campaign', campaign.id);
  element.setAttribute('plan-locale', planLocale);
  applyTheme(element, request.theme, profiles);
  // Who is a pupil and something else besides is spared free text, and told so, all the same.
  if (isPupil) element.setAttribute('audience', 'pupil');
  element.addEventListener('close', () => {
    element.remove();
    request.closed();
  });
  const shown: Partial<SurveyContent> = { ...content, questions, display };
  const follow = ({ connect }: typeof more, ahead?: Ahead): void =>
    connect(element, request, shown, profiles, ahead);
  const mount = (): void => {
    if (place) place.append(element);
    // In the host's own dialog, if the person is in one: all else is inert then.
    else mountOverlay(element, display === 'corner' ? deepActiveElement() : null);
  };
  // A first page that nothing was answered after needs nothing else.
  if (
    (content.intro || questions[1]) &&
    canDraw(element) &&
    !session.get(keyOf(campaign)) &&
    !HAS_LOGIC.test(JSON.stringify(shown))
  ) {
    const context = {
      content: shown,
      isPupil,
      isCard: !place,
      resolve: (text: Text | undefined) => resolveText(text, locales, planLocale),
    };
    return showAhead(element, request, context, mount, follow);
  }
  follow(await loadMore());
  mount();
  return { close: () => element.close(), element };
};
