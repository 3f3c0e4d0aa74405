import type { Block, Inline, Item, List } from '../../core/markdown.js';
import { hasMarks, loadRich, rich } from '../../engine/rich.js';
import { h } from './dom.js';
import { linkTo, safeUrl } from './safe-url.js';

/** As `renderImage`, without Lit. Another site is not told the page's address, which may name a class or a pupil. */
export function imageNode(url: string, alt: string): HTMLImageElement | undefined {
  const src = safeUrl(url);
  return src === undefined ? src : h('img', { src, alt, loading: 'lazy', referrerpolicy: 'same-origin' });
}

function nodeOf(node: Block | Item | Inline): Node | string | undefined {
  if (typeof node === 'string') return node;
  if (node.tag === 'img') return imageNode(node.url, node.alt);
  const children = node.children.map(nodeOf);
  const link = node.tag === 'a' && linkTo(node.url);
  // A link that is not allowed leaves its words.
  return h(link === undefined ? 'span' : node.tag, link || { start: (node as List).start }, ...children);
}

/**
 * An authored Markdown text as nodes, by the same rules as `renderBody`. Plain paragraphs need no parser; where a text
 * with marks comes before it (elements written by hand: the engine brings both at once), it is read as soon as it can be.
 */
export function bodyNodes(source: string): (Node | string | undefined)[] {
  const text = source.replace(/\r\n?/g, '\n');
  const isPlain = !hasMarks(text);
  if (rich && !isPlain) return rich.parseMarkdown(text).map(nodeOf);
  const nodes = text.split(/\n\s*\n/).flatMap((part) => {
    const words = part.replace(/^\s+/gm, '');
    return words ? h('p', {}, words) : [];
  });
  if (!isPlain)
    void loadRich().then(
      () => nodes.forEach((node, i) => node.replaceWith(...(i ? [] : (bodyNodes(text) as Node[])))),
      () => undefined,
    );
  return nodes;
}
