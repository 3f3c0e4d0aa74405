import { expect } from '@open-wc/testing';
import { applyMark } from '../../../src/studio/tour/markdown-edit.js';
import type { Mark } from '../../../src/studio/tour/markdown-edit.js';

/** "a [b] c": the brackets are the selection. */
const parse = (text: string) => {
  const [start, end] = [text.indexOf('‹'), text.indexOf('›') - 1];
  return { value: text.replace(/[‹›]/g, ''), start, end };
};
const show = ({ value, start, end }: { value: string; start: number; end: number }) =>
  `${value.slice(0, start)}‹${value.slice(start, end)}›${value.slice(end)}`;

describe('marks of the Markdown toolbar', () => {
  const rows: [Mark, string, string][] = [
    ['strong', 'a ‹mot› b', 'a **‹mot›** b'],
    ['strong', 'a **‹mot›** b', 'a ‹mot› b'],
    ['strong', '‹›', '**‹›**'],
    ['em', '‹mot›', '*‹mot›*'],
    ['key', 'tapez ‹Ctrl›', 'tapez [[‹Ctrl›]]'],
    ['link', 'voir ‹l’aide›.', 'voir [l’aide](‹https://›).'],
    ['link', '‹›', '[‹›](https://)'],
    ['list', 'un\nd‹eu›x\ntrois', 'un\n‹- deux›\ntrois'],
    ['list', '‹un\ndeux›', '‹- un\n- deux›'],
    ['list', '‹- un\n- deux›', '‹un\ndeux›'],
  ];
  for (const [mark, before, after] of rows)
    it(`${mark}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () =>
      expect(show(applyMark(parse(before), mark))).to.equal(after));
});
