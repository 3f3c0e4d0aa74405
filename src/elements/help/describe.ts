import { h } from '../primitives/dom.js';

/** What is filled in, and so has a description that is read with it. */
const FIELD =
  'input,select,textarea,[contenteditable],[role=textbox],[role=combobox],[role=searchbox],[role=spinbutton],[role=slider]';

const ATTRIBUTE = 'aria-describedby';
/** A description is heard whole, each time the field is come to. */
const LONGEST = 300;
let count = 0;

const idsOf = (field: Element): string[] => field.getAttribute(ATTRIBUTE)?.split(/\s+/).filter(Boolean) ?? [];

/**
 * Adds `id` to a field's own descriptions, last; the returned function takes that one away and leaves the rest as it
 * is then. Only where both are in one tree: an id says nothing in another. What is no field is left alone.
 */
function describe(field: Element, description: Element): (() => void) | undefined {
  const { id } = description;
  if (!field.matches(FIELD) || field.getRootNode() !== description.getRootNode()) return undefined;
  field.setAttribute(ATTRIBUTE, [...idsOf(field).filter((one) => one !== id), id].join(' '));
  return () => {
    const left = idsOf(field).filter((one) => one !== id);
    if (left.length) field.setAttribute(ATTRIBUTE, left.join(' '));
    else field.removeAttribute(ATTRIBUTE);
  };
}

/** What a hint says, written in the page's own tree, where a field's description can be, and joined to the field. */
export class Description {
  readonly #host: HTMLElement;
  #now: readonly unknown[] = [];
  #undo: (() => void) | undefined;
  /** What it was joined to, or would have been: not all that is explained is a field. */
  field: Element | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Joins these words to that field, and leaves the one before. Nothing is touched where all is as it was. */
  say(field: Element | null, source: string, lang: string | undefined): void {
    const words = source.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
    const now = [field, words, lang];
    if (this.#now.length && now.every((one, i) => one === this.#now[i])) return;
    this.drop();
    this.#now = now;
    this.field = field;
    if (!field || !words) return;
    const id = `sentier-hint-${++count}`;
    const element = h('span', { id, hidden: '', slot: 'description', lang }, words);
    this.#host.append(element);
    const undo = describe(field, element);
    if (!undo) return element.remove();
    this.#undo = () => {
      undo();
      element.remove();
    };
  }

  drop(): void {
    this.#undo?.();
    this.#undo = undefined;
    this.#now = [];
    this.field = null;
  }
}
