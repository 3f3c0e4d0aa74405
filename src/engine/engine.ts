import { audienceRefusal } from '../core/audience.js';
import { decide } from '../core/director.js';
import { matchesAny } from '../core/glob.js';
import { slotOf } from '../core/slot.js';
import type { Decision, Outcome, Slot } from '../core/types.js';
import { contentFor } from '../core/variant.js';
import { parseLocal } from '../core/zoned-time.js';
import { indexPlan } from '../model/index-plan.js';
import type { Audience } from '../model/schema/audience.js';
import type { Campaign } from '../model/schema/campaign.js';
import type { Target } from '../model/schema/common.js';
import { fetchContent } from '../platform/content-source.js';
import { currentPath } from '../platform/route-watcher.js';
import { whenIdle } from '../platform/when-idle.js';
import type { Explanation } from './explain.js';
import { fault } from './faults.js';
import { Ledger } from './ledger.js';
import { HELP, isService, localesOf, NEWS, type Wish } from './put.js';
import { loadRich, needsRich } from './rich.js';
import type { Scene } from './scene.js';
import { Stage } from './stage.js';

/** Longest sleep of one timer, in ms: `setTimeout` overflows at 24.8 days, and clocks are put right. */
const LONGEST_SLEEP_MS = 3_600_000;

/** Asks the director, and brings what is due. */
export class Engine {
  readonly scene: Scene;
  /** The plan as it came. */
  readonly raw: unknown;
  readonly ledger: Ledger;
  readonly stage: Stage;
  readonly #coming = new Map<string, Promise<boolean>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The eye on the page, once a campaign waits for an element (upkeep.ts). */
  isPresent: ((target: Target) => boolean) | undefined;
  /** For the elements, which take it apart, through the context protocol (elements/context/services.ts). */
  readonly service = {
    plan: () => this.scene.plan,
    context: () => this.scene.context,
    locales: () => localesOf(this.scene),
    show: (id: string) => this.show(id),
    report: (outcome: Outcome) => this.ledger.report(outcome, true, false),
    isFor: (item: { id: string; audience?: Audience | undefined }) => this.isFor(item),
    isOn: (pages: readonly string[]) => matchesAny(pages, currentPath()),
    now: () => this.now(),
    progress: () => this.ledger.progress(),
  };

  constructor(scene: Scene, raw: unknown) {
    this.scene = scene;
    this.raw = raw;
    this.ledger = new Ledger(scene, () => this.now());
    this.stage = new Stage(this);
    scene.ending.signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.stage.clear();
      this.stage.floor.abort();
    });
  }

  /** Another page or person: what was on screen may have to go, help may have to come. */
  async refresh(): Promise<void> {
    if (!this.scene.plan) return;
    if (this.stage.shown.size)
      try {
        (await this.ledger.upkeep()).tidy(this);
      } catch {
        // Who cannot tell what is whose leaves nothing of another person's on screen.
        this.stage.clear();
      }
    if (this.isHelpDue()) void this.bring(HELP);
    this.update();
  }

  /** Decides, and acts on it. */
  readonly update = (): void => {
    clearTimeout(this.#timer);
    if (!this.scene.plan || this.scene.isNested) return;
    const settling = this.ledger.settle();
    if (settling) return void settling.then(this.update, fault);
    try {
      const { show, armed, wakeAt } = this.decide(this.stage.showing, false);
      if (wakeAt) this.#timer = setTimeout(this.update, Math.min(wakeAt - this.now(), LONGEST_SLEEP_MS));
      if (this.isPresent || armed.length)
        this.ledger
          .upkeep()
          .then(({ attend }) => attend(this, armed))
          .catch(fault);
      for (const campaign of show) void this.bring(campaign);
    } catch (error) {
      fault(error);
    }
  };

  /** By hand: "help", "news", or a campaign's id; after a slash an article, an item, a tour's step. False when there is none such. */
  async show(id: string, fresh = false): Promise<boolean> {
    const [name, open = ''] = id.split('/');
    for (const one of [HELP, NEWS]) if (name === one.id) return this.bring(one, { manual: true, open });
    const campaign = this.scene.plan?.campaigns.find((one) => one.id === name);
    return !!campaign && this.bring(campaign, { manual: true, fresh, open: open || undefined });
  }

  /** Shows a campaign once all that it needs is there; asked for at once, never as a chain. */
  bring(campaign: Campaign, wish: Wish = {}): Promise<boolean> {
    const { id } = campaign;
    const before = this.#coming.get(id);
    // Asked for while it comes unasked, which may yet be refused: after that.
    if (before && wish.manual)
      return before.then(
        (isThere) => (isThere && !wish.fresh && wish.open === undefined) || this.bring(campaign, wish),
      );
    if (!this.scene.plan) return Promise.resolve(false);
    const coming = before ?? this.#bring(campaign, wish);
    this.#coming.set(id, coming);
    return coming;
  }

  async #bring(campaign: Campaign, wish: Wish): Promise<boolean> {
    const { id, kind } = campaign;
    const { context } = this.scene;
    let done = false;
    const isAsked = wish.manual || isService(campaign);
    // Without it, as it can do its work later, we do not know of other tabs.
    const floor = () => import('./upkeep.js').catch(() => undefined);
    try {
      const [module, content] = await Promise.all([
        this.scene.load(kind),
        this.#contentOf(campaign),
        this.ledger.prepare(),
        // Tours and surveys will need it.
        !isAsked && /^[st]/.test(kind) && floor(),
      ]);
      await this.ledger.settle();
      // Another person: other words, another past.
      if (context !== this.scene.context) {
        this.#coming.delete(id);
        return await this.bring(campaign, wish);
      }
      // Much may have happened since it was due.
      const isDue = () =>
        wish.manual ||
        (campaign === HELP
          ? this.isHelpDue()
          : this.decide(this.stage.showing, false).show.includes(campaign));
      const mayShow =
        isDue() &&
        (isAsked ||
          slotOf(campaign, content) !== 'interruption' ||
          (await (await floor())?.takeFloor(this, isDue)) !== false);
      if (this.scene.plan && mayShow) done = await this.stage.put(campaign, module, content, wish);
    } catch (error) {
      fault(error, id);
      this.drop((one) => one === campaign);
    }
    this.#coming.delete(id);
    // It is the turn of another, maybe.
    if (!isService(campaign)) {
      if (!done) this.update();
      // What the person does with it is written by what comes now.
      else this.keepPlan();
    }
    return done;
  }

  /** Once the page has nothing else to do: what it keeps was good enough to show something just now. */
  keepPlan(): void {
    whenIdle(
      () =>
        void this.ledger
          .upkeep()
          .then(({ keepPlan }) => keepPlan(this))
          .catch(fault),
    );
  }

  async #contentOf(campaign: Campaign): Promise<unknown> {
    const { plan, context, config } = this.scene;
    let content = contentFor(campaign, plan!, context, this.now()) as { src?: unknown };
    const { src } = content;
    if (typeof src === 'string')
      // `place` and `display` may stand beside `src`.
      content = {
        ...content,
        ...((await fetchContent(src, new URL(config.plan ?? '', document.baseURI).href)) as object),
      };
    // Without it a text is as it was written.
    if (needsRich(content, plan!.settings?.theme?.accent)) await loadRich().catch(() => undefined);
    return content;
  }

  /** Out of the way for as long as this page stands: the others have their turn. */
  drop(isOut: (campaign: Campaign) => boolean): void {
    const { scene } = this;
    if (scene.plan)
      scene.plan = { ...scene.plan, campaigns: scene.plan.campaigns.filter((one) => !isOut(one)) };
  }

  decide(showing: ReadonlyMap<string, Slot> = this.stage.showing, isToldWhy = true): Decision {
    const { plan, context, since, events } = this.scene;
    const skew = this.#skew();
    return decide(
      plan!,
      context,
      this.ledger.progress(),
      {
        path: currentPath(),
        since: since + skew,
        isPresent: (target) => !!this.isPresent?.(target),
        events: new Map([...events].map(([name, at]) => [name, at + skew])),
        showing,
      },
      this.now(),
      isToldWhy,
    );
  }

  /** Simulated time less real time, in ms. It stands still: demonstrations and previews are not about clocks. */
  #skew(): number {
    const { context, plan } = this.scene;
    return parseLocal(context.now, plan?.settings?.timeZone) - this.#born || 0;
  }
  readonly #born = Date.now();

  now(): number {
    return Date.now() + this.#skew();
  }

  isFor(item: { id: string; audience?: Audience | undefined }): boolean {
    return !audienceRefusal(item, this.scene.plan ?? {}, this.scene.context, this.now());
  }

  /** Has the plan help for this person, on whatever page? It is always at the same place (WCAG 3.2.6). */
  isHelpDue(): boolean {
    const { plan, isNested } = this.scene;
    return (
      !isNested &&
      [plan?.help?.articles, plan?.help?.hints, plan?.help?.contacts]
        .flat()
        .some((item) => item?.id && this.isFor(item))
    );
  }

  /** Answers an element that asks for the engine through the context protocol. */
  serve(callback: (service: Engine['service']) => void): void {
    callback(this.service);
  }

  /** Why each campaign is shown or not, now. */
  async explain(): Promise<Explanation> {
    return (await this.ledger.upkeep()).explain(this);
  }

  /** Forgets this person's progress. */
  async reset(): Promise<void> {
    // Also where nothing was shown yet that would have asked the host's server.
    await this.ledger.prepare();
    await (await this.ledger.upkeep()).forget(this);
    await this.refresh();
  }
}

let engine: Engine | undefined;

/** One a page. Faulty campaigns are left out first, and said in one warning. */
export function openEngine(scene: Scene): Engine {
  if (engine?.scene === scene) return engine;
  const raw = scene.plan;
  if (raw) {
    const { plan, problems } = indexPlan(raw);
    scene.plan = plan;
    if (problems.length)
      import('./diagnose.js').then(({ diagnose }) => fault(diagnose(raw).join('\n'))).catch(fault);
  }
  engine = new Engine(scene, raw);
  // What was drawn before.
  if (engine.stage.shown.size) engine.keepPlan();
  void engine.refresh();
  return engine;
}
