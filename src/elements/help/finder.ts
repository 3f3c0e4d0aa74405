import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { quickSearch } from '../../core/help/quick-search.js';
import type { Titled } from '../../core/help/quick-search.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { resolveProfiles } from '../../model/profiles.js';
import { resolveText } from '../../model/text.js';
import type { Article } from '../../model/schema/help.js';
import type { HelpSource } from './help-source.js';
import type * as Searching from './help-search.js';
import type { Hit } from './help-view.js';

/** A count is said once the person rests: not at every letter. */
const SAY_MS = 500;
/** What was not found is told once it is plainly all that was asked. */
const TELL_MS = 2000;
/** A search over titles stops after this long: there may be ten thousand. */
const QUICK_MS = 12;

type Host = ReactiveControllerHost & { source: HelpSource };

/** The search of the panel: over titles at once, over everything when the index is there. */
export class Finder implements ReactiveController {
  readonly #host: Host;
  query = '';
  hits: readonly Hit[] | undefined;
  said = '';
  #search: ((query: string) => Hit[]) | undefined;
  #searching: typeof Searching | undefined;
  #coming: AbortController | undefined;
  #end: AbortSignal | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #tellTimer: ReturnType<typeof setTimeout> | undefined;
  /** Told of already: once is enough. */
  readonly #told = new Set<string>();

  constructor(host: Host) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#coming?.abort();
    clearTimeout(this.#sayTimer);
    clearTimeout(this.#tellTimer);
  }

  /** The panel is open: brings the search library and the index, while the page is idle. */
  prepare(signal: AbortSignal): void {
    this.#end = signal;
    if (this.#search || this.#coming) return;
    const { source } = this.#host;
    if (!source.selected.articles.length) return;
    const coming = (this.#coming = new AbortController());
    import('./help-search.js')
      .then((module) => (this.#searching = module).openSearch(source, coming.signal))
      .then(
        (search) => {
          if (this.#coming !== coming) return;
          this.#search = search;
          this.#coming = undefined;
          if (this.query.trim()) this.#look();
        },
        () => {
          // Offline, and never loaded: titles will do.
          if (this.#coming === coming) this.#coming = undefined;
        },
      );
  }

  /** Another page, person or language: the index of before may no longer be right. */
  renew(before: HelpSource | undefined): void {
    const { source } = this.#host;
    if (!before) return;
    const same =
      before.plan?.help?.articles === source.plan?.help?.articles &&
      before.locales.join() === source.locales.join() &&
      before.engine?.context() === source.engine?.context();
    if (!same) {
      this.#search = undefined;
      this.#coming?.abort();
      this.#coming = undefined;
      if (this.#end && !this.#end.aborted) this.prepare(this.#end);
    }
    if (this.query.trim()) this.#look();
  }

  find(query: string): void {
    this.query = query;
    this.said = '';
    clearTimeout(this.#sayTimer);
    clearTimeout(this.#tellTimer);
    if (query.trim()) {
      // It may have failed while the network was away.
      if (this.#end && !this.#end.aborted) this.prepare(this.#end);
      this.#look();
      this.#tellTimer = setTimeout(() => this.#tell(), TELL_MS);
    } else this.hits = undefined;
    this.#host.requestUpdate();
  }

  leave(): void {
    clearTimeout(this.#tellTimer);
    this.#tell();
  }

  #look(): void {
    this.hits = this.#search ? this.#search(this.query) : this.#quick();
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => {
      this.said = this.#count();
      this.#host.requestUpdate();
    }, SAY_MS);
    this.#host.requestUpdate();
  }

  #quick(): Hit[] {
    const { selected, locales, planLocale } = this.#host.source;
    const end = performance.now() + QUICK_MS;
    const say = ({ title }: Article) => resolveText(title, locales, planLocale).value;
    function* titles(): Generator<Titled> {
      for (const article of selected.articles) yield { id: article.id, title: say(article) };
    }
    const ids = quickSearch(titles(), this.query, () => performance.now() < end);
    return selected.articles
      .filter(({ id }) => ids.includes(id))
      .map((article) => ({ article, title: [{ text: say(article), hit: false }], text: [] }));
  }

  #count(): string {
    const count = this.hits?.length ?? 0;
    if (count > 1) return msg(str`${count} résultats`, { id: 'help-many' });
    if (count) return msg('1 résultat', { id: 'help-one' });
    // Over titles alone it is too early to say.
    return this.#search || !this.#coming ? msg('Aucun résultat', { id: 'help-none' }) : '';
  }

  /** A search without result is worth knowing for who writes the articles: its words only, and never a pupil's. */
  #tell(): void {
    const { engine, plan, campaign } = this.#host.source;
    if (!this.#search || !this.query.trim() || this.hits?.length !== 0 || !engine) return;
    const profiles = resolveProfiles(engine.context().user?.profiles ?? [], plan?.settings?.profileAliases);
    if (!profiles.length || profiles.includes('pupil')) return;
    const words = this.#searching?.unansweredWords(this.query);
    if (!words || this.#told.has(words)) return;
    this.#told.add(words);
    engine.report({ type: 'unanswered', campaign, kind: 'help', version: 1, step: words });
  }
}
