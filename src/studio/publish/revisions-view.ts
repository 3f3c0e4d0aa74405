import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Revision } from '../store/studio-store.js';
import type { Change } from '../words/diff-words.js';
import { summaryOf } from '../words/diff-words.js';
import { instantWords } from '../words/schedule-words.js';
import { changesView } from './changes-view.js';

export interface RevisionsOptions {
  revisions: readonly Revision[] | undefined;
  compared: { revision: number; changes: readonly Change[] } | undefined;
  mayRestore: boolean;
  compare: (revision: number) => void;
  restore: (revision: number) => void;
}

/** All that was ever published; none is changed, each can come back. */
export function revisionsView({ revisions, compared, mayRestore, compare, restore }: RevisionsOptions): TemplateResult {
  return html`<section class="sheet stack" aria-labelledby="revisions">
    <h3 id="revisions">${msg('Révisions', { id: 'studio-revisions' })}</h3>
    ${
      revisions?.length
        ? html`<ul class="changes">
            ${revisions.map(
              (one, i) =>
                html`<li class="stack">
                  <div>
                    <strong>${msg(str`Révision ${one.revision}`, { id: 'studio-revision' })}</strong>
                    <span class="soft small">
                      ${[
                        instantWords(one.at),
                        one.by,
                        one.state === 'waiting' && msg('attend une seconde personne', { id: 'studio-revision-waiting' }),
                        i === 0 && one.state !== 'waiting' && msg('en ligne', { id: 'studio-revision-live' }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    ${one.note ? html`<p>${one.note}</p>` : nothing}
                  </div>
                  <div class="row">
                    <button type="button" class="quiet" @click=${() => compare(one.revision)}>
                      ${msg('Comparer au brouillon', { id: 'studio-compare' })}
                    </button>
                    <button
                      type="button"
                      data-restore=${one.revision}
                      ?disabled=${!mayRestore || one.state === 'waiting'}
                      @click=${() => restore(one.revision)}
                    >
                      ${msg('Rétablir', { id: 'studio-redo' })}
                    </button>
                  </div>
                  ${
                    compared?.revision === one.revision
                      ? html`<p class="small">${summaryOf(compared.changes)}</p>
                          ${changesView(compared.changes)}`
                      : nothing
                  }
                </li>`,
            )}
          </ul>`
        : html`<p class="soft">${msg('Rien n’a encore été publié.', { id: 'studio-no-revision' })}</p>`
    }
  </section>`;
}
