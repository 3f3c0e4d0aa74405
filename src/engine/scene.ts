import { refusalBut } from '../core/audience-facts.js';
import { mayBeDue } from '../core/sieve.js';
import type { Context, PlanIndex, Progress } from '../core/types.js';
import { parseJson } from '../model/safe-json.js';
import { queryAll } from '../platform/natives.js';
import type { PageConfig } from '../platform/page-config.js';
import { currentPath } from '../platform/route-watcher.js';
import type { Load } from './chunks.js';
import type { Engine } from './engine.js';
import { guard } from './guard.js';

/**
 * What every page pays for: knows the person, the plan and the page, and whether anything at all may have to be shown.
 * The sieve is seldom wrong with a yes and never with a no; the director, and all that shows, keeps and sends, is in the
 * chunk `engine`, which comes with the first yes.
 */
export class Scene {
  plan: PlanIndex | undefined;
  context: Context = {};
  /** Host events of this page, by name, with the epoch ms of the last one. */
  readonly events = new Map<string, number>();
  /** Epoch ms at which this route became current. */
  since = Date.now();
  readonly ending = new AbortController();
  #engine: Engine | undefined;

  constructor(
    readonly config: PageConfig,
    readonly load: Load,
  ) {}

  /** Where this person's strings are kept: the area, undefined for this page's memory alone, and what their keys begin with. */
  get place(): readonly [area: 'sessionStorage' | 'localStorage' | undefined, prefix: string] {
    const { store } = this.config;
    const { key = '' } = this.context.user ?? {};
    return [
      store === 'memory' ? undefined : store === 'local' && key ? 'localStorage' : 'sessionStorage',
      `sentier:${this.plan?.id ?? ''}:${key}:`,
    ];
  }

  /** Whether the page around this frame runs Sentier too: then that one speaks by itself, and this one when asked. */
  get isNested(): boolean {
    try {
      return window !== top && !!(top?.sentier as { version?: string } | undefined)?.version;
    } catch {
      // A page of another origin.
      return false;
    }
  }

  async wake(): Promise<Engine> {
    return (this.#engine ??= (await this.load('engine')).openEngine(this));
  }

  /** Unchecked: the sieve lets nothing faulty pass, and the engine says what is wrong with the rest. */
  setPlan(raw: Partial<PlanIndex>): void {
    this.plan = { version: 1, ...raw, campaigns: [raw.campaigns ?? []].flat() };
    this.look();
  }

  identify(context: Context): void {
    this.context = context ?? {};
    this.look();
  }

  /** The host shows another page, or this one again. */
  turn(): void {
    this.since = Date.now();
    this.events.clear();
    this.look();
  }

  emit(name: string): void {
    this.events.set(name, Date.now());
    // Where no campaign may wait for it, there is no engine.
    this.#engine?.heard(name);
  }

  readonly look = guard((): void => {
    if ([...queryAll(':not(:defined)')].some(({ localName }) => localName.startsWith('sentier-')))
      void guard(this.load)('define');
    if (this.#engine) this.#engine.refresh();
    else if (this.#mayShow()) void guard(() => this.wake())();
  });

  #mayShow(): boolean {
    const { plan, context } = this;
    if (!plan || this.isNested) return false;
    return (
      [plan.help?.articles, plan.help?.hints]
        .flat()
        .some((item) => item?.id && !refusalBut(item, plan, context, (_, should) => should)) ||
      mayBeDue(
        plan,
        context,
        this.#progress(),
        { path: currentPath() },
        Date.parse(`${context.now}Z`) || Date.now(),
      ).length > 0
    );
  }

  /** As the browser keeps it, unchecked: the engine looks closer. */
  #progress(): Progress {
    const [area, prefix] = this.place;
    try {
      return parseJson(window[area!].getItem(`${prefix}progress`)!) as Progress;
    } catch {
      return { campaigns: {} };
    }
  }
}
