import * as v from 'valibot';
import { copyPlain } from './copy.js';
import { checkSettings, type Known } from './check-settings.js';
import { checkCampaign, checkHelpItem } from './cross-checks.js';
import type { FaultWords } from './fault-words.js';
import { toFaults } from './faults.js';
import { isRecord, PLAN_VERSION } from './format.js';
import { formatPath, severityOf, toIssue, type Fault, type Path, type PlanIssue } from './plan-issue.js';
import { readFields } from './read-fields.js';
import { unknownFields } from './schema-walk.js';
import { Campaign } from './schema/campaign.js';
import { object } from './schema/common.js';
import { Article, Contact, Help, Hint } from './schema/help.js';
import { Plan, PlanHead, Settings } from './schema/plan.js';

export type { IssueCode, PlanIssue } from './plan-issue.js';

/** A plan of which every part is valid. Parts that were not are left out, and fields nobody knows are kept. */
export type ReadPlan = Plan & {
  settings: Settings;
  campaigns: Campaign[];
  help: { articles: Article[]; hints: Hint[]; contacts: Contact[] };
};

/** A list's item that is kept, and where it stood. */
interface Placed<T> {
  item: T;
  path: Path;
}

/**
 * Checks a whole plan against the full schema, then its parts against each other. It never throws: whatever it is
 * given, the plan that it returns can be used, and `issues` says what was left out of it and why: in French, unless
 * other words are given.
 * @param most after so many issues one says that there are more: each costs its words, and who sends a plan may be anybody
 */
export function readPlan(
  raw: unknown,
  words?: FaultWords,
  most = Infinity,
): { plan: ReadPlan; issues: PlanIssue[] } {
  const reading = new Reading(words, most);
  if (!isRecord(raw)) reading.note([{ code: 'plan', path: [], received: raw }]);
  return reading.read(isRecord(raw) ? raw : { version: PLAN_VERSION });
}

class Reading {
  readonly #words: FaultWords | undefined;
  readonly #most: number;
  readonly #issues: PlanIssue[] = [];
  /** The worst of what is not among the issues any more. */
  #more: PlanIssue['severity'] | undefined;
  #hasFaultySettings = false;
  /** A newer format has fields that are unknown here by right. */
  #isNewer = false;

  constructor(words: FaultWords | undefined, most: number) {
    this.#words = words;
    this.#most = most;
  }

  read(raw: Record<string, unknown>): { plan: ReadPlan; issues: PlanIssue[] } {
    const { version, settings: rawSettings, campaigns: rawCampaigns, help: rawHelp, ...rest } = raw;
    const head = this.#readHead(rest, version);
    const settings = this.#readFields(Settings, rawSettings, ['settings']);
    const campaigns = this.#readList(Campaign, rawCampaigns, ['campaigns']);
    const help = this.#readHelp(rawHelp);
    const known: Known = {
      settings,
      campaigns: new Map(campaigns.map(({ item }) => [item.id, item.kind])),
      articles: new Set(help.articles.map(({ item }) => item.id)),
    };
    const plan = {
      ...head,
      settings,
      campaigns: this.#check(campaigns, known, checkCampaign),
      help: {
        ...help.rest,
        articles: this.#check(help.articles, known, checkHelpItem),
        hints: this.#check(help.hints, known, checkHelpItem),
        contacts: this.#check(help.contacts, known, checkHelpItem),
      },
    };
    // Where items of its lists had to go, those that stay have moved: first things first.
    if (!this.#hasFaultySettings) {
      const faults: Fault[] = [];
      checkSettings(settings, known, faults);
      this.note(faults);
    }
    if (this.#more)
      this.#issues.push(toIssue({ code: 'more', path: [], severity: this.#more }, {}, this.#words));
    return { plan, issues: this.#issues };
  }

  /** Puts faults among the issues; true when there is an error among them. */
  note(faults: readonly Fault[], about: { campaign?: string; leftOut?: Path } = {}): boolean {
    const hasErrors = faults.some((fault) => severityOf(fault) === 'error');
    if (hasErrors && about.leftOut?.[0] === 'settings') this.#hasFaultySettings = true;
    if (this.#issues.length < this.#most) this.#put(faults, about);
    else if (hasErrors) this.#more = 'error';
    else if (faults.some((fault) => this.#isSaid(fault))) this.#more ??= 'warning';
    return hasErrors;
  }

  #put(faults: readonly Fault[], about: { campaign?: string; leftOut?: Path }): void {
    const errors = new Set<string>();
    for (const fault of faults) if (severityOf(fault) === 'error') errors.add(formatPath(fault.path));
    for (const fault of faults) {
      const severity = severityOf(fault);
      const isSaidAlready = severity === 'warning' && errors.has(formatPath(fault.path));
      if (isSaidAlready || !this.#isSaid(fault)) continue;
      if (this.#issues.length < this.#most) this.#issues.push(toIssue(fault, about, this.#words));
      else if (this.#more !== 'error') this.#more = severity;
    }
  }

  #isSaid({ code }: Fault): boolean {
    return !(this.#isNewer && code === 'unknown-field');
  }

  /** The document's own fields. */
  #readHead(rest: Record<string, unknown>, version: unknown): { version: number } & Record<string, unknown> {
    const isKnown = typeof version === 'number' && Number.isInteger(version) && version >= 1;
    this.#isNewer = isKnown && version > PLAN_VERSION;
    if (this.#isNewer) this.note([{ code: 'version', path: ['version'], received: version }]);
    else if (version === undefined) this.note([{ code: 'missing', path: ['version'], severity: 'warning' }]);
    else if (!isKnown)
      this.note([{ code: 'type', path: ['version'], received: version, needed: ['format', PLAN_VERSION] }], {
        leftOut: ['version'],
      });
    const head = this.#readFields(PlanHead, rest, [], Plan);
    return { ...head, version: isKnown ? version : PLAN_VERSION };
  }

  /** An object that is kept without its faulty fields. */
  #readFields<S extends v.GenericSchema>(
    schema: S,
    raw: unknown,
    path: Path,
    whole?: v.GenericSchema,
  ): v.InferOutput<S> {
    return readFields(schema, raw, path, (faults, leftOut) => this.note(faults, { leftOut }), whole);
  }

  #readList<S extends v.GenericSchema<unknown, { id: string }>>(
    schema: S,
    raw: unknown,
    path: Path,
  ): Placed<v.InferOutput<S>>[] {
    const placed: Placed<v.InferOutput<S>>[] = [];
    if (raw === undefined) return placed;
    if (!Array.isArray(raw)) {
      this.note([{ code: 'type', path, received: raw, needed: ['array'] }], {
        leftOut: path,
      });
      return placed;
    }
    const ids = new Set<string>();
    raw.forEach((rawItem: unknown, i) => {
      const at = [...path, i];
      const faults: Fault[] = [];
      const item = this.#readItem(schema, rawItem, at, faults);
      if (item && ids.has(item.id))
        faults.push({ code: 'duplicate-id', path: [...at, 'id'], received: item.id });
      if (this.note(faults, { ...campaignOf(path, rawItem), leftOut: at }) || !item) return;
      ids.add(item.id);
      placed.push({ item, path: at });
    });
    return placed;
  }

  #readItem<S extends v.GenericSchema>(
    schema: S,
    raw: unknown,
    path: Path,
    faults: Fault[],
  ): v.InferOutput<S> | undefined {
    const value = copyPlain(raw, path, faults);
    if (!isRecord(value)) faults.push({ code: 'object', path, received: raw });
    if (faults.some(({ code }) => code !== 'reserved')) return undefined;
    unknownFields(schema, value, path, faults);
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    // Of one more than are said it is known that there are more.
    for (const fault of toFaults(result.issues.slice(0, this.#most + 1), path)) faults.push(fault);
    return undefined;
  }

  #readHelp(raw: unknown) {
    const { articles, hints, contacts, ...rest } = isRecord(raw) ? raw : {};
    return {
      rest: this.#readFields(HelpHead, isRecord(raw) ? rest : raw, ['help'], Help),
      articles: this.#readList(Article, articles, ['help', 'articles']),
      hints: this.#readList(Hint, hints, ['help', 'hints']),
      contacts: this.#readList(Contact, contacts, ['help', 'contacts']),
    };
  }

  /** What agrees with the rest of the plan; the rest is left out. */
  #check<T>(
    placed: readonly Placed<T>[],
    known: Known,
    check: (item: T, path: Path, known: Known, faults: Fault[]) => void,
  ): T[] {
    return placed
      .filter(({ item, path }) => {
        const faults: Fault[] = [];
        check(item, path, known, faults);
        return !this.note(faults, { ...campaignOf(path, item), leftOut: path });
      })
      .map(({ item }) => item);
  }
}

/** Help has no fields of its own beside its lists. */
const HelpHead = object({});

const campaignOf = (path: Path, value: unknown): { campaign?: string } =>
  path[0] === 'campaigns' && isRecord(value) && typeof value.id === 'string' ? { campaign: value.id } : {};
