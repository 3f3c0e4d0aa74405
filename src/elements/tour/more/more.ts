import { audienceRefusal } from '../../../core/audience.js';
import { Guide } from '../../../engine/tour/guide.js';
import type { TourView } from '../../../engine/tour/tour-runner.js';
import type { TourEvent } from '../../../core/tour/tour-state.js';
import type { Audience } from '../../../model/schema/audience.js';
import { msg } from '../../../locales/msg.js';
import { adoptMore } from '../../primitives/adopt-more.js';
import type { SentierTour } from '../sentier-tour.js';
import type { StepContent } from '../step-content.js';
import type { KeyScope } from '../tour-keys.js';
import { pressArrow } from './arrows.js';
import { block } from './block.js';
import { fillParts, waitingWords } from './fill-parts.js';
import { glide } from './glide.js';
import { hideRest } from './hide-rest.js';
import { keepFocus } from './keep-focus.js';
import { moreCss } from './more.css.js';
import { Presenter } from './presenter.js';
import { Stay } from './stay.js';
import { Tools } from './tools.js';

/** What the element lends. */
export interface TourParts {
  host: SentierTour;
  card: HTMLElement;
  ring: HTMLElement;
  steps: readonly StepContent[];
  locales(): readonly string[];
  send(event: TourEvent): void;
  /** Writes the card again. */
  refill(): void;
  /** Puts card and ring on screen again. */
  replace(): void;
}

/** Nobody is of an audience, where nobody knows. */
function isFor({ isFor, person, campaign: id }: SentierTour, audience: Audience): boolean {
  if (isFor) return isFor(audience);
  return !!person && !audienceRefusal({ id, audience }, person.plan, person.context, Date.now());
}

/**
 * All of a tour that its first card can do without: it comes just after, or before where the content needs it. Ways
 * that part, doing, parts of a text, media, tools, what is hidden from assistive technology, what is blocked.
 */
export interface More {
  guide: Guide;
  /** How another page is gone to, where not simply. */
  navigate: ((path: string) => void) | undefined;
  /** Writes the card again; the focus stays with the same control. */
  refill(): void;
  /** After the card was written. */
  fill(view: TourView): void;
  /** After card and ring were placed. */
  place(view: TourView): void;
  /** Before card and ring are placed: where in the page that can be. */
  settle(target: Element | undefined): void;
  /** Whether the tour goes on, though its element is out of the page. */
  outlives(): boolean;
  /** Before card and ring are placed; the answer, after. */
  glide(): () => Animation | undefined;
  press: KeyScope['press'];
  /** Words for the live region. What was done and is not what the step asks for is marked as well. */
  say(key: 'waiting' | 'page' | 'notYet'): string;
  end(): void;
}

export function enrich(parts: TourParts): More {
  const { host, card, ring, steps } = parts;
  adoptMore(host.shadowRoot!, moreCss);
  const life = new AbortController();
  const refill = () => keepFocus(card, parts.refill);
  const tools = new Tools({ ...parts, refill }, life.signal);
  const presenter = host.hasAttribute('presenter') ? new Presenter(parts, life.signal) : undefined;
  const stay = new Stay(host, parts.replace, life.signal);
  let placing = new AbortController();
  life.signal.addEventListener('abort', () => placing.abort());
  return {
    guide: new Guide(steps, (audience) => isFor(host, audience)),
    navigate: presenter?.navigate,
    refill,
    fill(view) {
      fillParts(parts, view, life.signal);
      tools.fill(view);
    },
    place(view) {
      placing.abort();
      placing = new AbortController();
      const { at, step, target, also } = view;
      const { display, interaction } = steps[step] ?? {};
      // A page in use is not hidden: while something is waited for, or beside a hint.
      if (at !== 'waiting' && !(target && display === 'hint'))
        hideRest(host, [target, ...also], placing.signal);
      if (target && interaction === 'blocked') block(parts, [target, ...also], placing.signal);
    },
    settle: (target) => stay.settle(target),
    outlives: () => stay.outlives(),
    glide: () => glide(ring),
    press: (event, node) => pressArrow(parts, event, node),
    say(key) {
      if (key !== 'notYet') return waitingWords(key);
      card.querySelector('.turn')?.classList.add('not-yet');
      return msg('Pas encore\u00a0: regardez ce qui est demandé.', { id: 'tour.not-yet' });
    },
    end: () => life.abort(),
  };
}
