import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Issue } from '../../model/contract/index.js';
import type { PlanDocument, PublishOutcome } from '../store/studio-store.js';
import { faultWords } from '../words/fault-words.js';
import { faultLine, severityNote } from './issues-view.js';
import { placeOf } from './place-of.js';

/**
 * @param plan what was to be published: faults are told by the names of its campaigns
 * @param raise gives a campaign a new version, where that is the remedy
 */
export function outcomeView(
  outcome: PublishOutcome | undefined,
  plan: PlanDocument,
  raise: (campaign: string) => void,
): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  const issues = told(outcome.issues, plan);
  if (outcome.status === 'waiting')
    return html`<div class="note">
      <p>${msg('Envoyé. Une seconde personne doit approuver.', { id: 'studio-waiting' })}</p>
      ${issueList(issues, raise)}
    </div>`;
  if (outcome.status === 'published')
    return html`<div class="note">
      <p>${msg(str`C’est en ligne\u00a0: révision ${outcome.revision.n}.`, { id: 'studio-published' })}</p>
      ${issueList(issues, raise)}
    </div>`;
  return html`<div class="note fault">
    <p>${msg('Le serveur a refusé ce plan\u00a0:', { id: 'studio-refused' })}</p>
    ${issueList(issues, raise)}
  </div>`;
}

interface Told extends Pick<Issue, 'severity' | 'code' | 'campaign'> {
  title: string | undefined;
  text: string;
}

/** As the list of what is to be mended says it, each thing once, what keeps the plan from going online first. */
function told(issues: readonly Issue[], plan: PlanDocument): Told[] {
  const all = new Map<string, Told>();
  for (const issue of [...issues].sort((a, b) => a.severity.localeCompare(b.severity))) {
    const { title } = placeOf(issue.path, plan);
    const text = faultWords(issue);
    if (!all.has(`${title} ${text}`)) all.set(`${title} ${text}`, { ...issue, title, text });
  }
  return [...all.values()];
}

const issueList = (issues: readonly Told[], raise: (campaign: string) => void) =>
  issues.length
    ? html`<ul>
        ${issues.map(({ severity, code, campaign, title, text }) => {
          // Only the server knows that a survey has answers; its version is nowhere else in the studio.
          const isRaised = code === 'version' && campaign !== undefined;
          return html`<li>
            ${faultLine(title, text)} ${severityNote(severity)}
            ${
              isRaised
                ? html`<button
                    type="button"
                    class="quiet"
                    data-raise=${campaign}
                    @click=${() => raise(campaign)}
                  >
                    ${msg('Donner une nouvelle version', { id: 'studio-raise-version' })}
                  </button>`
                : nothing
            }
          </li>`;
        })}
      </ul>`
    : nothing;
