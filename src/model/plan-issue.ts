import { nearest } from './nearest.js';

export type Path = readonly (string | number)[];

/** What is wrong, before it is put in words. */
export interface Fault {
  code: IssueCode;
  path: Path;
  /** The value found; a sentence quotes its beginning. */
  received?: unknown;
  /** Values that would do, where they can be listed. */
  allowed?: readonly string[];
  /** What is needed, in French, where the code alone does not say it. */
  needed?: string;
  /** When it is not as serious as its code usually is, or more. */
  severity?: PlanIssue['severity'];
}

/** One thing to mend in a plan. `path` and `code` are neutral; sentences are French, since administrators read them. */
export interface PlanIssue {
  /** `error`: something is left out of the plan because of it. */
  severity: 'error' | 'warning';
  code: IssueCode;
  /** As one would write it: `campaigns[3].schedule.start`; empty for the document itself. */
  path: string;
  /** Id of the campaign that it is in. */
  campaign?: string;
  /** One line: path, fault and remedy. */
  message: string;
  /** Beginning of the value found, as JSON. */
  received?: string;
  allowed?: readonly string[];
  remedy: string;
  /** Path of what is left out: the campaign, the article, the setting. */
  leftOut?: string;
}

interface Wording {
  fault: (quoted: string, fault: Fault) => string;
  remedy: (fault: Fault) => string;
  warning?: true;
}

const choose = ({ allowed = [] }: Fault) =>
  allowed.length ? `Choisissez parmi : ${allowed.map((a) => JSON.stringify(a)).join(', ')}.` : '';
const suggest = (fault: Fault) => {
  const near = typeof fault.received === 'string' ? nearest(fault.received, fault.allowed ?? []) : undefined;
  return near === undefined ? undefined : `Vouliez-vous écrire ${JSON.stringify(near)} ?`;
};
const write = (example: string) => () => `Écrivez par exemple ${example}.`;

const WORDINGS = {
  plan: {
    fault: (q) => `le plan doit être un objet, et non ${q}`,
    remedy: write('{ "version": 1, "campaigns": [] }'),
  },
  missing: { fault: () => 'ce champ est nécessaire', remedy: (f) => choose(f) || 'Ajoutez-le.' },
  type: { fault: (q) => `${q} ne convient pas`, remedy: (f) => `Il faut ${f.needed ?? 'autre chose'}.` },
  object: { fault: (q) => `${q} ne convient pas`, remedy: () => 'Il faut un objet, entre accolades { }.' },
  text: {
    fault: (q) => `${q} n’est pas un texte`,
    remedy: () => 'Écrivez un texte entre guillemets, ou un par langue : { "fr": "…", "en": "…" }.',
  },
  target: {
    fault: (q) => `${q} ne désigne rien dans la page`,
    remedy: () =>
      'Écrivez un sélecteur CSS, { "role": "button", "name": "…" }, { "text": "…" } ou { "frame": "…", "target": … }.',
  },
  choice: {
    fault: (q) => `${q} n’est pas une valeur connue`,
    remedy: (f) => [suggest(f), choose(f)].filter(Boolean).join(' '),
  },
  date: {
    fault: (q) => `${q} n’est pas une date`,
    remedy: write('"2026-09-01" ou "2026-09-01T08:00"'),
  },
  duration: {
    fault: (q) => `${q} n’est pas une durée`,
    remedy: write('"PT10M" (dix minutes) ou "P7D" (sept jours)'),
  },
  time: { fault: (q) => `${q} n’est pas une heure`, remedy: write('"08:30"') },
  id: {
    fault: (q) => `${q} n’est pas un identifiant possible`,
    remedy: () =>
      'Utilisez 80 caractères au plus parmi les lettres sans accent, les chiffres, "-", "_" et ".".',
  },
  email: { fault: (q) => `${q} n’est pas une adresse électronique`, remedy: write('"ent@ecole.example"') },
  shortcut: {
    fault: (q) => `${q} n’est pas un raccourci possible`,
    remedy: write('"Shift+F1", "Ctrl+Alt+A" ou "none" ; jamais un caractère seul'),
  },
  empty: { fault: () => 'cette liste est vide', remedy: () => 'Ajoutez au moins un élément.' },
  'banner-empty': {
    fault: () => 'cette bannière n’a ni titre ni texte',
    remedy: () => 'Ajoutez "title" ou "body".',
  },
  'article-empty': {
    fault: () => 'cet article n’a rien à lire',
    remedy: () =>
      'Ajoutez "body" (un texte), "steps" (des gestes), "media" (une vidéo) ou "src" (un fichier).',
  },
  'advance-event': {
    fault: () => 'on ne sait pas quel évènement attendre',
    remedy: write('"advance": { "on": "event", "event": "message:envoye" }'),
  },
  'media-source': {
    fault: () => 'cette vidéo n’a ni fichier ni page à montrer',
    remedy: () => 'Ajoutez "src" (un fichier de l’ENT) ou "embed" (une page d’un site autorisé).',
  },
  'media-captions': {
    fault: () => 'une vidéo a besoin de sous-titres, pour qui n’entend pas ou regarde sans le son',
    remedy: write('"captions": { "src": "/videos/notes.fr.vtt", "lang": "fr" }'),
  },
  'media-embed': {
    fault: (q) => `${q} ne peut pas être montré dans la page`,
    remedy: (f) =>
      `Il faut une adresse https d’un de ces sites : ${(f.allowed ?? []).join(', ')}. Sinon, mettez un lien dans le texte.`,
  },
  'audience-key': {
    fault: (q) => `${q} n’est pas un critère d’audience, personne ne pourrait donc en faire partie`,
    remedy: (f) => [suggest(f), choose(f)].filter(Boolean).join(' '),
  },
  'audience-value': {
    fault: (q) => `${q} ne correspond à personne`,
    remedy: (f) => suggest(f) ?? (f.needed ? `Il faut ${f.needed}.` : choose(f)),
    warning: true,
  },
  'duplicate-id': {
    fault: (q) => `l’identifiant ${q} est déjà pris`,
    remedy: () => 'Donnez-en un autre.',
  },
  'too-deep': {
    fault: () => 'l’imbrication est trop profonde, ou tourne en rond',
    remedy: () => 'Simplifiez cette partie.',
  },
  'time-zone': { fault: (q) => `${q} n’est pas un fuseau horaire`, remedy: write('"Europe/Paris"') },
  language: { fault: (q) => `${q} n’est pas une langue`, remedy: write('"fr", "en" ou "fr-x-simple"') },
  'unknown-field': {
    fault: () => 'ce champ est inconnu',
    remedy: (f) => suggest(f) ?? 'Vérifiez son nom, ou retirez-le.',
    warning: true,
  },
  reserved: { fault: () => 'ce nom est réservé, il est ignoré', remedy: () => 'Retirez-le.', warning: true },
  reference: {
    fault: (q) => `${q} ne mène à rien`,
    remedy: (f) => [f.needed, suggest(f)].filter(Boolean).join(' '),
    warning: true,
  },
  loop: {
    fault: (q) => `${q} ramène à une question déjà posée, cette règle est ignorée`,
    remedy: (f) => `Une réponse mène à une question qui suit. ${choose(f)}`.trim(),
    warning: true,
  },
  unreachable: {
    fault: (q) => `aucune réponse ne mène à la question ${q}`,
    remedy: () => 'Retirez-la, ou faites-y mener une règle "next".',
    warning: true,
  },
  order: {
    fault: (q, f) => `la fin ${q} vient avant le début ${f.needed ?? ''}`.trim(),
    remedy: () => 'Corrigez une des deux dates.',
    warning: true,
  },
  incomplete: {
    fault: (_, f) => f.needed ?? 'il manque quelque chose',
    remedy: () => 'Complétez.',
    warning: true,
  },
  version: {
    fault: (q) => `la version ${q} du format est plus récente que celle comprise ici`,
    remedy: () => 'Mettez Sentier à jour ; en attendant, ce qui est compris est utilisé.',
    warning: true,
  },
} satisfies Record<string, Wording>;

export type IssueCode = keyof typeof WORDINGS;
export const isIssueCode = (value: string): value is IssueCode => Object.hasOwn(WORDINGS, value);

/** `['campaigns', 3, 'title', 'fr-x-simple']` → `campaigns[3].title["fr-x-simple"]`. */
export const formatPath = (path: Path): string =>
  path
    .map((key) =>
      typeof key === 'number' ? `[${key}]` : /^[$\w]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '');

const QUOTE_LENGTH = 60;
const quote = (value: unknown): string => {
  let json: string;
  try {
    json = JSON.stringify(value) ?? 'rien';
  } catch {
    // A circle, or a number too big for JSON: only a plan built by script can hold one.
    json = typeof value;
  }
  return json.length > QUOTE_LENGTH ? `${json.slice(0, QUOTE_LENGTH)}…` : json;
};

/** Puts a fault in words. */
export function toIssue(fault: Fault, about: { campaign?: string; leftOut?: Path } = {}): PlanIssue {
  const wording: Wording = WORDINGS[fault.code];
  const severity = fault.severity ?? (wording.warning ? 'warning' : 'error');
  const path = formatPath(fault.path);
  const received = quote(fault.received);
  const remedy = wording.remedy(fault);
  const sentence = `${wording.fault(received, fault)}. ${remedy}`.trim();
  return {
    severity,
    code: fault.code,
    path,
    message: path ? `${path} : ${sentence}` : sentence,
    remedy,
    ...(fault.received !== undefined && { received }),
    ...(fault.allowed && { allowed: fault.allowed }),
    ...(about.campaign !== undefined && { campaign: about.campaign }),
    ...(severity === 'error' && about.leftOut && { leftOut: formatPath(about.leftOut) }),
  };
}
