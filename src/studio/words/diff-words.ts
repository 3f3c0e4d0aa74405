import diff from 'microdiff';
import { msg } from '../../locales/msg.js';
import { isRecord } from '../../model/format.js';
import type { Audience } from '../../model/schema/audience.js';
import type { Campaign, Schedule } from '../../model/schema/campaign.js';
import { titleOf } from '../lists/facts.js';
import { partsOf } from '../store/parts.js';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from './audience-words.js';
import { counted, languageName, listed } from './lists.js';
import {
  BANNER_KIND_NAMES,
  KIND_NAMES,
  LEVER_NAMES,
  nameOf,
  PLACE_NAMES,
  UNTIL_NAMES,
  type Names,
} from './names.js';
import { scheduleWords } from './schedule-words.js';

/** One field, as it was and as it is; absent where there was or is none. */
export interface Detail {
  label: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** One thing that was added, changed or taken away. */
export interface Change {
  key: string;
  /** "Campagne", "Article de l’aide"… */
  sort: string;
  title: string;
  how: 'added' | 'changed' | 'removed' | 'moved';
  details: Detail[];
}

const SORTS: Names<string> = {
  campaigns: () => msg('Campagne', { id: 'studio-sort-campaign' }),
  'help.articles': () => msg('Article de l’aide', { id: 'studio-sort-article' }),
  'help.hints': () => msg('Repère', { id: 'studio-sort-hint' }),
  'help.contacts': () => msg('Contact', { id: 'studio-sort-contact' }),
  settings: () => msg('Réglage', { id: 'studio-sort-setting' }),
};

/** Fields by their names in the plan. */
export const FIELD_NAMES: Names<string> = {
  title: () => msg('Titre', { id: 'studio-title' }),
  body: () => msg('Texte', { id: 'studio-body' }),
  label: () => msg('Texte du bouton', { id: 'studio-field-label' }),
  kind: () => msg('Nature', { id: 'studio-banner-kind' }),
  place: () => msg('Place', { id: 'studio-banner-place' }),
  lever: () => msg('Levier', { id: 'studio-lever-short' }),
  priority: () => msg('Priorité', { id: 'studio-priority' }),
  frequency: () => msg('Fréquence', { id: 'studio-field-frequency' }),
  max: () => msg('Nombre de fois au plus', { id: 'studio-max' }),
  until: () => msg('Ne revient plus', { id: 'studio-until' }),
  pages: () => msg('Pages', { id: 'studio-pages' }),
  start: () => msg('Début', { id: 'studio-start' }),
  end: () => msg('Fin', { id: 'studio-end' }),
  signature: () => msg('Signature', { id: 'studio-signature' }),
  leave: () => msg('Comment la quitter', { id: 'studio-leave' }),
  to: () => msg('Vers', { id: 'studio-action-to' }),
  do: () => msg('Ce qu’il fait', { id: 'studio-action-do' }),
  questions: () => msg('Questions', { id: 'studio-questions' }),
  options: () => msg('Réponses possibles', { id: 'studio-options' }),
  steps: () => msg('Étapes', { id: 'studio-steps' }),
  tasks: () => msg('Tâches', { id: 'studio-tasks' }),
  actions: () => msg('Boutons', { id: 'studio-actions' }),
  version: () => msg('Version', { id: 'studio-version' }),
  thanks: () => msg('Remerciement', { id: 'studio-thanks' }),
  intro: () => msg('Introduction', { id: 'studio-intro' }),
  target: () => msg('Cible', { id: 'studio-target' }),
  goLive: () => msg('Ouverture de l’ENT', { id: 'studio-setting-golive' }),
  theme: () => msg('Apparence', { id: 'studio-setting-theme' }),
  accent: () => msg('Couleur', { id: 'studio-setting-accent' }),
  pace: () => msg('Rythme', { id: 'studio-setting-pace' }),
  holidays: () => msg('Vacances', { id: 'studio-setting-holidays' }),
  services: () => msg('Noms des services', { id: 'studio-setting-services' }),
};

const VALUES: Readonly<Record<string, Names<string>>> = {
  kind: { ...KIND_NAMES, ...BANNER_KIND_NAMES },
  place: PLACE_NAMES,
  lever: LEVER_NAMES,
  until: UNTIL_NAMES,
};

/** "content.actions[1].label.en" → "Boutons 2 · Texte du bouton (anglais)". */
function labelOf(path: readonly (string | number)[]): string {
  const words: string[] = [];
  for (const key of path) {
    if (key === 'content' || key === 'when') continue;
    if (typeof key === 'number') words.push(`${words.pop() ?? ''} ${key + 1}`.trim());
    else if (Object.hasOwn(FIELD_NAMES, key)) words.push(FIELD_NAMES[key]!());
    else if (/^[a-z]{2,3}(-|$)/.test(key) && words.length)
      words.push(`${words.pop() ?? ''} (${languageName(key)})`);
    else words.push(key);
  }
  return words.join(' · ');
}

function valueOf(value: unknown, path: readonly (string | number)[]): string | undefined {
  if (value === undefined) return undefined;
  const field = [...path].reverse().find((key): key is string => typeof key === 'string' && key in VALUES);
  if (typeof value === 'string')
    return field && path.at(-1) === field ? nameOf(VALUES[field]!, value) : value;
  if (typeof value === 'boolean')
    return value ? msg('oui', { id: 'studio-yes' }) : msg('non', { id: 'studio-no' });
  if (isRecord(value)) {
    const { title, label } = value as { title?: Campaign['title']; label?: Campaign['title'] };
    const text = title ?? label;
    if (typeof text === 'string') return text;
    if (isRecord(text)) return Object.values(text).map(String)[0];
  }
  return JSON.stringify(value);
}

/** What differs between two states of one thing, field by field. */
export function detailsOf(before: unknown, after: unknown): Detail[] {
  if (!isRecord(before) || !isRecord(after))
    return [
      { label: msg('Valeur', { id: 'studio-value' }), from: valueOf(before, []), to: valueOf(after, []) },
    ];
  const details: Detail[] = [];
  const whole = (field: string, label: string, words: (value: never) => string) => {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) return;
    details.push({ label, from: words(before[field] as never), to: words(after[field] as never) });
  };
  whole('audience', msg('Pour qui', { id: 'studio-who' }), (a: Audience | undefined) => audienceWords(a));
  whole('schedule', msg('Quand', { id: 'studio-when-word' }), (s: Schedule | undefined) => scheduleWords(s));
  for (const entry of diff(before, after)) {
    const { path } = entry;
    if (path[0] === 'audience' || path[0] === 'schedule') continue;
    details.push({
      label: labelOf(path),
      from: 'oldValue' in entry ? valueOf(entry.oldValue, path) : undefined,
      to: 'value' in entry ? valueOf(entry.value, path) : undefined,
    });
  }
  return details;
}

function titleOfPart(key: string, value: unknown, locale?: string): string {
  const name = key.slice(key.indexOf('/') + 1);
  if (key.startsWith('settings/')) return Object.hasOwn(FIELD_NAMES, name) ? FIELD_NAMES[name]!() : name;
  return isRecord(value) ? titleOf({ content: {}, ...value } as unknown as Campaign, locale) : name;
}

export const sortOf = (key: string): string => nameOf(SORTS, key.slice(0, key.indexOf('/')));

/** What a reader should know before publishing: what is new, what changed and how, what goes. */
export function describeChanges(before: PlanDocument, after: PlanDocument): Change[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const locale = after.settings?.locale;
  const changes: Change[] = [];
  for (const key of new Set([...is.keys(), ...was.keys()])) {
    const [b, a] = [was.get(key)?.value, is.get(key)?.value];
    if (a === b || JSON.stringify(a) === JSON.stringify(b)) continue;
    const how = b === undefined ? 'added' : a === undefined ? 'removed' : 'changed';
    changes.push({
      key,
      sort: sortOf(key),
      title: titleOfPart(key, a ?? b, locale),
      how,
      details: how === 'changed' ? detailsOf(b, a) : [],
    });
  }
  const order = (plan: PlanDocument, other: PlanDocument) => {
    const ids = new Set((other.campaigns ?? []).map(({ id }) => id));
    return (plan.campaigns ?? [])
      .map(({ id }) => id)
      .filter((id) => ids.has(id))
      .join();
  };
  if (order(before, after) !== order(after, before))
    changes.push({
      key: 'campaigns',
      sort: SORTS['campaigns']!(),
      title: msg('L’ordre des campagnes a changé', { id: 'studio-order-changed' }),
      how: 'moved',
      details: [],
    });
  return changes;
}

export function summaryOf(changes: readonly Change[]): string {
  const count = (how: Change['how']) => changes.filter((one) => one.how === how).length;
  const [added, changed, removed] = [count('added'), count('changed') + count('moved'), count('removed')];
  const parts = [
    added &&
      counted(
        added,
        msg('nouveauté', { id: 'studio-novelty' }),
        msg('nouveautés', { id: 'studio-novelties' }),
      ),
    changed &&
      counted(
        changed,
        msg('changement', { id: 'studio-change' }),
        msg('changements', { id: 'studio-changes' }),
      ),
    removed &&
      counted(removed, msg('retrait', { id: 'studio-removal' }), msg('retraits', { id: 'studio-removals' })),
  ].filter((part): part is string => Boolean(part));
  return parts.length
    ? listed(parts)
    : msg('Rien n’a changé depuis la dernière publication.', { id: 'studio-no-change' });
}
