import { type ForSome, refusalBut } from '../core/audience-facts.js';
import { surelyDue } from '../core/sure.js';
import type { Slot } from '../core/types.js';
import type { Campaign } from '../model/schema/campaign.js';
import { whenIdle } from '../platform/when-idle.js';
import { currentPath } from '../platform/route-watcher.js';
import { fault } from './faults.js';
import { floorOf, tryLock } from './lock.js';
import { diaryOf, HELP, type Listener, put, type Shown } from './put.js';
import { loadRich, needsRich } from './rich.js';
import type { Scene } from './scene.js';

/** What stands on the page before the engine has come, which takes it over. */
export interface Beginning {
  readonly shown: Map<string, Shown>;
  /** Held while something of ours interrupts unasked. */
  floor: AbortController;
}

/** Something to show, whose place and content need no director. */
interface Act {
  campaign: Campaign;
  slot: Slot;
}

/** Is there help that is for this person, and nothing in it whose audience takes a calendar? */
function isHelpSure({ plan, context }: Scene): boolean {
  let isSure = true;
  const isFor = (item: ForSome | undefined) =>
    item?.id && !refusalBut(item, plan!, context, () => (isSure = false));
  const { articles, hints, contacts } = plan!.help ?? {};
  const isDue = [articles, hints, contacts].flat().filter(isFor).length > 0;
  plan!.campaigns.filter((one) => one?.kind === 'tour').forEach(isFor);
  return isDue && isSure;
}

/** What is surely to be shown here and now. */
function actsOf(scene: Scene, due = scene.due()): Act[] {
  if (!due) return [];
  const { plan, context } = scene;
  const acts: Act[] = surelyDue(due.maybe, plan!, context, due.progress, { path: currentPath() }, due.now);
  if (isHelpSure(scene)) acts.push({ campaign: HELP, slot: 'help' as Slot });
  return acts;
}

/** Once the page has nothing else to do: the engine writes down what was told, and goes on. */
const wakeSoon = (scene: Scene): void => whenIdle(() => void (scene.plan && scene.wake().catch(fault)));

/** Until the engine is there, what is told is noted, and what follows waits. */
const listenerFor = (scene: Scene): Listener => ({
  report(outcome, { manual, slot }, isComing) {
    const isInterrupting = slot === 'interruption';
    if (scene.engine) return scene.engine.ledger.report(outcome, manual, isInterrupting, isComing);
    diaryOf(scene).note(outcome, manual, isInterrupting);
    if (!isComing) wakeSoon(scene);
  },
  closed(shown) {
    // At once, where it can be: what comes in its place may come in the same moment.
    if (scene.engine) scene.engine.stage.closed(shown);
    else if (scene.plan) scene.wake().then(({ stage }) => stage.closed(shown), fault);
  },
});

/** Shows it, unless the engine came meanwhile, or it is no longer to be shown. */
async function perform(scene: Scene, beginning: Beginning, act: Act): Promise<void> {
  const { campaign, slot } = act;
  const { kind, content } = campaign;
  try {
    const [module] = await Promise.all([
      scene.load(kind),
      // Without it a text is as it was written.
      needsRich(content, scene.plan!.settings?.theme?.accent) && loadRich().catch(() => undefined),
      // An answer given while the network is away must still be written down.
      kind === 'survey' && scene.config.collect && scene.load('deliver'),
    ]);
    const isStill = () =>
      !scene.engine && !!scene.plan && actsOf(scene).some((one) => one.campaign === campaign);
    const isInterrupting = slot === 'interruption';
    // Where the browser has no locks the engine has a lease (floor.ts).
    if (isStill() && (!isInterrupting || ((await tryLock(floorOf(scene), beginning.floor)) && isStill())))
      await put(
        scene,
        module,
        { ...act, content },
        {},
        (shown) => beginning.shown.set(campaign.id, shown),
        listenerFor(scene),
      );
    else if (isInterrupting) {
      beginning.floor.abort();
      beginning.floor = new AbortController();
    }
  } catch {
    // The engine tries again, and says what is wrong.
  }
}

/** Nothing of it is left to be seen once the page says so. */
function open(scene: Scene): Beginning {
  const beginning: Beginning = { shown: new Map(), floor: new AbortController() };
  scene.ending.signal.addEventListener('abort', () => {
    for (const { close } of beginning.shown.values()) close();
    beginning.floor.abort();
  });
  return (scene.beginning = beginning);
}

/**
 * Draws what is surely due at once, and has the engine come after it: what decides, keeps and sends is twice what draws.
 * Where something is not sure the engine comes at once and draws it all: what comes later would move what is there already.
 * Where nothing is to be written down, as on most pages, which have but a button for help, it stays away until somebody
 * does something. Who was here before (another person,
 * another page) is its affair too.
 */
export async function begin(scene: Scene): Promise<void> {
  if (scene.engine) return scene.engine.refresh();
  const due = scene.due();
  // What was done elsewhere, or on the page before, is to be read first; help is not paced.
  const isUnread = scene.config.progress ?? due?.progress?.told;
  const acts = scene.beginning
    ? []
    : actsOf(scene, due).filter(({ campaign }) => !isUnread || campaign === HELP);
  const isAll = due?.maybe.every((one) => acts.some(({ campaign }) => campaign === one));
  if (!acts.length || !isAll) return void ((scene.beginning ?? due) && (await scene.wake()));
  const beginning = open(scene);
  await Promise.all(acts.map((act) => perform(scene, beginning, act)));
  if (acts.length > beginning.shown.size) await scene.wake();
  else if (diaryOf(scene).kept().told) wakeSoon(scene);
}
