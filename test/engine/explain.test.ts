import { expect } from '@open-wc/testing';
import { decide } from '../../src/core/director.js';
import type { Context, Page, Progress, Slot } from '../../src/core/types.js';
import { explain, type ExplanationRow } from '../../src/engine/explain.js';
import { ENGLISH } from '../../src/engine/explain-words-en.js';
import type { ExplainWords } from '../../src/engine/explain-words.js';
import { campaign, entry, HOUR, NOW, page, planOf, TEACHER } from '../core/support/scene.js';

interface Scene {
  settings?: object;
  progress?: Progress;
  page?: Page;
  context?: Context;
  others?: readonly object[];
}

function explained(more: object, scene: Scene = {}, words?: ExplainWords): ExplanationRow {
  const plan = planOf(
    [campaign(more), ...(scene.others ?? []).map((other) => campaign(other))],
    scene.settings,
  );
  const decision = decide(
    plan,
    scene.context ?? TEACHER,
    scene.progress ?? { campaigns: {} },
    scene.page ?? page(),
    NOW,
  );
  return explain(decision, plan, NOW, words).find(({ id }) => id === 'c') as ExplanationRow;
}
const had = (more: object): Scene => ({ progress: { campaigns: { c: entry(more) } } });
const paced = (pace: object, last: object = {}): Scene => ({
  settings: { pace },
  progress: { campaigns: {}, pace: { last: NOW - HOUR, day: '2026-09-15', count: 2, ...last } },
});
const other = { id: 'o', title: 'La visite', priority: 90 };

const ROWS: [code: string, text: string, more: object, scene?: Scene][] = [
  ['show', 'Montrée maintenant', {}],
  [
    'showing',
    'Affichée en ce moment',
    {},
    { page: page({ showing: new Map<string, Slot>([['c', 'interruption']]) }) },
  ],
  [
    'audience.profiles',
    'Non montrée\u00a0: réservée aux profils élève, parent',
    { audience: { profiles: ['National_ELV', 'guardian'] } },
  ],
  [
    'audience.profiles',
    'Non montrée\u00a0: réservée au profil direction',
    { audience: { profiles: ['head'] } },
  ],
  [
    'audience.not.profiles',
    'Non montrée\u00a0: ne s’adresse pas au profil enseignant',
    { audience: { not: { profiles: ['teacher'] } } },
  ],
  [
    'audience.schools',
    'Non montrée\u00a0: réservée à l’établissement 0770001B',
    { audience: { schools: ['0770001B'] } },
  ],
  ['audience.degrees', 'Non montrée\u00a0: réservée au degré second', { audience: { degrees: ['2d'] } }],
  [
    'audience.levels',
    'Non montrée\u00a0: réservée aux niveaux 6e, 5e',
    { audience: { levels: ['6e', '5e'] } },
  ],
  ['audience.groups', 'Non montrée\u00a0: réservée au groupe x', { audience: { groups: ['x'] } }],
  [
    'audience.functions',
    'Non montrée\u00a0: réservée à la fonction DOC',
    { audience: { functions: ['DOC'] } },
  ],
  [
    'audience.services',
    'Non montrée\u00a0: réservée au service notes',
    { audience: { services: ['notes'] } },
  ],
  ['audience.locales', 'Non montrée\u00a0: réservée à la langue ar', { audience: { locales: ['ar'] } }],
  [
    'audience.not.services',
    'Non montrée\u00a0: ne s’adresse pas aux services notes, messagerie',
    { audience: { not: { services: ['notes', 'messagerie'] } } },
  ],
  [
    'audience.arrivedWithin',
    'Non montrée\u00a0: réservée aux personnes arrivées depuis moins de 7 jours',
    { audience: { arrivedWithin: 'P1W' } },
  ],
  [
    'audience.not.arrivedWithin',
    'Non montrée\u00a0: ne s’adresse pas aux personnes arrivées depuis moins de 1 mois',
    { audience: { not: { arrivedWithin: 'P1M' } } },
  ],
  [
    'audience.share',
    'Non montrée\u00a0: ouverte à 0\u00a0% des personnes\u202f; celle-ci n’en est pas, ou n’a pas de clé',
    { audience: { share: 0 } },
  ],
  [
    'audience.profils',
    'Non montrée\u00a0: audience illisible\u00a0: «\u00a0profils\u00a0» n’est pas une dimension connue',
    { audience: { profils: ['x'] } },
  ],
  [
    'schedule.before',
    'À partir du 1er octobre 2026 à 08:00\u00a0: début prévu à ce moment',
    { schedule: { start: '2026-10-01T08:00' } },
  ],
  [
    'schedule.before',
    'À partir de 18:00\u00a0: début prévu à ce moment',
    { schedule: { start: '2026-09-15T18:00' } },
  ],
  [
    'schedule.after',
    'Non montrée\u00a0: terminée depuis le 14 septembre 2026 à 00:00',
    { schedule: { end: '2026-09-13' } },
  ],
  [
    'schedule.holidays',
    'À partir du 16 septembre 2026 à 00:00\u00a0: vacances («\u00a0A\u00a0»)',
    { schedule: { skipHolidays: 'A' } },
    { settings: { holidays: { A: [['2026-09-10', '2026-09-15']] } } },
  ],
  [
    'schedule.reference',
    'Non montrée\u00a0: le plan ne donne pas la date d’ouverture (settings.goLive)',
    { schedule: { end: 'P1D', relativeTo: 'goLive' } },
  ],
  [
    'schedule.reference',
    'Non montrée\u00a0: la page ne donne pas la date d’arrivée de cette personne (user.arrived)',
    { schedule: { end: 'P1D', relativeTo: 'arrived' } },
    { context: {} },
  ],
  [
    'when.manual',
    'Non montrée\u00a0: seulement à la demande\u00a0: relecture, aide, liste de démarrage ou appel de l’API',
    { when: { start: 'manual' } },
  ],
  [
    'when.pages',
    'Non montrée\u00a0: prévue pour d’autres pages\u00a0: /notes/**, /blog',
    { when: { pages: ['/notes/**', '/blog'] } },
  ],
  [
    'when.event',
    'Non montrée\u00a0: attend l’événement «\u00a0note:ouverte\u00a0» de la page',
    { when: { event: 'note:ouverte' } },
  ],
  [
    'when.present',
    'Non montrée\u00a0: attend un élément de la page\u00a0: #inbox',
    { when: { present: '#inbox' } },
  ],
  [
    'when.present',
    'Non montrée\u00a0: attend un élément de la page\u00a0: {"role":"button","name":"Écrire"}',
    { when: { present: { role: 'button', name: 'Écrire' } } },
  ],
  ['when.delay', 'À partir de 10:05\u00a0: attend 5 minutes', { when: { delay: 'PT5M' } }],
  ['progress.done', 'Non montrée\u00a0: déjà terminée par cette personne', {}, had({ status: 'completed' })],
  [
    'progress.done',
    'Non montrée\u00a0: déjà lue et confirmée par cette personne',
    {},
    had({ status: 'acknowledged' }),
  ],
  ['progress.done', 'Non montrée\u00a0: déjà fermée par cette personne', {}, had({ status: 'dismissed' })],
  [
    'progress.done',
    'Non montrée\u00a0: déjà montrée à cette personne',
    { frequency: { until: 'shown' } },
    had({}),
  ],
  [
    'progress.snoozed',
    'À partir de 11:00\u00a0: remise à plus tard par cette personne',
    {},
    had({ status: 'snoozed', until: NOW + HOUR }),
  ],
  [
    'frequency.max',
    'Non montrée\u00a0: déjà montrée autant de fois que permis (1)',
    { frequency: { max: 1 } },
    had({}),
  ],
  [
    'frequency.every',
    'À partir du 21 septembre 2026 à 10:00\u00a0: montrée il y a peu',
    { frequency: { every: 'P7D' } },
    had({}),
  ],
  [
    'pace.quiet',
    'À partir de 11:30\u00a0: heures calmes',
    {},
    paced({ quiet: [{ from: '08:30', to: '11:30' }] }),
  ],
  [
    'pace.between',
    'À partir de 10:09\u00a0: une autre interruption vient d’avoir lieu',
    {},
    paced({ betweenInterruptions: 'PT10M' }, { last: NOW - 6e4 }),
  ],
  [
    'pace.perDay',
    'À partir du 16 septembre 2026 à 00:00\u00a0: assez d’interruptions pour aujourd’hui (2)',
    {},
    paced({ perDay: 2 }),
  ],
  [
    'slot.taken',
    'Non montrée\u00a0: «\u00a0La visite\u00a0» occupe déjà la place',
    {},
    { others: [other], page: page({ showing: new Map<string, Slot>([['o', 'interruption']]) }) },
  ],
  ['outranked', 'Non montrée\u00a0: «\u00a0La visite\u00a0» passe avant', {}, { others: [other] }],
  [
    'invalid',
    'Non montrée\u00a0: campagne ou réglage illisible (schedule.start)',
    { schedule: { start: 'demain' } },
  ],
  [
    'invalid',
    'Non montrée\u00a0: campagne ou réglage illisible (frequency.every)',
    { frequency: { every: 'x' } },
    had({}),
  ],
  [
    'invalid',
    'Non montrée\u00a0: campagne ou réglage illisible (settings.pace.betweenInterruptions)',
    {},
    paced({ betweenInterruptions: 'x' }),
  ],
];

describe('explain', () => {
  for (const [code, text, more, scene] of ROWS)
    it(`${code}: ${text}`, () => {
      expect(explained(more, scene)).to.include({ code, text, shown: code.startsWith('show') });
    });

  for (const [code, text, more, scene] of ROWS)
    it(`in English too: ${code}: ${text}`, () => {
      const row = explained(more, scene, ENGLISH);
      expect(row).to.include({ code, shown: code.startsWith('show') });
      expect(row.text).to.match(/^(Shown now|On screen now|Not shown: .|From \d.*: .)/);
      // Titles and other words of the plan stay as they are written.
      expect(row.text.replaceAll('La visite', '')).not.to.match(/[àâçéèêëîïôùûœ«»]|undefined/);
    });

  for (const [text, more, scene] of [
    ['Not shown: reserved for pupils, parents', { audience: { profiles: ['pupil', 'guardian'] } }, undefined],
    ['Not shown: not for teachers', { audience: { not: { profiles: ['teacher'] } } }, undefined],
    [
      'Not shown: reserved for the schools 0770001B, 0770002C',
      { audience: { schools: ['0770001B', '0770002C'] } },
      undefined,
    ],
    [
      'From 1 October 2026 at 00:00: that is when it begins',
      { schedule: { start: '2026-10-01' } },
      undefined,
    ],
    ['Not shown: over since 2 September 2026 at 00:00', { schedule: { end: '2026-09-01' } }, undefined],
    ['Not shown: “La visite” comes first', { kind: 'tour' }, { others: [{ ...other, kind: 'tour' }] }],
  ] as const)
    it(`in English: ${text}`, () => expect(explained(more, scene, ENGLISH).text).to.equal(text));

  it('says the date where it does not know today', () => {
    const plan = planOf([campaign({ when: { delay: 'PT5M' } })]);
    const decision = decide(plan, TEACHER, { campaigns: {} }, page(), NOW);
    expect(explain(decision, plan)[0]).to.include({
      text: 'À partir du 15 septembre 2026 à 10:05\u00a0: attend 5 minutes',
      until: '2026-09-15 10:05',
    });
  });

  it("says times by the plan's clock", () => {
    const row = explained({ when: { delay: 'PT5M' } }, { settings: { timeZone: 'Pacific/Noumea' } });
    expect(row).to.include({ text: 'À partir de 19:05\u00a0: attend 5 minutes', until: '2026-09-15 19:05' });
  });

  it('calls a campaign by its title, that of its content, or its id', () => {
    expect(explained({ title: { en: 'Tour', fr: 'Visite' } }).title).to.equal('Visite');
    expect(explained({ kind: 'banner', content: { title: 'Rentrée' } }).title).to.equal('Rentrée');
    expect(explained({}).title).to.equal('c');
  });

  it('fits a table: plain values only', () => {
    for (const value of Object.values(explained({ schedule: { start: '2026-10-01' } })))
      expect(value).not.to.be.an('object');
  });
});
