import type { TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Text } from '../../model/schema/common.js';
import { directionOf } from '../../model/text.js';
import { languageName } from '../words/lists.js';
import { areaField, textField, type Field } from './fields.js';
import { isOfKind } from './question-fields.js';

/** Which of an authored text's languages is written now. */
export interface Writing {
  /** "fr", "en", "fr-x-simple". */
  lang: string;
  /** The plan's own: a bare string is in it. */
  main: string;
}

export const textIn = (text: Text | undefined, { lang, main }: Writing): string =>
  typeof text === 'string' ? (lang === main ? text : '') : (text?.[lang] ?? '');

/** A text with one language changed; a text in the plan's language alone stays a bare string. */
export function withText(text: Text | undefined, value: string, { lang, main }: Writing): Text | undefined {
  const all: Record<string, string> = typeof text === 'string' ? { [main]: text } : { ...text };
  if (value === '') delete all[lang];
  else all[lang] = value;
  const tags = Object.keys(all);
  if (!tags.length) return undefined;
  return tags.length === 1 && tags[0] === main ? all[main]! : all;
}

export const languagesOf = (text: Text | undefined, main: string): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [main] : Object.keys(text).filter((tag) => text[tag]);

/**
 * Every authored text in a content that has words, with where it is: "title", "actions[0].label". What a question has from
 * an earlier kind of its own is seen by nobody.
 */
export function textsIn(content: unknown, path = ''): { path: string; text: Text }[] {
  if (Array.isArray(content)) return content.flatMap((one, i) => textsIn(one, `${path}[${i}]`));
  if (typeof content !== 'object' || content === null) return [];
  const { kind } = content as { kind?: unknown };
  return Object.entries(content).flatMap(([key, value]) => {
    if (value === '' || (typeof kind === 'string' && !isOfKind(kind, key))) return [];
    const at = path ? `${path}.${key}` : key;
    // The short form of answers.
    if (/^(options|rows)$/.test(key) && Array.isArray(value))
      return value.flatMap((one: unknown, i) =>
        typeof one === 'string'
          ? one
            ? [{ path: `${at}[${i}]`, text: one }]
            : []
          : textsIn(one, `${at}[${i}]`),
      );
    const isText =
      /^(title|body|label|intro|thanks|help|alt|signature|location|controller|purpose|contact|hours|why|how|transcript)$/.test(
        key,
      );
    if (isText && (typeof value === 'string' || isLanguageMap(value)))
      return [{ path: at, text: value as Text }];
    return textsIn(value, at);
  });
}

const isLanguageMap = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([tag, text]) => /^[a-z]{2,3}(-[\w-]+)?$/i.test(tag) && typeof text === 'string',
  );

export interface AuthoredOptions extends Field {
  text: Text | undefined;
  writing: Writing;
  change: (text: Text | undefined) => void;
  long?: boolean;
}

/** What a field says of the language that is written in it: in its label, and to the browser. */
export function inLanguage<F extends Field>(field: F, { lang, main }: Writing) {
  const base = lang.replace(/-x-.*$/, '');
  const label =
    lang === main ? field.label : msg(str`${field.label} (${languageName(lang)})`, { id: 'studio-in-lang' });
  return { ...field, label, lang: base, dir: directionOf(base) };
}

/** An authored text in the language now written; the plan's language shows through where it is empty. */
export function authoredField(options: AuthoredOptions): TemplateResult {
  const { text, writing, change, long, ...field } = options;
  const { lang, main } = writing;
  const shared = {
    ...inLanguage(field, writing),
    value: textIn(text, writing),
    placeholder: lang === main ? undefined : textIn(text, { lang: main, main }) || undefined,
    change: (value: string) => change(withText(text, value, writing)),
  };
  return long ? areaField(shared) : textField(shared);
}
