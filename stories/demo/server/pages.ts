import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERSONAS } from './personas.js';
import {
  addDays,
  formatDay,
  monthWeeks,
  isBreak,
  nextClassDay,
  PRESETS,
  schoolDayBefore,
  schoolMonday,
} from './dates.js';
import { escapeHtml, renderTemplate } from './template.js';
import { contextOf, type Visitor } from './visitor.js';
import { LANGUAGES, languageName, word } from './words.js';

/** The ENT's pages: first segment of the path → template of `site/pages/`. */
const SERVICES = [
  'accueil',
  'messagerie',
  'cahier-de-textes',
  'agenda',
  'classeur',
  'blog',
  'notes',
  'actualites',
  'aide',
  'mon-compte',
] as const;
/** Routes below a page that its own script draws, without a new page. */
const ROUTES: Record<string, readonly string[]> = { messagerie: ['envoyes', 'brouillons', 'corbeille'] };
export const PAGES: readonly string[] = SERVICES.map((service) => `/${service}/`);

/** The template that answers `path`, or undefined: not a page of ours. */
export function pageAt(path: string): string | undefined {
  const [, first = '', second = '', ...rest] = path.split('/');
  if (!SERVICES.some((s) => s === first) || !path.endsWith('/') || rest.length > 1) return undefined;
  return second === '' || ROUTES[first]?.includes(second) ? first : undefined;
}

export interface Rendered {
  page: string;
  path: string;
  visitor: Visitor;
  /** May this person use the studio? Its script comes with the page then, and not otherwise. */
  isEditor: boolean;
  theme: 'light' | 'dark';
  /** Values of this page alone, markup. */
  slots?: Readonly<Record<string, string>>;
}

export class Pages {
  #site: string;
  constructor(site: string) {
    this.#site = site;
  }

  /** A whole page. Templates are read each time: they are few, and being edited is what a demo is for. */
  render(request: Rendered): string {
    const { visitor, page, isEditor } = request;
    const read = (folder: string, name: string) =>
      readFileSync(join(this.#site, folder, `${name}.html`), 'utf8');
    return renderTemplate(read('parts', page === 'studio' ? 'layout-studio' : 'layout'), {
      flags: new Set([...flagsOf(visitor, page), ...(isEditor ? ['editor'] : [])]),
      value: (name) => valueOf(name, request),
      include: (part) => read(part === 'page' ? 'pages' : 'parts', part === 'page' ? page : part),
    });
  }
}

function flagsOf({ persona, choice, moment }: Visitor, page: string): ReadonlySet<string> {
  return new Set([
    persona.profile,
    persona.id,
    ...persona.user.degrees,
    choice.langue,
    `page-${page}`,
    ...(choice.simple ? ['simple'] : []),
    ...(isBreak(moment.slice(0, 10)) ? ['vacances'] : []),
  ]);
}

/**
 * `t.key` the interface's word, `me.x` who is signed in, `date:±n` / `day:±n` a day near now, `post:n` a day of class n days
 * ago, `monday:n` a day of the
 * school week, `at:path` the mark of the current page, `month` the agenda's table, else a slot.
 */
function valueOf(name: string, { visitor, page, path, theme, slots }: Rendered): string | undefined {
  const { persona, moment, choice } = visitor;
  const [key = '', argument = ''] = name.split(':');
  const [group, field = ''] = key.split('.');
  if (group === 't') return word(field, choice.langue);
  if (group === 'me')
    return {
      name: persona.firstName,
      role: persona.role,
      place: persona.place,
      email: persona.email,
      id: persona.id,
      profile: persona.profile,
      teacher: persona.id === 'eleve-6e' ? 'Karim, professeur de français' : 'Claire, ton enseignante',
      teacherInitial: persona.id === 'eleve-6e' ? 'K' : 'C',
    }[field];
  if (key === 'date') return formatDay(addDays(moment, Number(argument)), 'fr', 'short');
  if (key === 'day') return formatDay(addDays(moment, Number(argument)), 'fr', 'day');
  if (key === 'post') return formatDay(schoolDayBefore(moment, Number(argument)), 'fr', 'short');
  if (key === 'monday') return formatDay(addDays(schoolMonday(moment), Number(argument)), 'fr', 'day');
  if (key === 'weekday') return formatDay(addDays(schoolMonday(moment), Number(argument)), 'fr', 'short');
  if (key === 'on')
    return addDays(schoolMonday(moment), Number(argument)).slice(0, 10) === moment.slice(0, 10)
      ? 'is-today'
      : '';
  if (key === 'at') return page === argument ? 'aria-current="page"' : '';
  const values: Record<string, () => string> = {
    title: () => word(page.replace('studio-refuse', 'studio'), choice.langue) ?? 'Page introuvable',
    lang: () => choice.langue,
    dir: () => (choice.langue === 'ar' ? 'rtl' : 'ltr'),
    theme: () => theme,
    path: () => path,
    initial: () => persona.firstName.slice(0, 1),
    today: () => formatDay(moment, choice.langue, 'long'),
    'next-class': () => formatDay(nextClassDay(moment), 'fr', 'day'),
    'month-name': () =>
      new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${moment.slice(0, 16)}:00Z`),
      ),
    month: () => monthTable(moment),
    context: () => JSON.stringify(contextOf(visitor, page), null, 2).replaceAll('<', '\\u003c'),
    'who-options': () =>
      options(
        PERSONAS.map((p) => [p.id, `${p.firstName}, ${lowerFirst(p.role)}`]),
        persona.id,
      ),
    'date-options': () =>
      options(
        [...PRESETS.map((p): Option => [p.id, p.label]), ['autre', 'Autre date…']],
        PRESETS.some((p) => p.id === choice.date) ? choice.date : 'autre',
      ),
    'language-options': () =>
      options(
        LANGUAGES.map((l) => [l, languageName[l]]),
        choice.langue,
      ),
    moment: () => moment.slice(0, 16),
    'people-cards': () => PERSONAS.map(personCard).join(''),
    'simple-checked': () => (choice.simple ? 'checked' : ''),
  };
  return Object.hasOwn(values, name) ? values[name]?.() : slots?.[name];
}

type Option = [value: string, label: string];
const options = (list: readonly Option[], chosen: string): string =>
  list
    .map(
      ([value, label]) =>
        `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(label)}</option>`,
    )
    .join('');
const lowerFirst = (text: string): string =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
const personCard = (p: (typeof PERSONAS)[number]): string =>
  `<li><button class="person" name="qui" value="${p.id}"><span class="avatar" data-tone="${p.profile}" aria-hidden="true">${escapeHtml(p.firstName.slice(0, 1))}</span><span><strong>${escapeHtml(p.firstName)}</strong><br>${escapeHtml(p.role)}<br><small>${escapeHtml(p.place)}</small></span></button></li>`;

/** What happens each month at the school, by week of the month and weekday (0 = Monday). */
const MONTHLY: readonly [week: number, weekday: number, text: string, calendar: string][] = [
  [0, 3, 'Biblio CM2', 'classe'],
  [1, 0, 'Piscine CM2', 'classe'],
  [1, 1, 'Conseil de cycle', 'ecole'],
  [2, 0, 'Piscine CM2', 'classe'],
  [2, 1, 'Visite au collège', 'college'],
  [2, 3, 'Réunion des CM2', 'ecole'],
  [2, 4, 'Photo de classe', 'ecole'],
  [3, 0, 'Piscine CM2', 'classe'],
  [3, 3, 'Atelier lecture', 'ville'],
  [3, 4, 'Fête de la science', 'college'],
];

function monthTable(moment: string): string {
  return monthWeeks(moment)
    .map((week, w) => {
      const cells = week.map((day, i) => {
        const events =
          day.inMonth && !isBreak(day.iso) ? MONTHLY.filter(([ew, ed]) => ew === w && ed === i) : [];
        const list = events.length
          ? `<ul>${events.map(([, , text, calendar]) => `<li><button type="button" class="event" data-calendar="${calendar}">${escapeHtml(text)}</button></li>`).join('')}</ul>`
          : '';
        const classes = [day.inMonth ? '' : 'is-out', day.isToday ? 'is-today' : ''].join(' ').trim();
        return `<td${classes ? ` class="${classes}"` : ''}${day.isToday ? ' aria-current="date"' : ''}><time datetime="${day.iso}">${day.day}</time>${list}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
}
