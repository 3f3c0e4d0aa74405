import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { msg } from '../../locales/msg.js';
import { isHalfTyped, typed } from './typed.js';

/** What all fields of a form have. `name` is the field's path in what is edited: faults are shown beside it by that. */
export interface Field {
  name: string;
  label: string;
  hint?: string | TemplateResult | undefined;
  /** Sentences about what is wrong here. */
  error?: string | undefined;
  disabled?: boolean | undefined;
}

export const describedBy = ({ name, hint, error }: Field) =>
  [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing;

export const about = (field: Field) => html`
  ${field.hint ? html`<div class="hint" id="${field.name}-hint">${field.hint}</div>` : nothing}
  ${field.error ? html`<div class="error" id="${field.name}-error">${field.error}</div>` : nothing}
`;

export interface TextFieldOptions extends Field {
  value: string | undefined;
  change: (value: string) => void;
  type?:
    'text' | 'date' | 'datetime-local' | 'number' | 'url' | 'email' | 'tel' | 'search' | 'time' | 'color';
  placeholder?: string | undefined;
  lang?: string | undefined;
  dir?: string | undefined;
  list?: readonly string[] | undefined;
  min?: number | undefined;
  max?: number | undefined;
}

export function textField(field: TextFieldOptions): TemplateResult {
  const { name, label, value, change, type = 'text', list } = field;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type=${type}
      .value=${typed(value ?? '')}
      placeholder=${field.placeholder ?? nothing}
      lang=${field.lang ?? nothing}
      dir=${field.dir ?? nothing}
      min=${field.min ?? nothing}
      max=${field.max ?? nothing}
      list=${list ? `${name}-list` : nothing}
      autocomplete="off"
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @input=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        if (!isHalfTyped(input)) change(input.value);
      }}
      @blur=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        // What is seen is what is kept.
        if (value && isHalfTyped(input)) input.value = value;
      }}
    />
    ${list ? html`<datalist id="${name}-list">${list.map((one) => html`<option value=${one}></option>`)}</datalist>` : nothing}
    ${about(field)}
  </div>`;
}

export function areaField(field: TextFieldOptions & { rows?: number }): TemplateResult {
  const { name, label, value, change } = field;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea
      id=${name}
      rows=${field.rows ?? 4}
      .value=${live(value ?? '')}
      placeholder=${field.placeholder ?? nothing}
      lang=${field.lang ?? nothing}
      dir=${field.dir ?? nothing}
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @input=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${about(field)}
  </div>`;
}

export type Choices = readonly (readonly [value: string, label: string])[];

export function selectField(
  field: Field & { value: string | undefined; choices: Choices; change: (value: string) => void },
): TemplateResult {
  const { name, label, value = '', choices, change } = field;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select
      id=${name}
      .value=${live(value)}
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${choices.map(([id, words]) => html`<option value=${id} ?selected=${id === value}>${words}</option>`)}
    </select>
    ${about(field)}
  </div>`;
}

export function checkField(
  field: Field & { value: boolean; change: (value: boolean) => void },
): TemplateResult {
  const { name, label, value, change } = field;
  return html`<div class="field">
    <div class="checks">
      <label
        ><input
          id=${name}
          type="checkbox"
          .checked=${live(value)}
          ?disabled=${field.disabled}
          aria-describedby=${describedBy(field)}
          @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
        />${label}</label
      >
    </div>
    ${about(field)}
  </div>`;
}

/** Several of a few; the list is given in the choices' order. */
export function checksField(
  field: Field & { value: readonly string[]; choices: Choices; change: (value: string[]) => void },
): TemplateResult {
  const { name, label, value, choices, change } = field;
  const toggle = (id: string, isOn: boolean) =>
    change(choices.map(([one]) => one).filter((one) => (one === id ? isOn : value.includes(one))));
  return html`<fieldset aria-describedby=${describedBy(field)} ?disabled=${field.disabled}>
    <legend>${label}</legend>
    <div class="checks ${choices.length > 4 ? 'many' : ''}">
      ${choices.map(
        ([id, words]) =>
          html`<label
            ><input
              type="checkbox"
              id="${name}-${id}"
              .checked=${live(value.includes(id))}
              @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}
            />${words}</label
          >`,
      )}
    </div>
    ${about(field)}
  </fieldset>`;
}

/** "P7D" as a number and a unit. */
export function durationField(
  field: Field & {
    value: string | undefined;
    units: readonly ('M' | 'H' | 'D' | 'W')[];
    change: (value: string | undefined) => void;
  },
): TemplateResult {
  const { name, label, value, units, change } = field;
  const match = /^P(T)?(\d+)([MHDW])$/.exec(value ?? '');
  const isOther = value !== undefined && !match;
  const unit = match ? match[3]! : units[0]!;
  const write = (n: string, u: string) =>
    change(
      n === '' || isNaN(Number(n))
        ? undefined
        : `P${/[MH]/.test(u) ? 'T' : ''}${Math.max(0, Math.round(Number(n)))}${u}`,
    );
  const words: Record<string, string> = {
    M: msg('minutes', { id: 'studio-minutes' }),
    H: msg('heures', { id: 'studio-hours' }),
    D: msg('jours', { id: 'studio-days' }),
    W: msg('semaines', { id: 'studio-weeks' }),
  };
  return html`<div class="field" role="group" aria-labelledby="${name}-label">
    <span class="label" id="${name}-label">${label}</span>
    <div class="row">
      <input
        id=${name}
        type="number"
        min="0"
        aria-label=${label}
        aria-describedby=${describedBy(field)}
        .value=${typed(match?.[2] ?? '')}
        placeholder=${isOther ? value : nothing}
        ?disabled=${field.disabled}
        @input=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          if (!isHalfTyped(input)) write(input.value, unit);
        }}
      />
      <select
        class="unit"
        aria-label=${msg('Unité', { id: 'studio-unit' })}
        .value=${live(unit)}
        ?disabled=${field.disabled}
        @change=${(event: Event) => write(match?.[2] ?? '', (event.target as HTMLSelectElement).value)}
      >
        ${units.map((one) => html`<option value=${one} ?selected=${one === unit}>${words[one]}</option>`)}
      </select>
    </div>
    ${about(field)}
  </div>`;
}
