import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { TourContent } from '../../model/schema/tour.js';
import { authoredField, type Writing } from '../fields/authored.js';
import { openAtFirst } from '../fields/open-at-first.js';
import type { ContentEdit } from '../fields/content-edit.js';
import { bodyField } from './body-field.js';

/** The question before a tour, folded away where there is none. */
export function introView(
  edit: ContentEdit<TourContent>,
  writing: Writing,
  campaign: string,
): TemplateResult {
  const intro = edit.content.intro ?? {};
  return html`<details ?open=${openAtFirst(campaign, !!intro.title || !!intro.body)}>
    <summary>${msg('Invitation', { id: 'studio-tour-intro' })}</summary>
    <div class="stack">
      ${authoredField({
        ...edit.field('intro.title', msg('Titre de l’invitation', { id: 'studio-tour-intro-title' })),
        text: intro.title,
        writing,
        change: (title) => edit.set(['intro', 'title'], title),
      })}
      ${bodyField({
        ...edit.field(
          'intro.body',
          msg('Ce que la visite apporte, et sa durée', { id: 'studio-tour-intro-body' }),
        ),
        text: intro.body,
        writing,
        change: (body) => edit.set(['intro', 'body'], body),
      })}
    </div>
  </details>`;
}
