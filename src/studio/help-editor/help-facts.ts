import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Article, Contact } from '../../model/schema/help.js';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from '../words/audience-words.js';
import type { Names } from '../words/names.js';
import { dateWords } from '../words/schedule-words.js';
import { STATE_NAMES } from '../words/state-words.js';
import { helpIssues, itemsOf, type HelpItem, type Sort } from './help-items.js';

export type HelpState = 'fault' | 'draft' | 'changed' | 'live';

export const HELP_STATE_NAMES: Names<HelpState> = {
  fault: STATE_NAMES.fault,
  draft: STATE_NAMES.draft,
  changed: () => msg('Modifié', { id: 'studio-help-changed' }),
  live: () => msg('En ligne', { id: 'studio-help-live' }),
};

/** What a list says of an article, a hint or a contact. */
export interface HelpFacts {
  /** Undefined where nobody knows what is published: a plan without a server. */
  state: HelpState | undefined;
  /** For whom, where, and when it was read again. */
  about: string[];
}

/** @param published the plan as users have it; undefined: nobody knows */
export function helpFacts(
  item: HelpItem,
  sort: Sort,
  plan: PlanDocument,
  published: PlanDocument | undefined,
): HelpFacts {
  const isFaulty = helpIssues(item, sort, plan).some(({ severity }) => severity === 'error');
  const before = published && itemsOf(published, sort).find(({ id }) => id === item.id);
  const { audience, reviewed } = item as Article;
  const { schools } = item as Contact;
  const about = [
    audienceWords(sort === 'contacts' ? { ...audience, ...(schools?.length && { schools }) } : audience),
  ];
  if (sort === 'articles' && reviewed)
    about.push(msg(str`relu le ${dateWords(reviewed)}`, { id: 'studio-help-reviewed' }));
  const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(item);
  return {
    state: isFaulty ? 'fault' : !published ? undefined : !before ? 'draft' : isSame ? 'live' : 'changed',
    about,
  };
}
