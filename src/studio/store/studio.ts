import type { Campaign } from '../../model/schema/campaign.js';
import { begin, record, redo, undo, type History } from './history.js';
import { join, joinAll, remembered } from './join.js';
import { same, samePlan, settle, type Clash } from './merge.js';
import type { Chance } from './new-id.js';
import type { Kept, Recovery } from './recovery.js';
import type { Saving } from './saving.js';
import {
  ALONE,
  StoreError,
  schoolsOf,
  type Loaded,
  type Me,
  type PlanDocument,
  type StudioStore,
} from './studio-store.js';

export type { Saving } from './saving.js';

export interface StudioOptions {
  store: StudioStore;
  recovery: Recovery;
  now?: () => number;
  /** For the ids of what is made. */
  chance?: Chance;
  /** Between the last change and saving it. */
  delayMs?: number;
  /** Between tries while the store cannot be had. */
  retryMs?: number;
}

/** What a person should hear once: what was found again, what somebody else changed. */
export interface Notice {
  kind: 'recovered' | 'merged';
  count: number;
}

/**
 * The document being edited, its history, and the care that nothing typed is lost: every change is in the browser before
 * anything else, then in the store; two editors' changes are made one where they do not touch, and shown side by side
 * where they do. Fires `change`.
 */
export class Studio extends EventTarget {
  readonly store: StudioStore;
  readonly #recovery: Recovery;
  readonly chance: Chance;
  readonly #now: () => number;
  readonly #delayMs: number;
  readonly #retryMs: number;
  #history: History<PlanDocument> = begin({ version: 1 });
  /** What others have, and the name it has there: the server's draft; without one the file, which has no saved changes. */
  #base: PlanDocument = { version: 1 };
  #tag: string | undefined;
  /** What the store was given last. */
  #saved: PlanDocument = this.#base;
  /** States of this work that others may have by now. */
  #earlier: readonly PlanDocument[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #writing: Promise<unknown> | undefined;
  /** Counts what is to be kept: a copy that is older is written again. */
  #states = 0;
  isKept = true;
  me: Me = { ...ALONE, role: 'viewer' };
  published: PlanDocument | undefined;
  /** Campaigns of others for the same people. */
  around: readonly Campaign[] = [];
  saving: Saving = { state: 'saved' };
  clashes: readonly Clash[] = [];
  notice: Notice | undefined;
  isLoaded = false;

  constructor(options: StudioOptions) {
    super();
    this.store = options.store;
    this.#recovery = options.recovery;
    this.#now = options.now ?? Date.now;
    this.chance = options.chance ?? Math.random;
    this.#delayMs = options.delayMs ?? 800;
    this.#retryMs = options.retryMs ?? 5000;
  }

  get plan(): PlanDocument {
    return this.#history.present;
  }
  get now(): number {
    return this.#now();
  }
  /** Schools that this person may write for; undefined: all. */
  get schools(): readonly string[] | undefined {
    return schoolsOf(this.me, this.store.space);
  }
  /** Settings are the whole ENT's: a district's or a school's plan has none of its own. */
  get ownsSettings(): boolean {
    return this.schools === undefined && (this.store.space ?? 'all') === 'all';
  }
  /** The plan with what others show the same people: what a day looks like for them. */
  get whole(): PlanDocument {
    return this.around.length
      ? { ...this.plan, campaigns: [...(this.plan.campaigns ?? []), ...this.around] }
      : this.plan;
  }
  get canPublish(): boolean {
    return this.me.role === 'publisher' || this.me.role === 'admin';
  }
  get canWrite(): boolean {
    return this.me.role !== 'viewer' && this.clashes.length === 0;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }
  get isDirty(): boolean {
    return this.plan !== this.#saved;
  }
  /** Name of the draft in the store: what is published is named by it. Of the plan that is seen where nothing is unsaved. */
  get tag(): string | undefined {
    return this.#tag;
  }

  /** Reads the draft, and what earlier visits left unsaved. @throws StoreError when neither can be had */
  async load(): Promise<void> {
    const kept = await this.#recovery.read();
    const last = kept.at(-1);
    let loaded: Loaded;
    try {
      [this.me, loaded] = await Promise.all([this.store.me(), this.store.load()]);
    } catch (error) {
      if (!last) {
        this.#recovery.leave();
        throw error;
      }
      // Away from the network, with work begun: go on with it.
      this.me = { ...ALONE, role: 'editor' };
      loaded = { plan: last.base, ...(last.tag !== undefined && { tag: last.tag }) };
    }
    this.#adopt(loaded);
    this.isLoaded = true;
    if (kept.length) this.#recover(kept, loaded.plan);
    this.#say();
  }

  #recover(kept: readonly Kept[], loaded: PlanDocument): void {
    for (const { earlier = [], base } of kept)
      // A file may be put in place long after it was saved, and be the older one until then.
      for (const one of this.store.isDurable ? earlier : [...earlier, base])
        this.#earlier = remembered(this.#earlier, one);
    const { plan, clashes } = joinAll(kept, loaded);
    if (!clashes.length && samePlan(plan, loaded)) return void this.#recovery.clear();
    const isInFile = this.#resumeFile(kept.at(-1)!, plan);
    this.#history = isInFile ? begin(plan) : record(this.#history, plan, '', this.#now());
    this.clashes = clashes;
    if (clashes.length) this.saving = { state: 'conflict' };
    // What is in its file is nothing that was found again.
    if (!isInFile) this.notice = { kind: 'recovered', count: 1 };
    this.#afterChange();
  }

  /** The file that this was in goes on under its name. Whether it has all of the plan. */
  #resumeFile({ file, plan: left }: Kept, plan: PlanDocument): boolean {
    if (!file) return false;
    const isCurrent = file.isCurrent && samePlan(left, plan);
    this.store.resume?.({ ...file, isCurrent }, plan);
    return isCurrent;
  }

  /** What users see, apart from the draft. */
  #see({ published, around = [] }: Loaded): void {
    this.published = published ?? this.published;
    this.around = around;
  }

  #adopt(loaded: Loaded): void {
    this.#base = this.#saved = loaded.plan;
    this.#tag = loaded.tag;
    this.#earlier = [];
    this.#see(loaded);
    this.#history = begin(loaded.plan);
    this.saving = { state: 'saved' };
  }

  /**
   * One change. `key` names what is edited: the same again within a moment is undone with it. Refused where this person
   * may only read.
   */
  edit(key: string, change: (plan: PlanDocument) => PlanDocument): void {
    if (!this.canWrite) return;
    const before = this.#history;
    this.#history = record(before, change(this.plan), key, this.#now());
    if (this.#history !== before) this.#afterChange();
  }

  undo(): void {
    if (!this.canUndo || !this.canWrite) return;
    this.#history = undo(this.#history);
    this.#afterChange();
  }

  redo(): void {
    if (!this.canWrite) return;
    this.#history = redo(this.#history);
    this.#afterChange();
  }

  #kept(): Kept {
    return {
      plan: this.plan,
      base: this.#base,
      ...(this.#tag !== undefined && { tag: this.#tag }),
      at: this.#now(),
      ...(this.store.fileOf && { file: this.store.fileOf(this.plan) }),
      ...(this.#earlier.length > 0 && { earlier: this.#earlier }),
      ...(this.clashes.length > 0 && { clashes: this.clashes }),
    };
  }

  #afterChange(): void {
    if (!['offline', 'signed-out', 'conflict'].includes(this.saving.state))
      this.saving = { state: 'pending' };
    this.#keep();
    if (!this.clashes.length) this.#schedule(this.#delayMs);
    this.#say();
  }

  /** One write at a time, the newest next: the browser's copy is never more than one write behind. */
  #keep(): void {
    const state = ++this.#states;
    if (this.#writing) return;
    this.#writing = this.#recovery.write(this.#kept()).then((isKept) => {
      this.#writing = undefined;
      if (isKept !== this.isKept) {
        this.isKept = isKept;
        this.#say();
      }
      if (state !== this.#states) this.#keep();
    });
  }

  /** The page may be going. */
  keepNow(): void {
    if (this.isDirty || this.clashes.length) this.#recovery.writeNow(this.#kept());
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  /** Saves now what is not saved yet; settles when the store has it, or cannot. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (!this.isDirty || this.clashes.length || this.me.role === 'viewer') return;
    this.#saving = this.#save().finally(() => (this.#saving = undefined));
    await this.#saving;
  }

  async #save(): Promise<void> {
    const { plan } = this;
    this.saving = { state: 'saving' };
    this.#say();
    try {
      const saved = await this.store.save(plan, this.#tag);
      if ('conflict' in saved) return this.#meet(saved.conflict);
      this.#saved = plan;
      this.#tag = saved.tag;
      // Without a server it is in this browser alone; what others have is the file.
      if (this.store.isDurable) [this.#base, this.#earlier] = [plan, []];
      this.saving = { state: 'saved', at: this.#now() };
      if (this.isDirty) this.#afterChange();
      else {
        while (this.#writing) await this.#writing;
        if (!this.isDirty && this.store.isDurable) await this.#recovery.clear();
      }
    } catch (error) {
      // It may have arrived, and only its answer not.
      this.#earlier = remembered(this.#earlier, plan);
      const { reason, message } =
        error instanceof StoreError ? error : new StoreError('failed', String(error));
      const kept = this.isKept;
      this.saving =
        reason === 'offline' || reason === 'signed-out'
          ? { state: reason, kept }
          : { state: 'failed', kept, message };
      if (this.saving.state !== 'failed') this.#schedule(this.#retryMs);
    }
    this.#say();
  }

  /** Somebody else saved first; or this very work, whose answer was lost. */
  #meet(current: Loaded): void {
    const side = { base: this.#base, mine: this.plan, earlier: this.#earlier };
    this.#base = this.#saved = current.plan;
    this.#tag = current.tag;
    this.#earlier = [];
    const { plan, clashes, taken } = join(side, current.plan);
    this.clashes = clashes;
    this.saving = clashes.length ? { state: 'conflict' } : { state: 'pending' };
    // What came from elsewhere is not this person's to undo.
    if (!samePlan(plan, this.plan)) this.#history = begin(plan);
    if (taken.length) this.notice = { kind: 'merged', count: taken.length };
    this.#afterChange();
  }

  /** The person looked at both; at the next, where there are more versions than two. */
  settle(key: string, choice: 'mine' | 'theirs'): void {
    const clash = this.clashes.find((one) => one.key === key);
    if (!clash) return;
    const chosen = clash[choice];
    this.clashes = this.clashes
      .filter((one) => one !== clash)
      .map((one) => (one.key === key ? { ...one, theirs: chosen } : one))
      .filter(({ mine, theirs }) => !same(mine, theirs));
    this.#history = begin(settle(this.plan, key, chosen));
    if (!this.clashes.length) this.saving = { state: 'pending' };
    this.#afterChange();
  }

  /** The store has put another draft in this one's place, an old revision: undoing brings back what was. */
  async takeOver(): Promise<void> {
    const history = this.#history;
    const loaded = await this.store.load();
    this.#adopt(loaded);
    this.#history = record(history, loaded.plan, '', this.#now());
    this.#say();
  }

  /** Somebody has saved meanwhile, and published perhaps: theirs is taken in beside what is unsaved here. */
  async catchUp(): Promise<void> {
    let [tag, loaded] = [this.#tag, await this.store.load()];
    while (this.#saving || tag !== this.#tag) {
      await this.#saving;
      [tag, loaded] = [this.#tag, await this.store.load()];
    }
    this.#see(loaded);
    if (loaded.tag !== tag && this.isDirty) return this.#meet(loaded);
    // What came from elsewhere is not this person's to undo.
    if (loaded.tag !== tag) this.#adopt(loaded);
    this.#say();
  }

  /** Somebody published: what users see is another; the draft stays as it is. */
  async lookAgain(): Promise<void> {
    this.#see(await this.store.load());
    this.#say();
  }

  /** The file has it all now: what comes later is a change of that. */
  exported(): void {
    this.#earlier = remembered(this.#earlier, this.#base);
    this.#base = this.plan;
    this.#keep();
  }

  dismissNotice(): void {
    this.notice = undefined;
    this.#say();
  }

  /** Stops trying; what is kept stays kept. */
  stop(): void {
    this.keepNow();
    clearTimeout(this.#timer);
    this.#recovery.leave();
  }

  #say(): void {
    this.dispatchEvent(new Event('change'));
  }
}
