import type { Presented, PresentRequest } from '../../engine/widget-module.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { NativeEvent } from '../../platform/natives.js';
import { nextTask } from '../../platform/next-task.js';
import { SentierEvent } from '../events/sentier-event.js';
import { afterPaint, leaveAhead } from '../primitives/ahead.js';
import { REACTION_MS } from '../primitives/reaction.js';
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

const trees = new WeakMap<HTMLElement, ShadowRoot>();

/** Whether a first page can be drawn in it: no class of another version of ours, which the page has defined, made it. */
export const canDraw = (element: HTMLElement): boolean => !element.shadowRoot || trees.has(element);

/** The shadow root of a survey's element, be it defined or not: the same each time. */
export function treeOf(element: HTMLElement): ShadowRoot {
  const there = trees.get(element);
  if (there) return there;
  const tree = element.attachShadow({ mode: 'open' });
  trees.set(element, tree);
  adoptCss(tree, styles);
  shield(element);
  return tree;
}

/** Where unfinished answers are kept. */
export const keyOf = ({ id, version = 1 }: Campaign): string => `survey:${id}:${version}`;

/** The class, all that goes on with a survey, and what ties it to the engine. */
export const loadMore = (): Promise<typeof more> => import('./present-more.js');

/**
 * Draws the first page in an element that is not defined yet, and has all else come after the paint: what a page loads to
 * show a survey may weigh 15 kB in all. `follow` has the survey take it over.
 */
export async function showAhead(
  element: SentierSurvey,
  request: PresentRequest,
  context: PageContext,
  mount: () => void,
  follow: (module: typeof more, ahead: Ahead) => void,
): Promise<Presented> {
  const { id } = request.campaign;
  const report = reporterOf(request);
  const say = (event: SentierEvent): boolean => element.dispatchEvent(event);
  let ahead: Ahead | undefined;
  let isOver = false;
  let isToldShown = false;
  /** Writing it down can wait until it is seen, but not until it has gone. */
  const tellShown = (): void => {
    if (ahead && !isToldShown) report('shown');
    isToldShown = true;
  };
  let close = (): void => {
    if (isOver) return;
    isOver = true;
    tellShown();
    card.remove(!!ahead);
    element.dispatchEvent(new NativeEvent('close'));
  };
  const act: Act = (type, forced) => {
    tellShown();
    if (type === 'next') return void (ahead!.isBegun = true);
    if (leaveAhead(element, id, report, type === 'snooze', forced)) close();
  };
  const complete = async (): Promise<void> => {
    try {
      const [module] = await Promise.all([loadMore(), nextTask(REACTION_MS)]);
      if (isOver) return;
      follow(module, ahead!);
      close = () => element.close();
    } catch (error) {
      if (isOver) return;
      request.fail(error);
      close();
    }
  };

  const { content } = context;
  // Before it is in the page, which is laid out again for what changes there.
  const card = new SurveyCard(treeOf(element), content.display!, !!content.title, act);
  card.draw(introView(context));
  // In tasks that are each short: none is to keep who acts by then waiting.
  await nextTask();
  mount();
  if (say(new SentierEvent('sentier-before-show', id, true))) {
    ahead = { card };
    card.bringUp();
    // Who hears it may close it.
    say(new SentierEvent('sentier-show', id));
    await nextTask();
    void card.find('form')?.offsetHeight;
    afterPaint(() => {
      if (isOver) return;
      tellShown();
      void complete();
    });
  } else close();
  return { close: () => close(), element };
}
