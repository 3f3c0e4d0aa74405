import { applyOutcome } from '../core/apply-outcome.js';
import type { Campaign } from '../model/schema/campaign.js';
import type { Progress } from '../core/types.js';
import { localOf } from '../core/zoned-time.js';
import type * as Presence from '../platform/presence.js';
import { whenIdle } from '../platform/when-idle.js';
import type { Engine } from './engine.js';
import type { Explanation } from './explain.js';
import { fault } from './faults.js';
import { channelOf, takeFloor } from './floor.js';
import { keepPlan as keep } from './keep-plan.js';
import type { Told } from './diary.js';
import type { Ledger } from './ledger.js';
import { HELP, isService, localesOf } from './put.js';
import { loadRich, needsRich } from './rich.js';
import { watchKeys } from './watch-keys.js';

export { takeFloor };

/** Writes what was told into the progress, tells the host's server, and what counts things shown. */
export function write(ledger: Ledger, { outcome, at, manual, interrupting }: Told): void {
  try {
    // By the clock that the page goes by: a demonstration's may show another day.
    const now = at + ledger.now() - Date.now();
    const { day } = localOf(now, ledger.scene.plan?.settings?.timeZone);
    const before = ledger.progress();
    const progress = applyOutcome(before, outcome, { now, day, interrupting, manual });
    if (progress !== before) {
      ledger.keep(progress);
      if (interrupting && !manual) tellTabs(ledger, progress);
      void ledger.remote?.push(progress, [outcome.campaign]);
    }
    const { type, campaign, version, step } = outcome;
    void ledger.send({ type: 'outcome', campaign, version, data: { type, step } });
  } catch (error) {
    fault(error, outcome.campaign);
  }
}

/** This person's other tabs, each with a progress of its own, do not do the same again (other-tab.ts). */
function tellTabs({ scene }: Ledger, progress: Progress): void {
  try {
    const channel = new BroadcastChannel(channelOf(scene));
    channel.postMessage(JSON.stringify(progress));
    channel.close();
  } catch {
    // Missing before Safari 15.4; refused in a sandboxed frame.
  }
}

/** Another page or person: takes away what is no longer for it. */
export function tidy(engine: Engine): void {
  const { stage, scene } = engine;
  const gone = new Set(
    engine
      .decide(new Map())
      .refusals.filter(({ code }) => /^audience|^when\.pages/.test(code))
      .map(({ id }) => id),
  );
  for (const { campaign, manual, key, close } of [...stage.shown.values()]) {
    const isLost = isService(campaign)
      ? campaign === HELP && !engine.isHelpDue()
      : // A tour finds its own way over pages.
        !manual && campaign.kind !== 'tour' && gone.has(campaign.id);
    if (isLost || key !== scene.context.user?.key) close();
    // Back from the cache, where nothing is held.
    else if (!manual && stage.showing.get(campaign.id) === 'interruption' && stage.floor.signal.aborted)
      void takeFloor(engine).then((isOurs) => isOurs || close());
  }
  // Once the page has drawn itself.
  whenIdle(() => sweep(engine), 500);
}

/** What the page took away with the content that it stood in has its turn again, where there is a place for it now. */
function sweep({ stage }: Engine): void {
  for (const { element, close } of [...stage.shown.values()]) if (element?.isConnected === false) close();
}

let eye: typeof Presence | undefined;
/** Fetched, or being fetched: the same are armed at each decision. */
const prepared = new WeakSet<Campaign>();

/** Sees to it that what waits for an element is noticed, and that what may become due any moment is there by then. */
export async function attend(engine: Engine, armed: readonly Campaign[]): Promise<void> {
  watchKeys(engine.scene.ending.signal);
  for (const campaign of armed) {
    if (prepared.has(campaign)) continue;
    prepared.add(campaign);
    const prepare = async () => {
      const { kind, content } = campaign;
      const { scene } = engine;
      const { context } = scene;
      const plan = scene.plan!;
      const theme = plan.settings?.theme ?? {};
      // Drawn for nothing, it is drawn with all that it takes.
      const [module] = await Promise.all([scene.load(kind), needsRich(content, theme.accent) && loadRich()]);
      await module.prepare?.({ content, context, locales: localesOf(scene), plan, theme });
    };
    // What could not be had is tried again at the next decision.
    whenIdle(() => void prepare().catch(() => prepared.delete(campaign)), 1000);
  }
  if (!engine.isPresent && !armed.some(({ when }) => when?.present)) return;
  eye ??= await import('../platform/presence.js');
  const isFirst = !engine.isPresent;
  engine.isPresent = eye.isPresent;
  eye.watch(armed, engine.update, engine.scene.ending.signal);
  if (isFirst) engine.update();
}

/** Forgets this person's progress: here, and on the host's server. */
export async function forget({ stage, ledger }: Engine): Promise<void> {
  stage.clear();
  ledger.strings.set('progress', undefined);
  await ledger.remote?.forget();
}

/** Why each campaign is shown or not, now. */
export async function explain(engine: Engine): Promise<Explanation> {
  return (await import('./explain.js')).explain(engine.decide(), engine.scene.plan!, engine.now());
}

/** The plan has shown something: it is one to fall back on. */
export async function keepPlan({ scene: { config }, raw }: Engine): Promise<void> {
  if (config.plan) await keep(config.plan, raw);
}
