/** Keys pressed together. */
export interface Shortcut {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
  /** As `KeyboardEvent.key`, in lower case: "f1", "a", "?". */
  key: string;
}

const MODIFIERS = ['ctrl', 'alt', 'shift', 'meta'];

/**
 * "Ctrl+Alt+A" → its keys; undefined where it is none that may be: a character needs Ctrl, Alt or Meta (WCAG 2.1.4,
 * RGAA 12.10: Shift alone still types one), and F1 alone is the browser's own help.
 */
export function parseShortcut(text: string): Shortcut | undefined {
  const parts = text
    .toLowerCase()
    .split('+')
    .map((part) => part.trim());
  const key = parts.pop() ?? '';
  const has = (name: string) => parts.includes(name);
  if (!parts.every((part, i) => MODIFIERS.includes(part) && parts.indexOf(part) === i)) return undefined;
  const isFunction = /^f([1-9]|1\d|2[0-4])$/.test(key);
  if (isFunction ? key === 'f1' && !parts.length : key.length !== 1 || !(has('ctrl') || has('alt') || has('meta')))
    return undefined;
  return { ctrl: has('ctrl'), alt: has('alt'), shift: has('shift'), meta: has('meta'), key };
}

/** What `settings.help.shortcut` may say. */
export const isShortcut = (text: string): boolean => text === 'none' || !!parseShortcut(text);

interface Pressed {
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  key: string;
}

export const isPressed = (wanted: Shortcut, { ctrlKey, altKey, shiftKey, metaKey, key }: Pressed): boolean =>
  // "?" is typed with Shift on some keyboards and without on others.
  key?.toLowerCase() === wanted.key &&
  ctrlKey === wanted.ctrl &&
  altKey === wanted.alt &&
  metaKey === wanted.meta &&
  (shiftKey === wanted.shift || /^[^a-z0-9f]$/.test(wanted.key));
