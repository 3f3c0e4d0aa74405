import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import type { Piece } from '../../core/help/highlight.js';
import type { SelectedHelp } from '../../core/help/select-help.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Text } from '../../model/schema/common.js';
import type { Article } from '../../model/schema/help.js';
import { icon } from '../primitives/icon.js';
import { renderText } from '../primitives/render-text.js';

export type Part = TemplateResult | typeof nothing | string;

/** One article found, what was looked for marked in its title and in a piece of its text. */
export interface Hit {
  article: Article;
  title: readonly Piece[];
  text: readonly Piece[];
}

/** All that the panel's views show, and what the person may do in them. */
export interface HelpView {
  selected: SelectedHelp;
  locales: readonly string[];
  planLocale: string | undefined;
  services: Readonly<Record<string, Text>>;
  /** The service that this page belongs to. */
  service: string | undefined;
  query: string;
  /** Found for `query`, best first; undefined while they are looked for. */
  hits: readonly Hit[] | undefined;
  /** How many were found, said politely once the person rests; empty before. */
  said: string;
  /** What one was reading on another page. */
  resume: Article | undefined;
  isOffline: boolean;
  unread: number;
  hasNews: boolean;
  checklists: readonly Campaign[];
  /** Whether the page's hints are to be seen; undefined where it has none. */
  hints: boolean | undefined;
  shortcut: string | undefined;
  canReport: boolean;
  /** The subject chosen under "Qui contacter". */
  subject: string;
  /** Subjects whose articles are listed: made when they are asked for, since there may be thousands. */
  unfolded: ReadonlySet<string>;
  unfold(service: string, open: boolean): void;
  read(id: string): void;
  find(query: string): void;
  /** Shows something else than help: the panel goes. */
  show(id: string): void;
  report(): void;
  toggleHints(): void;
  choose(subject: string): void;
}

export const say = (view: Pick<HelpView, 'locales' | 'planLocale'>, text: Text | undefined) =>
  renderText(text, view.locales, view.planLocale);

export const heading = (text: string): TemplateResult => html`<h3>${text}</h3>`;

/** An arrow that points onwards, whichever way the words are read. */
export function turning(mark: SVGElement): SVGElement {
  mark.classList.add('turn');
  return mark;
}

/** One line that leads somewhere. */
export const row = (
  words: unknown,
  act: () => void,
  mark: SVGElement = turning(icon(ChevronRight, 16)),
  key?: string,
): TemplateResult =>
  html`<li>
    <button class="row" type="button" data-key=${key ?? nothing} @click=${act}>
      <span>${words}</span>${mark}
    </button>
  </li>`;

export const rows = (items: readonly TemplateResult[]): Part =>
  items.length
    ? html`<ul class="rows">
        ${items}
      </ul>`
    : nothing;

export const articleRows = (view: HelpView, articles: readonly Article[]): Part =>
  rows(articles.map(({ id, title }) => row(say(view, title), () => view.read(id), undefined, id)));
