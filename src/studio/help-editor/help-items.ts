import { planWords } from '../words/fault-words.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Article, Contact, Hint } from '../../model/schema/help.js';
import {
  Article as ArticleSchema,
  Contact as ContactSchema,
  Hint as HintSchema,
} from '../../model/schema/help.js';
import { checkHelpItem } from '../../model/cross-checks.js';
import { toFaults } from '../../model/faults.js';
import { toIssue } from '../../model/plan-issue.js';
import { msg } from '../../locales/msg.js';
import * as v from 'valibot';
import { knownOf } from '../lists/facts.js';
import { freeId, setIn } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';

export const SORTS = ['articles', 'hints', 'contacts'] as const;
export type Sort = (typeof SORTS)[number];
export type HelpItem = Article | Hint | Contact;

export const itemsOf = (plan: PlanDocument, sort: Sort): readonly HelpItem[] => plan.help?.[sort] ?? [];

/** Which list an id is in. */
export const sortOfItem = (plan: PlanDocument, id: string): Sort | undefined =>
  SORTS.find((sort) => itemsOf(plan, sort).some((item) => item.id === id));

const SCHEMAS = { articles: ArticleSchema, hints: HintSchema, contacts: ContactSchema };

/** What is wrong with one; paths begin at it. */
export function helpIssues(item: HelpItem, sort: Sort, plan: PlanDocument): PlanIssue[] {
  const checked = v.safeParse(SCHEMAS[sort], item);
  const faults = checked.success ? [] : toFaults(checked.issues, []);
  if (checked.success) checkHelpItem(item, [], knownOf(plan), faults);
  return faults.map((fault) => toIssue(fault, {}, planWords()));
}

export function newItem(
  plan: PlanDocument,
  sort: Sort,
  schools: readonly string[] | undefined,
): { plan: PlanDocument; id: string } {
  const taken = SORTS.flatMap((one) => itemsOf(plan, one).map(({ id }) => id));
  const wish = { articles: 'article', hints: 'repere', contacts: 'contact' }[sort];
  const id = freeId(wish, taken);
  const forSchools = schools && { audience: { schools: [...schools] } };
  const item = {
    articles: { id, title: msg('Nouvel article', { id: 'studio-article-new' }), body: '', ...forSchools },
    hints: { id, target: '', body: '', ...forSchools },
    contacts: {
      id,
      title: msg('Nouveau contact', { id: 'studio-contact-new' }),
      ...(schools && { schools: [...schools] }),
    },
  }[sort];
  return { plan: setIn(plan, ['help', sort], [item, ...itemsOf(plan, sort)]), id };
}

export const withItem = (
  plan: PlanDocument,
  sort: Sort,
  id: string,
  item: HelpItem | undefined,
): PlanDocument =>
  setIn(
    plan,
    ['help', sort],
    itemsOf(plan, sort).flatMap((one) => (one.id === id ? (item ? [item] : []) : [one])),
  );
