import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { titleOf } from '../lists/facts.js';
import { indexOfName } from '../store/places.js';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from '../words/audience-words.js';
import { dates } from '../words/formats.js';
import { counted, listed } from '../words/lists.js';
import { KIND_NAMES, nameOf, PROFILE_NAMES } from '../words/names.js';
import { scheduleWords } from '../words/schedule-words.js';
import { TOO_MUCH, WEEKS, type Bar, type Year } from './year.js';

/** Months, the opening, and the holidays of each zone. */
export function headView(year: Year): TemplateResult {
  const month = (index: number) =>
    dates({ month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, index, 15));
  const zones = [...new Set(year.holidays.map(({ zone }) => zone))];
  return html`<div class="months">
      ${year.months.filter(({ week }) => week < WEEKS - 2).map(({ month: index, week }) => html`<span class="at" data-from=${week} data-to=${week}>${month(index)}</span>`)}
    </div>
    ${
      year.goLive === undefined
        ? nothing
        : html`<div class="lane">
            <span class="label soft">${msg('Ouverture de l’ENT', { id: 'studio-setting-golive' })}</span>
            <span class="band open" data-from=${year.goLive} data-to=${year.goLive}
              >${msg('Ouverture', { id: 'studio-opening' })}</span
            >
          </div>`
    }
    ${zones.map(
      (zone) =>
        html`<div class="lane">
          <span class="label soft">${msg(str`Zone ${zone} (vacances)`, { id: 'studio-holidays-zone' })}</span>
          ${year.holidays.filter((one) => one.zone === zone).map(({ from, to }) => html`<span class="band" data-from=${from} data-to=${to}></span>`)}
        </div>`,
    )}`;
}

/** How much each profile gets, week by week; of one profile, where one is chosen. */
export function heatView({ load }: Year, chosen: string): TemplateResult {
  const rows = load.filter(({ profile, weeks }) => weeks.some(Boolean) && (!chosen || chosen === profile));
  return html`${rows.map(
    ({ profile, weeks }) =>
      html`<div class="heat">
        <span class="label soft"
          >${msg(str`Nouveautés\u00a0: ${nameOf(PROFILE_NAMES, profile)}`, { id: 'studio-load' })}</span
        >
        ${weeks.slice(0, WEEKS).map((n) => html`<span class="cell" data-n=${n > TOO_MUCH ? 'many' : n}>${n || nothing}</span>`)}
      </div>`,
  )}`;
}

/** What has no dates, and so no bar. */
export function undatedView({ undated }: Year, locale: string | undefined): TemplateResult | typeof nothing {
  if (!undated.length) return nothing;
  return html`<details class="sheet">
    <summary>
      ${counted(undated.length, msg('campagne sans dates', { id: 'studio-undated' }), msg('campagnes sans dates', { id: 'studio-undated-n' }))}
    </summary>
    <ul>
      ${undated.map((campaign) => html`<li>${titleOf(campaign, locale)} <span class="soft small">${scheduleWords(campaign.schedule)}</span></li>`)}
    </ul>
  </details>`;
}

/** The same as a table, for who reads one better. */
export function tableView(
  bars: readonly Bar[],
  year: Year,
  plan: PlanDocument,
  most: number,
): TemplateResult {
  const { campaigns = [] } = plan;
  return html`<details class="sheet">
    <summary>${msg('Le même calendrier en tableau', { id: 'studio-as-table' })}</summary>
    <div
      class="scroll"
      tabindex="0"
      role="group"
      aria-label=${msg('Le même calendrier en tableau', { id: 'studio-as-table' })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Campagne', { id: 'studio-sort-campaign' })}</th>
            <th scope="col">${msg('Nature', { id: 'studio-banner-kind' })}</th>
            <th scope="col">${msg('Pour qui', { id: 'studio-who' })}</th>
            <th scope="col">${msg('Quand', { id: 'studio-when-word' })}</th>
            <th scope="col">${msg('En même temps', { id: 'studio-at-same-time' })}</th>
          </tr>
        </thead>
        <tbody>
          ${bars.slice(0, most).map((bar) => {
            const campaign = campaigns[indexOfName(campaigns, bar.id)];
            const others = bar.overlaps.map((id) => year.bars.find((one) => one.id === id)?.title ?? id);
            return html`<tr>
              <th scope="row">${bar.title}</th>
              <td>${nameOf(KIND_NAMES, bar.kind)}</td>
              <td>${audienceWords(campaign?.audience)}</td>
              <td>${scheduleWords(campaign?.schedule)}</td>
              <td>${others.length ? listed(others) : '–'}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}
