/** What only texts with marks and themes with a colour need: a chunk of its own (engine/rich.ts). */
export { accentFor } from './colour.js';
export { parseMarkdown } from './markdown.js';
