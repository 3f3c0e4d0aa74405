/** Without NUL, which PostgreSQL takes in no text: one pasted character would keep a whole batch from being written. */
export const plain = (text: string): string => text.replaceAll('\0', '');
