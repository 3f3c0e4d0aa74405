import Download from 'lucide/dist/esm/icons/download.mjs';
import Printer from 'lucide/dist/esm/icons/printer.mjs';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Article, Attachment } from '../../model/schema/help.js';
import { resolveText } from '../../model/text.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { mediaNodes, styleMedia } from '../primitives/media-nodes.js';
import type { MediaWords } from '../primitives/media-nodes.js';
import { readAloudButton, spokenOf } from '../primitives/read-aloud.js';
import { safeUrl } from '../../platform/safe-url.js';
import { linkTool } from './article-link.js';
import { printArticle } from './print-article.js';

/** What of an article has a chunk of its own: films and pictures, files, voice and print. */
export interface Extras {
  decorate: typeof decorate;
}

const UNITS = ['o', 'ko', 'Mo', 'Go'];

/** "1,2 Mo" for 1,234,567. */
function weightOf(bytes: number, locale: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: size < 10 && unit ? 1 : 0 }).format(size)} ${UNITS[unit]}`;
}

function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A file, with its type, weight and language said in the link itself (RGAA 13.3). */
function fileNode(
  file: Attachment,
  { locales, planLocale }: MediaWords,
  base: string,
): HTMLElement | undefined {
  const { value, lang, dir } = resolveText(file?.title, locales, planLocale);
  const href = typeof file?.src === 'string' ? safeUrl(new URL(file.src, base).href) : undefined;
  if (!value || !href) return undefined;
  const reader = locales[0]?.replace(/-x-.*$/, '') ?? 'fr';
  const type = file.type ?? /\.(\w{2,4})$/.exec(new URL(href).pathname)?.[1] ?? '';
  const facts = [
    type.toUpperCase(),
    file.bytes ? weightOf(file.bytes, reader) : '',
    file.lang ? nameOfLanguage(file.lang, reader) : '',
  ].filter(Boolean);
  return h(
    'li',
    {},
    h(
      'a',
      {
        href,
        class: 'file',
        hreflang: file.lang,
        download: href.startsWith(`${location.origin}/`) ? '' : undefined,
      },
      icon(Download, 18),
      h(
        'span',
        {},
        h('span', { lang, dir }, value),
        h('small', {}, facts.length ? ` (${facts.join(', ')})` : ''),
      ),
    ),
  );
}

/** Addresses in the plan are read from where it stands, and then by the same rules as all others. */
function rebased(media: unknown, base: string): unknown {
  const at = (value: unknown) => (typeof value === 'string' ? new URL(value, base).href : value);
  return (Array.isArray(media) ? media : []).map((one: Record<string, unknown>) => ({
    ...one,
    ...(one?.['src'] !== undefined && { src: at(one['src']) }),
    ...(one?.['poster'] !== undefined && { poster: at(one['poster']) }),
    ...(one?.['captions'] !== undefined && {
      captions: ([one['captions']].flat() as Record<string, unknown>[]).map((track) => ({
        ...track,
        src: at(track?.['src']),
      })),
    }),
  }));
}

/** How an article is read here: in which languages, from which address its files are, and whether a link may open it. */
export interface ReadingOf extends MediaWords {
  base: string;
  hasAddress: boolean;
}

/** Puts it where the article has room for it; until `signal` ends. */
export function decorate(
  root: ShadowRoot,
  place: HTMLElement,
  tools: HTMLElement,
  article: Article,
  words: ReadingOf,
  signal: AbortSignal,
): void {
  const { base } = words;
  const media = mediaNodes(rebased(article.media, base), words);
  if (media.length) styleMedia(root);
  const files = (Array.isArray(article.attachments) ? article.attachments : []).flatMap(
    (one) => fileNode(one, words, base) ?? [],
  );
  const count = files.length;
  const title =
    count > 1 ? msg(str`${count} fichiers`, { id: 'help-files' }) : msg('1 fichier', { id: 'help-file' });
  place.replaceChildren(
    ...media,
    ...(count ? [h('h4', {}, title), h('ul', { class: 'files' }, ...files)] : []),
  );
  const text = () => [...root.querySelectorAll('#title, .text')];
  const print = h(
    'button',
    { type: 'button', class: 'tool' },
    icon(Printer, 18),
    msg('Imprimer', { id: 'help-print' }),
  );
  print.addEventListener('click', () => printArticle(root));
  tools.replaceChildren(print);
  // Beside the text, which is printed and read aloud.
  root.querySelector('.link-place')?.replaceChildren(...(words.hasAddress ? linkTool(article.id) : []));
  void readAloudButton(() => spokenOf(text()), signal).then((button) => {
    if (!button || signal.aborted) return;
    button.classList.add('tool');
    tools.prepend(button);
  });
}
