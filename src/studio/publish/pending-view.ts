import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Pending } from '../../model/contract/index.js';
import type { Studio } from '../store/studio.js';
import { summaryOf, type Change } from '../words/diff-words.js';
import { instantWords } from '../words/schedule-words.js';
import { changesView } from './changes-view.js';

export interface PendingOptions {
  /** What it would change; absent where it could not be read: then it cannot be approved either. */
  changes: readonly Change[] | undefined;
  isBusy: boolean;
  approve: () => void;
  withdraw: () => void;
}

/** What another asked for: seen before it is approved. Who asked cannot approve. */
export function pendingView(
  { at, actor, note }: Pending,
  { me, canPublish }: Studio,
  { changes, isBusy, approve, withdraw }: PendingOptions,
): TemplateResult {
  const isOwn = actor === me.actor;
  return html`<div class="note pending stack">
    <h4>
      ${
        isOwn
          ? msg(str`Votre demande du ${instantWords(at)} attend`, { id: 'studio-pending-own' })
          : msg(str`Une demande du ${instantWords(at)} attend`, { id: 'studio-pending' })
      }
    </h4>
    ${note ? html`<p>« ${note} »</p>` : nothing}
    ${
      changes
        ? html`<p class="small">${summaryOf(changes)}</p>
            ${changesView(changes)}`
        : nothing
    }
    ${
      isOwn
        ? html`<p class="small">
            ${msg('Une autre personne qui publie doit l’approuver.', { id: 'studio-pending-other' })}
          </p>`
        : nothing
    }
    <div class="row">
      ${
        canPublish && !isOwn && changes
          ? html`<button
              type="button"
              class="primary approve"
              aria-disabled=${isBusy ? 'true' : nothing}
              @click=${() => approve()}
            >
              ${msg('Approuver et publier', { id: 'studio-approve' })}
            </button>`
          : nothing
      }
      ${
        canPublish
          ? html`<button
              type="button"
              class="quiet withdraw"
              aria-disabled=${isBusy ? 'true' : nothing}
              @click=${() => withdraw()}
            >
              ${isOwn ? msg('Retirer ma demande', { id: 'studio-withdraw' }) : msg('Refuser', { id: 'studio-refuse' })}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
