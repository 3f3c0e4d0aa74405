import { articleFor } from '../../core/help/article-for.js';
import { documentOf } from '../../core/help/documents.js';
import { HelpIndex, loadIndex, searchWith } from '../../core/help/search-index.js';
import { excerpt, highlight, plainText } from '../../core/help/highlight.js';
import { resolveText } from '../../model/text.js';
import { nextTask } from '../../platform/next-task.js';
import type { Text } from '../../model/schema/common.js';
import type { Article } from '../../model/schema/help.js';
import type { HelpSource } from './help-source.js';
import type { Hit } from './help-view.js';

export { unansweredWords } from '../../core/help/unanswered.js';

/** What one slice of work may take, in ms, when the browser does not say: with a CPU four times as slow, under 50. */
const SLICE_MS = 6;

/** Waits for the page to be idle, and says until when one may work. */
function idle(): Promise<() => boolean> {
  return new Promise((resolve) => {
    const begin = () => {
      const end = performance.now() + SLICE_MS;
      resolve(() => performance.now() < end);
    };
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 300 });
    else setTimeout(begin, 16);
  });
}

/** An index that was made beforehand, in the language that is read. */
async function prebuilt(
  { plan, locales, base }: HelpSource,
  signal: AbortSignal,
): Promise<HelpIndex | undefined> {
  const indexes = plan?.help?.indexes;
  const lang = locales
    .map((tag) => tag.split('-')[0] ?? '')
    .find((tag) => typeof indexes?.[tag] === 'string');
  if (!lang || !indexes) return undefined;
  const response = await fetch(new URL(indexes[lang] ?? '', base).href, {
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok) throw new Error(`${indexes[lang]}: ${response.status}`);
  let end = performance.now() + SLICE_MS;
  return loadIndex(piecesOf(response), () =>
    performance.now() < end ? undefined : nextTask().then(() => void (end = performance.now() + SLICE_MS)),
  );
}

/** A body's text as it comes: read at once, seven megabytes stop the page for a quarter of a second. */
async function* piecesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body!.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    yield decoder.decode(value, { stream: !done });
    if (done) return;
  }
}

/** Made here, of this person's articles, while the page is idle. */
async function built(
  { selected, locales, planLocale, plan, engine }: HelpSource,
  signal: AbortSignal,
): Promise<HelpIndex> {
  const index = new HelpIndex();
  const services = plan?.settings?.services ?? {};
  const reading = { locales, planLocale, services };
  const isFor = engine?.isFor.bind(engine) ?? (() => false);
  let mayGoOn = await idle();
  for (const article of selected.articles) {
    if (!mayGoOn()) {
      mayGoOn = await idle();
      if (signal.aborted) break;
    }
    index.add(documentOf({ ...articleFor(article, isFor), variants: [] }, reading));
  }
  return index;
}

/** A search over the articles of this person, when it is ready. */
export async function openSearch(source: HelpSource, signal: AbortSignal): Promise<(query: string) => Hit[]> {
  const index = (await prebuilt(source, signal).catch(() => undefined)) ?? (await built(source, signal));
  // The last slice, the words that mean the same, the first search: each in a task of its own.
  await nextTask();
  const search = searchWith(index, source.plan?.help?.synonyms);
  await nextTask();
  const { locales, planLocale, engine } = source;
  const { articles, here } = source.selected;
  const mine = new Map(articles.map((article): [string, Article] => [article.id, article]));
  const near = new Set(articles.slice(0, here).map(({ id }) => id));
  const say = (text: Text | undefined) => resolveText(text, locales, planLocale).value;
  const isFor = engine?.isFor.bind(engine) ?? (() => false);
  return (query) =>
    search(
      query,
      (id) => mine.has(id),
      (id) => near.has(id),
    ).flatMap(({ id, terms }) => {
      const article = mine.get(id);
      if (!article) return [];
      const { summary, body } = articleFor(article, isFor);
      // Where it stands says more than what the article is about.
      const text = excerpt(plainText(say(body)), terms) ?? say(summary);
      return [
        { article, title: highlight(say(article.title), terms), text: text ? highlight(text, terms) : [] },
      ];
    });
}
