import { ENDPOINTS, type Endpoint } from '../../../src/server/http/endpoints.js';
import { sign } from './tokens.js';

export const OWN = '0750001A';
export const OTHER = '0750002B';

/** Everybody who may call, by what their token says. */
export const CALLERS = [
  { id: 'personne', token: () => Promise.resolve(undefined) },
  { id: 'élève', token: () => sign({ schools: [OWN] }, 'pupil') },
  { id: 'viewer', token: () => sign({ role: 'viewer', scope: { schools: [OWN] } }, 'viewer') },
  { id: 'editor', token: () => sign({ role: 'editor', scope: { schools: [OWN] } }, 'editor') },
  { id: 'publisher', token: () => sign({ role: 'publisher', scope: { schools: [OWN] } }, 'publisher') },
  { id: 'admin d’école', token: () => sign({ role: 'admin', scope: { schools: [OWN] } }, 'school-admin') },
  { id: 'admin', token: () => sign({ role: 'admin', scope: 'all' }, 'admin') },
] as const;

export type CallerId = (typeof CALLERS)[number]['id'];

const RANK = { viewer: 1, editor: 2, publisher: 3, admin: 4 } as const;
const ROLE_OF: Readonly<Record<CallerId, number>> = {
  personne: -1,
  élève: 0,
  viewer: 1,
  editor: 2,
  publisher: 3,
  'admin d’école': 4,
  admin: 4,
};

/** Whose thing is asked for. */
export const PLACES = ['own', 'other'] as const;
export type Place = (typeof PLACES)[number];

/** Addresses that are of a space or of a campaign: where own and other differ. */
const isPlaced = ({ caller }: Endpoint): boolean => caller in RANK;

export type Verdict = 'oui' | '401' | '403' | '404';

/** What the contract promises, from the table of addresses alone. */
export function promised(endpoint: Endpoint, caller: CallerId, place: Place): Verdict {
  const needed = endpoint.caller;
  if (needed === 'anyone' || needed === 'page') return 'oui';
  const rank = ROLE_OF[caller];
  if (rank < 0) return '401';
  if (needed === 'user') return 'oui';
  if (rank < RANK[needed]) return '403';
  if (place === 'own' || caller === 'admin' || !isPlaced(endpoint)) return 'oui';
  // Addresses without a space of their own answer, and only with what is the caller's: see the tests of contents.
  return hasOther(endpoint) ? '404' : 'oui';
}

/** Does the address name a thing of somebody? */
export const hasOther = ({ path }: Endpoint): boolean =>
  /^\/(?:draft|publish|revisions|audit|content|support)|\{campaign\}/.test(path);

/** Addresses that hold something of a school, or of a person: those of the table. */
export const GUARDED = ENDPOINTS.filter(({ caller }) => caller !== 'anyone');

/** @param reports id of a report of either school */
export function urlOf({ path }: Endpoint, place: Place, reports: Readonly<Record<Place, string>>): string {
  const school = place === 'own' ? OWN : OTHER;
  const campaign = place === 'own' ? 'ecole-un' : 'ecole-deux';
  const filled = path
    .replace('{campaign}', campaign)
    .replace('{n}', '1')
    .replace('{name}', 'texte.json')
    .replace('{report}', reports[place]);
  return /^\/(?:draft|publish|revisions|audit|content|support$)/.test(path)
    ? `${filled}?space=school:${school}`
    : filled;
}

const WORDS: Readonly<Record<Verdict, string>> = { oui: 'oui', '401': '401', '403': '403', '404': '404' };

/** The table as a page shows it. */
export function isolationTable(): string {
  const head = CALLERS.map(({ id }) => id).join(' | ');
  const rows = GUARDED.flatMap((endpoint) =>
    PLACES.filter((place) => place === 'own' || hasOther(endpoint)).map((place) => {
      const cells = CALLERS.map(({ id }) => WORDS[promised(endpoint, id, place)]);
      const where = !hasOther(endpoint) ? 'le sien' : place === 'own' ? 'la sienne' : 'une autre';
      return `| \`${endpoint.method.toUpperCase()} ${endpoint.path}\` | ${where} | ${cells.join(' | ')} |`;
    }),
  );
  return [`| adresse | école | ${head} |`, `|---|---|${CALLERS.map(() => '---').join('|')}|`, ...rows].join(
    '\n',
  );
}
