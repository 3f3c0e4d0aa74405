import { escapeHtml } from './template.js';
import type { Row } from './collector.js';
import type { PlanWords } from './plan-words.js';

const OUTCOMES: Record<string, string> = {
  shown: 'Montré',
  started: 'Commencé',
  step: 'Étape vue',
  completed: 'Terminé',
  dismissed: 'Fermé',
  snoozed: 'Remis à plus tard',
  acknowledged: 'Compris',
  answered: 'Question répondue',
  missing: 'Élément introuvable',
  clicked: 'Suivi',
};

const GROUPS: Record<string, string> = {
  pupil: 'élève',
  guardian: 'parent',
  teacher: 'enseignant',
  head: 'direction',
  staff: 'personnel',
  district: 'circonscription',
  partner: 'partenaire',
  '1d': '1er degré',
  '2d': '2d degré',
};

const nameOf = (row: Row): string => {
  const type = row.data['type'] ?? row.data['outcome'];
  return row.type === 'response'
    ? 'Questionnaire reçu'
    : row.type === 'support'
      ? 'Demande d’aide'
      : typeof type === 'string'
        ? type
        : 'autre';
};

/** Main part of `/collecte/`: counts by campaign and outcome, then the answers as they came. */
export function collectMarkup(rows: readonly Row[], words: PlanWords, file: string): string {
  if (!rows.length)
    return `<div class="card empty"><h2>Rien n’a encore été reçu</h2><p>Suivez une visite ou répondez à un questionnaire : vous verrez ici, ligne par ligne, ce qui a été envoyé.</p><p><a class="button" href="/accueil/">Retour à l’accueil</a></p></div>`;
  return (
    countsTable(rows, words) +
    answersTable(rows, words) +
    `<p class="quiet">${rows.length} ligne${rows.length > 1 ? 's' : ''}, gardées dans <code>${escapeHtml(file)}</code>.</p>`
  );
}

function countsTable(rows: readonly Row[], words: PlanWords): string {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const byName = counts.get(row.campaign) ?? new Map<string, number>();
    byName.set(nameOf(row), (byName.get(nameOf(row)) ?? 0) + 1);
    counts.set(row.campaign, byName);
  }
  const columns = [...new Set(rows.map(nameOf))].sort((a, b) => rank(a) - rank(b));
  const head = columns.map((c) => `<th scope="col">${escapeHtml(OUTCOMES[c] ?? c)}</th>`).join('');
  const body = [...counts].map(([campaign, byName]) => {
    const cells = columns.map((c) => `<td class="number">${byName.get(c) ?? '–'}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(words.campaign(campaign))}<br><code>${escapeHtml(campaign)}</code></th>${cells}</tr>`;
  });
  return table(
    'compteurs',
    'Ce qui s’est passé, par campagne',
    `<tr><th scope="col">Campagne</th>${head}</tr>`,
    body.join(''),
  );
}

const rank = (name: string): number => {
  const at = Object.keys(OUTCOMES).indexOf(name);
  return at < 0 ? 99 : at;
};

function answersTable(rows: readonly Row[], words: PlanWords): string {
  const answers = rows.filter((row) => row.type === 'response');
  if (!answers.length) return '';
  const body = answers
    .slice(-100)
    .reverse()
    .map((row) => {
      const group = Object.values(row.audience).map((value) => GROUPS[value] ?? value);
      const answers = Object.entries((row.data['answers'] ?? row.data) as Record<string, unknown>);
      const items = answers.map(
        ([question, value]) => `<li>${escapeHtml(words.answer(row.campaign, question, value))}</li>`,
      );
      return `<tr><th scope="row">${escapeHtml(words.campaign(row.campaign))}</th><td class="nowrap">${escapeHtml(row.day)}</td><td>${escapeHtml(group.join(', ') || '–')}</td><td><ul>${items.join('')}</ul></td></tr>`;
    });
  return table(
    'reponses',
    'Les réponses aux questionnaires',
    '<tr><th scope="col">Questionnaire</th><th scope="col">Jour</th><th scope="col">Groupe</th><th scope="col">Réponses</th></tr>',
    body.join(''),
  );
}

const table = (id: string, caption: string, head: string, body: string): string =>
  `<section class="card" aria-labelledby="${id}"><h2 id="${id}">${caption}</h2><div class="scroller" tabindex="0" role="group" aria-labelledby="${id}"><table class="table"><thead>${head}</thead><tbody>${body}</tbody></table></div></section>`;
