import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { PublishOutcome } from '../store/studio-store.js';

/** What became of asking. */
export function outcomeView(outcome: PublishOutcome | undefined): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  if (outcome.status === 'waiting')
    return html`<p class="note">
      ${msg('Envoyé. Une seconde personne doit approuver.', { id: 'studio-waiting' })}
    </p>`;
  if (outcome.status === 'published')
    return html`<p class="note">
      ${msg(str`C’est en ligne : révision ${outcome.revision.n}.`, { id: 'studio-published' })}
    </p>`;
  return html`<div class="note fault">
    <p>${msg('Le serveur a refusé ce plan :', { id: 'studio-refused' })}</p>
    <ul>
      ${outcome.issues.map(({ message }) => html`<li>${message}</li>`)}
    </ul>
  </div>`;
}
