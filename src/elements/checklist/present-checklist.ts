import { audienceRefusal } from '../../core/audience.js';
import { doneBy } from '../../core/checklist/checklist-state.js';
import { matchesAny } from '../../core/glob.js';
import { progressOf, readProgress } from '../../core/progress.js';
import type { OutcomeType, Progress } from '../../core/types.js';
import type { PresentRequest, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import { parseJson } from '../../model/safe-json.js';
import type { ChecklistContent, ChecklistTask } from '../../model/schema/checklist.js';
import { currentPath, watchRoute } from '../../platform/route-watcher.js';
import { applyPlanTheme, mountOverlay } from '../primitives/mount.js';
import './define-checklist.js';
import type { SentierChecklist } from './sentier-checklist.js';

/** After these, what a task leads to may have been done; the engine writes it down a moment later. */
const CHANGES = [
  'sentier-complete',
  'sentier-answer',
  'sentier-acknowledge',
  'sentier-dismiss',
  'sentier-ready',
];
const WRITTEN_MS = 400;
/** A narrow screen has no room for it unfolded. */
const NARROW = '(max-width: 600px)';

function progressIn({ session }: PresentRequest): Progress {
  try {
    return readProgress(parseJson(session.get('progress') ?? '{}'));
  } catch {
    return { campaigns: {} };
  }
}

/** Calls `look` when an element that one of the tasks waits for may be there. */
async function watchPresence(tasks: readonly ChecklistTask[], look: () => void, signal: AbortSignal) {
  const targets = tasks.flatMap(({ doneWhen }) => doneWhen?.present ?? []);
  if (!targets.length) return () => false;
  const { canLocate, isFound, prepareLocator } = await import('../../platform/locator.js');
  if (!canLocate(targets)) await prepareLocator();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // It only sets a timer, so that it cannot keep a host's zone busy.
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, 500);
  });
  observer.observe(document.documentElement, { subtree: true, childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return ({ doneWhen }: ChecklistTask) => doneWhen?.present !== undefined && isFound(doneWhen.present);
}

/** Shows a plan's checklist, and keeps it true while the person goes about. */
export const present: WidgetModule['present'] = async (request) => {
  const { campaign, plan, context, session } = request;
  const { id, version = 1 } = campaign;
  const content = request.content as ChecklistContent | null;
  const list = document.createElement('sentier-checklist');
  const end = new AbortController();
  const { signal } = end;
  const close = () => {
    if (signal.aborted) return;
    end.abort();
    list.remove();
    request.closed();
  };
  if (!Array.isArray(content?.tasks) || !content.tasks.length) {
    request.fail(new Error(`campaigns.${id}.content: tasks are needed`));
    close();
    return { close };
  }
  await setInterfaceLocale(request.locales);
  const tell = (type: OutcomeType, step?: string) =>
    request.report({ type, campaign: id, kind: 'checklist', version, ...(step !== undefined && { step }) });
  const foldKey = `checklist:folded:${id}`;
  const isFor = (task: ChecklistTask) =>
    !audienceRefusal({ id: `${id}/${task.id}`, audience: task.audience }, plan, context, Date.now());
  const events = new Set<string>();
  /** What this page saw done; the store may lag behind, or not be allowed. */
  const done = new Set<string>();
  let isThere: (task: ChecklistTask) => boolean = () => false;

  const happened = (task: ChecklistTask): boolean => {
    const { do: act, to, doneWhen } = task;
    return (
      (doneWhen?.event !== undefined && events.has(doneWhen.event)) ||
      isThere(task) ||
      (act === 'visit' && !doneWhen && !!to && matchesAny([to], currentPath()))
    );
  };
  const look = () => {
    if (signal.aborted) return;
    const progress = progressIn(request);
    for (const one of progressOf(progress, id, version)?.done ?? []) done.add(one);
    list.progress = progress;
    list.done = [...done];
    const more = doneBy(list.state.tasks, happened);
    if (!more.length) return;
    for (const one of more) {
      done.add(one);
      tell('step', one);
    }
    // One may open the next.
    look();
  };
  const lookLater = () => {
    look();
    setTimeout(look, WRITTEN_MS);
  };

  const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) =>
    list.addEventListener(type, act as EventListener, { signal });
  on('sentier-show', () => tell('shown'));
  on('sentier-action', (event) => tell('clicked', `${event.do}:${event.to}`));
  on('sentier-step', ({ step }) => {
    const task = content.tasks.find((one) => one.id === step);
    // To read it is to have it open.
    if (task?.do !== 'article' || task.doneWhen) return;
    done.add(step);
    tell('step', step);
    look();
  });
  on('sentier-complete', () => tell('completed'));
  on('sentier-dismiss', () => {
    if (!list.state.complete) tell('dismissed');
    close();
  });
  on('sentier-error', ({ error }) => request.fail(error));
  for (const [type, folded] of [
    ['sentier-fold', '1'],
    ['sentier-unfold', '0'],
  ] as const)
    list.addEventListener(type, () => session.set(foldKey, folded), { signal });

  for (const type of CHANGES)
    addEventListener(type, (event) => event.target !== list && lookLater(), { signal });
  addEventListener(
    'sentier-emit',
    (event) => {
      events.add((event as Event & { name: string }).name);
      look();
    },
    { signal },
  );
  addEventListener('pageshow', look, { signal });
  // Another tab, where progress is kept for longer than the session.
  addEventListener('storage', look, { signal });
  watchRoute(look, signal);

  list.campaign = id;
  list.content = content;
  list.locales = request.locales;
  list.planLocale = plan.settings?.locale;
  list.perform = request.show;
  list.isFor = isFor;
  list.place = 'corner';
  // Asked for, it is open; else as it was left.
  list.folded = !request.manual && (session.get(foldKey) ?? (matchMedia(NARROW).matches ? '1' : '0')) === '1';
  applyPlanTheme(list, request);
  look();
  mountOverlay(list);
  await list.updateComplete;
  if (list.hidden || !list.state.tasks.length) close();
  // All of it was done elsewhere.
  else if (list.state.complete) tell('completed');
  void watchPresence(content.tasks, look, signal).then((found) => {
    isThere = found;
    look();
  }, request.fail);
  return { close };
};

export type { SentierChecklist };
