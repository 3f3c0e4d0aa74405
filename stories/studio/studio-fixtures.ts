import { Studio } from '../../src/studio/store/studio.js';
import { ServerStore } from '../../src/studio/store/server-store.js';
import type { Kept, Recovery } from '../../src/studio/store/recovery.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { FakeServer, type FakeOptions } from './fake-server.js';

/** A Monday in September, early in the morning. */
export const NOW = Date.parse('2026-09-14T08:12:00+02:00');

/** A plan as a school town's would be in September; people, schools and figures are invented. */
export const PLAN: PlanDocument = {
  version: 1,
  id: 'ent-tilleuls',
  settings: {
    locale: 'fr',
    timeZone: 'Europe/Paris',
    goLive: '2026-09-01',
    theme: { accent: '#0b6b5f', radius: '12px' },
    pace: { betweenInterruptions: 'PT10M', perDay: 2 },
    holidays: {
      B: [
        ['2026-10-17', '2026-11-01'],
        ['2026-12-19', '2027-01-03'],
        ['2027-02-20', '2027-03-07'],
        ['2027-04-17', '2027-05-02'],
      ],
    },
  },
  campaigns: [
    {
      id: 'ouverture',
      kind: 'banner',
      lever: 'communication',
      title: 'Ouverture de l’ENT',
      schedule: { start: '-P7D', end: 'P21D', relativeTo: 'goLive' },
      content: {
        kind: 'information',
        place: 'top',
        title: { fr: 'L’ENT ouvre ses portes', en: 'The ENT opens' },
        body: {
          fr: 'Messages, devoirs et agenda sont au même endroit. Prenez deux minutes pour faire le tour.',
          en: 'Messages, homework and calendar are in one place.',
        },
        actions: [{ label: { fr: 'Faire le tour', en: 'Take the tour' }, do: 'tour', to: 'messagerie' }],
        leave: ['close', 'later'],
        signature: 'La direction',
      },
      variants: [
        {
          audience: { profiles: ['pupil'] },
          content: {
            kind: 'information',
            place: 'top',
            title: 'Ton ENT est ouvert',
            body: 'Tes devoirs et tes messages sont ici. Viens voir\u202f!',
            leave: ['close'],
          },
        },
      ],
    },
    {
      id: 'messagerie',
      kind: 'tour',
      lever: 'training',
      title: 'Écrire un message',
      audience: { profiles: ['teacher', 'staff'], degrees: ['1d'] },
      schedule: { start: '2026-09-07', end: '2026-11-20', skipHolidays: 'B' },
      when: { pages: ['/messagerie/**'] },
      frequency: { max: 3, every: 'P1D', until: 'completed' },
      content: {
        intro: { title: 'La nouvelle messagerie', body: 'Quatre étapes, une minute.' },
        steps: [
          { id: 'ouvrir', target: '#menu', title: 'Ouvrir', body: 'Tout part d’ici.' },
          { id: 'ecrire', target: '#ecrire', title: 'Écrire', body: 'Cliquez sur **Nouveau message**.' },
        ],
      },
    },
    {
      id: 'barometre',
      kind: 'survey',
      lever: 'support',
      title: 'Baromètre d’automne',
      audience: { profiles: ['teacher', 'guardian'] },
      schedule: { start: '2026-09-28', end: '2026-10-16' },
      content: {
        display: 'corner',
        title: 'Votre avis sur l’ENT',
        intro: 'Trois questions, une minute.',
        dimensions: ['profile'],
        privacy: {
          controller: 'La mairie des Tilleuls',
          purpose: 'Savoir ce qui aide.',
          retention: 'P1Y',
          contact: 'dpo@tilleuls.example',
        },
        questions: [
          {
            id: 'recommander',
            kind: 'nps',
            title: 'Conseilleriez-vous l’ENT\u202f?',
            required: true,
            next: [{ band: 'high', to: 'end' }],
          },
          { id: 'usage', kind: 'boolean', title: 'L’utilisez-vous chaque semaine\u202f?' },
          {
            id: 'manque',
            kind: 'longtext',
            title: 'Qu’est-ce qui vous manque\u202f?',
            showIf: { question: 'usage', is: 'no' },
          },
        ],
        thanks: 'Merci.',
      },
    },
    {
      id: 'maintenance',
      kind: 'banner',
      lever: 'communication',
      title: 'Maintenance de mercredi',
      priority: 80,
      schedule: { start: '2026-09-21', end: '2026-09-23T23:00' },
      content: {
        kind: 'maintenance',
        place: 'top',
        title: 'L’ENT sera fermé mercredi de 20\u00a0h à 23\u00a0h',
        body: 'Enregistrez votre travail avant 20\u00a0h.',
      },
    },
    {
      id: 'charte',
      kind: 'banner',
      lever: 'communication',
      title: 'Charte d’usage',
      audience: { profiles: ['pupil', 'guardian'], schools: ['0750001A'] },
      schedule: { start: '2026-09-07', end: '2026-10-02' },
      frequency: { until: 'acknowledged' },
      content: {
        kind: 'warning',
        place: 'modal',
        title: 'La charte de l’ENT',
        body: 'Chacun respecte les autres. [Lire la charte](/charte/).',
        actions: [{ label: 'J’ai lu la charte', do: 'acknowledge' }],
        leave: ['later'],
      },
    },
    {
      id: 'demarrer',
      kind: 'checklist',
      lever: 'training',
      title: 'Bien démarrer',
      audience: { profiles: ['teacher'], arrivedWithin: 'P60D' },
      schedule: { start: 'P0D', end: 'P60D', relativeTo: 'arrived' },
      content: {
        title: 'Bien démarrer',
        tasks: [{ id: 'coordonnees', title: 'Vérifier mes coordonnées', do: 'visit', to: '/mon-compte/' }],
      },
    },
    {
      id: 'cantine',
      kind: 'banner',
      lever: 'communication',
      title: 'Réservation de la cantine',
      schedule: { start: '2026-09-01', end: '2026-09-11' },
      content: { kind: 'new', place: 'corner', title: '', body: '' },
    },
  ],
  help: {
    articles: [
      {
        id: 'mot-de-passe',
        title: 'J’ai oublié mon mot de passe',
        body: 'Deux façons de retrouver l’accès\u00a0:\n\n- demandez un **nouveau code** à l’école\u202f;\n- ou cliquez sur *Mot de passe oublié*.',
        keywords: ['mdp', 'code'],
      },
      {
        id: 'absence',
        title: 'Signaler une absence',
        body: 'Ouvrez [Vie scolaire](/vie-scolaire/), puis «\u00a0Absence\u00a0».',
        audience: { profiles: ['guardian'] },
      },
    ],
    hints: [{ id: 'note', target: '#note', body: 'La note compte pour la moyenne.' }],
    contacts: [
      {
        id: 'referent',
        title: 'Référent numérique',
        email: 'ent@tilleuls.example',
        hours: 'Le mardi matin',
        schools: ['0750001A'],
      },
    ],
  },
} as unknown as PlanDocument;

/** A thousand campaigns, no two alike. */
export const THOUSAND: PlanDocument = {
  ...PLAN,
  campaigns: Array.from({ length: 1000 }, (_, i) => {
    const like = PLAN.campaigns![i % PLAN.campaigns!.length]!;
    const day = String((i % 28) + 1).padStart(2, '0');
    return {
      ...like,
      id: `${like.id}-${i}`,
      title: `Campagne ${i} de l’année`,
      priority: i % 100,
      schedule: { start: `2026-${String((i % 12) + 1).padStart(2, '0')}-${day}`, end: '2027-06-30' },
    };
  }) as unknown as NonNullable<PlanDocument['campaigns']>,
};

/** A browser that remembers for as long as the story lasts. */
export function memoryRecovery(kept?: Kept): Recovery & { kept: Kept | undefined } {
  return {
    kept,
    read() {
      return Promise.resolve(this.kept ? [this.kept] : []);
    },
    write(next) {
      this.kept = next;
      return Promise.resolve(true);
    },
    writeNow(next) {
      this.kept = next;
    },
    clear() {
      this.kept = undefined;
      return Promise.resolve();
    },
    leave: () => undefined,
  };
}

export interface Bench {
  server: FakeServer;
  studio: Studio;
  recovery: ReturnType<typeof memoryRecovery>;
}

/** A studio on a server of its own. Saves at once: tests need not wait. */
export function bench(
  options: FakeOptions & { kept?: Kept; delayMs?: number; retryMs?: number } = {},
): Bench {
  const server = new FakeServer({ plan: PLAN, now: () => NOW, ...options });
  const recovery = memoryRecovery(options.kept);
  const store = new ServerStore({ url: '/sentier', fetch: server.fetch });
  const { delayMs = 0, retryMs = 20 } = options;
  return { server, recovery, studio: new Studio({ store, recovery, now: () => NOW, delayMs, retryMs }) };
}
