import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';
import { bodyHtml } from './body-html.js';
import { escapeXml } from './escape.js';
import type { NewsItem } from './news-items.js';

export { type NewsItem, publicItems } from './news-items.js';

/** What a feed says of itself. */
export interface FeedMeta {
  title: string;
  /** Absolute address of the page that people read. */
  homeUrl: string;
  /** Absolute address of this feed. */
  feedUrl: string;
  /** Language of the feed; texts are given in it where they have it. French by default. */
  locale?: string;
  /** Language of the plan's bare strings. */
  planLocale?: string;
  /** Who speaks where an item bears no signature: the title by default. */
  author?: string;
}

/** One item in the words and dates of a feed. */
function entryOf(item: NewsItem, { feedUrl, homeUrl, locale = 'fr', planLocale }: FeedMeta) {
  const say = (text: Text | undefined) => resolveText(text, [locale], planLocale);
  const title = say(item.title);
  return {
    // Kept when the words change: a reader shows the item once.
    id: `${feedUrl}#${item.id}`,
    url: `${homeUrl}${homeUrl.includes('?') ? '&' : '?'}actualite=${item.id}`,
    title: title.value,
    lang: title.lang,
    html: bodyHtml(say(item.body).value, homeUrl),
    text: say(item.body).value,
    author: say(item.signature).value,
    date: item.at ? new Date(item.at).toISOString() : undefined,
    tags: [item.service, item.lever].filter((tag) => tag !== undefined),
  };
}

/** A JSON Feed 1.1 document (jsonfeed.org), served as `application/feed+json`. */
export function toJsonFeed(items: readonly NewsItem[], meta: FeedMeta): string {
  const { title, homeUrl, feedUrl, locale = 'fr', author = title } = meta;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    language: locale,
    authors: [{ name: author }],
    items: items.map((item) => {
      const { id, url, title, html, lang, author, date, tags } = entryOf(item, meta);
      return {
        id,
        url,
        title,
        // One of the two contents must be there, be it empty.
        ...(html ? { content_html: html } : { content_text: '' }),
        ...(date && { date_published: date }),
        ...(author && { authors: [{ name: author }] }),
        ...(tags.length && { tags }),
        language: lang,
      };
    }),
  };
  return JSON.stringify(feed, null, 2);
}

/** Atom needs a date; an item of which the plan gives none is as old as can be. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/** An Atom document (RFC 4287), served as `application/atom+xml`. */
export function toAtom(items: readonly NewsItem[], meta: FeedMeta): string {
  const { title, homeUrl, feedUrl, locale = 'fr', author = title } = meta;
  const entries = items.map((item) => entryOf(item, meta));
  const tag = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
  const updated = entries.reduce((last, { date = EPOCH }) => (date > last ? date : last), EPOCH);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(locale)}">`,
    tag('id', feedUrl),
    tag('title', title),
    tag('updated', updated),
    `<author>${tag('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feedUrl)}" />`,
    `<link rel="alternate" type="text/html" href="${escapeXml(homeUrl)}" />`,
    ...entries.map(({ id, url, title, lang, html, author, date = EPOCH, tags }) =>
      [
        `<entry xml:lang="${escapeXml(lang)}">`,
        tag('id', id),
        tag('title', title),
        tag('published', date),
        tag('updated', date),
        author && `<author>${tag('name', author)}</author>`,
        `<link rel="alternate" type="text/html" href="${escapeXml(url)}" />`,
        ...tags.map((term) => `<category term="${escapeXml(term)}" />`),
        `<content type="html">${escapeXml(html)}</content>`,
        '</entry>',
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}
