import { html, nothing, type TemplateResult } from 'lit';
import { about, describedBy, type Field } from './fields.js';
import { isSameList, itemsOf, typedList } from './typed.js';

export interface ListFieldOptions extends Field {
  value: readonly string[] | undefined;
  change: (value: string[] | undefined) => void;
  placeholder?: string;
  /** What an editor of some schools has to stay within: another list waits until its last word is written. */
  own?: readonly string[] | undefined;
}

/** Words separated by commas: schools, levels, pages. Kept at each letter, as all fields; put in order at the end. */
export function listField(field: ListFieldOptions): TemplateResult {
  const { name, label, value = [], own } = field;
  const take = (items: string[]) => {
    if (!isSameList(items, value)) field.change(items.length ? items : undefined);
  };
  const isWithin = (items: string[]) => !own || (items.length > 0 && items.every((one) => own.includes(one)));
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      .value=${typedList(value)}
      placeholder=${field.placeholder ?? nothing}
      autocomplete="off"
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @input=${({ target }: Event) => {
        const items = itemsOf((target as HTMLInputElement).value);
        if (isWithin(items)) take(items);
      }}
      @change=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        const items = itemsOf(input.value);
        input.value = items.join(', ');
        take(items);
      }}
    />
    ${about(field)}
  </div>`;
}
