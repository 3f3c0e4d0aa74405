import type { CampaignResults, ResultsOverview } from '../../src/model/contract/index.js';

const head = (id: string, kind: CampaignResults['kind'], title: string, lever: string) => ({
  id,
  kind,
  title,
  lever,
  space: 'all',
  versions: [2, 1],
  current: true,
  version: 2,
});
const counts = (shown: number, completed: number, dismissed: number, snoozed = 0, acknowledged = 0) => ({
  shown,
  started: completed,
  completed,
  dismissed,
  snoozed,
  acknowledged,
});

/** Invented figures of a small town's schools, early in autumn. */
export const OVERVIEW: ResultsOverview = {
  threshold: 10,
  campaigns: [
    {
      ...head('ouverture', 'banner', 'Ouverture de l’ENT', 'communication'),
      outcomes: counts(1840, 0, 1212, 310),
    },
    { ...head('messagerie', 'tour', 'Écrire un message', 'training'), outcomes: counts(312, 201, 74, 37) },
    {
      ...head('barometre', 'survey', 'Baromètre d’automne', 'support'),
      outcomes: counts(640, 188, 301, 90),
      responses: 188,
      score: { name: 'nps', value: 24, low: 12.4, high: 35.6, n: 188 },
    },
    {
      ...head('charte', 'banner', 'Charte d’usage', 'communication'),
      outcomes: counts(420, 0, 0, 33, 371),
      acknowledgedShare: 0.88,
    },
    { ...head('cantine', 'banner', 'Réservation de la cantine', 'communication') },
  ],
  coverage: [
    { profile: 'teacher', lever: 'communication', campaigns: 3, shown: 611 },
    { profile: 'teacher', lever: 'training', campaigns: 2, shown: 312 },
    { profile: 'teacher', lever: 'support', campaigns: 1, shown: 240 },
    { profile: 'guardian', lever: 'communication', campaigns: 2, shown: 1102 },
    { profile: 'guardian', lever: 'support', campaigns: 1, shown: 400 },
    { profile: 'pupil', lever: 'communication', campaigns: 1, shown: 980 },
    { profile: 'pupil', lever: 'training', campaigns: 1, shown: 455 },
    { profile: 'head', lever: 'communication', campaigns: 1 },
  ],
  searches: {
    words: [
      { text: 'bulletin', n: 41 },
      { text: 'changer de mot de passe', n: 28 },
    ],
    rare: 17,
  },
  missing: [{ page: '/messagerie/', campaign: 'messagerie', step: 'joindre', n: 19 }],
};

const none = { outcomesBy: {}, steps: [], responsesBy: {}, questions: [], threshold: 10 };

export function resultsOf(id: string): CampaignResults {
  const found = OVERVIEW.campaigns.find((one) => one.id === id) ?? OVERVIEW.campaigns[0]!;
  const { id: own, kind, title, lever = '', outcomes, responses } = found;
  const shared = {
    ...none,
    ...head(own, kind, title, lever),
    ...(outcomes && { outcomes }),
    ...(responses !== undefined && { responses }),
  };
  if (kind === 'tour')
    return {
      ...shared,
      steps: [
        {
          id: 'ouvrir',
          title: 'Ouvrir la messagerie',
          page: '/messagerie/',
          viewed: 312,
          left: 22,
          missing: 0,
        },
        { id: 'ecrire', title: 'Écrire', page: '/messagerie/', viewed: 290, left: 31, missing: 0 },
        {
          id: 'joindre',
          title: 'Joindre un fichier',
          page: '/messagerie/',
          viewed: 240,
          left: 39,
          missing: 19,
        },
        { id: 'envoyer', title: 'Envoyer', page: '/messagerie/', viewed: 201, left: 0, missing: 0 },
      ],
      outcomesBy: {
        profile: {
          groups: [
            { value: 'teacher', ...counts(214, 150, 44) },
            { value: 'staff', ...counts(98, 51, 30) },
          ],
          withheld: 1,
        },
      },
    };
  if (kind !== 'survey') return shared;
  return {
    ...shared,
    questions: [
      {
        id: 'recommander',
        kind: 'nps',
        title: 'Conseilleriez-vous l’ENT\u202f?',
        options: [],
        total: {
          n: 188,
          answers: { '0': 3, '3': 8, '5': 19, '6': 14, '7': 32, '8': 41, '9': 40, '10': 31 },
          score: { name: 'nps', value: 24, low: 12.4, high: 35.6, n: 188 },
        },
        by: {
          profile: {
            groups: [
              {
                value: 'teacher',
                n: 71,
                answers: {},
                score: { name: 'nps', value: 31, low: 14, high: 48, n: 71 },
              },
              {
                value: 'guardian',
                n: 104,
                answers: {},
                score: { name: 'nps', value: 18, low: 3, high: 33, n: 104 },
              },
            ],
            withheld: 2,
          },
          week: {
            groups: [
              {
                value: '2026-09-14',
                n: 40,
                answers: {},
                score: { name: 'nps', value: 12, low: -12, high: 36, n: 40 },
              },
              {
                value: '2026-09-21',
                n: 66,
                answers: {},
                score: { name: 'nps', value: 22, low: 3, high: 41, n: 66 },
              },
              {
                value: '2026-09-28',
                n: 82,
                answers: {},
                score: { name: 'nps', value: 32, low: 15, high: 49, n: 82 },
              },
            ],
            withheld: 0,
          },
        },
      },
      {
        id: 'manque',
        kind: 'longtext',
        title: 'Qu’est-ce qui vous manque\u202f?',
        options: [],
        total: { n: 64, answers: {} },
        by: {},
        texts: ['Les absences sur la même page que les notes.', 'Retrouver un message plus vite.'],
      },
    ],
  };
}
