import type { StrFn, StrResult } from './str.js';

/** A table of `src/locales/generated`. Its type is ours: whoever has the package has no @lit/localize. */
export type TemplateMap = Readonly<Record<string, string | StrResult>>;

export type MsgFn = ((template: string | StrResult, options?: { id?: string }) => string) & {
  /** The brand by which lit-localize's extractor knows this function. */
  _LIT_LOCALIZE_MSG_?: never;
};

/**
 * Interface strings. French is the source language and stands in the code; other languages are tables that
 * `lit-localize` generates from XLIFF. Its extractor finds this `msg` by its type brand. We keep its files and its
 * ways, and replace only its runtime: 200 bytes here against 1.1 kB, in a banner that may weigh 11 in all.
 */
let table: TemplateMap = {};
let current = 'fr';
/** What was asked for last: a table that comes after another was asked for is too late. */
let asked: string | undefined;
const listeners = new Set<() => void>();

/** Languages other than French that have a table. */
const TABLES: Readonly<Record<string, () => Promise<{ templates: TemplateMap }>>> = {
  en: () => import('./generated/en.js'),
  ar: () => import('./generated/ar.js'),
};

/** A string of the interface, in the language now set. Always give an `id`: it is the key of the tables. */
export const msg: MsgFn = (template, options) => {
  const found = table[options?.id ?? ''] || template;
  if (typeof found === 'string') return found;
  const { values } = template as Partial<StrResult>;
  // A translation names the source's values by index, so it may reorder them.
  // A loop: Prototype.js 1.5 to 1.7 put a `reduce` of their own on arrays.
  let text = found.strings[0] ?? '';
  for (let i = 1; i < found.strings.length; i++) {
    const value = found.values[i - 1];
    text += String(found === template ? value : values?.[value as number]) + found.strings[i];
  }
  return text;
};

/** Interface language now in use: the `lang` of our own words. */
export const interfaceLocale = (): string => current;

/**
 * Loads the table of the first of `wanted` that has one; French needs none. A table that cannot be had leaves French.
 */
export async function setInterfaceLocale(wanted: readonly string[]): Promise<void> {
  const locale =
    wanted.map((tag) => tag.split('-')[0] ?? '').find((tag) => tag === 'fr' || TABLES[tag]) ?? 'fr';
  asked = locale;
  const loaded = locale !== current && (await TABLES[locale]?.().catch(() => undefined));
  if (locale === current || locale !== asked || (!loaded && locale !== 'fr')) return;
  table = loaded ? loaded.templates : {};
  current = locale;
  for (const listener of listeners) listener();
}

/** For elements written by hand: their page's language counts until somebody chooses one. */
export const proposeInterfaceLocale = (wanted: readonly string[]): void =>
  void (asked ?? setInterfaceLocale(wanted));

/** Adds strings to the language now set: the studio's, which no user's page loads. */
export function extendInterface(locale: string, templates: TemplateMap): void {
  if (locale !== current) return;
  table = { ...table, ...templates };
  for (const listener of listeners) listener();
}

/** Calls back after each change of language; the returned function ends it. */
export function onInterfaceLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type { StrFn };
