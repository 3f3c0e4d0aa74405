import { isRecord } from '../../model/format.js';
import { readPlan, type ReadPlan } from '../../model/read-plan.js';
import { toIssue, type PlanIssue } from '../../model/plan-issue.js';
import { MOST_ISSUES } from './bounds.js';
import { CHECK_WORDS, type CheckWords, type Language, type Said } from './check-words.js';
import { contentName } from './content-names.js';
import { HELP_LISTS, listOf } from './within-space.js';

/** Content files by name, "messagerie.json"; of those that articles alone name it is enough that they are there. */
export type Contents = Readonly<Record<string, unknown>>;

export interface SpaceChecks {
  space: string;
  /** Undefined: any school. */
  schools: readonly string[] | undefined;
  /** Undefined: with them the plan is larger than any that is read. */
  contents: Contents | undefined;
  /** The whole ENT's settings, which a school's or a district's plan is read with. */
  settings: unknown;
  /** Ids that campaigns of this space cannot have, each with the space that has it where that may be said. */
  taken: ReadonlyMap<string, string | undefined>;
  /**
   * May a file be anywhere else than among the contents? What stands there can change after a second person has approved
   * it, and every page would ask a third party for it: only who runs the server may say so, by a plan's file.
   */
  mayPointOutside: boolean;
  language: Language;
}

/** Ids under which the page reports what is no campaign. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['help', 'news', 'checklist']);

/**
 * Everything that keeps a space's plan from being published, contents included. The plan that comes back has its
 * contents in place.
 */
export function checkSpace(document: unknown, checks: SpaceChecks): { plan: ReadPlan; issues: PlanIssue[] } {
  const words = CHECK_WORDS[checks.language];
  const own: PlanIssue[] = [];
  let more: PlanIssue['severity'] | undefined;
  const report: Report = (code, path, [fault, remedy], { severity = 'error', ...about } = {}) => {
    const message = `${path && path + words.plan.colon}${fault}. ${remedy}`;
    if (own.length < MOST_ISSUES) own.push({ severity, code, path, message, remedy, ...about });
    else if (more !== 'error') more = severity;
  };
  const { contents } = checks;
  if (!contents) {
    report('plan', '', words.tooLarge());
    return { plan: readPlan({ version: 1 }).plan, issues: own };
  }
  const whole = isRecord(document) ? inPlace(document, { ...checks, contents }, words, report) : document;
  const { plan, issues: found } = readPlan(whole, words.plan, MOST_ISSUES);
  if (isRecord(document)) checkSchools(document, checks, words, report);
  const places = placesById(document);
  for (const { id } of plan.campaigns)
    if (checks.taken.has(id) || RESERVED_IDS.has(id))
      report('duplicate-id', `campaigns[${places.get(id)}].id`, words.taken(id, checks.taken.get(id)), {
        campaign: id,
      });
  if (more) own.push(moreIssue(more, words));
  return { plan, issues: firstOf([...own, ...found], words) };
}

/** Where each campaign stands in the document: what was read of it has fewer, where some have faults. */
function placesById(document: unknown): Map<unknown, number> {
  const places = new Map<unknown, number>();
  listOf(isRecord(document) ? document['campaigns'] : undefined).forEach((campaign, i) => {
    const id = isRecord(campaign) ? campaign['id'] : undefined;
    if (!places.has(id)) places.set(id, i);
  });
  return places;
}

const moreIssue = (severity: PlanIssue['severity'], words: CheckWords): PlanIssue =>
  toIssue({ code: 'more', path: [], severity }, {}, words.plan);

/** As many as are said, and one that says, as gravely as the worst of the others, that there are others. */
function firstOf(issues: readonly PlanIssue[], words: CheckWords): PlanIssue[] {
  const said = issues.filter(({ code }) => code !== 'more');
  const rest = [...said.slice(MOST_ISSUES), ...issues.filter(({ code }) => code === 'more')];
  if (!rest.length) return said;
  const worst = rest.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return [...said.slice(0, MOST_ISSUES), moreIssue(worst, words)];
}

/** As much of a faulty value is said. */
const QUOTED = 100;

type Report = (
  code: PlanIssue['code'],
  path: string,
  said: Said,
  more?: Partial<Pick<PlanIssue, 'campaign' | 'severity'>>,
) => void;

/** Puts the files that campaigns name in their place, so that they are checked as if they were written there. */
function inPlace(
  document: Record<string, unknown>,
  { contents, settings, space, mayPointOutside }: SpaceChecks & { contents: Contents },
  words: CheckWords,
  report: Report,
): Record<string, unknown> {
  const fill = (content: unknown, path: string, severity: PlanIssue['severity'] = 'error'): unknown => {
    const src = isRecord(content) ? content['src'] : undefined;
    if (typeof src !== 'string') return content;
    const name = contentName(src);
    if (name === undefined) {
      const said = words.foreignContent(src.slice(0, QUOTED));
      report('reference', `${path}.src`, said, { severity: mayPointOutside ? 'warning' : 'error' });
      return content;
    }
    if (Object.hasOwn(contents, name)) return contents[name];
    report('reference', `${path}.src`, words.missingContent(name), { severity });
    return content;
  };
  const { help } = document;
  // An article whose file is lacking is there all the same, and says so.
  if (isRecord(help) && Array.isArray(help['articles']))
    help['articles'].forEach((article, i) => fill(article, `help.articles[${i}]`, 'warning'));
  const campaigns = Array.isArray(document['campaigns'])
    ? document['campaigns'].map((campaign: unknown, i) => {
        if (!isRecord(campaign)) return campaign;
        const at = `campaigns[${i}]`;
        return {
          ...campaign,
          content: fill(campaign['content'], `${at}.content`),
          ...(Array.isArray(campaign['variants']) && {
            variants: campaign['variants'].map((variant: unknown, j) =>
              isRecord(variant)
                ? { ...variant, content: fill(variant['content'], `${at}.variants[${j}].content`) }
                : variant,
            ),
          }),
        };
      })
    : document['campaigns'];
  return {
    ...document,
    campaigns,
    ...(space !== 'all' && settings !== undefined && { settings }),
  };
}

/** A school speaks to its own people: no item may name another school. */
function checkSchools(
  document: Record<string, unknown>,
  { schools, space }: SpaceChecks,
  words: CheckWords,
  report: Report,
): void {
  if (!schools) return;
  if (!schools.length) report('audience-value', '', words.noSchools(space), { severity: 'warning' });
  if (document['settings'] !== undefined)
    report('unknown-field', 'settings', words.noSettings(space), { severity: 'warning' });
  const own = new Set(schools.map((uai) => uai.toLowerCase()));
  const check = (item: unknown, path: string): void => {
    if (!isRecord(item)) return;
    const named: [string, unknown][] = [
      [`${path}.audience.schools`, isRecord(item['audience']) ? item['audience']['schools'] : undefined],
      [`${path}.schools`, item['schools']],
    ];
    for (const [at, list] of named)
      for (const uai of ([] as unknown[]).concat(list ?? []))
        if (typeof uai !== 'string' || !own.has(uai.trim().toLowerCase())) {
          const quoted = JSON.stringify(uai).slice(0, QUOTED);
          report('audience-value', at, words.otherSchool(quoted, space, schools.slice(0, 10)));
        }
  };
  const each = (list: unknown, path: string): void => {
    if (Array.isArray(list)) list.forEach((item, i) => check(item, `${path}[${i}]`));
  };
  each(document['campaigns'], 'campaigns');
  const help = isRecord(document['help']) ? document['help'] : {};
  for (const name of HELP_LISTS) each(help[name], `help.${name}`);
}
