import { expect } from '@open-wc/testing';
import { audienceRefusal } from '../../../src/core/audience.js';
import { matchesAny } from '../../../src/core/glob.js';
import { selectHelp } from '../../../src/core/help/select-help.js';
import type { SelectedHelp } from '../../../src/core/help/select-help.js';
import type { Context, PlanIndex } from '../../../src/core/types.js';
import type { Campaign } from '../../../src/model/schema/campaign.js';
import type { Help } from '../../../src/model/schema/help.js';

const article = (id: string, rest: object = {}) => ({ id, title: id, body: '', ...rest });
const tour = (id: string, rest: object = {}): Campaign =>
  ({ id, kind: 'tour', content: { steps: [{}] }, ...rest }) as Campaign;

const HELP: Help = {
  articles: [
    article('general'),
    article('agenda', { services: ['agenda'] }),
    article('all-mail', { services: ['messagerie'] }),
    article('sent-mail', { services: ['messagerie'], pages: ['/messagerie/envoyes'] }),
    article('here', { pages: ['/messagerie/**'] }),
    article('both', { services: ['messagerie', 'agenda'] }),
    article('for-heads', { services: ['messagerie'], audience: { profiles: ['head'] } }),
  ],
  hints: [
    { id: 'everywhere', target: '#a' },
    { id: 'on-mail', target: '#b', pages: ['/messagerie/**'] },
    { id: 'on-notes', target: '#c', pages: ['/notes/**'] },
    { id: 'for-pupils', target: '#d', audience: { profiles: ['pupil'] } },
  ],
  contacts: [
    { id: 'all', title: 'Assistance' },
    { id: 'mine', title: 'École', schools: ['0750001a'] },
    { id: 'other', title: 'Collège', schools: ['0750002B'] },
    { id: 'for-guardians', title: 'Parents', audience: { profiles: ['guardian'] } },
  ],
};
const SEEN: Help = {
  articles: [
    article('here', { pages: ['/messagerie/**'] }),
    article('sent', { pages: ['/messagerie/envoyes'], present: '#sent' }),
    article('draft', { services: ['cahier'], present: '#draft' }),
  ],
};
const CAMPAIGNS: Campaign[] = [
  tour('anywhere'),
  tour('mail', { service: 'messagerie' }),
  tour('notes', { service: 'notes' }),
  tour('mail-page', { service: 'messagerie', when: { pages: ['/messagerie/'] } }),
  tour('other-page', { service: 'messagerie', when: { pages: ['/messagerie/envoyes'] } }),
  tour('manual', { when: { start: 'manual' } }),
  tour('for-heads', { audience: { profiles: ['head'] } }),
  { ...tour('banner'), kind: 'banner' } as unknown as Campaign,
];
const TEACHER: Context = {
  user: { key: 'k', profiles: ['National_ENS'], schools: ['0750001A'] },
  service: 'messagerie',
};

function select(
  context: Context | undefined = TEACHER,
  path = '/messagerie/',
  help: unknown = HELP,
  shown: readonly string[] = [],
): SelectedHelp {
  const plan: PlanIndex = { version: 1, campaigns: CAMPAIGNS, help: help as Help };
  return selectHelp(plan, context, {
    isFor: (item) => audienceRefusal(item, plan, context, 0) === undefined,
    isOn: (pages) => matchesAny(pages, path),
    isSeen: (target) => shown.includes(target as string),
  });
}
const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join(' ');
const hereOf = ({ articles, here }: SelectedHelp): string => ids(articles.slice(0, here));

describe('what help is chosen', () => {
  const cases: [what: string, got: () => string, wanted: string][] = [
    [
      'articles of this page: path, then service, then other pages of the service',
      () => hereOf(select()),
      'here all-mail both sent-mail',
    ],
    [
      'a path nearer than the service',
      () => hereOf(select(TEACHER, '/messagerie/envoyes')),
      'sent-mail here all-mail both',
    ],
    ['a page of a service with no path', () => hereOf(select(TEACHER, '/x')), 'all-mail both sent-mail'],
    ['a page without service', () => hereOf(select({ user: TEACHER.user! }, '/x')), ''],
    [
      'a head sees what is for heads',
      () => hereOf(select({ ...TEACHER, user: { profiles: ['head'] } }, '/x')),
      'all-mail both for-heads sent-mail',
    ],
    [
      'all articles once, the rest after, subject by subject',
      () => ids(select().articles),
      'here all-mail both sent-mail general agenda',
    ],
    [
      'subjects in the order of the plan, an article under each of its services',
      () =>
        select()
          .subjects.map(({ service, articles }) => `${service}:${ids(articles)}`)
          .join(' | '),
      ':general here | agenda:agenda both | messagerie:all-mail sent-mail both',
    ],
    [
      'what one has before one’s eyes first, of any service',
      () => hereOf(select(TEACHER, '/messagerie/', SEEN, ['#draft', '#sent'])),
      'draft here',
    ],
    ['nothing for what is not to be seen', () => hereOf(select(TEACHER, '/x', SEEN)), ''],
    [
      'not on pages that the article is not for',
      () => hereOf(select(TEACHER, '/x', SEEN, ['#draft', '#sent'])),
      'draft',
    ],
    ['hints of this page and person', () => ids(select().hints), 'everywhere on-mail'],
    ['hints elsewhere', () => ids(select(TEACHER, '/notes/3b').hints), 'everywhere on-notes'],
    ['contacts of my school, in either case, and of all', () => ids(select().contacts), 'all mine'],
    ['nobody declared: only contacts of all', () => ids(select({}).contacts), 'all'],
    [
      'tours of this page, manual ones too, never another kind',
      () => ids(select().tours),
      'anywhere mail mail-page manual',
    ],
    [
      'tours elsewhere in the service',
      () => ids(select(TEACHER, '/messagerie/envoyes').tours),
      'anywhere mail other-page manual',
    ],
    ['no help at all', () => ids(select(TEACHER, '/', null).articles), ''],
    [
      'help that is no help',
      () => ids(select(TEACHER, '/', { articles: 'x', hints: {}, contacts: null }).articles),
      '',
    ],
    [
      'broken articles are left out, broken fields asked nothing of',
      () =>
        ids(
          select(TEACHER, '/', {
            articles: [null, 3, { title: 'sans id' }, { id: 'ok', services: 'x', pages: 4 }],
          }).articles,
        ),
      'ok',
    ],
  ];
  for (const [what, got, wanted] of cases) it(what, () => expect(got()).to.equal(wanted));
});
