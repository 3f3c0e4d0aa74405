import { hasMarks, loadRich, rich } from '../../engine/rich.js';
import { h } from './dom.js';

/**
 * An authored Markdown text as nodes, by the same rules as `renderBody`. Plain paragraphs need no parser; where a text
 * with marks comes before it (elements written by hand: the engine brings both at once), it is read as soon as it can be.
 */
export function bodyNodes(source: string): (Node | string | undefined)[] {
  const text = source.replace(/\r\n?/g, '\n');
  const isPlain = !hasMarks(text);
  if (rich && !isPlain) return rich.markdownNodes(text, h);
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
