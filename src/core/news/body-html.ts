import { type Block, type Inline, type Item, parseMarkdown } from '../markdown.js';
import { escapeXml } from './escape.js';

/** An authored address in a feed: https, mail and phone, and what is relative to the site; as written otherwise never. */
function addressOf(url: string, base: string, others: RegExp | undefined): string | undefined {
  const absolute = /^([a-z][a-z\d+.-]*):/i.exec(url);
  if (absolute) return /^https$/i.test(absolute[1] as string) || others?.test(url) ? url : undefined;
  const origin = /^https?:\/\/[^/?#]+/i.exec(base)?.[0];
  // "//elsewhere" has the base's protocol and another host; browsers read a backslash as a slash.
  if (origin === undefined || /^[/\\]{2}/.test(url)) return undefined;
  if (url.startsWith('/')) return origin + url;
  const page = base.slice(origin.length).replace(/#.*/, '');
  if (url.startsWith('#')) return origin + page + url;
  const path = page.replace(/\?.*/, '');
  if (url.startsWith('?')) return origin + path + url;
  return origin + (path.replace(/[^/]*$/, '') || '/') + url;
}

/**
 * The small Markdown of plans as HTML, for feeds only: readers of feeds take nothing else. Pages get nodes instead
 * (elements/primitives), for there is no HTML sink in them.
 * @param base address of the page that relative links start from
 */
export function bodyHtml(source: string, base: string): string {
  const render = (node: Block | Item | Inline): string => {
    if (typeof node === 'string') return escapeXml(node);
    if (node.tag === 'br') return '<br />';
    if (node.tag === 'img') {
      const src = addressOf(node.url, base, undefined);
      return src ? `<img src="${escapeXml(src)}" alt="${escapeXml(node.alt)}" />` : escapeXml(node.alt);
    }
    const inner = node.children.map(render).join('');
    if (node.tag === 'ol' && node.start) return `<ol start="${node.start}">${inner}</ol>`;
    if (node.tag !== 'a') return `<${node.tag}>${inner}</${node.tag}>`;
    const href = addressOf(node.url, base, /^(mailto|tel):/i);
    // A link that is not allowed leaves its words.
    return href ? `<a href="${escapeXml(href)}">${inner}</a>` : inner;
  };
  return parseMarkdown(source).map(render).join('');
}
