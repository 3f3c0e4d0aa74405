import type { Context } from '../../src/core/types.js';
import type { Chunks, Load } from '../../src/engine/chunks.js';
import * as first from '../../src/engine/begin.js';
import { openEngine } from '../../src/engine/engine.js';
import { Scene } from '../../src/engine/scene.js';
import '../../src/engine/upkeep.js';
import type { PrepareRequest, PresentRequest, Presented } from '../../src/engine/widget-module.js';
import type { PageConfig } from '../../src/platform/page-config.js';

/** A widget that does what a test says; every request it got is kept. */
export interface FakeWidget {
  requests: PresentRequest[];
  /** Ids on screen. */
  shown: Set<string>;
  opened: string[];
  present(request: PresentRequest): Presented | Promise<Presented>;
  prepare?(request: PrepareRequest): Promise<unknown>;
}

export function fakeWidget(act?: (request: PresentRequest) => void): FakeWidget {
  const widget: FakeWidget = {
    requests: [],
    shown: new Set(),
    opened: [],
    present(request) {
      widget.requests.push(request);
      widget.shown.add(request.campaign.id);
      act?.(request);
      return {
        close: () => {
          if (widget.shown.delete(request.campaign.id)) request.closed();
        },
        open: (article) => widget.opened.push(article),
      };
    },
  };
  return widget;
}

export interface Setup {
  campaigns?: object[];
  help?: object;
  settings?: object;
  context?: Context;
  config?: PageConfig;
  id?: string;
  widget?: FakeWidget;
  chunks?: Partial<Record<keyof Chunks, unknown>>;
}

let scenes: Scene[] = [];

/** A scene with a plan, on which every widget is the same fake; chunks resolve in their own time. */
export function setup({
  campaigns = [],
  help,
  settings,
  context = {},
  config = {},
  // A plan of its own: other files of tests are other tabs.
  id = `test-${Math.random()}`,
  widget = fakeWidget(),
  chunks = {},
}: Setup) {
  const loaded: string[] = [];
  const load = ((name: keyof Chunks) => {
    loaded.push(name);
    if (name === 'first') return Promise.resolve(first);
    if (name === 'engine') return Promise.resolve({ openEngine });
    const chunk = name in chunks ? chunks[name] : widget;
    return chunk instanceof Error ? Promise.reject(chunk) : Promise.resolve(chunk);
  }) as Load;
  const scene = new Scene({ store: 'memory', ...config }, load);
  scenes.push(scene);
  scene.identify(context);
  scene.setPlan({ id, settings: settings ?? {}, campaigns, help } as never);
  return { scene, widget, loaded };
}

/** Until what was asked for has come. */
export async function ticks(count = 12): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((done) => setTimeout(done));
}

export function endScenes(): void {
  for (const scene of scenes) {
    scene.plan = undefined;
    scene.ending.abort();
  }
  scenes = [];
}

export const banner = (id: string, more: object = {}): object => ({
  id,
  kind: 'banner',
  content: { title: id, place: 'top' },
  ...more,
});
