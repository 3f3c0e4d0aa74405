import { FRENCH, type IssueCode } from './fault-words-fr.js';
import { MOST_ALLOWED, type FaultWords, type Need } from './fault-words.js';

export type { IssueCode } from './fault-words-fr.js';

export type Path = readonly (string | number)[];

/** What is wrong, before it is put in words. */
export interface Fault {
  code: IssueCode;
  path: Path;
  /** The value found; a sentence quotes its beginning. */
  received?: unknown;
  /** Values that would do, where they can be listed. */
  allowed?: readonly string[];
  /** What is needed, where the code alone does not say it. */
  needed?: Need;
  /** When it is not as serious as its code usually is, or more. */
  severity?: PlanIssue['severity'];
}

/** One thing to mend in a plan. `path` and `code` are neutral; sentences are in the language of the words they were made with. */
export interface PlanIssue {
  /** `error`: something is left out of the plan because of it. */
  severity: 'error' | 'warning';
  code: IssueCode;
  /** As one would write it: `campaigns[3].schedule.start`; empty for the document itself. */
  path: string;
  /** Id of the campaign that it is in. */
  campaign?: string;
  /** One line: path, fault and remedy. */
  message: string;
  /** Beginning of the value found, as JSON. */
  received?: string;
  /** The first of the values that would do; a list of ids has thousands. */
  allowed?: readonly string[];
  remedy: string;
  /** Path of what is left out: the campaign, the article, the setting. */
  leftOut?: string;
}

/** What leaves nothing out of the plan. */
const WARNINGS: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'audience-value',
  'unknown-field',
  'reserved',
  'reference',
  'loop',
  'unreachable',
  'order',
  'incomplete',
  'version',
]);

/** Faults of one thing after which no more are looked for, and none of it is mended: nobody wrote so many. */
export const MOST_FAULTS = 3000;

export const severityOf = ({ code, severity }: Fault): PlanIssue['severity'] =>
  severity ?? (WARNINGS.has(code) ? 'warning' : 'error');

/** No field of ours has so long a name; a table's may, and each fault within would say it again. */
const LONGEST_KEY = 200;
const shortened = (key: string): string => (key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key);

/** `['campaigns', 3, 'title', 'fr-x-simple']` → `campaigns[3].title["fr-x-simple"]`. */
export const formatPath = (path: Path): string =>
  path
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^[$\w]{1,200}$/.test(key)
          ? `.${key}`
          : `[${JSON.stringify(shortened(key))}]`,
    )
    .join('')
    .replace(/^\./, '');

const QUOTE_LENGTH = 60;
const quote = (value: unknown, nothing: string): string => {
  let json: string;
  try {
    json = JSON.stringify(value) ?? nothing;
  } catch {
    // A circle, or a number too big for JSON: only a plan built by script can hold one.
    json = typeof value;
  }
  return json.length > QUOTE_LENGTH ? `${json.slice(0, QUOTE_LENGTH)}…` : json;
};

/** Puts a fault in words: in French, which administrators read, where no others are given. */
export function toIssue(
  fault: Fault,
  about: { campaign?: string; leftOut?: Path } = {},
  words: FaultWords = FRENCH,
): PlanIssue {
  const severity = severityOf(fault);
  const path = formatPath(fault.path);
  const received = quote(fault.received, words.nothing);
  const { sentence: said, remedy } = words.say(fault, received);
  const sentence = `${said}. ${remedy}`.trim();
  return {
    severity,
    code: fault.code,
    path,
    message: path ? `${path}${words.colon}${sentence}` : sentence,
    remedy,
    ...(fault.received !== undefined && { received }),
    ...(fault.allowed && { allowed: fault.allowed.slice(0, MOST_ALLOWED) }),
    ...(about.campaign !== undefined && { campaign: about.campaign }),
    ...(severity === 'error' && about.leftOut && { leftOut: formatPath(about.leftOut) }),
  };
}
