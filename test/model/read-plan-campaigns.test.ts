import { expect } from '@open-wc/testing';
import { banner, brief, checklist, read, step, survey, tour } from './plan-parts.js';

// [what is wrong, campaign, "severity code path", words that the message must hold]
const CAMPAIGNS: [string, unknown, string, string[]?][] = [
  [
    'a word for a date',
    tour({ schedule: { start: 'demain' } }),
    'error date campaigns[0].schedule.start',
    ['"demain"', '"2026-09-01T08:00"'],
  ],
  [
    'a day that does not exist',
    tour({ schedule: { end: '2026-09-31' } }),
    'error date campaigns[0].schedule.end',
    ['"2026-09-31"'],
  ],
  ['a French date', tour({ schedule: { start: '01/09/2026' } }), 'error date campaigns[0].schedule.start'],
  ['a number for a date', tour({ schedule: { start: 20260901 } }), 'error date campaigns[0].schedule.start'],
  [
    'a word for a duration',
    tour({ frequency: { every: '1 semaine' } }),
    'error duration campaigns[0].frequency.every',
    ['"P7D"'],
  ],
  [
    'a duration that counts backwards',
    tour({ when: { delay: '-PT5S' } }),
    'error duration campaigns[0].when.delay',
  ],
  [
    'an unknown kind',
    tour({ kind: 'toor' }),
    'error choice campaigns[0].kind',
    ['Vouliez-vous écrire "tour"\u202f?', '"checklist"'],
  ],
  ['no kind', { id: 'a', content: {} }, 'error missing campaigns[0].kind', ['"banner"']],
  ['no id', { kind: 'banner', content: { title: 'x' } }, 'error missing campaigns[0].id'],
  ['an id with a space', tour({ id: 'ma visite' }), 'error id campaigns[0].id', ['"ma visite"']],
  ['an id that every object answers to', tour({ id: 'constructor' }), 'error id campaigns[0].id'],
  ['no content', { id: 'a', kind: 'tour' }, 'error missing campaigns[0].content'],
  ['an empty tour', tour({}, { steps: [] }), 'error empty campaigns[0].content.steps'],
  [
    'an unknown placement',
    tour({}, { steps: [step, { ...step, placement: 'botom' }] }),
    'error choice campaigns[0].content.steps[1].placement',
    ['"bottom"'],
  ],
  [
    'a number for a target',
    tour({}, { steps: [{ target: 4 }] }),
    'error target campaigns[0].content.steps[0].target',
    ['sélecteur'],
  ],
  [
    'a number among targets',
    tour({}, { steps: [{ target: ['#a', 4] }] }),
    'error target campaigns[0].content.steps[0].target[1]',
  ],
  [
    'a frame without target',
    tour({}, { steps: [{ target: { frame: '#f' } }] }),
    'error missing campaigns[0].content.steps[0].target.target',
  ],
  [
    'a number for a text',
    banner({ title: 4 }),
    'error text campaigns[0].content.title',
    ['{ "fr": "…", "en": "…" }'],
  ],
  [
    'a number in a translation',
    banner({ title: { fr: 'a', en: 4 } }),
    'error type campaigns[0].content.title.en',
  ],
  ['a list for a text', banner({ title: ['a'] }), 'error text campaigns[0].content.title'],
  [
    'a banner that says nothing',
    banner({ place: 'top' }),
    'error banner-empty campaigns[0].content',
    ['"title"', '"body"'],
  ],
  [
    'a banner whose title is empty in every language',
    banner({ title: { fr: '', en: '' }, body: '' }),
    'error banner-empty campaigns[0].content',
  ],
  [
    'an unknown place for content elsewhere',
    banner({ src: 'a.json', place: 'sidebar' }),
    'error choice campaigns[0].content.place',
  ],
  ['a number for a reference', tour({ content: { src: 3 } }), 'error type campaigns[0].content.src'],
  [
    'a fault in a variant',
    tour({ variants: [{ audience: {}, content: { steps: 3 } }] }),
    'error type campaigns[0].variants[0].content.steps',
    ['une liste'],
  ],
  [
    'a variant without audience',
    tour({ variants: [{ content: { steps: [step] } }] }),
    'error missing campaigns[0].variants[0].audience',
  ],
  [
    'an unknown criterion',
    tour({ audience: { profile: ['pupil'] } }),
    'error audience-key campaigns[0].audience.profile',
    ['"profiles"'],
  ],
  [
    'an unknown criterion in not',
    tour({ audience: { not: { share: 5 } } }),
    'error audience-key campaigns[0].audience.not.share',
  ],
  [
    'a share of 120 %',
    tour({ audience: { share: 120 } }),
    'error type campaigns[0].audience.share',
    ['au plus 100'],
  ],
  [
    'a string for profiles',
    tour({ audience: { profiles: 'pupil' } }),
    'error type campaigns[0].audience.profiles',
    ['une liste'],
  ],
  [
    'an unknown profile left out',
    tour({ audience: { not: { profiles: ['eleves'] } } }),
    'error audience-value campaigns[0].audience.not.profiles[0]',
  ],
  ['version 1.5', tour({ version: 1.5 }), 'error type campaigns[0].version', ['entier']],
  [
    'at most 0 times',
    tour({ frequency: { max: 0 } }),
    'error type campaigns[0].frequency.max',
    ['au moins 1'],
  ],
  ['a word for a priority', tour({ priority: 'haute' }), 'error type campaigns[0].priority', ['un nombre']],
  [
    'an unknown question',
    survey({ id: 'q', kind: 'star' }),
    'error choice campaigns[0].content.questions[0].kind',
    ['"stars"'],
  ],
  [
    'an option without label',
    survey({ id: 'q', kind: 'choice', options: ['a', { id: 'b' }] }),
    'error missing campaigns[0].content.questions[0].options[1].label',
  ],
  ['a task without title', checklist({ id: 't' }), 'error missing campaigns[0].content.tasks[0].title'],
  // The campaign stays
  [
    'a misspelt field',
    tour({ shedule: {} }),
    'warning unknown-field campaigns[0].shedule',
    ['Vouliez-vous écrire "schedule"\u202f?'],
  ],
  [
    'two letters swapped',
    tour({}, { steps: [{ ...step, tilte: 'x' }] }),
    'warning unknown-field campaigns[0].content.steps[0].tilte',
    ['"title"'],
  ],
  ['a field like no other', tour({ zzz: 1 }), 'warning unknown-field campaigns[0].zzz', ['Vérifiez son nom']],
  [
    'a language that is none',
    banner({ title: { fr_FR: 'x' } }),
    'warning language campaigns[0].content.title.fr_FR',
    ['"fr-x-simple"'],
  ],
  [
    'an unknown profile',
    tour({ audience: { profiles: ['techer'] } }),
    'warning audience-value campaigns[0].audience.profiles[0]',
    ['"teacher"'],
  ],
  [
    'a school that is no UAI',
    tour({ audience: { schools: ['75'] } }),
    'warning audience-value campaigns[0].audience.schools[0]',
    ['"0750001A"'],
  ],
  [
    'a degree in words',
    tour({ audience: { degrees: ['primaire'] } }),
    'warning audience-value campaigns[0].audience.degrees[0]',
    ['"1d"'],
  ],
  [
    'an end before the start',
    tour({ schedule: { start: '2026-09-02', end: '2026-09-01' } }),
    'warning order campaigns[0].schedule.end',
    ['"2026-09-02"'],
  ],
  [
    'an event that ends before it starts',
    banner({ title: 'x', event: { start: '2026-09-02T10:00', end: '2026-09-02T09:00' } }),
    'warning order campaigns[0].content.event.end',
  ],
  [
    'an opening without date',
    tour({ schedule: { start: 'P1D', relativeTo: 'goLive' } }),
    'warning reference campaigns[0].schedule.relativeTo',
    ['settings.goLive'],
  ],
  [
    'an offset from nothing',
    tour({ schedule: { start: '-P30D' } }),
    'warning incomplete campaigns[0].schedule',
    ['relativeTo'],
  ],
  [
    'holidays that nobody gave',
    tour({ schedule: { skipHolidays: 'A' } }),
    'warning reference campaigns[0].schedule.skipHolidays',
    ['settings.holidays'],
  ],
  [
    'holidays named as every object',
    tour({ schedule: { skipHolidays: 'toString' } }),
    'warning reference campaigns[0].schedule.skipHolidays',
  ],
  [
    'a button to no campaign',
    banner({ title: 'x', actions: [{ label: 'y', do: 'tour', to: 'z' }] }),
    'warning reference campaigns[0].content.actions[0].to',
    ['"z"'],
  ],
  [
    'a button to a campaign of another kind',
    banner({ title: 'x', actions: [{ label: 'y', do: 'tour', to: 'b' }] }),
    'warning reference campaigns[0].content.actions[0].to',
    ['"tour"'],
  ],
  [
    'a button to no article',
    banner({ title: 'x', actions: [{ label: 'y', do: 'article', to: 'z' }] }),
    'warning reference campaigns[0].content.actions[0].to',
  ],
  [
    'a link to nowhere',
    banner({ title: 'x', actions: [{ label: 'y', do: 'link' }] }),
    'warning incomplete campaigns[0].content.actions[0]',
    ['"to"'],
  ],
  ...['http://ailleurs.example/', 'javascript:alert(1)', ' data:text/html,x'].map(
    (to): (typeof CAMPAIGNS)[number] => [
      `a button to ${to}, which no page follows`,
      banner({ title: 'x', actions: [{ label: 'y', do: 'link', to }] }),
      'warning reference campaigns[0].content.actions[0].to',
      ['https'],
    ],
  ),
  [
    'a calendar entry of no event',
    banner({ title: 'x', actions: [{ label: 'y', do: 'calendar' }] }),
    'warning incomplete campaigns[0].content.actions[0]',
    ['"event"'],
  ],
  [
    'no time between start and end',
    tour({ schedule: { start: '2026-09-01T08:00', end: '2026-09-01T08:00' } }),
    'warning order campaigns[0].schedule.end',
  ],
  [
    'offsets the wrong way round',
    tour({ schedule: { start: 'P2W', end: 'P13D', relativeTo: 'arrived' } }),
    'warning order campaigns[0].schedule.end',
  ],
  [
    'offsets of no time',
    tour({ schedule: { start: 'P0D', end: 'P0D', relativeTo: 'arrived' } }),
    'warning order campaigns[0].schedule.end',
  ],
  [
    'a step that says nothing',
    tour({}, { steps: [step, { target: '#b', title: '', body: { fr: '' } }] }),
    'warning incomplete campaigns[0].content.steps[1]',
    ['"title"', '"body"'],
  ],
  [
    'a question that asks nothing',
    survey({ id: 'q', kind: 'nps', help: 'De 0 à 10' }),
    'warning incomplete campaigns[0].content.questions[0]',
    ['"title"'],
  ],
  [
    'a task that says nothing',
    checklist({ id: 't', title: { fr: '' } }),
    'warning incomplete campaigns[0].content.tasks[0]',
    ['"title"'],
  ],
  [
    'a button that says nothing',
    banner({ title: 'x', actions: [{ label: '', do: 'acknowledge' }] }),
    'warning incomplete campaigns[0].content.actions[0]',
    ['"label"'],
  ],
  [
    'a task to no survey',
    checklist({ id: 't', title: 'x', do: 'survey', to: 'z' }),
    'warning reference campaigns[0].content.tasks[0].to',
  ],
  [
    'two steps of one id',
    tour(
      {},
      {
        steps: [
          { ...step, id: 'a' },
          { ...step, id: 'a' },
        ],
      },
    ),
    'warning duplicate-id campaigns[0].content.steps[1].id',
  ],
  [
    'two options of one text',
    survey({ id: 'q', title: 'Q', kind: 'choice', options: ['a', 'a'] }),
    'warning duplicate-id campaigns[0].content.questions[0].options[1]',
  ],
  [
    'a choice of nothing',
    survey({ id: 'q', title: 'Q', kind: 'choice' }),
    'warning incomplete campaigns[0].content.questions[0]',
    ['options'],
  ],

  [
    'two questions of one id',
    survey({ id: 'q', title: 'Q', kind: 'text' }, { id: 'q', title: 'Q', kind: 'nps' }),
    'error duplicate-id campaigns[0].content.questions[1].id',
  ],
];

describe('readPlan, on campaigns', () => {
  it('knows steps without an id by their place', () => {
    const steps = [{ ...step, next: '3' }, step, step];
    expect(brief(read({ campaigns: [tour({}, { steps })] }).issues)).to.deep.equal([]);
    const lost = [{ ...step, next: '4' }, step, step];
    expect(brief(read({ campaigns: [tour({}, { steps: lost })] }).issues)).to.deep.equal([
      'warning reference campaigns[0].content.steps[0].next',
    ]);
  });

  for (const [name, campaign, issue, words = []] of CAMPAIGNS) {
    const isError = issue.startsWith('error');
    it(`${isError ? 'leaves out' : 'keeps'} a campaign with ${name}, and says what to mend`, () => {
      const { plan, issues } = read({ campaigns: [campaign, tour({ id: 'other' })] });
      expect(brief(issues)).to.deep.equal([issue]);
      expect(plan.campaigns.map(({ id }) => id)).to.deep.equal(
        isError ? ['other'] : [(campaign as { id: string }).id, 'other'],
      );
      expect(issues[0]?.leftOut).to.equal(isError ? 'campaigns[0]' : undefined);
      expect(issues[0]?.campaign).to.equal((campaign as { id?: string }).id);
      expect(issues[0]?.message).to.match(
        new RegExp(`^${issues[0]?.path.replace(/[[\].]/g, '\\$&')}\u00a0: .+[.?]$`),
      );
      for (const word of words) expect(issues[0]?.message).to.contain(word);
    });
  }

  for (const content of [
    { title: '', body: 'Fermé demain.' },
    { title: { fr: '', en: 'x' } },
    {
      title: 'x',
      actions: ['/a', 'a', '?a', '#a', 'https://a.example/', 'mailto:a@b.example'].map((to) => ({
        label: 'y',
        do: 'link',
        to,
      })),
    },
    {
      title: 'x',
      event: { start: '2026-09-01T08:00', end: '2026-09-01T08:00' },
      actions: [{ label: 'y', do: 'calendar' }],
    },
  ])
    it(`has nothing to say of a banner of ${JSON.stringify(content)}`, () =>
      expect(brief(read({ campaigns: [banner(content)] }).issues)).to.deep.equal([]));
});
