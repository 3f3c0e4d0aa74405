import { finder } from '@medv/finder';
import { getRole } from 'dom-accessibility-api';
import { fragilityOf } from '../../core/target/fragility.js';
import type { Fragility } from '../../core/target/fragility.js';
import { isGeneratedName, isLastingName } from '../../core/target/generated-name.js';
import type { TargetPart } from '../../model/schema/common.js';
import { locate } from '../../platform/locator.js';
import { isEditable, nameOf } from './name-of.js';

/** One way to find an element, and how long it is likely to last. */
export interface ScoredPart extends Fragility {
  part: TargetPart;
}

type Root = Document | ShadowRoot;

/** A target with many fallbacks is looked for longer, and read by nobody. */
const MAX_PARTS = 4;
const MAX_TEXT = 60;
const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];
/** Attributes that say what an element is, in order of how long they last. */
const ATTRIBUTES = ['name', 'href', 'for', 'aria-label'];
/** The one search or password field of a page says what it is; `button[type=button]` says nothing. */
const TELLING_TYPE = /^(search|password|file|email|tel)$/;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;
const isOnly = (root: Root, selector: string, el: Element): boolean => {
  try {
    const found = root.querySelectorAll(selector);
    return found.length === 1 && found[0] === el;
  } catch {
    return false;
  }
};

/** Addresses with a query or a long path are those of a day. */
const isLastingValue = (name: string, value: string): boolean =>
  value.length > 0 &&
  value.length < 80 &&
  (name !== 'href' ||
    (/^[#/][^?]*$/.test(value) && !value.split(/[/#]/).some((piece) => isGeneratedName(piece))));

/** Selectors that find `el` alone in its own root, the lasting kinds first. */
function selectorsIn(root: Root, el: Element): string[] {
  const found: string[] = [];
  const offer = (selector: string) => isOnly(root, selector, el) && found.push(selector);
  for (const name of TEST_IDS) {
    const value = el.getAttribute(name);
    if (value) offer(`[${name}=${quoted(value)}]`);
  }
  if (isLastingName(el.id)) offer(`#${CSS.escape(el.id)}`);
  for (const name of ATTRIBUTES) {
    const value = el.getAttribute(name);
    if (value && isLastingValue(name, value)) offer(`${el.localName}[${name}=${quoted(value)}]`);
  }
  if (el.localName === 'input' && TELLING_TYPE.test((el as HTMLInputElement).type))
    offer(`input[type=${quoted((el as HTMLInputElement).type)}]`);
  if (el.localName.includes('-') || /^(main|header|footer|h1)$/.test(el.localName)) offer(el.localName);
  const made = byFinder(root, el);
  if (made && isOnly(root, made, el)) found.push(made);
  return [...new Set(found)];
}

/** @medv/finder walks up from the element and keeps the cheapest path; names that a machine made are not offered to it. */
function byFinder(root: Root, el: Element): string | undefined {
  try {
    return finder(el, {
      root: root as unknown as Element,
      idName: isLastingName,
      className: isLastingName,
      attr: (name, value) =>
        /^(name|data-[\w-]+|aria-label|rel|for)$/.test(name) &&
        !isGeneratedName(name) &&
        value.length < 60 &&
        !isGeneratedName(value),
      timeoutMs: 200,
    });
  } catch {
    return undefined;
  }
}

/** Paths through the shadow roots around `el`: the shortest that is enough is the verifier's to choose. */
function cssParts(el: Element): string[] {
  const root = el.getRootNode() as Root;
  const inside = selectorsIn(root, el);
  if (!('host' in root)) return inside;
  const hosts = cssParts(root.host);
  const host = hosts[0];
  if (host === undefined) return [];
  // `>>>` goes through nested roots too: from the outermost host alone is the path that survives most changes.
  const outermost = host.split('>>>')[0]!.trim();
  return inside.flatMap((one) => [...new Set([`${outermost} >>> ${one}`, `${host} >>> ${one}`])]);
}

/** The innermost words that are the element's own. */
function textOf(el: Element): string {
  if (isEditable(el) || el.querySelector('input,textarea,select,[contenteditable]')) return '';
  const text = (el.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length <= MAX_TEXT ? text : '';
}

/** Names such as "Messages (3)" without what changes: the locator also finds what only begins so. */
const withoutCount = (name: string): string => name.replace(/[\s(]*\d+[\s)]*$/, '').trim();

function wordParts(el: Element): TargetPart[] {
  const role = getRole(el);
  const name = nameOf(el);
  const text = textOf(el);
  const parts: TargetPart[] = [];
  const isRoleUseful = role && !/^(generic|none|presentation|paragraph)$/.test(role);
  if (isRoleUseful && name && name.length <= 80) {
    const bare = withoutCount(name);
    if (bare && bare !== name) parts.push({ role, name: bare });
    parts.push({ role, name });
  }
  if (text) parts.push({ text });
  if (isRoleUseful && /^(main|banner|contentinfo|search|navigation|dialog)$/.test(role)) parts.push({ role });
  return parts;
}

/** Whether the real locator finds this very element, and it alone. */
export function findsOnly(part: TargetPart, el: Element, doc: Document = document): boolean {
  const { state, element } = locate(part, doc);
  return element === el && (state === 'found' || state === 'hidden');
}

/**
 * Every way to find `el` that works on the page now, the one that lasts longest first. To be called after
 * `prepareLocator()`, since roles and words are a chunk of their own.
 */
export function robustTarget(el: Element): ScoredPart[] {
  const doc = el.ownerDocument;
  const inside = [...cssParts(el), ...wordParts(el)].filter((part) => findsOnly(part, el, doc));
  const frame = doc === document ? undefined : doc.defaultView?.frameElement;
  const parts = frame ? inFrame(frame, inside) : inside;
  return choose(parts.map((part) => ({ part, ...fragilityOf(part) })));
}

/** The best way to each frame around, which has to be a selector. */
function inFrame(frame: Element, inside: readonly TargetPart[]): TargetPart[] {
  const outer = frame.ownerDocument;
  const path = selectorsIn(outer, frame)[0];
  if (path === undefined) return [];
  const parts = inside.map((target): TargetPart => ({ frame: path, target }));
  const above = outer === document ? undefined : outer.defaultView?.frameElement;
  return above ? inFrame(above, parts) : parts;
}

/** The best of each kind: two selectors that stand on the same thing fail together. */
function choose(parts: readonly ScoredPart[]): ScoredPart[] {
  const sorted = [...parts].sort((a, b) => b.score - a.score || sizeOf(a.part) - sizeOf(b.part));
  const kinds = new Set<string>();
  const chosen = sorted.filter((one) => {
    const kind = one.reasons.find((reason) => KINDS.has(reason)) ?? '';
    return !kinds.has(kind) && kinds.add(kind);
  });
  // What is fragile only stands in where there is little else.
  const lasting = chosen.filter(({ solidity }) => solidity !== 'fragile');
  return (lasting.length >= 2 ? lasting : chosen).slice(0, MAX_PARTS);
}

const KINDS = new Set(['testid', 'id', 'attribute', 'role-name', 'class', 'text', 'role-only', 'tag']);
const sizeOf = (part: TargetPart): number => JSON.stringify(part).length;
