import { type Block, type Inline, type Item, parseMarkdown } from './markdown.js';

const isBlock = (node: Block | Item | Inline): boolean =>
  typeof node === 'object' && /^(p|ul|ol|li)$/.test(node.tag);

/** A body without its marks, for what takes words alone (a calendar): a line an item, addresses after their links. */
export function plainText(source: string): string {
  const render = (node: Block | Item | Inline): string => {
    if (typeof node === 'string') return node;
    if (node.tag === 'img') return node.alt;
    if (node.tag === 'br') return '\n';
    const inner = node.children.map((child, i) => (i && isBlock(child) ? '\n' : '') + render(child)).join('');
    return node.tag === 'li' ? `- ${inner}` : node.tag === 'a' ? `${inner} (${node.url})` : inner;
  };
  return parseMarkdown(source).map(render).join('\n\n');
}
