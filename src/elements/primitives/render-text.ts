import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';
import { interfaceLocale } from '../../locales/msg.js';

/** An authored short text; in a `<span lang dir>` of its own when its language is not the interface's (RGAA 8.7). */
export function renderText(
  text: Text | undefined,
  locales: readonly string[],
  planLocale?: string,
): string | TemplateResult {
  const { value, lang, dir } = resolveText(text, locales, planLocale);
  return !value || lang === interfaceLocale() ? value : html`<span lang=${lang} dir=${dir}>${value}</span>`;
}
