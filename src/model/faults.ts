import type { BaseIssue } from 'valibot';
import { EMBED_HOSTS } from './embed-hosts.js';
import { isIssueCode, type Fault, type Path } from './plan-issue.js';
import { AUDIENCE_DIMENSIONS } from './schema/audience.js';

const NEEDED: Readonly<Record<string, string>> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  boolean: 'true ou false',
  array: 'une liste, entre crochets [ ]',
  tuple: 'deux dates, entre crochets : ["2026-10-17", "2026-11-01"]',
  integer: 'un nombre entier',
  custom: 'un objet, entre accolades { }',
};
const BOUNDS: Readonly<Record<string, string>> = {
  min_value: 'un nombre qui soit au moins',
  max_value: 'un nombre qui soit au plus',
  min_length: 'au moins, en nombre :',
};

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
  const bound = BOUNDS[issue.type];
  const needed = bound ? `${bound} ${String(issue.requirement)}` : (NEEDED[issue.type] ?? issue.type);
  return { ...fault, code: 'type', needed };
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
