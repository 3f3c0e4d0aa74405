import { isCounted, nextIndex, offAt, type RouteStep, turnOff } from '../../core/tour/route.js';
import type { TourEvent, TourState } from '../../core/tour/tour-state.js';
import type { Audience } from '../../model/schema/audience.js';
import type { Target } from '../../model/schema/common.js';
import type { Branch, StepAction } from '../../model/schema/tour.js';
import { isFound, locate } from '../../platform/locator.js';
import { watchTarget } from '../../platform/target-watcher.js';
import { onAdvance } from './on-advance.js';
import type { RunnerStep } from './tour-runner.js';

/** Longest that what a click opens is waited for, in ms. */
const ACTION_MS = 5000;

/** Resolves with the element, or with nothing when it does not come in time or `signal` ends. */
const comes = (target: Target, signal: AbortSignal): Promise<Element | undefined> =>
  new Promise((resolve) => {
    const own = new AbortController();
    const end = (element?: Element) => {
      own.abort();
      resolve(element);
    };
    signal.addEventListener('abort', () => end());
    if (signal.aborted) return end();
    watchTarget(target, ACTION_MS, own.signal, (_, element) => end(element));
  });

const click = (element: Element | undefined): void => {
  if (element instanceof HTMLElement) element.click();
  else element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
};

/**
 * What few tours need and those have to load: ways that part, clicks before a step, and going on by doing. It stands
 * between what happens and the machine, which knows steps and nothing of what leads to them.
 */
export class Guide {
  readonly #steps: readonly RunnerStep[];
  readonly #isFor: (audience: Audience) => boolean;
  /** Steps as the way sees them: a branch that depends on nothing is known beforehand. */
  readonly #route: readonly RouteStep[];
  /** The clicks of ours that are not undone. */
  readonly #done = new Set<StepAction>();
  #run: { step: number; ready: Promise<unknown>; life: AbortController } | undefined;

  constructor(steps: readonly RunnerStep[], isFor: (audience: Audience) => boolean) {
    this.#steps = steps;
    this.#isFor = isFor;
    this.#route = steps.map((step) => {
      const ways = this.#waysOf(step);
      return { id: step.id, next: typeof step.next === 'string' ? step.next : ways?.[0], ways };
    });
  }

  /** All that a step may lead this person to; undefined where that depends on nothing. */
  #waysOf({ next, answers = [], advance }: RunnerStep): (string | undefined)[] | undefined {
    const asked = answers.map(({ to }) => to);
    // Answers stand in the place of Next, not of what the person does.
    if (asked[0] && !advance) return asked;
    if (!Array.isArray(next)) return asked[0] ? [...asked, next as string | undefined] : undefined;
    const open = (next as readonly Branch[]).filter(({ audience }) => !audience || this.#isFor(audience));
    const sure = open.findIndex(({ present }) => !present);
    const ways = open.map(({ to }) => to);
    return [...asked, ...(sure < 0 ? [...ways, undefined] : ways.slice(0, sure + 1))];
  }

  /** Whether it is known at a step how many there are, without those that are missing. */
  isCounted(step: number, missing: readonly number[]): boolean {
    return isCounted(this.#route, step, missing);
  }

  /** Steps that are not on the way from the first, or that led to the one where the tour is taken up again. */
  off(step?: string): number[] {
    const at = this.#route.findIndex(({ id }) => id === step);
    return offAt(this.#route, Math.max(at, 0));
  }

  /** What to tell the machine of an event: where a way parts, which one is taken. Nothing, where we act on it ourselves. */
  turn(event: TourEvent, state: TourState, target: Element | undefined): TourEvent | undefined {
    const { step, off, attempt } = state;
    if (!/^[law]/.test(state.at)) return event;
    if (event.type === 'goto') return { ...event, off: this.#offAt(event.step, step, off) };
    const isNext = event.type === 'next';
    if (!isNext && !(event.type === 'advanced' && event.attempt === attempt)) return event;
    const { advance, next } = this.#steps[step]!;
    if (isNext && target && advance?.byNext && advance.on === 'click') {
      // What it does is heard like the person's own click.
      click(target);
      return undefined;
    }
    const to = typeof next === 'string' ? next : next?.find((branch) => this.#holds(branch))?.to;
    return to === undefined
      ? event
      : { type: 'goto', step: to, off: this.#offAt(to, step, off), byHand: isNext };
  }

  #holds({ audience, present }: { audience?: Audience | undefined; present?: Target | undefined }): boolean {
    return (!audience || this.#isFor(audience)) && (!present || isFound(present));
  }

  #offAt(to: string, from: number, off: readonly number[]): number[] {
    return turnOff(this.#route, from, nextIndex(this.#route, from, to), off);
  }

  /** After each event: on the way back, and when the tour is left, what it opened is closed again. */
  settle(event: TourEvent, before: TourState, { at, step }: TourState): void {
    if (at === 'ended' || step !== this.#run?.step) this.#stop();
    if (event.type === 'leave') this.#undo(before.step, -1);
    else if (step < before.step) this.#undo(before.step, step);
  }

  #stop(): void {
    this.#run?.life.abort();
    this.#run = undefined;
  }

  /**
   * Closes what steps after `to` had opened, and `to` does not need, be it by us or by the person. Who leaves the tour
   * keeps what they opened themselves.
   */
  #undo(from: number, to: number): void {
    const keyOf = (action: StepAction) => JSON.stringify(action.click);
    const needed = new Set(this.#steps[to]?.before?.map(keyOf));
    for (let i = from; i > to; i--)
      for (const action of [...(this.#steps[i]?.before ?? [])].reverse()) {
        const { click: opened, until, undo = opened } = action;
        const isOurs = this.#done.delete(action);
        if (needed.has(keyOf(action)) || !(isOurs || (to >= 0 && until))) continue;
        if (!until || isFound(until)) click(locate(undo).element);
      }
  }

  /** Has a step's clicks done, then calls `look`; `miss` when they take longer than `withinMs`. False: it has none. */
  prepare(step: number, withinMs: number, signal: AbortSignal, look: () => void, miss: () => void): boolean {
    const { before } = this.#steps[step]!;
    if (!before?.length) return false;
    if (this.#run?.step !== step) {
      this.#stop();
      const life = new AbortController();
      this.#run = { step, life, ready: this.#perform(before, life.signal) };
    }
    const timer = setTimeout(() => signal.aborted || miss(), withinMs);
    void this.#run.ready.then(() => {
      clearTimeout(timer);
      if (!signal.aborted) look();
    });
    return true;
  }

  async #perform(actions: readonly StepAction[], signal: AbortSignal): Promise<void> {
    for (const action of actions) {
      if (action.until && isFound(action.until)) continue;
      const element = await comes(action.click, signal);
      if (signal.aborted || !element) return;
      click(element);
      this.#done.add(action);
      if (action.until) await comes(action.until, signal);
    }
  }

  /** Listens for what the step at `index` asks for. */
  listen(
    index: number,
    target: Element | undefined,
    advance: () => void,
    about: (next: RunnerStep | undefined) => void,
    signal: AbortSignal,
    notYet: () => void,
    life: AbortSignal,
  ): void {
    const asked = this.#steps[index]?.advance;
    const next = this.#steps[nextIndex(this.#route, index)];
    if (asked) onAdvance(asked, target, { advance, notYet, about: () => about(next) }, signal, life);
  }
}
