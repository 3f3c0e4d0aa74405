/** A text area's value and selection. */
export interface Edited {
  value: string;
  start: number;
  end: number;
}

export type Mark = 'strong' | 'em' | 'link' | 'list' | 'key';

const AROUND = {
  strong: ['**', '**'],
  em: ['*', '*'],
  key: ['[[', ']]'],
  link: ['[', '](https://)'],
} as const;

/** Puts a mark around what is selected, or takes it away where it is already; a list marks whole lines. */
export function applyMark({ value, start, end }: Edited, mark: Mark): Edited {
  if (mark === 'list') return listed({ value, start, end });
  const [before, after] = AROUND[mark];
  const inner = value.slice(start, end);
  const isMarked =
    value.slice(start - before.length, start) === before && value.slice(end, end + after.length) === after;
  if (isMarked && mark !== 'link')
    return {
      value: value.slice(0, start - before.length) + inner + value.slice(end + after.length),
      start: start - before.length,
      end: end - before.length,
    };
  const made = value.slice(0, start) + before + inner + after + value.slice(end);
  // In a link the address is what is left to write.
  return mark === 'link' && inner
    ? { value: made, start: end + 3, end: end + 3 + 'https://'.length }
    : { value: made, start: start + before.length, end: end + before.length };
}

function listed({ value, start, end }: Edited): Edited {
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const to = value.indexOf('\n', end) < 0 ? value.length : value.indexOf('\n', end);
  const lines = value.slice(from, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const block = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  return { value: value.slice(0, from) + block + value.slice(to), start: from, end: from + block.length };
}
