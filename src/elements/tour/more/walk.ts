import type { TourEnd } from '../../../core/tour/tour-state.js';
import { TourRunner, type TourPorts, type TourView } from '../../../engine/tour/tour-runner.js';
import { framesOf, inOrder } from '../../../platform/frames.js';
import { SentierEvent } from '../../events/sentier-event.js';
import { SentierStepEvent } from '../../events/sentier-step-event.js';
import { SentierTargetMissingEvent } from '../../events/sentier-target-missing-event.js';
import { listenKeys, type KeyScope } from '../tour-keys.js';
import { goOn } from './arrows.js';
import { enrich, type More, type TourParts } from './more.js';

/** What the element lends, and what it is asked to do. */
export interface WalkParts extends TourParts, Pick<TourPorts, 'show' | 'hold'> {
  /** What is on screen. */
  view(): TourView | undefined;
  isHint(view: TourView): boolean;
  /** Says how it ended, and takes it off. */
  finish(outcome: TourEnd): void;
  /** Where spoken words go. */
  status: HTMLElement;
}

/** A tour under way: its machine, its keys, and all that its first card can do without. Comes just after that, or before it where the content needs it. */
export class Walk {
  readonly more: More;
  readonly runner: TourRunner;
  readonly #parts: WalkParts;
  readonly #life = new AbortController();
  /** Keys in the frames of the step on screen. */
  #frames = new AbortController();

  constructor(parts: Omit<WalkParts, 'send'>) {
    const { host, steps } = parts;
    this.#parts = { ...parts, send: (event) => this.runner.send(event) };
    this.runner = new TourRunner(steps, !!host.content?.intro, {
      show: (view) => this.#show(view),
      hold: parts.hold,
      report: (outcome, id) => this.#report(outcome, id),
      remember: (id) => host.remember?.(id),
      announce: (key) => (parts.status.textContent = this.more.say(key)),
      navigate: (path) => (this.more.navigate ?? location.assign.bind(location))(path),
    });
    this.more = enrich(this.#parts);
    this.runner.guide = this.more.guide;
    listenKeys(host, () => this.#keyScope(), this.#life.signal);
  }

  /** Ends without an outcome. */
  end(): void {
    this.runner.stop();
    this.#life.abort();
    this.#frames.abort();
    this.more.end();
  }

  #show(view: TourView): void {
    this.#frames.abort();
    const { signal } = (this.#frames = new AbortController());
    for (const frame of framesOf([view.target ?? [], ...view.also].flat()))
      listenKeys(this.#parts.host, () => this.#keyScope(), signal, frame);
    this.#parts.show(view);
  }

  #report(...[outcome, step = '']: Parameters<TourPorts['report']>): void {
    const { host, view, finish } = this.#parts;
    const { campaign } = host;
    const say = (event: SentierEvent) => host.dispatchEvent(event);
    if (outcome === 'started') say(new SentierEvent('sentier-start', campaign));
    else if (outcome === 'missing') say(new SentierTargetMissingEvent(campaign, step));
    else if (outcome === 'step') {
      const { index, count } = view()!;
      say(new SentierStepEvent(campaign, step, index, count));
    } else finish(outcome);
  }

  #keyScope(): KeyScope | undefined {
    const { host, card, steps, isHint, view: seen } = this.#parts;
    const view = seen();
    return (
      view && {
        card,
        targets:
          view.target && steps[view.step]?.interaction !== 'blocked'
            ? [view.target, ...inOrder(view.also)]
            : [],
        isTrapping: view.at !== 'waiting' && !isHint(view),
        next: () => goOn(host, card),
        press: this.more.press,
        // Escape is not yet a "no" to a tour that has not begun.
        leave: () => (view.at === 'intro' ? host.snooze() : host.leave()),
      }
    );
  }
}
