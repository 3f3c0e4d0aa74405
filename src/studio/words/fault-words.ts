import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { ENGLISH } from '../../model/fault-words-en.js';
import type { FaultWords } from '../../model/fault-words.js';
import { FRENCH } from '../../model/fault-words-fr.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import { FIELD_NAMES } from './diff-words.js';

/** What is wrong with a plan, in the interface's language. */
export const planWords = (): FaultWords => (interfaceLocale() === 'fr' ? FRENCH : ENGLISH);

/**
 * A fault as the form says it: without its path, which whoever edits the file needs, and with the fields' names as they
 * stand over them.
 */
export function faultWords({ path, message }: Pick<PlanIssue, 'path' | 'message'>): string {
  const bare = message.startsWith(path) ? message.slice(path.length).replace(/^\s?:\s/, '') : message;
  const named = bare.replace(/"([\w-]+)"/g, (quoted, name: string) =>
    Object.hasOwn(FIELD_NAMES, name)
      ? msg(str`«\u00a0${FIELD_NAMES[name]!()}\u00a0»`, { id: 'studio-quoted' })
      : quoted,
  );
  return named.charAt(0).toUpperCase() + named.slice(1);
}
