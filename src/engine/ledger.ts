import type { Delivery, KeyValue, RemoteProgress } from '../core/ports.js';
import { readProgress } from '../core/progress.js';
import type { Context, Outcome, Progress } from '../core/types.js';
import { localOf } from '../core/zoned-time.js';
import { nextTask } from '../platform/next-task.js';
import { type Diary } from './diary.js';
import { fault } from './faults.js';
import { diaryOf } from './put.js';
import type { Scene } from './scene.js';
import type * as Upkeep from './upkeep.js';
import type { EnvelopeDraft } from './widget-module.js';

/**
 * Keeps what came of things shown: in the browser, on the host's server where it has one, and in what is sent. What
 * writes it comes after the first paint (upkeep.ts); until then what was told is kept as it is, in the same place, so
 * that not even a page left at once loses it.
 */
export class Ledger {
  readonly scene: Scene;
  readonly now: () => number;
  remote: RemoteProgress | undefined;
  readonly #diary: Diary;
  readonly strings: KeyValue;
  #upkeep: typeof Upkeep | undefined;
  /** Whose progress was asked of the server, and until when. */
  #pulled: string | undefined;
  #pulling: Promise<void> | undefined;

  constructor(scene: Scene, now: () => number) {
    this.scene = scene;
    this.now = now;
    this.#diary = diaryOf(scene);
    this.strings = this.#diary.strings;
  }

  kept(): ReturnType<Diary['kept']> {
    return this.#diary.kept();
  }

  /** Read each time: other tabs write it too. */
  progress(): Progress {
    return readProgress(this.kept());
  }

  keep(progress: object): void {
    this.#diary.keep(progress);
  }

  /** Before anything is shown: what the person did elsewhere, and the means to send what comes of it. */
  async prepare(): Promise<void> {
    const { config, load, place } = this.scene;
    // An answer given while the network is away must still be written down.
    const means = config.collect && load('deliver');
    const prefix = place[1];
    if (config.progress && this.#pulled !== prefix) {
      this.#pulled = prefix;
      this.#pulling = import('./http-progress.js').then(({ pull }) => pull(this), fault);
    }
    // All that come meanwhile wait: what was closed on another machine is not shown beside the question.
    await this.#pulling;
    await means;
  }

  /** What does all that can wait until something is on screen; what was told until then is written first. */
  async upkeep(): Promise<typeof Upkeep> {
    const upkeep = (this.#upkeep ??= await import('./upkeep.js'));
    this.#write(upkeep);
    return upkeep;
  }

  /** `later`: it is just coming on screen, and what writes is loaded after that. */
  report(outcome: Outcome, manual: boolean, interrupting: boolean, later?: boolean): void {
    this.#diary.note(outcome, manual, interrupting);
    // What ends a thing is written, and sent, before the page can be left; the rest in a task of its own, after what is drawn.
    if (!this.#upkeep) return later ? undefined : void this.upkeep().catch(fault);
    if (/^(shown|started|step)$/.test(outcome.type))
      void nextTask()
        .then(() => this.upkeep())
        .catch(fault);
    else this.#write(this.#upkeep);
  }

  /** In the order in which it was told, whatever was loaded when. */
  #write({ write }: typeof Upkeep): void {
    const { told } = this.kept();
    if (!told) return;
    this.keep(this.progress());
    for (const one of Object.values(told)) write(this, one);
  }

  /** Undefined when all that was told is written; else resolves when it is. */
  settle(): Promise<unknown> | undefined {
    return this.kept().told && this.upkeep();
  }

  /** `of`: whom it was shown to. */
  async send(draft: EnvelopeDraft, of?: Context): Promise<Delivery> {
    const { plan, config, context, load } = this.scene;
    // Somebody else may be here by now; of the same person the latest word counts.
    const whose = of && of.user?.key !== context.user?.key ? of : context;
    if (!config.collect || !plan) return 'none';
    try {
      const deliver = await load('deliver');
      const { day } = localOf(this.now(), plan.settings?.timeZone);
      return await deliver.send(this.scene, draft, whose, day);
    } catch (error) {
      fault(error, draft.campaign);
      return 'refused';
    }
  }
}
