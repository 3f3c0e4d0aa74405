const RESERVED = /^(?:__proto__|constructor|prototype)$/;

/**
 * `JSON.parse` without the keys that would reach a prototype when an object is copied or merged. The reviver is slow,
 * and needed only where such a name, or an escape that may spell one, occurs at all.
 */
export const parseJson = (text: string): unknown =>
  JSON.parse(
    text,
    /__proto__|constructor|prototype|\\u00[567]/.test(text)
      ? (key, value: unknown) => (RESERVED.test(key) ? undefined : value)
      : undefined,
  );
