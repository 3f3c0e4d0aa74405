import type { BaseIssue } from 'valibot';
import { EMBED_HOSTS } from './embed-hosts.js';
import { isIssueCode } from './fault-words-fr.js';
import type { Need } from './fault-words.js';
import type { Fault, Path } from './plan-issue.js';
import { AUDIENCE_DIMENSIONS } from './schema/audience.js';

/** Names of valibot's kinds of fault that we have words for. */
const KINDS = ['string', 'number', 'boolean', 'array', 'tuple', 'integer', 'custom'] as const;
const BOUNDS = { min_value: 'at-least', max_value: 'at-most', min_length: 'at-least-items' } as const;

function needOf({ type, requirement }: BaseIssue<unknown>): Need {
  if (Object.hasOwn(BOUNDS, type)) return [BOUNDS[type as keyof typeof BOUNDS], String(requirement)];
  const kind = KINDS.find((one) => one === type);
  return kind ? [kind] : ['verbatim', type];
}

/** `("a" | "b")` → a, b: valibot says what it expects in this form only. */
const listed = (expected: string | null): string[] =>
  [...(expected ?? '').matchAll(/"([^"\\]*)"/g)].map((match) => match[1] ?? '');

const pathOf = (issue: BaseIssue<unknown>): Path =>
  (issue.path ?? []).map((item) => item.key as string | number);

/** What valibot found, in our terms. The message of our own checks is the code of a fault already. */
function toFault(issue: BaseIssue<unknown>, base: Path): Fault {
  const fault = { path: [...base, ...pathOf(issue)], received: issue.input };
  const isChoice = issue.type === 'picklist' || issue.type === 'variant';
  const allowed = isChoice ? { allowed: listed(issue.expected) } : undefined;
  if (issue.message === 'audience-key') {
    const isNested = fault.path.at(-2) === 'not';
    return {
      ...fault,
      code: issue.message,
      allowed: [...AUDIENCE_DIMENSIONS, ...(isNested ? [] : ['share', 'not'])],
    };
  }
  if (issue.message === 'media-embed') return { ...fault, code: issue.message, allowed: EMBED_HOSTS };
  if (issue.input === undefined && issue.kind === 'schema')
    return { path: fault.path, code: 'missing', ...allowed };
  if (isIssueCode(issue.message)) return { ...fault, code: issue.message };
  if (allowed) return { ...fault, code: 'choice', ...allowed };
  return { ...fault, code: 'type', needed: needOf(issue) };
}

/** One fault for each place and kind of trouble: a bad date fails its pattern and its calendar, and is one bad date. */
export function toFaults(issues: readonly BaseIssue<unknown>[], base: Path): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    const fault = toFault(issue, base);
    const key = JSON.stringify([fault.code, fault.path]);
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}
