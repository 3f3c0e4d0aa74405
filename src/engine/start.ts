import type { Context } from '../core/types.js';
import { announce } from '../platform/natives.js';
import { type PageConfig, readJson } from '../platform/page-config.js';
import { fetchJson } from '../platform/plan-source.js';
import { watchRoute } from '../platform/route-watcher.js';
import type { SentierApi, SentierCommand } from './api.js';
import type { Load } from './chunks.js';
import type { Engine } from './engine.js';
import { fault } from './faults.js';
import { guard } from './guard.js';
import { Scene } from './scene.js';

/** Known by symbol, so that elements of another bundle find the engine too (elements/context/services.ts). */
const ENGINE = Symbol.for('sentier.engine');

interface ContextRequest extends Event {
  context: unknown;
  callback(value: unknown): void;
}

/** The page's own word on the user, what was asked before we came, then the plan: in the page, or fetched. */
async function boot(scene: Scene, commands: () => void): Promise<void> {
  await (document.readyState === 'loading' &&
    new Promise((done) => addEventListener('DOMContentLoaded', done)));
  guard(() => scene.identify((readJson('sentier-context') ?? {}) as Context))();
  commands();
  const { plan: url } = scene.config;
  const raw =
    readJson('sentier-plan') ??
    (url &&
      (await fetchJson(url).catch(async (reason) => (await scene.load('rescue')).lastPlan(url, reason))));
  if (raw) scene.setPlan(raw);
  announce('sentier-ready');
}

type Asked = 'show' | 'explain' | 'reset' | 'serve';
/** A method of the engine, called once the plan is there. */
type Ask = <N extends Asked>(
  name: N,
) => (...args: Parameters<Engine[N]>) => Promise<Awaited<ReturnType<Engine[N]>>>;

/** Hears what the page does. Windows hear what bubbles, and cannot be clobbered as `document` can. */
function attend(scene: Scene, ask: Ask): void {
  const { signal } = scene.ending;
  const listen = <E extends Event>(type: string, listener: (event: E) => unknown) =>
    addEventListener(type, guard(listener) as EventListener, { signal });
  listen<ContextRequest>(
    'context-request',
    (event) => event.context === ENGINE && ask('serve')(event.callback),
  );
  listen('click', ({ target }) => {
    const link = (target as Element).closest?.('[data-sentier-help],[data-sentier-replay]');
    const id = link?.getAttribute('data-sentier-replay');
    if (link) void ask('show')(id ?? `help/${link.getAttribute('data-sentier-help')}`, true);
  });
  listen<PageTransitionEvent>('pageshow', ({ persisted }) => persisted && scene.turn());
  watchRoute(scene.turn, signal);
}

function apiOf(version: string, scene: Scene, ask: Ask): SentierApi {
  const { ending } = scene;
  const show = ask('show');
  const run = guard((command: SentierCommand): void => {
    if (typeof command === 'function') return command(api);
    const [name, ...args] = command;
    (api[name] as (...given: unknown[]) => void)(...args);
  });
  const api: SentierApi = {
    version,
    identify: guard(scene.identify),
    show: (id) => show(id),
    replay: (id) => show(id, true),
    open: (what = 'help') => show(what),
    emit: guard(scene.emit),
    explain: ask('explain'),
    reset: ask('reset'),
    on(name, listener) {
      const guarded = guard(listener as (event: Event) => void);
      addEventListener(`sentier-${name}`, guarded, { signal: ending.signal });
      return () => removeEventListener(`sentier-${name}`, guarded);
    },
    destroy() {
      scene.plan = undefined;
      ending.abort();
    },
    push: (...commands) => commands.forEach(run),
  };
  return api;
}

/**
 * Puts `window.sentier` there and brings it to life. The first script of a page wins; another one says so, once.
 * @param config what the script's tag says
 * @param lent what the chunks of the build find on the API (.config/rollup-plugins.mjs)
 */
export function start(version: string, config: PageConfig, load: Load, lent: readonly unknown[] = []): void {
  const before = window.sentier as (SentierApi & SentierCommand[] & { doubled?: boolean }) | undefined;
  if (before?.version) {
    if (!before.doubled) console.warn(`Sentier ${before.version} is already here`);
    before.doubled = true;
    return;
  }
  const scene = new Scene(config, load);
  const ask = ((name: 'show') =>
    guard(async (...args: [string, boolean?]) => {
      await ready;
      return (await scene.wake())[name](...args);
    })) as unknown as Ask;
  const api = apiOf(version, scene, ask);
  window.sentier = Object.assign(api, { [Symbol.for('sentier.lent')]: lent });
  attend(scene, ask);
  const ready = boot(scene, () => {
    if (Array.isArray(before)) api.push(...(before as SentierCommand[]));
    // A demonstration: somebody presents this tour, and nothing of it is kept.
    const demo = new URLSearchParams(location.search).get('sentier-demo');
    if (demo) void api.replay(demo);
  }).catch(fault);
}
