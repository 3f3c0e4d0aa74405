import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { go, move, readKept, START, without } from '../../core/help/trail.js';
import type { Spot, Trail } from '../../core/help/trail.js';
import { currentPath } from '../../platform/route-watcher.js';
import type { HelpSource } from './help-source.js';

const KEY = 'help-trail';

/** Where the person is in the panel, and was: kept for the session, so that the next page goes on from there. */
export class Walk implements ReactiveController {
  readonly #host: ReactiveControllerHost & { source: HelpSource };
  trail: Trail = START;
  /** What was being read on another page. */
  elsewhere: string | undefined;
  /** The article read last: what a report may be about. */
  lastArticle: string | undefined;
  /** How far one had scrolled, by place. */
  readonly #scrolled = new Map<string, number>();
  #shown: string | undefined;
  #isNew = true;

  constructor(host: ReactiveControllerHost & { source: HelpSource }) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {}

  /** The panel opens: on the page where it was left it is as it was; elsewhere, what is for that page comes first. */
  resume(): void {
    const kept = readKept(this.#host.source.session.get(KEY));
    const path = currentPath();
    if (this.#isNew && kept?.path === path) this.trail = kept;
    this.#isNew = false;
    if (!kept || kept.path === path) return;
    this.elsewhere = kept.spots[kept.at]?.article;
    this.trail = START;
  }

  /** What was asked when it was closed on this page. */
  get keptQuery(): string {
    const kept = readKept(this.#host.source.session.get(KEY));
    return kept?.path === currentPath() ? kept.query : '';
  }

  keep(query: string): void {
    this.#host.source.session.set(KEY, JSON.stringify({ ...this.trail, path: currentPath(), query }));
  }

  go(spot: Spot): void {
    this.#set(go(this.trail, spot));
  }

  move(by: number): void {
    this.#set(move(this.trail, by));
  }

  check(isThere: (article: string) => boolean): void {
    this.trail = without(this.trail, ({ article }) => article !== undefined && !isThere(article));
  }

  #set(trail: Trail): void {
    this.trail = trail;
    const { article } = trail.spots[trail.at] ?? {};
    if (article) {
      this.lastArticle = article;
      this.elsewhere = undefined;
    }
    this.keep('');
    this.#host.requestUpdate();
  }

  /** Another place begins at its top, or where one had left it. */
  scroll(content: HTMLElement): void {
    const spot = this.trail.spots[this.trail.at] ?? {};
    const key = spot.article ?? (spot.report ? '#report' : '#home');
    if (key === this.#shown) return;
    this.#shown = key;
    content.scrollTop = this.#scrolled.get(key) ?? 0;
    content.onscroll = () => this.#scrolled.set(key, content.scrollTop);
  }
}
