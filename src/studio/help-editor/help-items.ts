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
import { newId, type Chance } from '../store/new-id.js';
import { setIn } from '../store/paths.js';
import { indexOfName, withItemAt } from '../store/places.js';
import type { PlanDocument } from '../store/studio-store.js';

export const SORTS = ['articles', 'hints', 'contacts'] as const;
export type Sort = (typeof SORTS)[number];
export type HelpItem = Article | Hint | Contact;

export const itemsOf = (plan: PlanDocument, sort: Sort): readonly HelpItem[] => plan.help?.[sort] ?? [];

/** Which list has an item of that name; the one that is shown, where several do. */
export const sortOfItem = (plan: PlanDocument, name: string, shown: Sort): Sort | undefined =>
  [shown, ...SORTS].find((sort) => indexOfName(itemsOf(plan, sort), name) >= 0);

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
  chance?: Chance,
): { plan: PlanDocument; id: string } {
  const taken = SORTS.flatMap((one) => itemsOf(plan, one).map(({ id }) => id));
  const wish = { articles: 'article', hints: 'repere', contacts: 'contact' }[sort];
  const id = newId(wish, taken, chance);
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
  name: string,
  item: HelpItem | undefined,
): PlanDocument => {
  const items = itemsOf(plan, sort);
  return setIn(plan, ['help', sort], withItemAt(items, indexOfName(items, name), item));
};
