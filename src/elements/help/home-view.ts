import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import CircleDot from 'lucide/dist/esm/icons/circle-dot.mjs';
import Flag from 'lucide/dist/esm/icons/flag.mjs';
import ListChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import Newspaper from 'lucide/dist/esm/icons/newspaper.mjs';
import Route from 'lucide/dist/esm/icons/route.mjs';
import Search from 'lucide/dist/esm/icons/search.mjs';
import { serviceWords } from '../../core/help/documents.js';
import type { Piece } from '../../core/help/highlight.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { resolveText } from '../../model/text.js';
import { icon } from '../primitives/icon.js';
import { contactsView } from './contacts-view.js';
import { articleRows, heading, row, rows, say } from './help-view.js';
import type { HelpView, Hit, Part } from './help-view.js';

/** More is no longer a suggestion; the rest stands under its subject. */
const MOST_HERE = 6;
/** Nobody reads a longer list; a thousand lines take the browser a second. */
const MOST_LISTED = 100;

const prevent = (event: Event): void => event.preventDefault();

/** "cahier-de-textes" → "Cahier de textes", where the host gave no name. */
function serviceName(view: HelpView, service: string) {
  if (!service) return msg('En général', { id: 'help-general' });
  const words = serviceWords(service);
  return say(
    view,
    (Object.hasOwn(view.services, service) && view.services[service]) ||
      words.charAt(0).toUpperCase() + words.slice(1),
  );
}

const subjects = (view: HelpView): Part =>
  view.selected.articles.length
    ? html`${heading(msg('Tous les sujets', { id: 'help-subjects' }))}
      ${view.selected.subjects.map(
        ({ service, articles }) =>
          html`<details
            ?open=${view.unfolded.has(service)}
            @toggle=${(event: Event) => view.unfold(service, (event.target as HTMLDetailsElement).open)}
          >
            <summary>${serviceName(view, service)} (${articles.length})</summary>
            ${view.unfolded.has(service) ? articleRows(view, articles.slice(0, MOST_LISTED)) : nothing}
            ${
              view.unfolded.has(service) && articles.length > MOST_LISTED
                ? html`<p class="soft">
                    ${msg('Il y en a davantage\u00a0: cherchez un mot pour les trouver.', { id: 'help-more-there' })}
                  </p>`
                : nothing
            }
          </details>`,
      )}`
    : nothing;

/** What can be done on this page, beside reading: its visits, the lists, the news, its hints. */
function doings(view: HelpView): Part {
  const { tours } = view.selected;
  // In one piece with the words: a space of its own is left out of the button's name.
  const news = html`${msg('Les nouveautés', { id: 'help-news' }) + (view.unread ? ' ' : '')}${
    view.unread
      ? html`<b class="count">${msg(str`${view.unread} à lire`, { id: 'help-to-read' })}</b>`
      : nothing
  }`;
  const done = [
    ...tours.map(({ id, title }) =>
      row(
        say(view, title) || msg('Visite de cette page', { id: 'help-tour' }),
        () => view.show(id),
        icon(Route),
      ),
    ),
  ];
  const more = [
    ...view.checklists.map(({ id, title }) =>
      row(
        say(view, title) || msg('Bien démarrer', { id: 'help-checklist' }),
        () => view.show(id),
        icon(ListChecks),
      ),
    ),
    ...(view.hasNews ? [row(news, () => view.show('news'), icon(Newspaper))] : []),
    ...(view.hints === undefined
      ? []
      : [
          row(
            view.hints
              ? msg('Masquer les repères de cette page', { id: 'help-hints-hide' })
              : msg('Montrer les repères de cette page', { id: 'help-hints-show' }),
            () => view.toggleHints(),
            icon(CircleDot),
            'hints',
          ),
        ]),
  ];
  return html`${done.length ? heading(msg('Refaire la visite', { id: 'help-replay' })) : nothing}
  ${rows(done)} ${more.length ? heading(msg('Et aussi', { id: 'help-also' })) : nothing} ${rows(more)}`;
}

function suggestions(view: HelpView): Part {
  const { articles, here } = view.selected;
  return html`${
    view.resume
      ? html`${heading(msg('Reprendre la lecture', { id: 'help-resume' }))}
        ${articleRows(view, [view.resume])}`
      : nothing
  }
  ${heading(msg('Pour cette page', { id: 'help-here' }))}
  ${
    here
      ? articleRows(view, articles.slice(0, Math.min(here, MOST_HERE)))
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
  ${doings(view)}`;
}

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));

/** The title with what was found marked in it, and where it stands in the text. */
function hitWords({ locales, planLocale }: HelpView, { article, title, text }: Hit): TemplateResult {
  const { lang, dir } = resolveText(article.title, locales, planLocale);
  return html`<span lang=${lang} dir=${dir}
    >${marked(title)}${text.length ? html`<small>${marked(text)}</small>` : nothing}</span
  >`;
}

/** What was found, or how to go on when nothing was. */
const found = (view: HelpView, hits: readonly Hit[]): Part =>
  hits.length
    ? rows(
        hits.map((hit) =>
          row(hitWords(view, hit), () => view.read(hit.article.id), undefined, hit.article.id),
        ),
      )
    : html`<p class="soft">${msg('Essayez un autre mot, ou parcourez les sujets.', { id: 'help-try' })}</p>
        ${subjects(view)} ${contactsView(view)}`;

const offline = (view: HelpView): Part =>
  view.isOffline
    ? html`<p class="notice" role="note">
        ${msg('Vous êtes hors connexion\u00a0: ce qui est déjà chargé reste lisible.', { id: 'help-offline' })}
      </p>`
    : nothing;

/** "Shift+F1" by the names that stand on the keys. */
const keysOf = (shortcut: string): string =>
  shortcut.replace(/\bShift\b/i, msg('Maj', { id: 'help-shift' })).replace(/\+/g, ' + ');

const foot = (view: HelpView): Part =>
  html`<div class="foot">
    ${
      view.canReport
        ? rows([
            row(
              msg('Signaler un problème', { id: 'help-report' }),
              () => view.report(),
              icon(Flag),
              'report',
            ),
          ])
        : nothing
    }
    ${
      view.shortcut
        ? html`<p class="soft keys">
            ${msg('Au clavier, l’aide s’ouvre et se ferme par', { id: 'help-keys' })}
            <kbd>${keysOf(view.shortcut)}</kbd>
          </p>`
        : nothing
    }
  </div>`;

/** Search, then what is for this page, then all. Kept while an article is read: it is where one comes back to. */
export const homeView = (view: HelpView, isHidden: boolean): TemplateResult =>
  html`<div class="home" ?hidden=${isHidden}>
    ${offline(view)}
    <form role="search" ?hidden=${!view.selected.articles.length} @submit=${prevent}>
      <label for="query">${msg('Rechercher dans l’aide', { id: 'help-search' })}</label>
      <div class="field">
        ${icon(Search, 18)}
        <input
          id="query"
          type="search"
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="search"
          maxlength="200"
          .value=${view.query}
          @input=${(event: Event) => view.find((event.target as HTMLInputElement).value)}
        />
      </div>
      <p class="soft" role="status">${view.said}</p>
    </form>
    ${
      view.query.trim() && view.hits
        ? found(view, view.hits)
        : html`${suggestions(view)} ${subjects(view)} ${contactsView(view)}`
    }
    ${foot(view)}
  </div>`;
