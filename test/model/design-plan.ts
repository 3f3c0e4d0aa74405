/** The example of the design, whole: every field it names, and each kind's content. Without a fault. */
export const designPlan = (): Record<string, unknown> => ({
  $schema: './plan.schema.json',
  version: 1,
  id: 'ent-demo',
  revision: 12,
  settings: {
    locale: 'fr',
    timeZone: 'Europe/Paris',
    theme: { accent: '#0a5c8c', radius: '8px', scheme: 'auto' },
    pace: {
      betweenInterruptions: 'PT10M',
      perDay: 2,
      quiet: [{ days: [1, 2, 4, 5], from: '08:30', to: '11:30', profiles: ['pupil'] }],
    },
    holidays: { A: [['2026-10-17', '2026-11-01']] },
    profileAliases: { ATSEM: ['staff'] },
    goLive: '2026-09-01',
  },
  campaigns: [tour(), banner(), survey(), checklist()],
  help: {
    articles: [
      {
        id: 'note',
        title: 'Lire une note',
        body: '…',
        services: ['notes'],
        pages: [],
        audience: {},
        keywords: [],
        media: [],
      },
    ],
    hints: [{ id: 'h1', target: '#note', article: 'note', body: '…' }],
    contacts: [
      {
        id: 'referent',
        title: 'Votre référent ENT',
        schools: ['0750001A'],
        email: 'ent@ecole.example',
        phone: '01',
        hours: '…',
      },
    ],
  },
});

const tour = () => ({
  id: 'messagerie-2026',
  kind: 'tour',
  version: 2,
  lever: 'training',
  service: 'messagerie',
  title: 'Découvrir la nouvelle messagerie',
  audience: {
    profiles: ['teacher', 'head'],
    degrees: ['1d'],
    schools: ['0750001A'],
    levels: ['CM2'],
    groups: ['pilote'],
    arrivedWithin: 'P30D',
    share: 25,
    not: { profiles: ['pupil'] },
  },
  schedule: { start: '2026-09-01T08:00', end: '2026-10-15', relativeTo: 'goLive', skipHolidays: 'A' },
  when: {
    pages: ['/messagerie/**'],
    present: '#inbox',
    event: 'messagerie:opened',
    delay: 'PT2S',
    start: 'auto',
  },
  frequency: { max: 3, every: 'P7D', until: 'completed' },
  priority: 50,
  content: {
    intro: { title: 'La messagerie change', body: '…' },
    steps: [
      {
        id: 'write',
        target: [
          '[data-testid=compose]',
          { role: 'button', name: 'Nouveau message' },
          '#app >>> .compose',
          { text: 'Écrire' },
          { frame: '#mail', target: ['#new', { frame: '#in', target: '#x' }] },
        ],
        title: 'Écrire un message',
        body: 'Cliquez sur **Nouveau message**.',
        placement: 'bottom',
        advance: { on: 'click' },
        missing: 'wait',
        page: '/messagerie/',
      },
    ],
  },
  variants: [
    {
      audience: { profiles: ['pupil'] },
      content: { steps: [{ title: { fr: 'Écris\u202f!', 'fr-x-simple': 'Écris.' } }] },
    },
    { audience: { profiles: ['head'] }, content: { src: 'content/messagerie-2026.json' } },
  ],
});

const banner = () => ({
  id: 'rentree',
  kind: 'banner',
  content: {
    kind: 'event',
    place: 'top',
    title: 'Réunion de rentrée',
    body: '…',
    image: { src: '/reunion.svg', alt: '' },
    actions: [
      { label: 'Voir', do: 'tour', to: 'messagerie-2026' },
      { label: 'Lire', do: 'article', to: 'note' },
      { label: 'Donner son avis', do: 'survey', to: 'avis' },
      { label: 'Site', do: 'link', to: 'https://ecole.example/' },
      { label: 'Dans mon agenda', do: 'calendar' },
      { label: "J'ai lu", do: 'acknowledge' },
    ],
    leave: ['close', 'later', 'never'],
    event: { start: '2026-09-03T18:00', end: '2026-09-03T19:30', location: 'Préau' },
    signature: 'La direction',
    public: false,
  },
});

const survey = () => ({
  id: 'avis',
  kind: 'survey',
  schedule: { start: 'P15D', relativeTo: 'goLive' },
  content: {
    display: 'corner',
    title: 'Votre avis',
    intro: '…',
    dimensions: ['profile', 'degree'],
    privacy: {
      controller: 'Le collège',
      purpose: 'Améliorer l’ENT',
      retention: 'P25M',
      contact: 'dpo@ecole.example',
    },
    questions: [
      {
        id: 'q1',
        kind: 'nps',
        title: 'Recommanderiez-vous…\u202f?',
        help: '…',
        required: true,
        showIf: {},
        next: [],
      },
      {
        id: 'q2',
        kind: 'choice',
        title: 'L’avez-vous essayé\u202f?',
        options: ['Oui', { id: 'n', label: 'Non', image: { src: '/non.svg', alt: '' } }],
        showIf: { question: 'q1', atMost: 6 },
      },
    ],
    thanks: 'Merci\u202f!',
  },
});

const checklist = () => ({
  id: 'bien-demarrer',
  kind: 'checklist',
  content: {
    title: 'Bien démarrer',
    order: 'any',
    tasks: [
      {
        id: 't1',
        title: 'La messagerie',
        do: 'tour',
        to: 'messagerie-2026',
        doneWhen: { event: 'sent' },
        audience: {},
      },
      { id: 't2', title: 'Le cahier de textes', do: 'visit', to: '/cahier/' },
    ],
  },
});
