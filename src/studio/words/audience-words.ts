import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Audience, AudienceDimensions } from '../../model/schema/audience.js';
import { DEGREE_NAMES, nameOf, PROFILE_NAMES } from './names.js';
import { durationWords, languageName, listed } from './lists.js';

/** Hosts and unchecked plans may give one string for a list. */
const list = (value: unknown): string[] => ([] as unknown[]).concat(value ?? []).map(String);

/** "enseignants et direction du premier degré, à l’école 0750001A". */
function dimensionWords(audience: Partial<AudienceDimensions>): string[] {
  const { profiles, degrees, schools, levels, groups, functions, services, locales, arrivedWithin } =
    audience;
  const parts: string[] = [];
  const add = (value: unknown, words: (names: string) => string, name: (id: string) => string = String) => {
    const names = list(value).map((one) => name(one));
    if (names.length) parts.push(words(listed(names, 'disjunction')));
  };
  const names = list(profiles).map((id) => nameOf(PROFILE_NAMES, id));
  if (names.length) parts.push(listed(names));
  add(
    degrees,
    (n) => msg(str`au ${n}`, { id: 'studio-in-degree' }),
    (d) => nameOf(DEGREE_NAMES, d),
  );
  add(schools, (n) => msg(str`à l’établissement ${n}`, { id: 'studio-in-school' }));
  add(levels, (n) => msg(str`en ${n}`, { id: 'studio-in-level' }));
  add(groups, (n) => msg(str`du groupe ${n}`, { id: 'studio-in-group' }));
  add(functions, (n) => msg(str`ayant la fonction ${n}`, { id: 'studio-in-function' }));
  add(services, (n) => msg(str`dans le service ${n}`, { id: 'studio-in-service' }));
  add(locales, (n) => msg(str`lisant en ${n}`, { id: 'studio-in-language' }), languageName);
  if (arrivedWithin)
    parts.push(msg(str`arrivés depuis moins de ${durationWords(arrivedWithin)}`, { id: 'studio-arrived' }));
  return parts;
}

/** An audience as one would say it; of an empty one, everybody. */
export function audienceWords(audience: Audience | undefined): string {
  const { not, share } = audience ?? {};
  const parts = dimensionWords(audience ?? {});
  let words = parts.length ? parts.join(', ') : msg('tout le monde', { id: 'studio-everybody' });
  if (share !== undefined)
    words = msg(str`${share}\u00a0% des personnes parmi\u00a0: ${words}`, { id: 'studio-share-of' });
  const left = dimensionWords(not ?? {});
  return left.length
    ? msg(str`${words}\u202f; sauf\u00a0: ${left.join(', ')}`, { id: 'studio-except' })
    : words;
}
