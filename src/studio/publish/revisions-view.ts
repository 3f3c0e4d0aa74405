import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { RevisionList } from '../../model/contract/index.js';
import type { Change } from '../words/diff-words.js';
import { summaryOf } from '../words/diff-words.js';
import { instantWords } from '../words/schedule-words.js';
import { changesView } from './changes-view.js';

export interface RevisionsOptions {
  revisions: RevisionList | undefined;
  compared: { revision: number; changes: readonly Change[] } | undefined;
  isBusy: boolean;
  mayRestore: boolean;
  compare: (revision: number) => void;
  mayTakeUp: boolean;
  restore: (revision: number) => void;
  takeUp: (revision: number) => void;
}

/** All that was ever published, and drafts that were put aside; none is changed, each can come back. */
export function revisionsView({
  revisions: list,
  compared,
  isBusy,
  mayRestore,
  compare,
  mayTakeUp,
  restore,
  takeUp,
}: RevisionsOptions): TemplateResult {
  const { revisions = [] } = list ?? {};
  const busy = isBusy ? 'true' : nothing;
  const live = revisions.find(({ putAside }) => !putAside);
  return html`<section class="sheet stack" aria-labelledby="revisions">
    <h3 id="revisions">${msg('Révisions', { id: 'studio-revisions' })}</h3>
    ${
      revisions.length
        ? html`<ul class="changes">
            ${repeat(
              revisions,
              // A newer one comes before: the focus stays with the revision, not with its place.
              ({ n }) => n,
              (one) =>
                html`<li class="stack">
                  <div>
                    <strong
                      >${
                        one.putAside
                          ? msg(str`Brouillon remplacé (${one.n})`, { id: 'studio-put-aside' })
                          : msg(str`Révision ${one.n}`, { id: 'studio-revision' })
                      }</strong
                    >
                    <span class="soft small">
                      ${[
                        instantWords(one.at),
                        one.putAside
                          ? msg(str`remplacé par ${one.actor}`, { id: 'studio-put-aside-by' })
                          : one.actor,
                        one.approvedBy && msg(str`relu par ${one.approvedBy}`, { id: 'studio-approved-by' }),
                        one.restoredFrom &&
                          msg(str`rétablie depuis la révision ${one.restoredFrom}`, {
                            id: 'studio-restored-from',
                          }),
                        one === live && msg('en ligne', { id: 'studio-revision-live' }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    ${one.note ? html`<p>${one.note}</p>` : nothing}
                  </div>
                  <div class="row">
                    <button type="button" class="quiet" @click=${() => compare(one.n)}>
                      ${msg('Comparer au brouillon', { id: 'studio-compare' })}
                    </button>
                    ${
                      one.putAside
                        ? html`<button
                            type="button"
                            data-take-up=${one.n}
                            ?disabled=${!mayTakeUp}
                            aria-disabled=${busy}
                            @click=${() => takeUp(one.n)}
                          >
                            ${msg('Reprendre ce brouillon', { id: 'studio-take-up' })}
                          </button>`
                        : html`<button
                            type="button"
                            data-restore=${one.n}
                            ?disabled=${!mayRestore || one === live}
                            aria-disabled=${busy}
                            @click=${() => restore(one.n)}
                          >
                            ${msg('Remettre en ligne', { id: 'studio-restore' })}
                          </button>`
                    }
                  </div>
                  ${
                    compared?.revision === one.n
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
