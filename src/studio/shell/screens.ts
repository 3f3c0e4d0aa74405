import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { msg } from '../../locales/msg.js';
import type { Studio } from '../store/studio.js';
import type { Names } from '../words/names.js';
import type { Screen } from './events.js';
import { noChunkWords } from './no-chunk.js';

export const SCREEN_NAMES: Names<Screen> = {
  campaigns: () => msg('Campagnes', { id: 'studio-campaigns' }),
  help: () => msg('Aide', { id: 'studio-help' }),
  calendar: () => msg('Calendrier', { id: 'studio-calendar' }),
  preview: () => msg('Essayer', { id: 'studio-try' }),
  results: () => msg('Résultats', { id: 'studio-results' }),
  publish: () => msg('Publier', { id: 'studio-publish' }),
  settings: () => msg('Réglages', { id: 'studio-settings' }),
};

export interface ScreenRequest {
  studio: Studio;
  screen: Screen;
  item: string | undefined;
  field: string | undefined;
  /** The campaign that one comes back from. */
  from: string | undefined;
}

/** Each screen is a chunk of its own, loaded when it is first gone to. */
const LOADERS: Readonly<Record<Screen, () => Promise<unknown>>> = {
  campaigns: () => import('../lists/define-lists.js'),
  help: () => import('../help-editor/define-help-editor.js'),
  calendar: () => import('../calendar/define-calendar.js'),
  preview: () => import('../preview/define-preview.js'),
  results: () => import('../results/define-results.js'),
  publish: () => import('../publish/define-publish.js'),
  settings: () => import('../settings/define-settings.js'),
};
const loading = new Map<Screen, Promise<unknown>>();
const ready = new Set<Screen>();

function load(screen: Screen): Promise<unknown> {
  let one = loading.get(screen);
  if (!one) {
    one = LOADERS[screen]().then(() => ready.add(screen));
    // A lost network must not close a screen for good.
    one.catch(() => loading.delete(screen));
    loading.set(screen, one);
  }
  return one;
}

export function screenView(request: ScreenRequest): TemplateResult {
  const { screen } = request;
  const wait = html`<p class="soft">${msg('Un instant…', { id: 'studio-wait' })}</p>`;
  const fault = html`<p class="note fault">${noChunkWords()}</p>`;
  // One template for both: else what stands there, with all that was typed in it, would be made anew at the next change.
  return html`${
    ready.has(screen)
      ? view(request)
      : until(
          load(screen).then(
            () => view(request),
            () => fault,
          ),
          wait,
        )
  }`;
}

function view({ studio, screen, item, field, from }: ScreenRequest): TemplateResult {
  switch (screen) {
    case 'help':
      return html`<sentier-studio-help
        .studio=${studio}
        .item=${item}
        .field=${field}
      ></sentier-studio-help>`;
    case 'calendar':
      return html`<sentier-studio-calendar .studio=${studio}></sentier-studio-calendar>`;
    case 'preview':
      return html`<sentier-studio-preview .studio=${studio}></sentier-studio-preview>`;
    case 'results':
      return html`<sentier-studio-results .studio=${studio} .item=${item}></sentier-studio-results>`;
    case 'publish':
      return html`<sentier-studio-publish .studio=${studio}></sentier-studio-publish>`;
    case 'settings':
      return html`<sentier-studio-settings .studio=${studio} .field=${field}></sentier-studio-settings>`;
    default:
      return item === undefined
        ? html`<sentier-studio-campaigns .studio=${studio} .from=${from}></sentier-studio-campaigns>`
        : html`<div class="pane beside">
            <div class="index">
              <sentier-studio-list compact .studio=${studio} .current=${item}></sentier-studio-list>
            </div>
            <sentier-studio-campaign
              .studio=${studio}
              .item=${item}
              .field=${field}
            ></sentier-studio-campaign>
          </div>`;
  }
}
