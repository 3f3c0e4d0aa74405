import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Studio } from '../store/studio.js';
import { faultWords } from '../words/fault-words.js';
import { placeOf, type Place } from './place-of.js';

/** A fault as it is read: what it is in, then what it is. */
export const faultLine = (title: string | undefined, text: string): TemplateResult =>
  html`${title ? html`<strong>${title}</strong><br />` : nothing}${text}`;

/** That it keeps nothing from going online, where it does not. */
export const severityNote = (severity: PlanIssue['severity']): TemplateResult | typeof nothing =>
  severity === 'warning'
    ? html`<span class="soft small">${msg('sans gravité', { id: 'studio-warning' })}</span>`
    : nothing;

/** What is wrong with the plan; each leads to where it can be mended. */
export function issuesView(
  issues: readonly PlanIssue[],
  studio: Studio,
  go: (place: Place) => void,
): TemplateResult {
  return html`<section class="sheet stack" aria-labelledby="issues">
    <h3 id="issues">${msg('À corriger avant de publier', { id: 'studio-issues' })}</h3>
    <ul class="issues">
      ${issues.map((issue) => {
        const place = placeOf(issue.path, studio.plan);
        return html`<li>
          <button type="button" @click=${() => go(place)}>
            ${faultLine(place.title, faultWords(issue))}
          </button>
          ${severityNote(issue.severity)}
        </li>`;
      })}
    </ul>
  </section>`;
}
