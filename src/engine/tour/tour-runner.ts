import { isOnPage, plainPath } from '../../core/tour/step-page.js';
import { position, transition } from '../../core/tour/tour-machine.js';
import { IDLE } from '../../core/tour/tour-state.js';
import type { MachineStep, MachineTour, TourEffect, TourEnd, TourEvent } from '../../core/tour/tour-state.js';
import type { Target } from '../../model/schema/common.js';
import { canLocate, isFound, prepareLocator } from '../../platform/locator.js';
import { currentPath, watchRoute } from '../../platform/route-watcher.js';
import { reveal } from '../../platform/scroller.js';
import { watchTarget } from '../../platform/target-watcher.js';
import type { Advance } from './on-advance.js';

/** A step as the runner needs it; what it says is the element's affair. */
export interface RunnerStep extends Omit<MachineStep, 'hasTarget'> {
  target?: Target | undefined;
  advance?: Advance | undefined;
}

/** What is to be seen. It stays as it is while the next target is looked for. */
export interface TourView {
  at: 'intro' | 'active' | 'waiting';
  step: number;
  /** 0-based, among the steps that count. */
  index: number;
  count: number;
  target: Element | undefined;
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
  announce(key: 'waiting' | 'page'): void;
  navigate(path: string): void;
}

let onAdvance: typeof import('./on-advance.js').onAdvance | undefined;

/** Holds a tour's state, and executes what the machine decides through the page's adapters. */
export class TourRunner {
  readonly #steps: readonly RunnerStep[];
  readonly #tour: MachineTour;
  readonly #ports: TourPorts;
  readonly #life = new AbortController();
  #state = IDLE;
  #target: Element | undefined;
  #search = new AbortController();
  #advance = new AbortController();

  constructor(steps: readonly RunnerStep[], hasIntro: boolean, ports: TourPorts) {
    this.#steps = steps;
    this.#ports = ports;
    this.#tour = { hasIntro, steps: steps.map((step) => ({ ...step, hasTarget: !!step.target })) };
  }

  /** Starts, at `step` without intro when it is given; at once, unless a step needs what few tours do. */
  start(step?: string): void {
    const needs: Promise<unknown>[] = [];
    if (!canLocate(this.#steps.map(({ target }) => target))) needs.push(prepareLocator());
    if (!onAdvance && this.#steps.some(({ advance }) => advance))
      needs.push(import('./on-advance.js').then((module) => ({ onAdvance } = module)));
    // What could not be loaded makes its target missing, and its step one that goes on by Next.
    if (needs[0]) void Promise.allSettled(needs).then(() => this.#life.signal.aborted || this.#start(step));
    else this.#start(step);
  }

  #start(step: string | undefined): void {
    watchRoute(() => this.send({ type: 'pageChanged', path: currentPath() }), this.#life.signal);
    const absent: number[] = [];
    this.#steps.forEach(({ target, missing, page }, i) => {
      if (target && missing === 'skip' && !page && !isFound(target)) absent.push(i);
    });
    this.send({ type: 'start', path: currentPath(), step, absent });
  }

  /** Ends without an outcome. Idempotent. */
  stop(): void {
    for (const controller of [this.#life, this.#search, this.#advance]) controller.abort();
    this.#state = { ...this.#state, at: 'ended' };
  }

  send(event: TourEvent): void {
    const { state, effects } = transition(this.#state, event, this.#tour);
    this.#state = state;
    for (const effect of effects) this.#execute(effect);
  }

  #execute(effect: TourEffect): void {
    const ports = this.#ports;
    switch (effect.type) {
      case 'locate':
        return this.#locate(effect);
      case 'cancelLocate':
        return this.#search.abort();
      case 'scrollTo':
        return reveal(this.#target!);
      case 'show':
        return this.#show();
      case 'hold':
        return ports.hold();
      case 'report':
        if (this.#state.at === 'ended') this.stop();
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
    this.#search = new AbortController();
    watchTarget(this.#steps[step]!.target!, withinMs, this.#search.signal, (type, element) => {
      this.#target = element;
      this.send({ type, attempt });
    });
  }

  #show(): void {
    const state = this.#state;
    const { at, step, anchored, attempt, path } = state;
    const { advance, page } = this.#steps[step]!;
    const target = anchored ? this.#target : undefined;
    this.#advance.abort();
    const { signal } = (this.#advance = new AbortController());
    if (advance && at === 'active') {
      const next = this.#steps[step + 1];
      const advanced = () => this.send({ type: 'advanced', attempt });
      const about = () => next && !isOnPage(next.page, path) && this.#ports.remember(next.id);
      onAdvance?.(advance, target, advanced, about, signal);
    }
    this.#ports.show({
      at: at as TourView['at'],
      step,
      ...position(state, this.#tour),
      target,
      isElsewhere: !isOnPage(page, path),
      page: plainPath(page),
    });
  }
}
