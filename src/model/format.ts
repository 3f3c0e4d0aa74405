/**
 * What the idle script and the full schema must agree on. Nothing here may import the schema library: the idle script
 * is loaded on every page.
 */

/** The format version that this code writes and fully understands. */
export const PLAN_VERSION = 1;

export const KINDS = ['tour', 'banner', 'survey', 'checklist'] as const;

/** Ids are used in URLs, storage keys and CSS idents; they must survive all three unescaped. */
export const ID_PATTERN = /^[A-Za-z0-9][\w.-]{0,79}$/;

/** Of the right shape, and not a word such as "constructor" that every object already answers to. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && ID_PATTERN.test(value) && !(value in {});

/** An object of named fields: neither null nor an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
