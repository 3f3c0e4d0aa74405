import type { PlanIssue } from '../../model/plan-issue.js';
import { FIELD_NAMES } from './diff-words.js';

/**
 * A fault as the form says it: without its path, which whoever edits the file needs, and with the fields' names as they
 * stand over them.
 */
export function faultWords({ path, message }: PlanIssue): string {
  const bare = message.startsWith(`${path} : `) ? message.slice(path.length + 3) : message;
  const named = bare.replace(/"([\w-]+)"/g, (quoted, name: string) =>
    Object.hasOwn(FIELD_NAMES, name) ? `« ${FIELD_NAMES[name]!()} »` : quoted,
  );
  return named.charAt(0).toUpperCase() + named.slice(1);
}
