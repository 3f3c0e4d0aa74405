import { Source } from '@storybook/addon-docs/blocks';
import { createElement as h, type ReactNode } from 'react';
import * as examples from './reference-examples.js';
import { compact, type Example } from './reference-examples.js';
import { referenceOf, type Chapter, type Part, type Piece, type Schema } from './reference-parts.js';

const { CAMPAIGNS } = examples;
const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  Settings: examples.SETTINGS,
  TourCampaign: CAMPAIGNS.filter(({ json }) => json.kind === 'tour'),
  BannerCampaign: CAMPAIGNS.filter(({ json }) => json.kind === 'banner'),
  SurveyCampaign: CAMPAIGNS.filter(({ json }) => json.kind === 'survey'),
  ChecklistCampaign: CAMPAIGNS.filter(({ json }) => json.kind === 'checklist'),
  Target: examples.TARGETS,
  Question: examples.QUESTIONS,
  NextRule: examples.LOGIC,
  Article: examples.ARTICLES,
  Hint: examples.HINTS,
  Contact: examples.CONTACTS,
  Media: examples.MEDIA,
};

const idOf = (name: string): string => (name === '#' ? 'plan' : name.toLowerCase());
const chapterId = (index: number): string => `chapitre-${index + 1}`;

/** Storybook's frame sends links to its parent; these stay in the page. */
const link = (id: string, text: string) =>
  h('a', { key: id, href: `#${id}`, target: '_self', style: { fontSize: 'inherit' } }, text);

/** Storybook keeps code on one line, which is wider than a telephone. */
const WRAPPED = { whiteSpace: 'normal', overflowWrap: 'break-word' } as const;

const said = (pieces: readonly Piece[]): ReactNode[] =>
  pieces.map((piece, i) =>
    'part' in piece
      ? h('span', { key: i }, link(idOf(piece.part), piece.text))
      : 'code' in piece
        ? h('code', { key: i, style: WRAPPED }, piece.code)
        : piece.text,
  );

const COLUMNS = ['Champ', 'Type ou valeurs permises', 'Nécessaire', 'Ce que ça fait'];
const CELL = { textAlign: 'start', verticalAlign: 'top' } as const;

/** A table that scrolls by itself on a small screen, by keyboard too. */
const tableOf = ({ title, rows }: Part) =>
  h(
    'div',
    { role: 'region', 'aria-label': `Champs\u00a0: ${title}`, tabIndex: 0, style: { overflowX: 'auto' } },
    h(
      'table',
      { style: { minWidth: '38em', width: '100%' } },
      h(
        'thead',
        null,
        h('tr', null, ...COLUMNS.map((name) => h('th', { key: name, scope: 'col', style: CELL }, name))),
      ),
      h(
        'tbody',
        null,
        ...rows.map(({ field, type, isNeeded, words }) =>
          h(
            'tr',
            { key: field },
            h('th', { scope: 'row', style: CELL }, h('code', null, field)),
            h('td', { style: CELL }, ...said(type)),
            h('td', { style: CELL }, isNeeded ? 'oui' : 'non'),
            h('td', { style: CELL }, ...said(words)),
          ),
        ),
      ),
    ),
  );

const examplesOf = ({ name }: Part): ReactNode[] =>
  (EXAMPLES[name] ?? []).flatMap(({ title, json }) => [
    h('h4', { key: title }, title),
    h(Source, { key: `${title}:`, language: 'json', code: compact(json) }),
  ]);

const partOf = (part: Part) =>
  h(
    'section',
    { key: part.name },
    h('h3', { id: idOf(part.name) }, part.title),
    h('p', null, ...said(part.words)),
    part.forms.length ? h('p', null, 'Forme\u00a0: ', ...said(part.forms), '.') : null,
    part.rows.length ? tableOf(part) : null,
    ...examplesOf(part),
  );

const contentsOf = (chapters: readonly Chapter[]) =>
  h(
    'nav',
    { 'aria-label': 'Sommaire de la référence' },
    h(
      'ul',
      { style: { columns: '14em', listStyle: 'none', padding: 0 } },
      ...chapters.map(({ title, parts }, i) =>
        h(
          'li',
          { key: title, style: { breakInside: 'avoid', marginBottom: '0.75em' } },
          h('strong', null, link(chapterId(i), title)),
          h(
            'ul',
            { style: { listStyle: 'none', paddingInlineStart: '1em' } },
            ...parts.map((part) => h('li', { key: part.name }, link(idOf(part.name), part.title))),
          ),
        ),
      ),
    ),
  );

/** The whole reference of a plan, from its published schema. */
export function Reference({ schema }: { schema: Schema }): ReactNode {
  const chapters = referenceOf(schema);
  return h(
    'div',
    null,
    contentsOf(chapters),
    ...chapters.map(({ title, parts }, i) =>
      h('section', { key: title }, h('h2', { id: chapterId(i) }, title), ...parts.map(partOf)),
    ),
  );
}
