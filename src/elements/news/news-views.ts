import { html, nothing, type TemplateResult } from 'lit';
import { eventTimeWords } from '../../core/calendar/event-time.js';
import type { NewsItem } from '../../core/news/news-items.js';
import { wallOf } from '../../core/zoned-time.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { resolveText } from '../../model/text.js';
import { pageAddress } from '../../platform/page-address.js';
import { renderBody } from '../primitives/render-body.js';
import { renderText } from '../primitives/render-text.js';
import { safeUrl } from '../../platform/safe-url.js';

/** What the feed's views are drawn from. */
export interface NewsView {
  items: readonly NewsItem[];
  unread: ReadonlySet<string>;
  locales: readonly string[];
  planLocale: string | undefined;
  zone: string | undefined;
  /** Names of services, by id. */
  serviceNames: Readonly<Record<string, NewsItem['title']>>;
  service: string;
  lever: string;
  limit: number;
  /** In the page: its items have lasting links, and headings under the page's own instead of the panel's. */
  hasLinks: boolean;
  /** Choices of the two filters. */
  filter(name: 'service' | 'lever', value: string): void;
  more: () => void;
  /** Shows the thing itself; absent where no engine is. */
  show: ((id: string) => void) | undefined;
}

const LEVER_WORDS: Readonly<Record<string, () => string>> = {
  communication: () => msg('Information', { id: 'news.communication' }),
  training: () => msg('Prise en main', { id: 'news.training' }),
  support: () => msg('Accompagnement', { id: 'news.support' }),
};
const leverWord = (lever: string): string =>
  Object.hasOwn(LEVER_WORDS, lever) ? LEVER_WORDS[lever]!() : lever;

/** What has more to it than its words. */
const SHOW_WORDS: Readonly<Record<string, () => string>> = {
  tour: () => msg('Faire la visite', { id: 'news.tour' }),
  survey: () => msg('Donner mon avis', { id: 'news.survey' }),
  checklist: () => msg('Ouvrir la liste', { id: 'news.checklist' }),
  banner: () => msg('Ouvrir l’annonce', { id: 'news.banner' }),
};

const nameOf = (service: string, { serviceNames, locales, planLocale }: NewsView): string =>
  (Object.hasOwn(serviceNames, service) && resolveText(serviceNames[service], locales, planLocale).value) ||
  service.charAt(0).toLocaleUpperCase() + service.slice(1).replace(/-/g, ' ');

/** Those that the two filters let pass. */
export const filtered = ({ items, service, lever }: NewsView): readonly NewsItem[] =>
  items.filter((item) => (!service || item.service === service) && (!lever || item.lever === lever));

function select(name: 'service' | 'lever', label: string, words: (value: string) => string, view: NewsView) {
  const values = [...new Set(view.items.map((item) => item[name]))].filter((value) => value !== undefined);
  if (values.length < 2) return nothing;
  return html`<label
    >${label}
    <select
      .value=${view[name]}
      @change=${(event: Event) => view.filter(name, (event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${!view[name]}>${msg('Tout', { id: 'news.all' })}</option>
      ${values.map((value) => html`<option value=${value} ?selected=${view[name] === value}>${words(value)}</option>`)}
    </select></label
  >`;
}

function dateOf(at: number, zone: string | undefined) {
  if (!at) return nothing;
  const wall = wallOf(at, zone);
  const words = new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
    wall,
  );
  return html`<time datetime=${new Date(wall).toISOString().slice(0, 10)}>${words}</time>`;
}

function article(item: NewsItem, view: NewsView): TemplateResult {
  const { id, kind, title, body, image, event, signature, at, isOver, service, lever } = item;
  const { locales, planLocale, zone } = view;
  const src = image && safeUrl(image.src);
  const when = event && eventTimeWords(event, interfaceLocale(), zone);
  const hasMore = kind !== 'banner' || event || item.asks;
  const show = view.show;
  return html`<li>
    <article id="item-${id}" tabindex="-1" aria-labelledby="title-${id}">
      <p class="meta">
        ${
          view.unread.has(id)
            ? html`<span class="unread">${msg('Non lu', { id: 'news.unread-one' })}</span>`
            : nothing
        }
        ${dateOf(at, zone)} ${service ? html`<span>${nameOf(service, view)}</span>` : nothing}
        ${lever ? html`<span>${leverWord(lever)}</span>` : nothing}
        ${isOver ? html`<span>${msg('Terminé', { id: 'news.over' })}</span>` : nothing}
      </p>
      <h3 id="title-${id}" aria-level=${view.hasLinks ? 2 : 3}>${renderText(title, locales, planLocale)}</h3>
      ${when ? html`<p class="when">${when}</p>` : nothing}
      ${
        src
          ? html`<img
              class="picture"
              src=${src}
              alt=${resolveText(image.alt, locales, planLocale).value}
              loading="lazy"
              referrerpolicy="same-origin"
            />`
          : nothing
      }
      ${renderBody(body, locales, planLocale)}
      ${signature ? html`<p class="signature">${renderText(signature, locales, planLocale)}</p>` : nothing}
      <div class="foot">
        ${
          show && hasMore && !isOver
            ? html`<button type="button" aria-describedby="title-${id}" @click=${() => show(id)}>
                ${SHOW_WORDS[kind]?.() ?? ''}
              </button>`
            : nothing
        }
        ${
          view.hasLinks
            ? html`<a class="permalink" href=${pageAddress('actualite', id)} aria-describedby="title-${id}"
                >${msg('Lien permanent', { id: 'news.permalink' })}</a
              >`
            : nothing
        }
      </div>
    </article>
  </li>`;
}

/** Filters, and the articles that they let pass. */
export function feedView(view: NewsView): TemplateResult {
  const all = filtered(view);
  const shown = all.slice(0, view.limit);
  const isFiltered = all.length < view.items.length;
  const count = all.length;
  return html`
    <div class="filters">
      ${select('service', msg('Service', { id: 'news.service' }), (value) => nameOf(value, view), view)}
      ${select('lever', msg('Nature', { id: 'news.lever' }), leverWord, view)}
    </div>
    <p class="sr" role="status">
      ${isFiltered ? (count === 1 ? msg('1 actualité', { id: 'news.count-1' }) : msg(str`${count} actualités`, { id: 'news.count' })) : ''}
    </p>
    ${
      shown.length
        ? html`<ol>
            ${shown.map((item) => article(item, view))}
          </ol>`
        : html`<p class="empty">
            ${
              isFiltered
                ? msg('Rien ne correspond à ces choix.', { id: 'news.none-filtered' })
                : msg('Rien de neuf pour l’instant. Les annonces qui vous concernent resteront ici.', {
                    id: 'news.none',
                  })
            }
          </p>`
    }
    ${
      count > shown.length
        ? html`<button class="more" type="button" @click=${view.more}>
            ${msg('Voir la suite', { id: 'news.more' })}
          </button>`
        : nothing
    }
  `;
}
