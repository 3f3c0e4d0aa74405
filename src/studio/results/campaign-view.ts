import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { OTHER } from '../../core/survey/answer.js';
import { CUTS, type CampaignResults, type QuestionResult } from '../../model/contract/index.js';
import type { ChartData } from './chart-data.js';
import { rounded } from './chart-data.js';
import {
  answersChart,
  outcomesChart,
  saidScore,
  scoreChart,
  scoreName,
  shareOf,
  stepsChart,
  withheldIn,
} from './tables.js';
import { numberWords as number } from '../words/formats.js';

const chart = (data: ChartData | undefined): TemplateResult | typeof nothing =>
  data
    ? html`<section class="sheet"><sentier-studio-chart .data=${data}></sentier-studio-chart></section>`
    : nothing;

/**
 * What became of one campaign.
 * @param seesAll who answers for all is told of what was shown however seldom: what is absent was not shown
 */
export function campaignView(results: CampaignResults, seesAll = false): TemplateResult {
  const { outcomes, responses, kind, steps, questions, threshold } = results;
  const withheld = withheldIn(results.outcomesBy);
  const figure = (label: string, value: string) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<div class="stack">
    ${
      outcomes
        ? html`<dl class="figures sheet">
            ${figure(msg('Montrée', { id: 'studio-shown' }), number(outcomes.shown))}
            ${kind !== 'banner' || outcomes.acknowledged ? figure(msg('Jusqu’au bout', { id: 'studio-completion' }), `${Math.round(shareOf(outcomes.completed + outcomes.acknowledged, outcomes.shown))}\u00a0%`) : nothing}
            ${figure(msg('Fermée', { id: 'studio-closed' }), number(outcomes.dismissed))}
            ${figure(msg('Remise à plus tard', { id: 'studio-snoozed' }), number(outcomes.snoozed))}
            ${outcomes.acknowledged ? figure(msg('Confirmée', { id: 'studio-acknowledged' }), number(outcomes.acknowledged)) : nothing}
            ${kind === 'survey' && responses !== undefined ? figure(msg('Réponses', { id: 'studio-responses' }), number(responses)) : nothing}
          </dl>`
        : seesAll
          ? html`<p class="note">
              ${msg('Pas encore montrée, ou du moins rien n’en est revenu.', { id: 'studio-never-shown' })}
            </p>`
          : tooFew(threshold)
    }
    ${kind === 'survey' && responses === undefined && (outcomes?.shown ?? !seesAll) ? tooFew(threshold) : nothing}
    ${steps.length ? chart(stepsChart(results)) : nothing}
    ${steps.some(({ missing }) => missing) ? broken(results) : nothing}
    ${CUTS.map((cut) => chart(outcomesChart(results, cut)))}
    ${questions.map((question) => questionResult(question, threshold))}
    ${withheld ? why(withheld, threshold) : nothing}
  </div>`;
}

const tooFew = (threshold: number): TemplateResult =>
  html`<p class="note">
    ${msg(str`Moins de ${threshold}\u00a0: trop peu pour être montré sans désigner quelqu’un. Cela viendra avec le temps.`, { id: 'studio-too-few' })}
  </p>`;

const why = (count: number, threshold: number): TemplateResult =>
  html`<p class="small soft">
    ${
      count > 1
        ? msg(
            str`${count} groupes ne sont pas montrés\u00a0: ils comptent moins de ${threshold} personnes, ou permettraient de retrouver un groupe qui en compte moins.`,
            { id: 'studio-why-withheld' },
          )
        : msg(
            str`Un groupe n’est pas montré\u00a0: il compte moins de ${threshold} personnes, ou permettrait de retrouver un groupe qui en compte moins.`,
            { id: 'studio-why-withheld-1' },
          )
    }
  </p>`;

function broken({ steps }: CampaignResults): TemplateResult {
  return html`<section class="sheet stack" aria-labelledby="broken">
    <h3 id="broken">${msg('Cibles introuvables', { id: 'studio-missing' })}</h3>
    <ul>
      ${steps
        .filter(({ missing }) => missing)
        .map(
          ({ title, id, page, missing }) =>
            html`<li>
              ${msg(str`étape «\u00a0${title || id}\u00a0», page ${page}\u00a0: ${number(missing)} fois`, { id: 'studio-missing-one' })}
            </li>`,
        )}
    </ul>
  </section>`;
}

function questionResult(question: QuestionResult, threshold: number): TemplateResult {
  const { total, title, texts, by, kind } = question;
  const score = total?.score && saidScore(total.score);
  const withheld = withheldIn(by);
  return html`<section class="stack" aria-label=${title}>
    <h3>${title}</h3>
    ${
      score
        ? html`<p>
            <strong>${number(rounded(score.value))}</strong>
            ${msg(str`(entre ${number(rounded(score.low))} et ${number(rounded(score.high))}, ${number(score.n)} réponses) · ${scoreName(score.name)}`, { id: 'studio-score-line' })}
          </p>`
        : nothing
    }
    ${total || texts ? nothing : tooFew(threshold)} ${chart(answersChart(question))}
    ${CUTS.map((cut) => chart(scoreChart(question, cut)))}
    ${
      texts?.length
        ? html`<ul class="texts">
            ${texts.map((text) => html`<li>${text}</li>`)}
          </ul>`
        : total && (/text$/.test(kind) || total.answers[OTHER])
          ? html`<p class="soft">
              ${msg('Trop peu de textes pour être lus sans désigner quelqu’un.', { id: 'studio-texts-few' })}
            </p>`
          : nothing
    }
    ${withheld ? why(withheld, threshold) : nothing}
  </section>`;
}
