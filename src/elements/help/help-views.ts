import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import Route from 'lucide/dist/esm/icons/route.mjs';
import type { SelectedHelp } from '../../core/help/select-help.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Text } from '../../model/schema/common.js';
import type { Article } from '../../model/schema/help.js';
import { resolveText } from '../../model/text.js';
import { icon } from '../primitives/icon.js';
import { renderBody } from '../primitives/render-body.js';
import { renderText } from '../primitives/render-text.js';

/** All that the panel's views show, and what the person may do in them. */
export interface HelpView {
  selected: SelectedHelp;
  locales: readonly string[];
  planLocale: string | undefined;
  /** The host's own names for services. */
  serviceNames: Readonly<Record<string, Text>>;
  query: string;
  /** Found for `query`, best first; undefined while they are looked for. */
  results: readonly Article[] | undefined;
  /** The article being read. */
  article: Article | undefined;
  /** What was said of it: useful or not. */
  answer: 'yes' | 'no' | undefined;
  read(id: string, row: HTMLElement): void;
  find(query: string): void;
  reply(id: string, value: 'yes' | 'no'): void;
  replay(tour: string): void;
}

/** More is no longer a suggestion; the rest stands under its subject. */
const MOST_HERE = 6;

const prevent = (event: Event): void => event.preventDefault();

type Part = TemplateResult | typeof nothing;

const say = (view: HelpView, text: Text | undefined) => renderText(text, view.locales, view.planLocale);

const heading = (text: string): TemplateResult => html`<h3>${text}</h3>`;

const rows = (view: HelpView, articles: readonly Article[]): TemplateResult =>
  html`<ul class="rows">
    ${articles.map(
      ({ id, title }) =>
        html`<li>
          <button
            class="row"
            type="button"
            @click=${(event: Event) => view.read(id, event.currentTarget as HTMLElement)}
          >
            <span>${say(view, title)}</span>${icon(ChevronRight, 16)}
          </button>
        </li>`,
    )}
  </ul>`;

/** "cahier-de-textes" → "Cahier de textes", where the host gave no name. */
function serviceName(view: HelpView, service: string) {
  if (!service) return msg('En général', { id: 'help-general' });
  const words = service.replace(/[-_]+/g, ' ');
  return say(view, view.serviceNames[service] ?? words.charAt(0).toUpperCase() + words.slice(1));
}

const subjects = (view: HelpView): Part =>
  view.selected.articles.length
    ? html`${heading(msg('Tous les sujets', { id: 'help-subjects' }))}
      ${view.selected.subjects.map(
        ({ service, articles }) =>
          html`<details>
            <summary>${serviceName(view, service)} (${articles.length})</summary>
            ${rows(view, articles)}
          </details>`,
      )}`
    : nothing;

const tours = (view: HelpView): Part =>
  view.selected.tours.length
    ? html`${heading(msg('Refaire la visite', { id: 'help-replay' }))}
        <ul class="rows">
          ${view.selected.tours.map(
            ({ id, title }) =>
              html`<li>
                <button class="row" type="button" @click=${() => view.replay(id)}>
                  <span>${say(view, title) || msg('Visite de cette page', { id: 'help-tour' })}</span>
                  ${icon(Route)}
                </button>
              </li>`,
          )}
        </ul>`
    : nothing;

/** Who to ask, with the ways to reach them. */
const contacts = (view: HelpView): Part =>
  view.selected.contacts.length
    ? html`${heading(msg('Qui contacter', { id: 'help-contacts' }))}
        <ul class="contacts">
          ${view.selected.contacts.map(
            ({ title, email, phone, hours }) =>
              html`<li>
                <strong>${say(view, title)}</strong>
                ${email ? html`<p><a href="mailto:${email}">${email}</a></p>` : nothing}
                ${phone ? html`<p><a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></p>` : nothing}
                ${hours ? html`<p>${say(view, hours)}</p>` : nothing}
              </li>`,
          )}
        </ul>`
    : nothing;

/** Said politely when it changes; empty while nothing is asked. */
function status({ query, results }: HelpView): string {
  if (!query || !results) return '';
  const count = results.length;
  if (count > 1) return msg(str`${count} résultats`, { id: 'help-many' });
  return count ? msg('1 résultat', { id: 'help-one' }) : msg('Aucun résultat', { id: 'help-none' });
}

function suggestions(view: HelpView): Part {
  const { articles, here } = view.selected;
  return html`${heading(msg('Pour cette page', { id: 'help-here' }))}
  ${
    here
      ? rows(view, articles.slice(0, Math.min(here, MOST_HERE)))
      : html`<p class="soft">
          ${
            articles.length
              ? msg('Rien de particulier ici\u00a0: cherchez un mot, ou parcourez les sujets.', {
                  id: 'help-nothing-here',
                })
              : msg('Aucun article n’est encore écrit pour vous\u00a0: demandez à votre établissement.', {
                  id: 'help-empty',
                })
          }
        </p>`
  }
  ${tours(view)}`;
}

/** What was found, or how to go on when nothing was. */
const found = (view: HelpView, results: readonly Article[]): Part =>
  results.length
    ? rows(view, results)
    : html`<p class="soft">${msg('Essayez un autre mot, ou parcourez les sujets.', { id: 'help-try' })}</p>
        ${subjects(view)} ${contacts(view)}`;

/** Search, then what is for this page, then all. Kept while an article is read: it is where one comes back to. */
export const homeView = (view: HelpView): TemplateResult =>
  html`<div ?hidden=${view.article}>
    <form role="search" ?hidden=${!view.selected.articles.length} @submit=${prevent}>
      <label for="query">${msg('Rechercher dans l’aide', { id: 'help-search' })}</label>
      <input
        id="query"
        type="search"
        autocomplete="off"
        @input=${(event: Event) => view.find((event.target as HTMLInputElement).value)}
      />
      <p class="soft" role="status">${status(view)}</p>
    </form>
    ${
      view.query && view.results
        ? found(view, view.results)
        : html`${suggestions(view)} ${subjects(view)} ${contacts(view)}`
    }
  </div>`;

/** One article, and whether it helped. Whoever it did not help is told whom to ask. */
export function articleView(view: HelpView): Part {
  const { article, answer, locales, planLocale } = view;
  if (!article) return nothing;
  const { value, lang, dir } = resolveText(article.title, locales, planLocale);
  const button = (reply: 'yes' | 'no', label: string) =>
    html`<button type="button" @click=${() => view.reply(article.id, reply)}>${label}</button>`;
  return html`<h3 id="title" tabindex="-1" lang=${lang} dir=${dir}>${value}</h3>
    ${renderBody(article.body, locales, planLocale)}
    <div class="useful" role="group" aria-labelledby="useful">
      ${
        answer
          ? html`<p id="useful" tabindex="-1">${msg('Merci de votre réponse.', { id: 'help-thanks' })}</p>`
          : html`<p id="useful">${msg('Cette aide vous a-t-elle été utile\u00a0?', { id: 'help-useful' })}</p>
              ${button('yes', msg('Oui', { id: 'yes' }))} ${button('no', msg('Non', { id: 'no' }))}`
      }
      ${answer === 'no' ? contacts(view) : nothing}
    </div>`;
}
