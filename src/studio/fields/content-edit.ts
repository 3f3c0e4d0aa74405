import { formatPath, type PlanIssue } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { StudioChangeEvent } from '../shell/events.js';
import { getIn, setIn, type Key } from '../store/paths.js';
import type { Field } from './fields.js';
import { faultWords } from '../words/fault-words.js';

/** What an editor's element is given. */
export interface EditorHost extends EventTarget {
  campaign: Campaign;
  /** Path of the content edited: ["content"], ["variants", 0, "content"]. */
  at: readonly Key[];
  issues: readonly PlanIssue[];
  disabled: boolean;
}

/** The content that an editor works on: reads it, changes it, and knows what is wrong at each of its fields. */
export class ContentEdit<C extends object> {
  readonly #host: EditorHost;

  constructor(host: EditorHost) {
    this.#host = host;
  }

  get content(): Partial<C> {
    const content = getIn(this.#host.campaign, this.#host.at);
    return typeof content === 'object' && content !== null ? content : {};
  }

  /** `path` within the content, in the form of the plan: "actions[0].label". */
  field(path: string, label: string, hint?: string): Field {
    const name = `${formatPath(this.#host.at)}.${path}`;
    return { name, label, hint, error: this.error(name), disabled: this.#host.disabled };
  }

  error(name: string): string | undefined {
    const issues = this.#host.issues.filter(({ path }) => path === name);
    // The path is where the sentence stands.
    return issues.map(faultWords).join(' ') || undefined;
  }

  set(path: readonly Key[], value: unknown, key = path.join('.')): void {
    const host = this.#host;
    const campaign = setIn(host.campaign, [...host.at, ...path], value);
    // What is taken away may leave no content at all: it stays an object.
    const whole = getIn(campaign, host.at) === undefined ? setIn(campaign, host.at, {}) : campaign;
    host.dispatchEvent(new StudioChangeEvent(whole, `${formatPath(host.at)}.${key}`));
  }
}
