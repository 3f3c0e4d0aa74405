import type { TargetPart } from '../../model/schema/common.js';
import { isGeneratedName, isStateName } from './generated-name.js';

/** Why a way of finding an element will last, or will not. The words for each are the studio's. */
export type FragilityReason =
  | 'testid'
  | 'id'
  | 'attribute'
  | 'role-name'
  | 'class'
  | 'text'
  | 'role-only'
  | 'tag'
  | 'generated'
  | 'state'
  | 'order'
  | 'deep'
  | 'words'
  | 'shadow'
  | 'frame'
  | 'long-text'
  | 'number';

export type Solidity = 'solid' | 'fair' | 'fragile';

export interface Fragility {
  /** 0: gone tomorrow; 100: made to be found. */
  score: number;
  solidity: Solidity;
  /** The one that weighs most first. */
  reasons: FragilityReason[];
}

/** What each reason gives as a start, or takes away. */
const BASE = {
  testid: 98,
  id: 90,
  attribute: 76,
  'role-name': 72,
  class: 58,
  text: 50,
  'role-only': 34,
  tag: 26,
} as const satisfies Partial<Record<FragilityReason, number>>;
const COST = {
  generated: 70,
  state: 35,
  order: 34,
  deep: 18,
  words: 12,
  shadow: 4,
  frame: 6,
  'long-text': 16,
  number: 14,
} as const satisfies Partial<Record<FragilityReason, number>>;
type Base = keyof typeof BASE;
type Cost = keyof typeof COST;

const TEST_ID = /^data-(testid|test-id|test|cy|qa|e2e|sentier|tour)$/i;
const WORDS = /^(aria-label|title|alt|placeholder)$/i;
/** One simple selector at a time. Attributes first: their values may hold anything. */
const SIMPLE =
  /\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\]\s]*))[^\]]*)?\]|([#.])((?:\\[^]|[\w-]|[^\x00-\x7f])+)|::?([\w-]+)(\([^()]*\))?|[>+~]|\s+|[\w*-]+/g;
const LONG_TEXT = 40;
/** More steps than this from the anchor to the element follow the page's every rearrangement. */
const DEEP = 3;

const unescape = (name: string): string =>
  name.replace(/\\(?:([\da-f]{1,6})\s?|([^]))/gi, (_, hex, char) =>
    hex ? String.fromCodePoint(Math.min(parseInt(String(hex), 16), 0x10ffff)) : String(char),
  );

/** The score of one CSS selector, without `>>>`. What it is anchored to counts, and what each step adds. */
function ofSelector(selector: string, costs: Set<Cost>): Base {
  let best: Base = 'tag';
  let steps = 0;
  const offer = (base: Base) => {
    if (BASE[base] > BASE[best]) best = base;
  };
  for (const match of selector.trim().matchAll(SIMPLE)) {
    const [whole, attribute, double, single, bare, mark, name = '', pseudo] = match;
    if (attribute) {
      const value = double ?? single ?? bare ?? '';
      if (isGeneratedName(attribute) || (!WORDS.test(attribute) && isGeneratedName(value)))
        costs.add('generated');
      if (WORDS.test(attribute)) costs.add('words');
      if (attribute === 'id' || attribute === 'class') offer(attribute);
      else offer(TEST_ID.test(attribute) ? 'testid' : 'attribute');
    } else if (mark) {
      const plain = unescape(name);
      if (isGeneratedName(plain)) costs.add('generated');
      else if (mark === '.' && isStateName(plain)) costs.add('state');
      else offer(mark === '#' ? 'id' : 'class');
    } else if (pseudo) {
      // "#a:r5:": no pseudo-class has a number in its name, React's ids have.
      if (/\d/.test(pseudo)) costs.add('generated');
      else if (/^(nth|first|last|only)/.test(pseudo)) costs.add('order');
      else if (/^(hover|focus|checked|open|disabled)/.test(pseudo)) costs.add('state');
    } else if (/[>+~\s]/.test(whole)) {
      if (/\S/.test(whole)) steps++;
      if (/[+~]/.test(whole)) costs.add('order');
    }
  }
  if (steps > DEEP) costs.add('deep');
  return best;
}

function basesOf(part: TargetPart, costs: Set<Cost>): Base {
  if (typeof part === 'string') {
    const parts = part.split('>>>');
    if (parts.length > 1) costs.add('shadow');
    const bases = parts.map((one) => ofSelector(one, costs));
    // A host is often enough its tag: what lasts least is what is looked for inside.
    return bases.at(-1) ?? 'tag';
  }
  if ('frame' in part) {
    costs.add('frame');
    ofSelector(part.frame, costs);
    const inner = Array.isArray(part.target) ? part.target[0] : part.target;
    return inner === undefined ? 'tag' : basesOf(inner, costs);
  }
  const words = 'text' in part ? part.text : (part.name ?? '');
  if (/\d/.test(words)) costs.add('number');
  if (words.length > LONG_TEXT) costs.add('long-text');
  if ('text' in part) return 'text';
  return words ? 'role-name' : 'role-only';
}

/** How likely a way of finding an element is to fail after a release, and why. */
export function fragilityOf(part: TargetPart): Fragility {
  const costs = new Set<Cost>();
  const base = basesOf(part, costs);
  const worst = [...costs].sort((a, b) => COST[b] - COST[a]);
  const lost = worst.reduce((sum, cost) => sum + COST[cost], 0);
  const score = Math.max(0, BASE[base] - lost);
  const heavy = worst.filter((cost) => COST[cost] > 8);
  return {
    score,
    solidity: score >= 65 ? 'solid' : score >= 40 ? 'fair' : 'fragile',
    reasons: [...heavy, base, ...worst.filter((cost) => COST[cost] <= 8)],
  };
}
