import { isRecord } from '../model/format.js';
import { resolveProfiles } from '../model/profiles.js';
import type { TourStep } from '../model/schema/tour.js';
import { htmlToText } from './html-to-markdown.js';
import { Notes, objectOf, slug, textOf } from './import-report.js';
import type { Imported, TourCampaign } from './import-report.js';
import { bodyMarkdown, oneLanguage } from './moodle-text.js';

/*
 * Moodle user tours, as exported by "Administration > Tours". `configdata`, of the tour and of each step, is an object or
 * a string of JSON; a step's own wins over the tour's.
 */

const PLACEMENTS: Readonly<Record<string, TourStep['placement']>> = {
  __proto__: null as never,
  top: 'top',
  bottom: 'bottom',
  left: 'start',
  right: 'end',
};
/** `targettype`: what a step points at. */
const [SELECTOR, BLOCK, UNATTACHED] = ['0', '1', '2'];
/** A text that Moodle looks up in its language packs. */
const LANG_STRING = /^[\w:-]+,\s?[a-z]+_[\w]+$|^[\w:-]+,(core|moodle)\w*$/;

const isOn = (value: unknown): boolean => value === true || value === 1 || value === '1';

export function importMoodle(raw: unknown): Imported {
  const notes = new Notes();
  if (!isRecord(raw) || !Array.isArray(raw['steps']) || !('pathmatch' in raw || 'name' in raw)) {
    notes.lost(
      '',
      'Ce fichier n’est pas une visite guidée exportée de Moodle\u00a0: "steps" ou "pathmatch" manque.',
    );
    return { campaign: undefined, notes: notes.list };
  }
  const config = configOf(raw['configdata'], 'configdata', notes);
  const steps = (raw['steps'] as unknown[])
    .map((step, i) => ({ step, i, order: isRecord(step) ? Number(step['sortorder'] ?? i) : i }))
    .sort((a, b) => a.order - b.order || a.i - b.i)
    .flatMap(({ step, i }): TourStep[] => {
      const made = stepOf(step, i, config, notes);
      return made ? [made] : [];
    });
  if (!steps.length) {
    notes.lost('steps', 'Aucune étape n’a de titre ni de texte\u00a0: il n’y a rien à importer.');
    return { campaign: undefined, notes: notes.list };
  }
  const name = wordsOf(raw['name'], 'name', notes) || 'Visite de Moodle';
  const pages = pagesOf(textOf(raw['pathmatch']), notes);
  const { audience, present } = filtersOf(config['filtervalues'], notes);
  if (textOf(raw['description']))
    notes.lost('description', 'La description, que seuls les administrateurs lisaient, n’est pas reprise.');
  if (textOf(raw['endtourlabel']))
    notes.lost('endtourlabel', 'Le mot du dernier bouton n’est pas repris\u00a0: Sentier a le sien.');
  const isEnabled = raw['enabled'] === undefined || isOn(raw['enabled']);
  if (!isEnabled)
    notes.check(
      'enabled',
      'La visite était désactivée\u00a0: elle ne démarre pas d’elle-même. Mettez "start" à "auto" pour la proposer.',
    );
  // tool_usertours, classes/tour.php: 1 until it is completed, 2 on each visit of the page.
  if (textOf(config['showtourwhen']) === '2')
    notes.check(
      'configdata.showtourwhen',
      'Moodle la montrait à chaque visite de la page\u00a0: Sentier la propose trois fois au plus, tant qu’elle n’est pas terminée. Changez "frequency" si besoin.',
    );
  const campaign: TourCampaign = {
    id: slug(name, 'visite-moodle'),
    kind: 'tour',
    lever: 'training',
    service: 'moodle',
    title: name,
    ...(audience && { audience }),
    when: {
      ...(pages.length && { pages }),
      ...(present && { present }),
      ...(!isEnabled && { start: 'manual' as const }),
    },
    frequency: { until: 'completed', max: 3 },
    content: { steps },
  };
  return { campaign, notes: notes.list };
}

function configOf(raw: unknown, path: string, notes: Notes): Record<string, unknown> {
  const config = objectOf(raw);
  if (!config && raw !== undefined && raw !== null && raw !== '' && raw !== '[]' && !Array.isArray(raw))
    notes.lost(path, 'Ces réglages ne se lisent pas (JSON abîmé)\u00a0: ils ne sont pas repris.');
  return config ?? {};
}

/** Texts of a plan have their languages side by side: those of one text are told of. */
function inFrench(text: string, path: string, notes: Notes): string {
  const one = oneLanguage(text);
  if (one !== undefined)
    notes.check(
      path,
      'Ce texte réunit plusieurs langues (filtre «\u00a0multilang\u00a0»)\u00a0: le français seul est repris. Ajoutez les autres dans l’éditeur.',
    );
  return one ?? text;
}

/** Words as they stand; a language string's id is kept as it is, and said. */
function wordsOf(raw: unknown, path: string, notes: Notes): string {
  const words = htmlToText(inFrench(textOf(raw), path, notes));
  if (LANG_STRING.test(words))
    notes.check(
      path,
      'Ce texte est dans les fichiers de langue de Moodle, pas dans l’export\u00a0: écrivez-le.',
    );
  return words;
}

function bodyOf(step: Record<string, unknown>, path: string, notes: Notes): string {
  const raw = textOf(step['content']);
  if (LANG_STRING.test(raw.trim())) return wordsOf(raw, path, notes);
  const { markdown, losses } = bodyMarkdown(inFrench(raw, path, notes), textOf(step['contentformat']));
  notes.html(path, losses);
  return markdown;
}

function stepOf(
  raw: unknown,
  index: number,
  tour: Record<string, unknown>,
  notes: Notes,
): TourStep | undefined {
  const path = `steps[${index}]`;
  if (!isRecord(raw))
    return void notes.lost(path, 'Cette étape n’est pas un objet\u00a0: elle n’a pas été reprise.');
  const title = wordsOf(raw['title'], `${path}.title`, notes);
  const body = bodyOf(raw, `${path}.content`, notes);
  if (!title && !body)
    return void notes.lost(path, 'Cette étape n’a ni titre ni texte\u00a0: elle n’a pas été reprise.');
  const own = configOf(raw['configdata'], `${path}.configdata`, notes);
  const get = (name: string): unknown => own[name] ?? tour[name];
  const target = targetOf(raw, path, notes);
  const placement = PLACEMENTS[textOf(get('placement'))];
  if (isOn(own['backdrop']) !== isOn(tour['backdrop']) && own['backdrop'] !== undefined)
    notes.lost(
      `${path}.configdata.backdrop`,
      'Le fond assombri par étape n’est pas repris\u00a0: Sentier entoure toujours sa cible.',
    );
  if (own['delay'] !== undefined && Number(own['delay']) > 0)
    notes.lost(
      `${path}.configdata.delay`,
      'Le délai avant l’étape n’est pas repris\u00a0: Sentier attend la cible.',
    );
  const isReflex = isOn(get('reflex')) && target !== undefined;
  return {
    id: `etape-${index + 1}`,
    ...(target && { target }),
    ...(title && { title }),
    ...(body && { body }),
    ...(placement && target && { placement }),
    ...(isReflex && { advance: { on: 'click' as const } }),
    // An orphan step is one without its target: Moodle shows it in the middle, or leaves it out.
    ...(target && { missing: isOn(get('orphan')) ? ('center' as const) : ('skip' as const) }),
  };
}

function targetOf(raw: Record<string, unknown>, path: string, notes: Notes): string | undefined {
  const value = textOf(raw['targetvalue']).trim();
  const type = textOf(raw['targettype'] ?? UNATTACHED);
  if (type === UNATTACHED || !value) return undefined;
  if (type === BLOCK) {
    // A block's name is a word; anything else would break out of the selector.
    const name = value.replace(/[^\w-]/g, '');
    notes.check(`${path}.targetvalue`, 'La cible est un bloc de Moodle\u00a0: vérifiez-la sur la page.');
    return name ? `.block[data-block="${name}"]` : undefined;
  }
  if (type !== SELECTOR) {
    notes.lost(`${path}.targettype`, 'Ce genre de cible est inconnu\u00a0: l’étape est au centre.');
    return undefined;
  }
  notes.check(
    `${path}.targetvalue`,
    'Les sélecteurs sont repris tels quels\u00a0: ouvrez la page dans l’éditeur et vérifiez les cibles.',
  );
  return value;
}

/** `%` is anything; queries never count in our patterns. */
function pagesOf(pathmatch: string, notes: Notes): string[] {
  const pattern = pathmatch.trim();
  if (!pattern || pattern === '%') return [];
  if (pattern === 'FRONTPAGE') {
    notes.check(
      'pathmatch',
      '«\u00a0FRONTPAGE\u00a0» est devenu «\u00a0/\u00a0»\u00a0: vérifiez l’adresse de l’accueil de votre Moodle.',
    );
    return ['/'];
  }
  const [path = '', query] = pattern.split('?');
  if (query !== undefined && query !== '%' && query !== '')
    notes.lost(
      'pathmatch',
      'La partie de l’adresse après «\u00a0?\u00a0» ne compte pas dans Sentier\u00a0: la visite vaut pour toute la page.',
    );
  const isOpen = path.endsWith('%') || query !== undefined;
  const glob = path
    .replace(/%+$/, '')
    .replace(/[%]+/g, '**')
    .replace(/\/{2,}/g, '/');
  notes.check(
    'pathmatch',
    'L’adresse est celle de Moodle à la racine du site\u00a0: ajoutez le début du chemin s’il est ailleurs.',
  );
  const lead = glob.startsWith('/') || glob.startsWith('**') ? glob : `/${glob}`;
  return [isOpen && path.endsWith('%') ? `${lead}**` : lead];
}

const FILTERS: Readonly<Record<string, string>> = {
  theme: 'le thème',
  category: 'la catégorie de cours',
  course: 'le cours',
  courseformat: 'le format de cours',
};

function filtersOf(
  raw: unknown,
  notes: Notes,
): { audience: TourCampaign['audience']; present: string | undefined } {
  const filters = objectOf(raw) ?? {};
  const list = (name: string): string[] => {
    const value = filters[name];
    return (Array.isArray(value) ? value : [value])
      .map((one) => (isRecord(one) ? textOf(one['shortname']) : textOf(one)))
      .filter(Boolean);
  };
  for (const [name, words] of Object.entries(FILTERS))
    if (list(name).some((one) => one !== '0'))
      notes.lost(
        `configdata.filtervalues.${name}`,
        `La restriction sur ${words} n’est pas reprise\u00a0: la visite pourrait être montrée à plus de monde. Restreignez ses pages ou son audience.`,
      );
  const known = [...Object.keys(FILTERS), 'role', 'accessdate', 'cssselector'];
  for (const name of Object.keys(filters).filter((one) => !known.includes(one) && list(one).length))
    notes.lost(
      `configdata.filtervalues.${name}`,
      `La restriction «\u00a0${name.slice(0, 40)}\u00a0» n’est pas connue ni reprise\u00a0: la visite pourrait être montrée à plus de monde. Restreignez ses pages ou son audience.`,
    );
  // "user" is whoever is signed in: no restriction.
  const named = list('role');
  const roles = named.includes('user') ? [] : named;
  const profiles = resolveProfiles(roles);
  for (const role of roles)
    if (!resolveProfiles([role]).length)
      notes.lost(
        'configdata.filtervalues.role',
        role === '-1'
          ? 'Le rôle d’administrateur du site n’a pas de profil\u00a0: choisissez l’audience.'
          : `Le rôle «\u00a0${role.slice(0, 40)}\u00a0» n’a pas de profil connu\u00a0: complétez l’audience.`,
      );
  const arrivedWithin = accessOf(filters['accessdate'], notes);
  // Roles that are all unknown are somebody's: nobody, rather than everybody.
  const isNobody = roles.length > 0 && !profiles.length;
  if (isNobody)
    notes.check(
      'configdata.filtervalues.role',
      'Aucun rôle n’a pu être repris\u00a0: la campagne n’est pour personne tant que l’audience n’est pas choisie.',
    );
  const audience = {
    ...(profiles.length && { profiles }),
    ...(isNobody && { profiles: roles.map((role) => role.slice(0, 40)) }),
    ...(arrivedWithin && { arrivedWithin }),
  };
  const selectors = list('cssselector');
  return {
    audience: Object.keys(audience).length ? audience : undefined,
    present: selectors.length ? selectors.join(', ') : undefined,
  };
}

const DAY_S = 86_400;

/** Moodle counts from the account's creation, its first or its last login; we know arrival alone. */
function accessOf(raw: unknown, notes: Notes): string | undefined {
  const filter = objectOf(raw);
  if (!filter || !isOn(filter['filter_accessdate_enabled'])) return undefined;
  const days = Math.round(Number(filter['filter_accessdate_range']) / DAY_S);
  if (/accountcreation|firstlogin/.test(textOf(filter['filter_accessdate'])) && days > 0) return `P${days}D`;
  notes.lost(
    'configdata.filtervalues.accessdate',
    'La restriction sur la date de connexion n’est pas reprise.',
  );
  return undefined;
}
