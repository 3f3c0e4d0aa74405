import type { PlanDocument } from './studio-store.js';

/** A plan cut into what people think of as one thing each: a campaign, an article, a setting. */
export interface Part {
  /** "campaigns/rentree", "help.articles/note", "settings/pace". */
  key: string;
  value: unknown;
}

const LISTS = [['campaigns'], ['help', 'articles'], ['help', 'hints'], ['help', 'contacts']] as const;

const idOf = (item: unknown, i: number): string =>
  typeof (item as { id?: unknown })?.id === 'string' ? (item as { id: string }).id : `#${i}`;

const listAt = (plan: PlanDocument, path: readonly string[]): readonly unknown[] => {
  const list = path.length === 1 ? plan.campaigns : plan.help?.[path[1] as 'articles'];
  return Array.isArray(list) ? list : [];
};

export function partsOf(plan: PlanDocument): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const path of LISTS)
    listAt(plan, path).forEach((value, i) => {
      const key = `${path.join('.')}/${idOf(value, i)}`;
      // Of two with one id, both are kept, the second as such: its place changes with what stands before it.
      let own = key;
      for (let n = 2; parts.has(own); n++) own = `${key}:${n}`;
      parts.set(own, { key: own, value });
    });
  for (const [name, value] of Object.entries(plan.settings ?? {}))
    parts.set(`settings/${name}`, { key: `settings/${name}`, value });
  return parts;
}

/** A plan with these parts, in their order; what is no part of it (id, version, a vendor's fields) is `rest`'s. */
export function planOf(rest: PlanDocument, parts: ReadonlyMap<string, unknown>): PlanDocument {
  const lists = new Map<string, unknown[]>();
  const settings: Record<string, unknown> = {};
  for (const [key, value] of parts) {
    const at = key.indexOf('/');
    const list = key.slice(0, at);
    if (list === 'settings') settings[key.slice(at + 1)] = value;
    else lists.set(list, [...(lists.get(list) ?? []), value]);
  }
  const plan: Record<string, unknown> = { ...rest };
  const set = (target: Record<string, unknown>, name: string, value: unknown, isEmpty: boolean) => {
    if (!isEmpty || target[name] !== undefined) target[name] = value;
  };
  set(plan, 'settings', settings, !Object.keys(settings).length);
  set(plan, 'campaigns', lists.get('campaigns') ?? [], !lists.has('campaigns'));
  const help: Record<string, unknown> = { ...rest.help };
  for (const name of ['articles', 'hints', 'contacts']) {
    const list = lists.get(`help.${name}`);
    set(help, name, list ?? [], !list);
  }
  set(plan, 'help', help, !Object.keys(help).length);
  return plan as unknown as PlanDocument;
}
