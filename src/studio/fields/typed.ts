import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';
import { setCommittedValue } from 'lit/directive-helpers.js';

/** Writes into a field, whatever it was given last; and lets stand what says the same already. */
const write = (part: PropertyPart, value: string, stands: (input: HTMLInputElement) => boolean) => {
  const input = part.element as HTMLInputElement;
  if (input.value === value || stands(input)) return noChange;
  // The field may say something else than what was written into it before: that is no reason not to write it again.
  setCommittedValue(part);
  return value;
};

/** A date of which a part was taken away, a number that is a sign so far: its value is empty, and nobody emptied it. */
export const isHalfTyped = ({ validity }: HTMLInputElement): boolean => validity.badInput;

/** As `live`, and keeps its hands off a field that is half typed. */
export const typed = directive(
  class extends Directive {
    render(value: string): string {
      return value;
    }
    override update(part: PropertyPart, [value]: [string]) {
      return write(part, value, (input) => isHalfTyped(input) && input.matches(':focus'));
    }
  },
);

export const itemsOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

export const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** A list as its words, which stand as they are typed, spaces and a last comma too, while they say that list. */
export const typedList = directive(
  class extends Directive {
    render(items: readonly string[]): string {
      return items.join(', ');
    }
    override update(part: PropertyPart, [items]: [readonly string[]]) {
      return write(part, this.render(items), ({ value }) => isSameList(itemsOf(value), items));
    }
  },
);
