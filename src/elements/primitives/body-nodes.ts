import { parseMarkdown } from '../../core/markdown.js';
import type { Block, Inline, Item } from '../../core/markdown.js';
import { h } from './dom.js';
import { linkTo, safeUrl } from './safe-url.js';

/** As `renderImage`, without Lit. */
export function imageNode(url: string, alt: string): HTMLImageElement | undefined {
  const src = safeUrl(url);
  return src === undefined ? src : h('img', { src, alt, loading: 'lazy' });
}

function nodeOf(node: Block | Item | Inline): Node | string | undefined {
  if (typeof node === 'string') return node;
  if (node.tag === 'img') return imageNode(node.url, node.alt);
  const children = node.children.map(nodeOf);
  const link = node.tag === 'a' && linkTo(node.url);
  // A link that is not allowed leaves its words.
  return h(node.tag === 'a' && !link ? 'span' : node.tag, link || {}, ...children);
}

/** An authored Markdown text as nodes, by the same rules as `renderBody`. */
export const bodyNodes = (source: string): (Node | string | undefined)[] => parseMarkdown(source).map(nodeOf);
