import type { Presented, PresentRequest } from '../../engine/widget-module.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { NativeEvent } from '../../platform/natives.js';
import { SentierEvent } from '../events/sentier-event.js';
import { afterPaint, leaveAhead } from '../primitives/ahead.js';
import { adoptCss } from '../primitives/dom.js';
import { reporterOf } from '../primitives/reporter.js';
import { shield } from '../primitives/shield.js';
import type * as more from './present-more.js';
import type { SentierSurvey } from './sentier-survey.js';
import { styles } from './survey.css.js';
import { SurveyCard } from './survey-card.js';
import type { Act } from './survey-card.js';
import { introView } from './views.js';
import type { PageContext } from './views.js';

/** A first page that stands before the class of its element has come, which takes it over. */
export interface Ahead {
  card: SurveyCard;
  /** The person was faster than the network, and has begun. */
  isBegun?: boolean;
}

/** What of a content, as JSON, needs rules that others do not load. Prototype.js writes lists as JSON in JSON. */
export const HAS_LOGIC = /"(showIf|next|order)\\*":|\{answer:/;

/** Where unfinished answers are kept. */
export const keyOf = ({ id, version = 1 }: Campaign): string => `survey:${id}:${version}`;

/** The class, all that goes on with a survey, and what ties it to the engine. */
export const loadMore = (): Promise<typeof more> => import('./present-more.js');

/**
 * Draws the first page in an element that is not defined yet, and has all else come after the paint: what a page loads to
 * show a survey may weigh 15 kB in all. `follow` has the survey take it over.
 */
export function showAhead(
  element: SentierSurvey,
  request: PresentRequest,
  context: PageContext,
  mount: () => void,
  follow: (module: typeof more, ahead: Ahead) => void,
): Presented {
  const { id } = request.campaign;
  const report = reporterOf(request);
  const say = (event: SentierEvent): boolean => element.dispatchEvent(event);
  let ahead: Ahead | undefined;
  let isOver = false;
  let close = (): void => {
    if (isOver) return;
    isOver = true;
    ahead?.card.remove(true);
    element.dispatchEvent(new NativeEvent('close'));
  };
  const act: Act = (type, forced) => {
    if (type === 'next') return void (ahead!.isBegun = true);
    if (leaveAhead(element, id, report, type === 'snooze', forced)) close();
  };
  const complete = async (): Promise<void> => {
    try {
      const module = await loadMore();
      if (isOver) return;
      follow(module, ahead!);
      close = () => element.close();
    } catch (error) {
      if (isOver) return;
      request.fail(error);
      close();
    }
  };

  const tree = element.attachShadow({ mode: 'open' });
  adoptCss(tree, styles);
  shield(element);
  mount();
  if (say(new SentierEvent('sentier-before-show', id, true))) {
    const { content } = context;
    const card = new SurveyCard(tree, content.display!, !!content.title, act);
    ahead = { card };
    card.draw(introView(context));
    card.bringUp();
    report('shown');
    // Who hears it may close it.
    say(new SentierEvent('sentier-show', id));
    afterPaint(() => isOver || void complete());
  } else close();
  return { close: () => close(), element };
}
