import { expect } from '@open-wc/testing';
import { readPlan } from '../../src/model/read-plan.js';
import { designPlan } from './design-plan.js';
import { banner, brief, read, survey, tour, type Fields } from './plan-parts.js';

// [what is wrong, the rest of the plan, issue]
const PLANS: [string, Fields, string, string[]?][] = [
  ['campaigns that are no list', { campaigns: { a: 1 } }, 'error type campaigns', ['une liste']],
  ['a campaign that is null', { campaigns: [null] }, 'error object campaigns[0]'],
  ['a campaign that is a list', { campaigns: [[]] }, 'error object campaigns[0]'],
  [
    'two campaigns of one id',
    { campaigns: [banner(), banner()] },
    'error duplicate-id campaigns[1].id',
    ['"b"'],
  ],
  [
    'a colour that has no figures',
    { settings: { theme: { accent: 'bleu' } } },
    'warning type settings.theme.accent',
    ['#52409e'],
  ],
  [
    'a roundness in another unit',
    { settings: { theme: { radius: '0.5rem' } } },
    'warning type settings.theme.radius',
    ['"12px"'],
  ],
  [
    'an article that shows no tour',
    { help: { articles: [{ id: 'a', title: 'x', body: 'x', show: 'nope/x' }] } },
    'warning reference help.articles[0].show',
  ],
  [
    'a gesture that shows no tour',
    { help: { articles: [{ id: 'a', title: 'x', steps: [{ title: 'x', show: 'nope' }] }] } },
    'warning reference help.articles[0].steps[0].show',
  ],
  [
    'a hint that says nothing',
    { help: { hints: [{ id: 'a', target: '#a', body: '' }] } },
    'warning incomplete help.hints[0]',
    ['"article"'],
  ],
  ['a misspelt list of campaigns', { campaign: [] }, 'warning unknown-field campaign', ['"campaigns"']],
  ['a newer format', { version: 2, novelty: 1 }, 'warning version version', ['Mettez Sentier à jour']],
  ['no version', { version: undefined }, 'warning missing version'],
  ['a version in words', { version: 'un' }, 'error type version'],
  ['an id that is no text', { id: 5 }, 'error type id'],
  ['settings that are a list', { settings: [] }, 'error object settings', ['un objet']],
  [
    'an unknown time zone',
    { settings: { timeZone: 'Paris' } },
    'error time-zone settings.timeZone',
    ['"Europe/Paris"'],
  ],
  ['a language that is none', { settings: { locale: 'fr_FR' } }, 'error language settings.locale'],
  [
    'an unknown scheme',
    { settings: { theme: { scheme: 'dim' } } },
    'error choice settings.theme.scheme',
    ['"dark"'],
  ],
  [
    'a quiet hour that is none',
    { settings: { pace: { quiet: [{ from: '8h', to: '09:00' }] } } },
    'error time settings.pace.quiet[0].from',
    ['"08:30"'],
  ],
  [
    'a name of a service that is no text',
    { settings: { services: { agenda: 3 } } },
    'error text settings.services.agenda',
  ],
  [
    'holidays that end first',
    { settings: { holidays: { A: [['2026-11-01', '2026-10-17']] } } },
    'warning order settings.holidays.A[0]',
  ],
  [
    'an alias of nobody',
    { settings: { profileAliases: { ATSEM: ['stuff'] } } },
    'warning audience-value settings.profileAliases.ATSEM[0]',
    ['"staff"'],
  ],
  [
    'an unknown setting',
    { settings: { timezone: 'Europe/Paris' } },
    'warning unknown-field settings.timezone',
    ['"timeZone"'],
  ],
  ['help that is a string', { help: 'x' }, 'error object help', ['un objet']],
  [
    'an article without text',
    { help: { articles: [{ id: 'a', title: 'x' }] } },
    'error article-empty help.articles[0].body',
    ['"body"', '"steps"', '"src"'],
  ],
  [
    'an article of no steps at all',
    { help: { articles: [{ id: 'a', title: 'x', steps: [] }] } },
    'error article-empty help.articles[0].body',
  ],
  [
    'two articles of one id',
    {
      help: {
        articles: [
          { id: 'a', title: 'x', body: 'y' },
          { id: 'a', title: 'x', body: 'y' },
        ],
      },
    },
    'error duplicate-id help.articles[1].id',
  ],
  ['a hint without target', { help: { hints: [{ id: 'h' }] } }, 'error missing help.hints[0].target'],
  [
    'a hint to no article',
    { help: { hints: [{ id: 'h', target: '#a', article: 'z' }] } },
    'warning reference help.hints[0].article',
    ['article'],
  ],
  [
    'a contact whose address is none',
    { help: { contacts: [{ id: 'c', title: 'x', email: 'moi' }] } },
    'error email help.contacts[0].email',
    ['"ent@ecole.example"'],
  ],
  [
    'an unknown part of help',
    { help: { article: [] } },
    'warning unknown-field help.article',
    ['"articles"'],
  ],
];

describe('readPlan', () => {
  it("finds nothing to say about the design's example, and keeps all of it", () => {
    const { plan, issues } = readPlan(designPlan());
    expect(brief(issues)).to.deep.equal([]);
    expect(plan).to.deep.equal(designPlan());
  });

  for (const [name, fields, issue, words = []] of PLANS) {
    it(`says what to mend in a plan with ${name}`, () => {
      const { issues } = read(fields);
      expect(brief(issues)).to.deep.equal([issue]);
      for (const word of words) expect(issues[0]?.message).to.contain(word);
    });
  }

  it('words an issue as a sentence with path, fault and remedy', () => {
    const { issues } = read({ campaigns: [tour({ schedule: { start: 'demain' } })] });
    expect(issues[0]).to.deep.equal({
      severity: 'error',
      code: 'date',
      path: 'campaigns[0].schedule.start',
      campaign: 't',
      message:
        'campaigns[0].schedule.start\u00a0: "demain" n’est pas une date. Écrivez par exemple "2026-09-01" ou "2026-09-01T08:00".',
      received: '"demain"',
      remedy: 'Écrivez par exemple "2026-09-01" ou "2026-09-01T08:00".',
      leftOut: 'campaigns[0]',
    });
  });

  it('lists the values that would do', () => {
    const { issues } = read({ settings: { theme: { scheme: 'dim' } } });
    expect(issues[0]?.allowed).to.deep.equal(['auto', 'light', 'dark']);
  });

  it('reports all the faults of one campaign at once', () => {
    const { issues } = read({
      campaigns: [tour({ schedule: { start: 'x' }, priority: 'y' }, { steps: [{ placement: 'z' }] })],
    });
    expect(issues.map(({ path }) => path)).to.have.members([
      'campaigns[0].schedule.start',
      'campaigns[0].priority',
      'campaigns[0].content.steps[0].placement',
    ]);
  });

  it('drops the smallest part of the settings that is at fault', () => {
    const { plan, issues } = read({
      settings: {
        locale: 'fr',
        goLive: 'bientôt',
        theme: { accent: 4, radius: '8px' },
        pace: {
          perDay: 2,
          quiet: [{ from: '8h', to: '9h' }, { from: '08:00', to: '09:00' }, { from: '10:00' }],
        },
        holidays: {
          A: [
            ['2026-10-17', '2026-11-01'],
            ['x', 'y'],
          ],
          B: 7,
        },
      },
    });
    expect(plan.settings).to.deep.equal({
      locale: 'fr',
      theme: { radius: '8px' },
      pace: { perDay: 2, quiet: [{ from: '08:00', to: '09:00' }] },
      holidays: { A: [['2026-10-17', '2026-11-01']] },
    });
    expect([...new Set(issues.map(({ leftOut }) => leftOut))]).to.have.members([
      'settings.goLive',
      'settings.theme.accent',
      'settings.pace.quiet[0]',
      'settings.pace.quiet[2]',
      'settings.holidays.A[1]',
      'settings.holidays.B',
    ]);
  });

  it('keeps unknown fields: a vendor may have put them there', () => {
    const { plan } = read({
      vendor: { x: 1 },
      settings: { y: 2 },
      campaigns: [tour({ z: 3 })],
      help: { w: 4 },
    });
    expect(plan).to.deep.include({ vendor: { x: 1 } });
    expect(plan.settings).to.deep.include({ y: 2 });
    expect(plan.campaigns[0]).to.deep.include({ z: 3 });
    expect(plan.help).to.deep.include({ w: 4 });
  });

  it('shows what it can of a newer format, and does not chide it for fields that are new', () => {
    const { plan, issues } = read({
      version: 9,
      campaigns: [tour({ novelty: 1 }), tour({ id: 'u', kind: 'hologram' })],
    });
    expect(plan.version).to.equal(9);
    expect(plan.campaigns.map(({ id }) => id)).to.deep.equal(['t']);
    expect(brief(issues)).to.deep.equal(['warning version version', 'error choice campaigns[1].kind']);
  });

  it("knows profiles by the plan's own aliases", () => {
    const { issues } = read({
      settings: { profileAliases: { ATSEM: ['staff'] } },
      campaigns: [tour({ audience: { profiles: ['atsem', 'National_ENS'] } })],
    });
    expect(issues).to.deep.equal([]);
  });

  it('takes a bare date as an end for the whole of that day', () => {
    const { issues } = read({
      campaigns: [tour({ schedule: { start: '2026-09-01T08:00', end: '2026-09-01' } })],
    });
    expect(issues).to.deep.equal([]);
  });
});

describe('references that lead nowhere, by the thousand', () => {
  const article = (i: number) => ({ id: `article-${i}`, title: 'x', body: 'x', related: ['article-xyz'] });
  const articles = Array.from({ length: 3000 }, (_, i) => article(i));
  const lost = (id: string) => ({
    id,
    kind: 'banner',
    content: { title: 'x', actions: [{ label: 'x', do: 'tour', to: `visite-${id}` }] },
  });
  const tours = Array.from({ length: 3000 }, (_, i) => tour({ id: `tour-${i}` }));
  const banners = Array.from({ length: 3000 }, (_, i) => lost(`b${i}`));
  const questions = Array.from({ length: 1500 }, (_, i) => ({
    id: `q${i}`,
    kind: 'text',
    title: '{answer:inconnue}',
    next: [{ to: `nulle-part-${i}` }],
  }));

  // Up to a minute each, when every fault had a list of all that would do, and looked through it.
  for (const [what, plan, many] of [
    ['one article that is gone', { help: { articles } }, 3000],
    ['as many tours that are gone', { campaigns: [...tours, ...banners] }, 3000],
    ['questions that are gone', { campaigns: [survey(...questions)] }, 3000],
  ] as const)
    it(`are told in seconds and in few words: ${what}`, () => {
      const start = performance.now();
      const { issues } = read(plan);
      expect(issues.filter(({ code }) => code === 'reference')).to.have.length(many);
      expect(performance.now() - start).to.be.below(5000);
      expect(JSON.stringify(issues).length / issues.length).to.be.below(1000);
    }).timeout(90_000);

  it('still find what was meant, far down a list', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ id: `a${i}`, title: 'x', body: 'x' }));
    const wrong = { id: 'z', title: 'x', body: 'x', related: ['messagerei'] };
    const { issues } = read({
      help: { articles: [...many, { id: 'messagerie', title: 'x', body: 'x' }, wrong] },
    });
    expect(issues[0]?.message).to.contain('Vouliez-vous écrire "messagerie"');
    expect(issues[0]?.allowed).to.have.length(20);
  });
});
