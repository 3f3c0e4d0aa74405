import { html } from 'lit';
import type { TemplateResult } from 'lit';
import Keyboard from 'lucide/dist/esm/icons/keyboard.mjs';
import Link from 'lucide/dist/esm/icons/link.mjs';
import List from 'lucide/dist/esm/icons/list.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import { authoredField, withText } from '../fields/authored.js';
import type { AuthoredOptions } from '../fields/authored.js';
import { applyMark } from './markdown-edit.js';
import type { Mark } from './markdown-edit.js';

/** A Markdown text with the few marks that it knows, as buttons and as Ctrl+B, Ctrl+I, Ctrl+K. */
export function bodyField(options: AuthoredOptions): TemplateResult {
  const marks: readonly [Mark, string, SVGElement | TemplateResult][] = [
    [
      'strong',
      msg('Gras', { id: 'studio-md-strong' }),
      html`<b aria-hidden="true">${msg('G', { id: 'studio-md-strong-letter' })}</b>`,
    ],
    ['em', msg('Italique', { id: 'studio-md-em' }), html`<i aria-hidden="true">I</i>`],
    ['list', msg('Liste', { id: 'studio-md-list' }), icon(List, 16)],
    ['link', msg('Lien', { id: 'studio-md-link' }), icon(Link, 16)],
    ['key', msg('Touche du clavier', { id: 'studio-md-key' }), icon(Keyboard, 16)],
  ];
  const act = (area: HTMLTextAreaElement | null | undefined, mark: Mark) => {
    if (!area) return;
    const made = applyMark({ value: area.value, start: area.selectionStart, end: area.selectionEnd }, mark);
    area.value = made.value;
    area.focus();
    area.setSelectionRange(made.start, made.end);
    options.change(withText(options.text, made.value, options.writing));
  };
  const areaIn = (event: Event) =>
    (event.currentTarget as Element).closest('.marked')?.querySelector('textarea');
  return html`<div
    class="marked"
    @keydown=${(event: KeyboardEvent) => {
      const mark = (event.ctrlKey || event.metaKey) && SHORTCUTS[event.key];
      if (!mark || !(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      act(event.target, mark);
    }}
  >
    <div class="marks" role="toolbar" aria-label=${msg('Mise en forme', { id: 'studio-md' })}>
      ${marks.map(
        ([mark, words, drawing]) =>
          html`<button
            type="button"
            class="icon"
            title=${words}
            ?disabled=${options.disabled}
            @click=${(event: Event) => act(areaIn(event), mark)}
          >
            ${drawing}
          </button>`,
      )}
    </div>
    ${authoredField({ ...options, long: true })}
  </div>`;
}

const SHORTCUTS: Readonly<Record<string, Mark>> = {
  __proto__: null as never,
  b: 'strong',
  i: 'em',
  k: 'link',
};
