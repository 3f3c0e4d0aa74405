/** What only texts with marks and themes with a colour need: a chunk of its own (rich.ts). */
export { accentFor } from '../core/colour.js';
export { markdownNodes } from '../platform/markdown-nodes.js';
