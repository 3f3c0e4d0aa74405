import type {
  CampaignResults,
  QuestionResult,
  ResultsOverview,
} from '../../../src/model/contract/results.js';
import { escapeHtml } from './template.js';

const OUTCOMES = {
  shown: 'Montré',
  started: 'Commencé',
  completed: 'Terminé',
  dismissed: 'Fermé',
  snoozed: 'Remis à plus tard',
  acknowledged: 'Compris',
} as const;

const GROUPS: Record<string, string> = {
  pupil: 'élève',
  guardian: 'parent',
  teacher: 'enseignant',
  head: 'direction',
  staff: 'personnel',
  district: 'circonscription',
  partner: 'partenaire',
};
const SCORES: Record<string, string> = {
  nps: 'NPS',
  csat: 'satisfaits',
  ces: 'facilité',
  sus: 'SUS',
  share: 'oui',
};

const number = (value: number): string =>
  new Intl.NumberFormat('fr', { maximumFractionDigits: 1 }).format(value);

/** Main part of `/collecte/`: what the reference server's results say, and nothing that they withhold. */
export function collectMarkup(
  overview: ResultsOverview,
  surveys: readonly CampaignResults[],
  file: string,
): string {
  return (
    countsTable(overview) +
    surveys.map((survey) => surveySection(survey)).join('') +
    `<p class="quiet">Gardé par le serveur de référence dans <code>${escapeHtml(file)}</code>\u00a0: des compteurs, et des réponses sans personne. Les réponses de départ sont inventées. Sous ${overview.threshold} réponses, un groupe n’est pas montré. L’adresse <a href="/sentier/docs">/sentier/docs</a> décrit tout le contrat.</p>`
  );
}

function countsTable({ campaigns }: ResultsOverview): string {
  const shown = campaigns.filter(({ outcomes, responses }) => outcomes ?? responses);
  if (!shown.length)
    return `<div class="card empty"><h2>Rien n’a encore été reçu</h2><p>Suivez une visite ou répondez à un questionnaire\u00a0: vous verrez ici ce qui a été compté.</p><p><a class="button" href="/accueil/">Retour à l’accueil</a></p></div>`;
  const head = Object.values(OUTCOMES)
    .map((word) => `<th scope="col">${word}</th>`)
    .join('');
  const body = shown.map(({ id, title, outcomes, responses }) => {
    const cells = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).map(
      (type) => `<td class="number">${outcomes?.[type] || '–'}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(title)}<br><code>${escapeHtml(id)}</code></th>${cells.join('')}<td class="number">${responses ?? '–'}</td></tr>`;
  });
  return table(
    'compteurs',
    'Ce qui s’est passé, par campagne',
    `<tr><th scope="col">Campagne</th>${head}<th scope="col">Questionnaires reçus</th></tr>`,
    body.join(''),
  );
}

function surveySection({ id, title, responses, questions }: CampaignResults): string {
  if (responses === undefined) return '';
  const body = questions.map((question) => {
    const groups = (question.by.profile?.groups ?? [])
      .map(
        ({ value, score, n }) =>
          `${GROUPS[value] ?? (value || 'non précisé')}\u00a0: ${score ? number(score.value) : `${n} réponses`}`,
      )
      .join(', ');
    return `<tr><th scope="row">${escapeHtml(question.title)}</th><td class="number">${question.total?.n ?? '–'}</td><td>${answers(question)}</td><td>${escapeHtml(groups || '–')}</td></tr>`;
  });
  return table(
    `reponses-${id}`,
    `${escapeHtml(title)}\u00a0: ${responses} réponses`,
    '<tr><th scope="col">Question</th><th scope="col">Réponses</th><th scope="col">Résultat</th><th scope="col">Par groupe</th></tr>',
    body.join(''),
  );
}

function answers({ kind, total, options, texts }: QuestionResult): string {
  if (!total) return 'trop peu de réponses';
  if (total.score && total.score.name !== 'share') {
    const { name, value, low, high } = total.score;
    return escapeHtml(`${SCORES[name] ?? name} ${number(value)} (entre ${number(low)} et ${number(high)})`);
  }
  const label = (answer: string) =>
    kind === 'boolean'
      ? answer === 'yes'
        ? 'Oui'
        : 'Non'
      : (options.find((option) => option.id === answer)?.label ?? answer);
  const lines = texts ?? Object.entries(total.answers).map(([answer, n]) => `${label(answer)}\u00a0: ${n}`);
  return lines.length ? `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>` : '–';
}

const table = (id: string, caption: string, head: string, body: string): string =>
  `<section class="card" aria-labelledby="${id}"><h2 id="${id}">${caption}</h2><div class="scroller" tabindex="0" role="group" aria-labelledby="${id}"><table class="table"><thead>${head}</thead><tbody>${body}</tbody></table></div></section>`;
