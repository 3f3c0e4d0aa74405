import { parseMarkdown } from '../core/markdown.js';
import type { Block, Inline, Item, List } from '../core/markdown.js';
import { imageTo } from './image-to.js';
import { linkTo } from './safe-url.js';

/** `h` of primitives/dom.ts, which whoever asks for nodes has already. */
type MakeElement = (
  tag: Exclude<Block | Item | Inline, string>['tag'] | 'span',
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
) => Node;

/** An authored Markdown text as nodes, by the same rules as `renderBody`. */
export function markdownNodes(text: string, h: MakeElement): (Node | string | undefined)[] {
  const nodeOf = (node: Block | Item | Inline): Node | string | undefined => {
    if (typeof node === 'string') return node;
    if (node.tag === 'img') {
      const image = imageTo(node.url, node.alt);
      return image && h('img', image);
    }
    const children = node.children.map(nodeOf);
    const link = node.tag === 'a' && linkTo(node.url);
    // A link that is not allowed leaves its words.
    return h(link === undefined ? 'span' : node.tag, link || { start: (node as List).start }, ...children);
  };
  return parseMarkdown(text).map(nodeOf);
}
