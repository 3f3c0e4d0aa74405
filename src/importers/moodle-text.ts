import { htmlToMarkdown, type Converted, type HtmlLoss } from './html-to-markdown.js';

/** `contentformat` of a text (Moodle, lib/weblib.php: FORMAT_MOODLE, FORMAT_HTML, FORMAT_PLAIN, FORMAT_MARKDOWN). */
const FORMAT = { moodle: '0', plain: '2', markdown: '4' };

/** One language of many, as the filters of Moodle write it: `<span lang="fr" class="multilang">`, and `{mlang fr}…{mlang}`. */
const LANGUAGE =
  /<span\b(?=[^<>]*\bclass=["']multilang\b)[^<>]*\blang=["']([\w-]+)["'][^<>]*>([^]*?)<\/span>|\{mlang ([\w,-]+)\}([^]*?)\{mlang\}/gi;

/** French of a text that has several languages in it, else the first of them; undefined where it has not. */
export function oneLanguage(source: string): string | undefined {
  const found = [...source.matchAll(LANGUAGE)].map(([, span, , block]) =>
    (span ?? block ?? '').toLowerCase(),
  );
  const wanted = found.find((lang) => /\bfr\b/.test(lang)) ?? found[0];
  if (wanted === undefined) return undefined;
  return source.replace(LANGUAGE, (_, span?: string, inSpan?: string, block?: string, inBlock?: string) =>
    (span ?? block ?? '').toLowerCase() === wanted ? (inSpan ?? inBlock ?? '') : '',
  );
}

/** Lines as they were typed: an empty one parts paragraphs. */
const withBreaks = (html: string): string =>
  html
    .trim()
    .split(/\r?\n\s*\r?\n/)
    .map((part) => `<p>${part.replace(/\r?\n/g, '<br>')}</p>`)
    .join('');

/** Markdown without HTML: what ours has not becomes what it has. */
function ownMarkdown(source: string): Converted {
  const losses = new Set<HtmlLoss>();
  const lose = (loss: HtmlLoss, words: string) => {
    losses.add(loss);
    return words;
  };
  const markdown = source
    .replace(/!\[([^\][]*)\]\([^()]*@@PLUGINFILE@@[^()]*\)/g, (_, alt: string) => lose('media', alt))
    .replace(/^#{1,6} +(.*?) *#*$/gm, (_, words: string) => lose('heading', `**${words}**`))
    .trim();
  if (/^ *\|?(?: *:?-{3,}:? *\|)+/m.test(markdown)) losses.add('table');
  return { markdown, losses: [...losses] };
}

/** A step's text in the small Markdown of plans, and what could not be carried over. */
export function bodyMarkdown(source: string, format: string): Converted {
  if (format === FORMAT.plain)
    return htmlToMarkdown(withBreaks(source.replace(/&/g, '&amp;').replace(/</g, '&lt;')));
  // Moodle's Markdown may hold HTML.
  if (format === FORMAT.markdown && !source.includes('<')) return ownMarkdown(source);
  const html = source.replace(/@@PLUGINFILE@@[^"'\s)]*/g, '');
  // Moodle makes breaks of lines, but in a text that has blocks of its own.
  const isTyped = format === FORMAT.moodle && !/<(?:p|div|br|[uo]l|h\d|table)\b/i.test(html);
  return htmlToMarkdown(isTyped ? withBreaks(html) : html);
}
