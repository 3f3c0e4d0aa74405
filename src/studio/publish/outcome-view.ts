import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Issue } from '../../model/contract/index.js';
import type { PublishOutcome } from '../store/studio-store.js';

/** @param raise gives a campaign a new version, where that is the remedy */
export function outcomeView(
  outcome: PublishOutcome | undefined,
  raise: (campaign: string) => void,
): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  const { issues } = outcome;
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

const issueList = (issues: readonly Issue[], raise: (campaign: string) => void) =>
  issues.length
    ? html`<ul>
        ${issues.map(({ code, campaign, message }) => {
          // Only the server knows that a survey has answers; its version is nowhere else in the studio.
          const isRaised = code === 'version' && campaign !== undefined;
          return html`<li>
            ${message}
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
