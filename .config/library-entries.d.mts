/** Name of each, and its source. */
export const ENTRIES: Readonly<Record<string, string>>;
