import { ContextProvider } from '@lit/context';
import { audienceRefusal } from '../../src/core/audience.js';
import { matchesAny } from '../../src/core/glob.js';
import type { Context, Outcome, PlanIndex } from '../../src/core/types.js';
import { engineContext } from '../../src/elements/context/services.js';
import type { EngineService } from '../../src/elements/context/services.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import type { Help } from '../../src/model/schema/help.js';

/** Help of a school's ENT, as a plan has it. */
export const HELP: Help = {
  articles: [
    {
      id: 'ecrire',
      title: 'Écrire à toute une classe',
      services: ['messagerie'],
      keywords: ['minimail', 'courriel', 'groupe'],
      body: 'Pour écrire à tous les parents d’une classe\u00a0:\n\n1. cliquez sur **Nouveau message**\u202f;\n2. dans «\u00a0À\u00a0», commencez à écrire le nom de la classe, par exemple `CM2`\u202f;\n3. choisissez **Parents de la classe**.\n\nAppuyez sur [[Ctrl]] + [[Entrée]] pour envoyer. Un message envoyé peut être repris pendant dix minutes.',
    },
    {
      id: 'piece-jointe',
      title: 'Joindre une photo ou un document',
      services: ['messagerie', 'cahier-de-textes'],
      keywords: ['pièce jointe', 'fichier'],
      body: 'Cliquez sur le trombone, puis choisissez le fichier. **25 Mo** au plus.',
    },
    {
      id: 'accuse',
      title: 'Savoir qui a lu mon message',
      services: ['messagerie'],
      pages: ['/messagerie/envoyes'],
      body: 'Ouvrez le message envoyé\u00a0: les noms en gras sont ceux qui l’ont lu.',
    },
    {
      id: 'devoirs',
      title: { fr: 'Voir les devoirs de la semaine', ar: 'عرض واجبات الأسبوع' },
      services: ['cahier-de-textes'],
      body: {
        fr: 'Choisissez la semaine en haut de la page. Les devoirs faits sont cochés.',
        ar: 'اختر الأسبوع في أعلى الصفحة.',
      },
    },
    {
      id: 'conseil',
      title: 'Saisir une appréciation du conseil',
      services: ['notes'],
      audience: { profiles: ['teacher', 'head'] },
      body: 'Une appréciation se saisit classe par classe.',
    },
    {
      id: 'motdepasse',
      title: 'J’ai oublié mon mot de passe',
      keywords: ['connexion', 'code'],
      body: 'Sur la page de connexion, cliquez sur **Mot de passe oublié**. Pour un élève, demandez à l’école.',
    },
  ],
  hints: [
    {
      id: 'destinataire',
      target: '#to',
      article: 'ecrire',
      body: 'Un nom, un groupe ou une classe\u00a0: commencez à écrire, puis choisissez dans la liste.',
    },
  ],
  contacts: [
    {
      id: 'referent',
      title: 'Votre référent ENT, Mme Bernard',
      schools: ['0750001A'],
      email: 'referent.ent@ecole-des-tilleuls.fr',
      phone: '01 23 45 67 89',
      hours: 'Lundi et jeudi, de 12\u00a0h à 13\u00a0h\u00a030',
    },
    { id: 'college', title: 'Référent du collège', schools: ['0750002B'], email: 'ent@college.fr' },
  ],
};

export const TOUR: Campaign = {
  id: 'messagerie-2026',
  kind: 'tour',
  title: 'Découvrir la nouvelle messagerie',
  service: 'messagerie',
  content: { steps: [{ title: 'Bonjour' }] },
};

export const CONTEXT: Context = {
  user: { key: 'k1', profiles: ['teacher'], schools: ['0750001A'], degrees: ['1d'] },
  service: 'messagerie',
};

export const PLAN: PlanIndex = { version: 1, settings: { locale: 'fr' }, campaigns: [TOUR], help: HELP };

/** What the page says of itself, in place of the script. */
export interface FakeEngine extends EngineService {
  shown: string[];
  reported: Outcome[];
  path: string;
  person: Context;
  locale: readonly string[];
}

export function fakeEngine(plan: PlanIndex = PLAN, person: Context = CONTEXT): FakeEngine {
  const engine: FakeEngine = {
    shown: [],
    reported: [],
    path: '/messagerie/',
    person,
    locale: ['fr'],
    plan: () => plan,
    context: () => engine.person,
    locales: () => engine.locale,
    show: (id) => Promise.resolve(engine.shown.push(id) > 0),
    report: (outcome) => void engine.reported.push(outcome),
    isFor: (item) => audienceRefusal(item, plan, engine.person, Date.UTC(2026, 10, 23)) === undefined,
    isOn: (pages) => matchesAny(pages, engine.path),
  };
  return engine;
}

/** Offers an engine to what is inside `root`, as the script does at the document. */
export function provide(root: HTMLElement, value: EngineService): void {
  new ContextProvider(root, { context: engineContext, initialValue: value });
}
