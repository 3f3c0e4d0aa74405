import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { Article, Contact, Hint } from '../../model/schema/help.js';
import { LEVERS, type Campaign } from '../../model/schema/campaign.js';
import { audienceFields } from '../fields/audience-fields.js';
import { authoredField, type Writing } from '../fields/authored.js';
import { selectField, textField, type Field } from '../fields/fields.js';
import { listField } from '../fields/list-field.js';
import { titleOf } from '../lists/facts.js';
import type { PlanDocument } from '../store/studio-store.js';
import { LEVER_NAMES, nameOf } from '../words/names.js';
import { TOOLS } from './toolbar.js';

export interface HelpFormOptions<T> {
  item: T;
  plan: PlanDocument;
  writing: Writing;
  disabled: boolean;
  schools: readonly string[] | undefined;
  error: (path: string) => string | undefined;
  set: (path: readonly (string | number)[], value: unknown) => void;
  /** Points at an element of the page, where the studio stands on it. */
  pick: (() => void) | undefined;
}

const none = (value: string): string | undefined => (value === '' ? undefined : value);

function fieldOf<T>(
  { error, disabled }: HelpFormOptions<T>,
  name: string,
  label: string,
  hint?: string,
): Field {
  return { name, label, hint, error: error(name), disabled };
}

const audience = (options: HelpFormOptions<{ id: string; audience?: Article['audience'] }>): TemplateResult =>
  html`<section class="stack" aria-labelledby="who">
    <h3 id="who">${msg('Pour qui', { id: 'studio-who' })}</h3>
    ${audienceFields({
      name: 'audience',
      audience: options.item.audience,
      of: options.item.id,
      plan: options.plan,
      schools: options.schools,
      disabled: options.disabled,
      error: options.error,
      change: (value) => options.set(['audience'], value),
    })}
  </section>`;

/** Buttons that write Markdown's marks, for whoever does not know them by heart. */
export function toolbar(disabled: boolean, change: (text: string) => void): TemplateResult {
  const press = (event: Event, tool: (typeof TOOLS)[number]) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    const area = root.getElementById('body') as HTMLTextAreaElement;
    const edited = tool.apply(area.value, area.selectionStart, area.selectionEnd);
    area.value = edited.text;
    change(edited.text);
    area.focus();
    area.setSelectionRange(edited.start, edited.end);
  };
  return html`<div class="tabs" role="group" aria-label=${msg('Mise en forme', { id: 'studio-toolbar' })}>
    ${TOOLS.map(
      (tool) =>
        html`<button
          type="button"
          class="quiet"
          data-tool=${tool.id}
          ?disabled=${disabled}
          @click=${(event: Event) => press(event, tool)}
        >
          ${tool.label()}
        </button>`,
    )}
  </div>`;
}

export function articleForm(
  options: HelpFormOptions<Article>,
  write: (text: string) => void,
): TemplateResult {
  const { item, writing, set, disabled } = options;
  return html`<div class="stack">
    ${authoredField({ ...fieldOf(options, 'title', msg('Titre', { id: 'studio-title' }), msg('La question, comme on la pose.', { id: 'studio-article-title-hint' })), text: item.title, writing, change: (value) => set(['title'], value ?? '') })}
    ${toolbar(disabled, write)}
    ${authoredField({ ...fieldOf(options, 'body', msg('Texte', { id: 'studio-body' })), text: item.body, writing, long: true, change: (value) => set(['body'], value ?? '') })}
    ${listField({ ...fieldOf(options, 'keywords', msg('Autres mots pour la trouver', { id: 'studio-keywords' }), msg('Ceux que les gens tapent\u00a0: «\u00a0mdp\u00a0», «\u00a0code oublié\u00a0».', { id: 'studio-keywords-hint' })), value: item.keywords, change: (value) => set(['keywords'], value) })}
    <div class="pair">
      ${listField({ ...fieldOf(options, 'services', msg('Services', { id: 'studio-services' })), value: item.services, placeholder: 'messagerie', change: (value) => set(['services'], value) })}
      ${listField({ ...fieldOf(options, 'pages', msg('Pages', { id: 'studio-pages' })), value: item.pages, placeholder: '/messagerie/**', change: (value) => set(['pages'], value) })}
    </div>
    ${textField({
      ...fieldOf(
        options,
        'reviewed',
        msg('Relu le', { id: 'studio-reviewed' }),
        msg('La dernière fois que quelqu’un a vérifié que tout y est encore juste.', {
          id: 'studio-reviewed-hint',
        }),
      ),
      type: 'date',
      value: item.reviewed ?? '',
      change: (value) => set(['reviewed'], none(value)),
    })}
    ${selectField({
      ...fieldOf(options, 'lever', msg('Levier d’accompagnement', { id: 'studio-lever' })),
      value: item.lever ?? '',
      choices: [['', '–'], ...LEVERS.map((id) => [id, nameOf(LEVER_NAMES, id)] as const)],
      change: (value) => set(['lever'], none(value)),
    })}
    ${audience(options)}
  </div>`;
}

export function hintForm(options: HelpFormOptions<Hint>): TemplateResult {
  const { item, writing, set, plan, pick } = options;
  const { target } = item;
  const articles = (plan.help?.articles ?? []).map(
    (one) =>
      [one.id, titleOf({ ...one, content: {} } as unknown as Campaign, plan.settings?.locale)] as const,
  );
  return html`<div class="stack">
    ${
      typeof target === 'string'
        ? textField({
            ...fieldOf(
              options,
              'target',
              msg('Élément de la page', { id: 'studio-hint-target' }),
              msg('Un sélecteur CSS, comme #ecrire.', { id: 'studio-hint-target-hint' }),
            ),
            value: target,
            change: (value) => set(['target'], value),
          })
        : html`<div class="field">
            <span class="label">${msg('Élément de la page', { id: 'studio-hint-target' })}</span>
            <code class="small">${JSON.stringify(target)}</code>
          </div>`
    }
    ${
      pick
        ? html`<div>
            <button type="button" class="quiet" ?disabled=${options.disabled} @click=${pick}>
              ${msg('Montrer l’élément dans la page', { id: 'studio-pick' })}
            </button>
          </div>`
        : nothing
    }
    ${authoredField({ ...fieldOf(options, 'title', msg('Titre', { id: 'studio-title' })), text: item.title, writing, change: (value) => set(['title'], value) })}
    ${authoredField({ ...fieldOf(options, 'body', msg('Texte', { id: 'studio-body' })), text: item.body, writing, long: true, change: (value) => set(['body'], value) })}
    ${selectField({
      ...fieldOf(options, 'article', msg('Article à ouvrir', { id: 'studio-hint-article' })),
      value: item.article ?? '',
      choices: [['', msg('aucun', { id: 'studio-none' })], ...articles],
      change: (value) => set(['article'], none(value)),
    })}
    ${listField({ ...fieldOf(options, 'pages', msg('Pages', { id: 'studio-pages' })), value: item.pages, placeholder: '/messagerie/**', change: (value) => set(['pages'], value) })}
    ${audience(options)}
  </div>`;
}

export function contactForm(options: HelpFormOptions<Contact>): TemplateResult {
  const { item, writing, set } = options;
  const line = (name: 'email' | 'phone', label: string, type: 'email' | 'tel') =>
    textField({
      ...fieldOf(options, name, label),
      type,
      value: item[name],
      change: (value) => set([name], none(value)),
    });
  return html`<div class="stack">
    ${authoredField({ ...fieldOf(options, 'title', msg('Nom', { id: 'studio-contact-name' }), msg('Une fonction plutôt qu’une personne\u00a0: «\u00a0Référent numérique\u00a0».', { id: 'studio-contact-name-hint' })), text: item.title, writing, change: (value) => set(['title'], value ?? '') })}
    <div class="pair">
      ${line('email', msg('Adresse électronique', { id: 'studio-contact-email' }), 'email')}
      ${line('phone', msg('Téléphone', { id: 'studio-contact-phone' }), 'tel')}
    </div>
    ${authoredField({ ...fieldOf(options, 'hours', msg('Quand on répond', { id: 'studio-contact-hours' })), text: item.hours, writing, change: (value) => set(['hours'], value) })}
    ${listField({ ...fieldOf(options, 'schools', msg('Établissements (UAI)', { id: 'studio-schools' }), msg('Séparés par des virgules\u202f; vide\u00a0: tous.', { id: 'studio-schools-hint' })), value: item.schools, own: options.schools, placeholder: '0750001A', change: (value) => set(['schools'], value) })}
    ${audience(options)}
  </div>`;
}
