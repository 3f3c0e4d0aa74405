import { progressOf } from '../core/progress.js';
import { slotOf } from '../core/slot.js';
import type { Outcome, Slot } from '../core/types.js';
import type { Campaign } from '../model/schema/campaign.js';
import type { Engine } from './engine.js';
import { isService, type Listener, put, type Shown, type Wish } from './put.js';
import type { WidgetModule } from './widget-module.js';

/** A kind of widget that failed this often on a page is left alone. */
const MAX_FAULTS = 3;

/** Puts things on screen and takes them away. */
export class Stage implements Listener {
  readonly showing = new Map<string, Slot>();
  readonly shown = new Map<string, Shown>();
  /** Held while something of ours interrupts unasked (floor.ts). */
  floor = new AbortController();
  readonly #faults = new Map<string, number>();
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    // Drawn before all this was here.
    const { beginning } = engine.scene;
    if (!beginning) return;
    this.floor = beginning.floor;
    for (const shown of beginning.shown.values()) this.#add(shown);
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
    const { scene, ledger } = this.#engine;
    const past = progressOf(ledger.progress(), id, campaign.version);
    // Started or snoozed: to be taken up again.
    const goesOn = !wish.fresh && /^s[tn]/.test(past?.status ?? '');
    return put(scene, module, { campaign, slot, content }, wish, this.#add, this, goesOn ? past : undefined);
  }

  readonly #add = (shown: Shown): void => {
    this.shown.set(shown.campaign.id, shown);
    this.showing.set(shown.campaign.id, shown.slot);
  };

  report(outcome: Outcome, { manual, slot }: Shown, isComing: boolean): void {
    this.#engine.ledger.report(outcome, manual, slot === 'interruption', isComing);
  }

  closed(shown: Shown): void {
    const { campaign, slot, manual, last } = shown;
    const engine = this.#engine;
    // Shown anew meanwhile: that one stays.
    if (this.shown.get(campaign.id) === shown) {
      this.shown.delete(campaign.id);
      this.showing.delete(campaign.id);
      if (slot === 'interruption') this.floor.abort();
    }
    // What failed and went on telling is not broken: a question that was left out.
    if (last === 'failed') this.#count(campaign);
    else if (!last && !manual) engine.drop((one) => one === campaign);
    engine.update();
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
