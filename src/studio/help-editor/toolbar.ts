import { msg } from '../../locales/msg.js';

/** What a selection becomes: the text, and what is selected in it then. */
export interface Edited {
  text: string;
  start: number;
  end: number;
}

export interface Tool {
  id: string;
  label: () => string;
  apply: (text: string, start: number, end: number) => Edited;
}

/** Puts marks around the selection, or takes them off where they are already. */
const around =
  (before: string, after: string, sample: () => string) =>
  (text: string, start: number, end: number): Edited => {
    const inner = text.slice(start, end) || sample();
    const isMarked =
      text.slice(start - before.length, start) === before && text.slice(end, end + after.length) === after;
    if (isMarked && end > start)
      return {
        text: text.slice(0, start - before.length) + inner + text.slice(end + after.length),
        start: start - before.length,
        end: end - before.length,
      };
    return {
      text: text.slice(0, start) + before + inner + after + text.slice(end),
      start: start + before.length,
      end: start + before.length + inner.length,
    };
  };

/** Makes whole lines items of a list. */
const lines =
  (mark: (i: number) => string) =>
  (text: string, start: number, end: number): Edited => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const to = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
    const items = text
      .slice(from, to)
      .split('\n')
      .map((line, i) => mark(i) + line.replace(/^\s*(?:[-*]|\d+\.)\s+/, ''));
    // A list begins after an empty line.
    const gap =
      from > 0 && text.slice(0, from).trimEnd() !== '' && !text.slice(0, from).endsWith('\n\n') ? '\n' : '';
    const joined = gap + items.join('\n');
    return {
      text: text.slice(0, from) + joined + text.slice(to),
      start: from + gap.length,
      end: from + joined.length,
    };
  };

export const TOOLS: readonly Tool[] = [
  {
    id: 'bold',
    label: () => msg('Gras', { id: 'studio-tool-bold' }),
    apply: around('**', '**', () => msg('important', { id: 'studio-tool-bold-sample' })),
  },
  {
    id: 'italic',
    label: () => msg('Italique', { id: 'studio-tool-italic' }),
    apply: around('*', '*', () => msg('mot', { id: 'studio-tool-word' })),
  },
  {
    id: 'link',
    label: () => msg('Lien', { id: 'studio-tool-link' }),
    apply: around('[', '](/)', () => msg('texte du lien', { id: 'studio-tool-link-sample' })),
  },
  { id: 'list', label: () => msg('Liste', { id: 'studio-tool-list' }), apply: lines(() => '- ') },
  { id: 'steps', label: () => msg('Étapes', { id: 'studio-steps' }), apply: lines((i) => `${i + 1}. `) },
  {
    id: 'key',
    label: () => msg('Touche', { id: 'studio-tool-key' }),
    apply: around('[[', ']]', () => 'Ctrl'),
  },
  {
    id: 'image',
    label: () => msg('Image', { id: 'studio-tool-image' }),
    apply: around('![', '](/images/)', () =>
      msg('ce que l’image montre', { id: 'studio-tool-image-sample' }),
    ),
  },
];
