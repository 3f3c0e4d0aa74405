import { slotOf } from '../core/slot.js';
import type { Slot } from '../core/types.js';
import type { Campaign } from '../model/schema/campaign.js';
import { type Engine, isService, type Wish } from './engine.js';
import { fault } from './faults.js';
import type { EnvelopeDraft, Presented, PresentRequest, WidgetModule } from './widget-module.js';

/** A kind of widget that failed this often on a page is left alone. */
const MAX_FAULTS = 3;

/** What is on screen. */
interface Shown extends Presented {
  campaign: Campaign;
  manual: boolean;
  /** Whom it is for: another person has nothing to do with it. */
  key: string | undefined;
}

/** Puts things on screen and takes them away. */
export class Stage {
  readonly showing = new Map<string, Slot>();
  readonly shown = new Map<string, Shown>();
  /** Held while something of ours interrupts unasked (floor.ts). */
  floor = new AbortController();
  readonly #faults = new Map<string, number>();
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** False when it went at once, or cannot be. */
  async put(campaign: Campaign, module: WidgetModule, content: unknown, wish: Wish): Promise<boolean> {
    const { id, kind } = campaign;
    const there = this.shown.get(id);
    if (there && isService(campaign)) {
      if (wish.open !== undefined) there.open?.(wish.open);
      return true;
    }
    if (this.#faultsOf(kind) >= MAX_FAULTS) return false;
    // No campaign's slot, so that help takes nobody's place.
    const slot = isService(campaign) ? (id as Slot) : slotOf(campaign, content);
    for (const [other, taken] of [...this.showing])
      if (taken === slot || other === id) this.shown.get(other)?.close();
    return this.#present(module, slot, { ...this.#requestFor(campaign, wish), content });
  }

  async #present(
    module: WidgetModule,
    slot: Slot,
    request: Omit<PresentRequest, 'report' | 'closed' | 'fail'>,
  ): Promise<boolean> {
    const { campaign, manual } = request;
    const { id } = campaign;
    const engine = this.#engine;
    let presented: Presented | undefined;
    /** The last that was heard of it; nothing, where the host forbade it. */
    let last: 'failed' | 'told' | undefined;
    const isOver = () => this.shown.get(id) !== self;
    const closed = () => {
      if (isOver()) return;
      this.shown.delete(id);
      this.showing.delete(id);
      if (slot === 'interruption') this.floor.abort();
      // What failed and went on telling is not broken: a question that was left out.
      if (last === 'failed') this.#count(campaign);
      else if (!last && !manual) engine.drop((one) => one === campaign);
      engine.update();
    };
    const fail = (error: unknown) => {
      last = 'failed';
      fault(error, id);
    };
    const self: Shown = {
      campaign,
      manual,
      key: engine.scene.context.user?.key,
      // Asked before it is there: closed as soon as it is.
      close: () => {
        last = 'told';
        if (presented) presented.close();
        else closed();
      },
      open: (article) => presented?.open?.(article),
    };
    this.shown.set(id, self);
    this.showing.set(id, slot);
    try {
      const report: PresentRequest['report'] = (outcome) => {
        last = 'told';
        engine.ledger.report(outcome, manual, slot === 'interruption', !presented);
      };
      presented = await module.present({ ...request, report, closed, fail });
      if (isOver()) presented.close();
    } catch (error) {
      fail(error);
      closed();
    }
    return !isOver();
  }

  #requestFor(campaign: Campaign, { fresh, open, manual = false }: Wish) {
    const { scene, ledger } = this.#engine;
    const past = ledger.progress().campaigns[campaign.id];
    return {
      campaign,
      plan: scene.plan!,
      context: scene.context,
      locales: this.#engine.locales(),
      theme: scene.plan!.settings?.theme ?? {},
      manual,
      // Started or snoozed: to be taken up again.
      progress: !fresh && /^s[tn]/.test(past?.status ?? '') ? past : undefined,
      session: ledger.strings,
      send: (draft: EnvelopeDraft) => ledger.send(draft),
      show: (id: string) => this.#engine.show(id),
      ...(open !== undefined && { open }),
    };
  }

  #faultsOf(kind: string): number {
    return this.#faults.get(kind) ?? 0;
  }

  #count(campaign: Campaign): void {
    const { kind } = campaign;
    this.#faults.set(kind, this.#faultsOf(kind) + 1);
    const isOut = this.#faultsOf(kind) >= MAX_FAULTS;
    this.#engine.drop((one) => one === campaign || (isOut && one.kind === kind));
  }

  clear(): void {
    for (const { close } of [...this.shown.values()]) close();
  }
}
