import { plainPath } from '../../core/tour/plain-path.js';
import { isOnPage } from '../../core/tour/step-page.js';
import { position, transition } from '../../core/tour/tour-machine.js';
import { IDLE } from '../../core/tour/tour-state.js';
import type { MachineStep, MachineTour, TourEffect, TourEnd, TourEvent } from '../../core/tour/tour-state.js';
import type { Target } from '../../model/schema/common.js';
import type { Advance, Branch, StepAction } from '../../model/schema/tour.js';
import { canLocate, isFound, locate, prepareLocator } from '../../platform/locator.js';
import { currentPath, watchRoute } from '../../platform/route-watcher.js';
import { reveal } from '../../platform/scroller.js';
import { watchTarget } from '../../platform/target-watcher.js';
import type { Guide } from './guide.js';

/** A step as the runner needs it; what it says is the element's affair. */
export interface RunnerStep extends Omit<MachineStep, 'hasTarget'> {
  target?: Target | undefined;
  also?: readonly Target[] | undefined;
  advance?: Advance | undefined;
  before?: readonly StepAction[] | undefined;
  next?: string | readonly Branch[] | undefined;
  answers?: readonly { to: string }[] | undefined;
}

/** What is to be seen. It stays as it is while the next target is looked for. */
export interface TourView {
  at: 'intro' | 'active' | 'waiting';
  step: number;
  /** 0-based, among the steps that count. */
  index: number;
  count: number;
  /** Whether `count` holds whatever way is taken from here. */
  isCounted: boolean;
  target: Element | undefined;
  /** What else the spotlight goes around. */
  also: readonly Element[];
  /** A step that waits for another page, not for an element. */
  isElsewhere: boolean;
  /** Address of that page, where there is one to go to. */
  page: string | undefined;
}

/** What the runner asks of the element that draws it. */
export interface TourPorts {
  /** Another view, or the same step with another target. */
  show(view: TourView): void;
  /** The target went, and is being looked for. */
  hold(): void;
  report(outcome: 'started' | 'step' | 'missing' | TourEnd, step?: string): void;
  remember(step: string): void;
  announce(key: 'waiting' | 'page' | 'notYet'): void;
  navigate(path: string): void;
}

/** Holds a tour's state, and executes what the machine decides through the page's adapters. */
export class TourRunner {
  /** For tours with more than steps one after the other; to be given before the start. */
  guide: Guide | undefined;
  readonly #steps: readonly RunnerStep[];
  readonly #tour: MachineTour;
  readonly #ports: TourPorts;
  readonly #life = new AbortController();
  #state = IDLE;
  #target: Element | undefined;
  #seen: Element | undefined;
  #search = new AbortController();
  #advance = new AbortController();

  constructor(steps: readonly RunnerStep[], hasIntro: boolean, ports: TourPorts) {
    this.#steps = steps;
    this.#ports = ports;
    this.#tour = { hasIntro, steps: steps.map((step) => ({ ...step, hasTarget: !!step.target })) };
  }

  /**
   * Starts, at `step` without intro when it is given; at once, unless a target needs what few do. `away`: pages in a row
   * where that step could not be. `seen`: a target that is shown already.
   */
  start(step?: string, away = 0, seen?: Element): void | Promise<void> {
    this.#seen = seen;
    const targets = this.#steps.flatMap(({ target, also = [], before = [], next, advance }) => [
      target,
      ...also,
      ...before.flatMap(({ click, until, undo }) => [click, until, undo]),
      ...(Array.isArray(next) ? next.map(({ present }: Branch) => present) : []),
      advance?.check?.present,
      advance?.check?.absent,
    ]);
    const go = () => (this.#life.signal.aborted ? undefined : this.#start(step, away));
    // What could not be loaded makes its target missing.
    return canLocate(targets) ? go() : prepareLocator().then(go, go);
  }

  /** False until it has started: nothing can be sent to it before. */
  get isOn(): boolean {
    return this.#state.at !== 'idle';
  }

  #start(step: string | undefined, away: number): void {
    watchRoute(() => this.send({ type: 'pageChanged', path: currentPath() }), this.#life.signal);
    const absent: number[] = [];
    this.#steps.forEach(({ target, missing, page }, i) => {
      if (target && missing === 'skip' && !page && !isFound(target)) absent.push(i);
    });
    this.send({ type: 'start', path: currentPath(), step, away, absent, off: this.guide?.off(step) ?? [] });
  }

  /** Ends without an outcome. Idempotent. */
  stop(): void {
    for (const controller of [this.#life, this.#search, this.#advance]) controller.abort();
    this.#state = { ...this.#state, at: 'ended' };
  }

  send(event: TourEvent): void {
    const before = this.#state;
    const { guide } = this;
    const turned = guide ? guide.turn(event, before, before.anchored ? this.#target : undefined) : event;
    if (!turned) return;
    const { state, effects } = transition(before, turned, this.#tour);
    this.#state = state;
    guide?.settle(turned, before, state);
    for (const effect of effects) {
      // What hears of one may have gone on meanwhile, or closed the tour: the rest is of a state that is no more.
      if (this.#state !== state) return;
      this.#execute(effect);
    }
  }

  #execute(effect: TourEffect): void {
    const ports = this.#ports;
    switch (effect.type) {
      case 'locate':
        return this.#locate(effect);
      case 'cancelLocate':
        return this.#search.abort();
      case 'scrollTo':
        return this.#target === this.#seen ? undefined : reveal(this.#target!);
      case 'show':
        return this.#show();
      case 'hold':
        return ports.hold();
      case 'report':
        // What is reported before says how it came to that, and the end is still to be told.
        if (!/^(started|step|missing)$/.test(effect.outcome)) this.stop();
        return ports.report(effect.outcome, effect.step);
      case 'remember':
        return ports.remember(effect.step);
      case 'announce':
        return ports.announce(effect.key);
      case 'navigate':
        return ports.navigate(effect.path);
    }
  }

  #locate({ step, attempt, withinMs }: TourEffect & { type: 'locate' }): void {
    this.#search.abort();
    const { signal } = (this.#search = new AbortController());
    const look = () =>
      watchTarget(this.#steps[step]!.target!, withinMs, signal, (type, element) => {
        this.#target = element;
        this.send({ type, attempt });
      });
    if (!this.guide?.prepare(step, withinMs, signal, look, () => this.send({ type: 'timeout', attempt })))
      look();
  }

  #show(): void {
    const state = this.#state;
    const { at, step, anchored, path } = state;
    const { page, also = [] } = this.#steps[step]!;
    const ports = this.#ports;
    const target = anchored ? this.#target : undefined;
    this.#advance.abort();
    const { signal } = (this.#advance = new AbortController());
    // What the person did may take its own target away, or have it drawn anew, before it is known to have been done.
    const ifStill = (act: () => void) => () =>
      void (this.#state.step === step && !this.#life.signal.aborted && act());
    if (at === 'active')
      this.guide?.listen(
        step,
        target,
        ifStill(() => this.send({ type: 'advanced', attempt: this.#state.attempt })),
        (next) => next && !isOnPage(next.page, path) && ports.remember(next.id),
        signal,
        ifStill(() => ports.announce('notYet')),
        this.#life.signal,
      );
    ports.show({
      at: at as TourView['at'],
      step,
      ...position(state, this.#tour),
      isCounted: this.guide?.isCounted(step, state.skipped) ?? true,
      target,
      also: target ? also.flatMap((one) => locate(one).element ?? []) : [],
      isElsewhere: !isOnPage(page, path),
      page: plainPath(page),
    });
  }
}
