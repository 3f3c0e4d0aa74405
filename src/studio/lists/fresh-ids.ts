import { isRecord } from '../../model/format.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { newId, type Chance } from '../store/new-id.js';

export type Draft = Omit<Campaign, 'id'>;

type Names = ReadonlyMap<string, string>;

const renamed = (names: Names, id: unknown): unknown => (typeof id === 'string' && names.get(id)) || id;

/**
 * Campaigns as they are put into a plan: with ids that nobody had before, and what they say of each other following. A
 * template comes to many schools of one server, and to one school every year; a question is asked anew.
 */
export function withFreshIds(
  campaigns: readonly Campaign[],
  taken: Iterable<string>,
  chance?: Chance,
): Campaign[] {
  const ids = new Set(taken);
  const fresh = campaigns.map(({ id }) => {
    const made = newId(id, ids, chance);
    ids.add(made);
    return made;
  });
  const names: Names = new Map(campaigns.map(({ id }, i) => [id, fresh[i]!]));
  return campaigns.map((campaign, i) => {
    const { content, variants } = campaign;
    // A variant asks the same questions in other words: they keep counting together.
    const questions = new Map<string, string>();
    for (const one of [content, ...(variants ?? []).map((variant) => variant.content)])
      for (const { id } of listIn(one, 'questions'))
        if (typeof id === 'string' && !questions.has(id))
          questions.set(id, newId(id, questions.values(), chance));
    const within = <C>(one: C): C => withNames(one, names, questions);
    return {
      ...campaign,
      id: fresh[i]!,
      ...(content && { content: within(content) }),
      ...(variants && {
        variants: variants.map((variant) =>
          variant.content ? { ...variant, content: within(variant.content) } : variant,
        ),
      }),
    } as Campaign;
  });
}

const listIn = (content: unknown, name: string): Record<string, unknown>[] => {
  const list = isRecord(content) ? content[name] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
};

/** References are to campaigns (`to` of an action or task) or to questions (`next`, `showIf`); steps keep their ids. */
function withNames<C>(content: C, campaigns: Names, questions: Names): C {
  if (!isRecord(content)) return content;
  const copy: Record<string, unknown> = { ...content };
  for (const name of ['actions', 'tasks'])
    if (Array.isArray(content[name]))
      copy[name] = (content[name] as unknown[]).map((one) =>
        isRecord(one) && 'to' in one && /^(tour|survey)$/.test(String(one.do))
          ? { ...one, to: renamed(campaigns, one.to) }
          : one,
      );
  if (Array.isArray(content.questions))
    copy.questions = (content.questions as unknown[]).map((question) => {
      if (!isRecord(question)) return question;
      const { id, showIf, next } = question;
      return {
        ...question,
        id: renamed(questions, id),
        ...(showIf !== undefined && { showIf: conditionOf(showIf, questions) }),
        ...(Array.isArray(next) && { next: next.map((rule) => conditionOf(rule, questions)) }),
      };
    });
  return copy as C;
}

function conditionOf(condition: unknown, questions: Names): unknown {
  if (!isRecord(condition)) return condition;
  const copy: Record<string, unknown> = { ...condition };
  for (const name of ['question', 'to']) if (name in copy) copy[name] = renamed(questions, copy[name]);
  for (const name of ['all', 'any'])
    if (Array.isArray(copy[name])) copy[name] = copy[name].map((one) => conditionOf(one, questions));
  return copy;
}
