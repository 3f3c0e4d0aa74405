import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { ResultsOverview, Score } from '../../model/contract/index.js';
import { LEVERS } from '../../model/schema/campaign.js';
import { PROFILES } from '../../model/profile-ids.js';
import { KIND_NAMES, LEVER_NAMES, nameOf, PROFILE_NAMES } from '../words/names.js';
import { counted } from '../words/lists.js';
import { rounded } from './chart-data.js';
import { reachChart, saidScore, scoreName, shareOf } from './tables.js';
import { numberWords as number } from '../words/formats.js';

const scoreWords = ({ name, value, low, high }: Score): string =>
  msg(
    str`${number(rounded(value))} (entre ${number(rounded(low))} et ${number(rounded(high))}) · ${scoreName(name)}`,
    { id: 'studio-score-words' },
  );
/** @param isNone - nothing is withheld: there was nothing to count */
const told = (n: number | undefined, isNone: boolean): string =>
  n === undefined && !isNone ? msg('masqué', { id: 'studio-withheld' }) : number(n ?? 0);

/**
 * All campaigns together: who was reached, who was forgotten, what is broken, what was looked for in vain.
 * @param seesAll who answers for all is told of what was shown however seldom: what is absent was not shown
 */
export function overviewView(
  overview: ResultsOverview,
  open: (id: string) => void,
  seesAll = false,
): TemplateResult {
  return html`<div class="stack">
    ${overview.campaigns.length ? html`<section class="sheet"><sentier-studio-chart .data=${reachChart(overview)}></sentier-studio-chart></section>` : nothing}
    ${campaignsTable(overview, open, seesAll)} ${coverage(overview)}
    <div class="pair">${missing(overview, open)} ${searches(overview)}</div>
    <p class="small soft">
      ${msg(str`«\u00a0masqué\u00a0»\u00a0: moins de ${overview.threshold} personnes, ou de quoi retrouver par soustraction un groupe qui en compte moins.`, { id: 'studio-threshold-note' })}
    </p>
  </div>`;
}

function campaignsTable(
  { campaigns }: ResultsOverview,
  open: (id: string) => void,
  seesAll: boolean,
): TemplateResult {
  return html`<section
    class="sheet scroll"
    tabindex="0"
    aria-label=${msg('Campagnes', { id: 'studio-campaigns' })}
  >
    <table>
      <caption>
        ${msg('Campagne par campagne', { id: 'studio-table-campaigns' })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('Campagne', { id: 'studio-sort-campaign' })}</th>
          <th scope="col">${msg('Nature', { id: 'studio-banner-kind' })}</th>
          <th scope="col" class="number">${msg('Montrée', { id: 'studio-shown' })}</th>
          <th scope="col" class="number">${msg('Jusqu’au bout', { id: 'studio-completion' })}</th>
          <th scope="col" class="number">${msg('Réponses', { id: 'studio-responses' })}</th>
          <th scope="col">${msg('Score', { id: 'studio-score' })}</th>
        </tr>
      </thead>
      <tbody>
        ${campaigns.map(
          ({ id, title, kind, outcomes, responses, score, current }) =>
            html`<tr>
              <th scope="row">
                <button type="button" @click=${() => open(id)}>${title || id}</button>
                ${current ? nothing : html`<span class="soft small">${msg('plus en ligne', { id: 'studio-not-current' })}</span>`}
              </th>
              <td>${nameOf(KIND_NAMES, kind)}</td>
              <td class="number">${told(outcomes?.shown, seesAll)}</td>
              <td class="number">
                ${outcomes && (kind !== 'banner' || outcomes.acknowledged) ? `${Math.round(shareOf(outcomes.completed + outcomes.acknowledged, outcomes.shown))}\u00a0%` : '–'}
              </td>
              <td class="number">
                ${kind === 'survey' ? told(responses, seesAll && !outcomes?.shown) : '–'}
              </td>
              <td>${score ? scoreWords(saidScore(score)) : '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Seven audiences by three levers: an empty cell is somebody who was forgotten. */
function coverage({ coverage: cells }: ResultsOverview): TemplateResult {
  return html`<section
    class="sheet scroll"
    tabindex="0"
    aria-label=${msg('Qui a été accompagné, et comment', { id: 'studio-coverage' })}
  >
    <table class="matrix">
      <caption>
        ${msg('Qui a été accompagné, et comment', { id: 'studio-coverage' })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('Public', { id: 'studio-audience' })}</th>
          ${LEVERS.map((lever) => html`<th scope="col">${nameOf(LEVER_NAMES, lever)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${PROFILES.map(
          (profile) =>
            html`<tr>
              <th scope="row">${nameOf(PROFILE_NAMES, profile)}</th>
              ${LEVERS.map((lever) => {
                const cell = cells.find((one) => one.profile === profile && one.lever === lever);
                if (!cell?.campaigns)
                  return html`<td class="none">
                    <span>${msg('oublié', { id: 'studio-forgotten' })}</span>
                  </td>`;
                return html`<td>
                  ${counted(cell.campaigns, msg('campagne', { id: 'studio-campaign' }), msg('campagnes', { id: 'studio-campaigns-n' }))}<br /><span
                    class="soft small"
                    >${cell.shown === undefined ? msg('vues\u00a0: masqué', { id: 'studio-cell-withheld' }) : msg(str`${number(cell.shown)} vues`, { id: 'studio-cell-shown' })}</span
                  >
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function missing(
  { missing: targets, campaigns }: ResultsOverview,
  open: (id: string) => void,
): TemplateResult {
  return html`<section class="sheet stack" aria-labelledby="missing">
    <h3 id="missing">${msg('Cibles introuvables', { id: 'studio-missing' })}</h3>
    ${
      targets.length
        ? html`<ul class="stack">
            ${targets.map(
              ({ page, campaign, step, n }) =>
                html`<li>
                  <button type="button" @click=${() => open(campaign)}>
                    ${campaigns.find(({ id }) => id === campaign)?.title || campaign}
                  </button>
                  ${msg(str`étape «\u00a0${step}\u00a0», page ${page}\u00a0: ${number(n)} fois`, { id: 'studio-missing-one' })}
                </li>`,
            )}
          </ul>`
        : html`<p class="soft">
            ${msg('Toutes les visites ont trouvé ce qu’elles montrent.', { id: 'studio-missing-none' })}
          </p>`
    }
  </section>`;
}

function searches({ searches: { words, rare } }: ResultsOverview): TemplateResult {
  return html`<section class="sheet stack" aria-labelledby="searches">
    <h3 id="searches">${msg('Cherché dans l’aide, et pas trouvé', { id: 'studio-searches' })}</h3>
    ${
      words.length
        ? html`<ul>
            ${words.map(({ text, n }) => html`<li>« ${text} » <span class="soft small">${number(n)}</span></li>`)}
          </ul>`
        : html`<p class="soft">${msg('Rien de fréquent.', { id: 'studio-searches-none' })}</p>`
    }
    ${rare ? html`<p class="small soft">${msg(str`et ${number(rare)} recherches trop rares pour être lues sans désigner quelqu’un`, { id: 'studio-searches-rare' })}</p>` : nothing}
  </section>`;
}
