import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { articleFor } from '../../core/help/article-for.js';
import { helpfulResponse } from '../../core/survey/helpful.js';
import { interfaceLocale } from '../../locales/msg.js';
import { isRecord } from '../../model/format.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { Article } from '../../model/schema/help.js';
import { fetchContent } from '../../platform/content-source.js';
import { addCss } from '../primitives/add-css.js';
import { articleCss } from './article.css.js';
import { formCss } from './form.css.js';
import type { Why } from './article-view.js';
import type { HelpSource } from './help-source.js';
import type { Extras } from './article-extras.js';
import { newId } from './new-id.js';
import { localesFor, SIMPLE } from './simple-words.js';

export { articleView } from './article-view.js';

type Host = ReactiveControllerHost & { source: HelpSource; renderRoot: HTMLElement | DocumentFragment };

/** What articles' own files held, for as long as this page: they open again without a network. */
const loaded = new Map<string, Partial<Article>>();

/** The article being read: its text, how it is read, and what is said of it. */
export class Reader implements ReactiveController {
  readonly #host: Host;
  article: Article | undefined;
  state: 'whole' | 'loading' | 'offline' | 'gone' = 'whole';
  /** The language asked for, instead of the person's own. */
  #language: string | undefined;
  readonly #answers = new Map<string, 'yes' | 'no'>();
  /** Said to be of no use, and why not said yet. */
  #unexplained: string | undefined;
  #extras: Extras | undefined;
  /** What the extras were made for, and the end of it. */
  #decorated: readonly unknown[] = [];
  #end = new AbortController();

  constructor(host: Host) {
    (this.#host = host).addController(this);
    for (const text of [formCss, articleCss]) addCss(host.renderRoot as ShadowRoot, text);
  }

  // Called at once on a host that is in the page already.
  hostConnected(): void {
    addEventListener('pagehide', this.leave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.leave);
    this.leave();
  }

  /** Shows an article; the text that stands in a file of its own comes when it comes. */
  async open(id: string): Promise<void> {
    const { selected, engine, base } = this.#host.source;
    const listed = selected.articles.find((one) => one.id === id);
    if (!listed) return;
    const isFor = (item: Parameters<NonNullable<typeof engine>['isFor']>[0]) => engine?.isFor(item) ?? false;
    if (this.article?.id !== id) this.#language = undefined;
    const show = (more: Partial<Article>) => {
      const article = articleFor({ ...listed, ...more, id }, isFor);
      // Made of the same, it is the same: a film that runs, a voice that reads and the focus stay as they are.
      if (JSON.stringify(article) !== JSON.stringify(this.article)) this.article = article;
      this.#host.requestUpdate();
    };
    const { src } = listed;
    const known = typeof src === 'string' ? loaded.get(src) : {};
    this.state = known ? 'whole' : 'loading';
    show(known ?? {});
    void import('./article-extras.js').then(
      (extras) => {
        this.#extras = extras;
        this.#host.requestUpdate();
      },
      // Offline: its words are there all the same.
      () => undefined,
    );
    if (known || typeof src !== 'string') return;
    try {
      const more = await fetchContent(src, base);
      if (!isRecord(more)) throw new Error(`${src}: not an object`);
      loaded.set(src, more);
      if (this.article?.id !== id) return;
      this.state = 'whole';
      show(more);
    } catch {
      if (this.article?.id !== id) return;
      this.state = navigator.onLine ? 'gone' : 'offline';
      this.#host.requestUpdate();
    }
  }

  /** The page or the person changed. */
  renew(): void {
    const { selected } = this.#host.source;
    if (this.article && !selected.articles.some(({ id }) => id === this.article?.id))
      this.article = undefined;
    else if (this.article) void this.open(this.article.id);
  }

  get locales(): readonly string[] {
    return localesFor(this.#host.source);
  }

  /** Languages of the article. */
  get reading(): readonly string[] {
    return this.#language ? [this.#language, ...this.locales] : this.locales;
  }

  get #tags(): string[] {
    const { body, steps } = this.article ?? {};
    const texts: unknown[] = [body, ...(Array.isArray(steps) ? steps.map((one) => one?.body) : [])];
    return [...new Set(texts.flatMap((text) => (isRecord(text) ? Object.keys(text) : [])))];
  }

  /** Other languages that the article can be read in. */
  get languages(): readonly string[] {
    const bases = [...new Set(this.#tags.map((tag) => tag.replace(/-x-.*$/, '')))];
    const { planLocale = 'fr' } = this.#host.source;
    const now = [...this.reading, planLocale]
      .map((tag) => tag.split('-')[0])
      .find((tag) => bases.some((one) => one.split('-')[0] === tag));
    return bases.filter((tag) => tag.split('-')[0] !== now);
  }

  get isSimple(): boolean | undefined {
    const now = this.reading[0]?.replace(/-x-.*$/, '') ?? 'fr';
    if (!this.#tags.some((tag) => tag.toLowerCase() === `${now.split('-')[0]}-x-simple`)) return undefined;
    return this.reading[0]?.endsWith('-x-simple') ?? false;
  }

  speak(tag: string): void {
    this.#language = tag;
    this.#host.requestUpdate();
  }

  /** Kept for the session, for all articles. */
  simplify(): void {
    this.#host.source.session.set(SIMPLE, this.isSimple ? 'off' : 'on');
    this.#language = undefined;
    this.#host.requestUpdate();
  }

  get isPupil(): boolean {
    const { engine, plan } = this.#host.source;
    return resolveProfiles(engine?.context().user?.profiles ?? [], plan?.settings?.profileAliases).includes(
      'pupil',
    );
  }

  get answer(): 'yes' | 'no' | undefined {
    return this.article && this.#answers.get(this.article.id);
  }

  get asksWhy(): boolean {
    return this.article !== undefined && this.#unexplained === this.article.id;
  }

  reply(value: 'yes' | 'no'): void {
    if (!this.article) return;
    this.#answers.set(this.article.id, value);
    if (value === 'no') this.#unexplained = this.article.id;
    else this.#send(this.article.id, value, {});
    this.#host.requestUpdate();
  }

  explain(why: Why, words: string): void {
    const id = this.#unexplained;
    if (!id) return;
    this.#unexplained = undefined;
    this.#send(id, 'no', {
      why,
      ...(words.trim() && !this.isPupil && { words: words.trim().slice(0, 300) }),
    });
    this.#host.requestUpdate();
  }

  /** Left without saying why: the "no" counts all the same. */
  readonly leave = (): void => {
    this.#end.abort();
    this.#decorated = [];
    const id = this.#unexplained;
    this.#unexplained = undefined;
    if (id) this.#send(id, 'no', {});
  };

  #send(id: string, value: 'yes' | 'no', more: Readonly<Record<string, string>>): void {
    const draft = helpfulResponse(id, value, newId());
    const answers = { ...(draft.data['answers'] as object), ...more };
    void this.#host.source.send?.({ ...draft, id: draft.id ?? newId(), data: { ...draft.data, answers } });
  }

  /** Puts what has a chunk of its own (films, files, voice, print) where the article has room for it. */
  decorate(root: ShadowRoot): void {
    const place = root.querySelector<HTMLElement>('.extras');
    const tools = root.querySelector<HTMLElement>('.more-tools');
    const { planLocale, base, engine } = this.#host.source;
    const reading = this.reading;
    const { article, state } = this;
    const said = [reading.join(), interfaceLocale(), planLocale, base, !!engine];
    const now = [this.#extras, place, article, state, ...said];
    if (now.every((one, i) => one === this.#decorated[i])) return;
    this.#decorated = now;
    this.#end.abort();
    if (!this.#extras || !article || !place || !tools) return;
    const { signal } = (this.#end = new AbortController());
    // Without the engine nobody reads the page's address.
    const words = { locales: reading, planLocale, base, hasAddress: !!engine };
    this.#extras.decorate(root, place, tools, article, words, signal);
  }
}
