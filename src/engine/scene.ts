import { type ForSome, refusalBut } from '../core/audience-facts.js';
import { mayBeDue } from '../core/sieve.js';
import type { Campaign } from '../model/schema/campaign.js';
import type { Context, PlanIndex, Progress } from '../core/types.js';
import { parseJson } from '../model/safe-json.js';
import { announce, query, queryAll } from '../platform/natives.js';
import type { PageConfig } from '../platform/page-config.js';
import { currentPath } from '../platform/route-watcher.js';
import type { Beginning } from './begin.js';
import type { Load } from './chunks.js';
import type { Diary } from './diary.js';
import type { Engine } from './engine.js';
import { guard } from './guard.js';
import { isWaiting } from './waiting.js';

/** What the sieve let through, and what it was told from. */
export interface Due {
  maybe: Campaign[];
  /** As the browser keeps it, unchecked: the engine looks closer. */
  progress: (Progress & { told?: object }) | null;
  /** Epoch ms; right to two hours where the host simulates a date. */
  now: number;
}

/**
 * What every page pays for: knows the person, the plan and the page, and whether anything at all may have to be shown.
 * The sieve is seldom wrong with a yes and never with a no. With the first yes comes the chunk `first`, which draws what is
 * surely due, then `engine`: the director, and all that keeps and sends.
 */
export class Scene {
  plan: PlanIndex | undefined;
  context: Context = {};
  /** Host events of this page, by name, with the epoch ms of the last one. */
  readonly events = new Map<string, number>();
  /** Epoch ms at which this route became current. */
  since = Date.now();
  readonly ending = new AbortController();
  diary: Diary | undefined;
  beginning: Beginning | undefined;
  engine: Engine | undefined;

  // Parameter properties would be written out twice, and this is on every page.
  declare readonly config: PageConfig;
  declare readonly load: Load;

  constructor(config: PageConfig, load: Load) {
    this.config = config;
    this.load = load;
  }

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
    return (this.engine ??= (await this.load('engine')).openEngine(this));
  }

  /** Unchecked: the sieve lets nothing faulty pass, and the engine says what is wrong with the rest. */
  setPlan(raw: Partial<PlanIndex>): void {
    this.plan = { ...raw, campaigns: [raw.campaigns ?? []].flat() } as PlanIndex;
    this.look();
  }

  readonly identify = (context: Context): void => {
    // A copy: the host may change its own and say it again.
    this.context = {
      ...context,
      locale: context.locale ?? this.config.locale ?? (query(':root') as HTMLElement).lang,
    };
    // What another page could not send, as far as it may go under this person's session; the flag is all that a page needs to know of it.
    if (this.config.collect && isWaiting())
      void guard(async () => (await this.load('deliver')).flush(this))();
    this.look();
  };

  /** The host shows another page, or this one again. */
  readonly turn = (): void => {
    this.since = Date.now();
    this.events.clear();
    this.look();
  };

  readonly emit = (name: string): void => {
    this.events.set(name, Date.now());
    // For a step of a tour that waits for it (tour/on-advance.ts).
    announce('sentier-emit', { name });
    // Where no campaign may wait for it, there is no engine.
    this.engine?.update();
  };

  readonly look = guard((): unknown => {
    if ([...queryAll(':not(:defined)')].some(({ localName }) => localName.startsWith('sentier-')))
      void guard(this.load)('define');
    return this.engine
      ? this.engine.refresh()
      : (this.beginning ?? this.due()) && this.load('first').then(({ begin }) => begin(this));
  });

  /** Epoch ms by the host's clock; the engine tells it exactly. */
  now(): number {
    const { now } = this.context;
    return Date.parse(`${now}Z`) || Date.parse(now!) || Date.now();
  }

  /** What may have to be shown here and now; undefined for nothing. */
  due(): Due | undefined {
    const { plan, context, place } = this;
    if (!plan || this.isNested) return undefined;
    const [area, prefix] = place;
    let progress: Due['progress'] = null;
    try {
      progress = parseJson(window[area!].getItem(`${prefix}progress`)!) as Progress;
    } catch {
      // Blocked, or nothing yet.
    }
    const now = this.now();
    const maybe = mayBeDue(plan, context, progress, { path: currentPath() }, now);
    return (
      // An earlier page was left before that was written (diary.ts).
      progress?.told ||
        maybe.length ||
        // Articles, hints, contacts.
        (Object.values(plan.help ?? {}).flat() as (ForSome | undefined)[]).some(
          (item) => item?.id && !refusalBut(item, plan, context, (_, should) => should),
        )
        ? { maybe, progress, now }
        : undefined
    );
  }
}
