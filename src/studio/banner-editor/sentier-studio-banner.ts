import { html, LitElement, nothing, type TemplateResult } from 'lit';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { BannerAction, BannerContent } from '../../model/schema/banner.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Text } from '../../model/schema/common.js';
import { ContentEdit } from '../fields/content-edit.js';
import { authoredField, type Writing } from '../fields/authored.js';
import { checkField, checksField, selectField, textField, type Choices } from '../fields/fields.js';
import { styles as fields } from '../fields/field.styles.js';
import { openAtFirst } from '../fields/open-at-first.js';
import { titleOf } from '../lists/facts.js';
import { styles as desk } from '../shell/studio.styles.js';
import { moved, without, type Key } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';
import { ACTION_NAMES, BANNER_KIND_NAMES, LEAVE_NAMES, PLACE_NAMES } from '../words/names.js';

const choices = (names: Readonly<Record<string, () => string>>): Choices =>
  Object.entries(names).map(([id, words]) => [id, words()]);
const none = (value: string): string | undefined => (value === '' ? undefined : value);

/**
 * The form of a banner's content.
 * @fires sentier-studio-change - With the whole campaign.
 */
export class SentierStudioBanner extends LitElement {
  static override styles = [base, button, desk, fields];
  static override properties = {
    campaign: prop({ attribute: false }),
    plan: prop({ attribute: false }),
    writing: prop({ attribute: false }),
    at: prop({ attribute: false }),
    issues: prop({ attribute: false }),
    disabled: prop({ type: Boolean }),
  };

  declare campaign: Campaign;
  declare plan: PlanDocument;
  declare writing: Writing;
  declare at: readonly Key[];
  declare issues: readonly PlanIssue[];
  declare disabled: boolean;
  readonly #edit = new ContentEdit<BannerContent>(this);
  /** Parts whose fields have come: they do not go under the hands of whoever empties them. */
  readonly #seen = new Set<string>();

  constructor() {
    super();
    new LocaleController(this);
    this.at = ['content'];
    this.issues = [];
    this.disabled = false;
    this.writing = { lang: 'fr', main: 'fr' };
  }

  /** What is edited, as a key. */
  get #of(): string {
    return [this.campaign.id, ...this.at].join(' ');
  }

  #stays(part: string, isThere: boolean): boolean {
    const key = `${this.#of} ${part}`;
    if (isThere) this.#seen.add(key);
    return this.#seen.has(key);
  }

  protected override render() {
    const { writing } = this;
    const edit = this.#edit;
    const { content } = edit;
    const text = (path: string, label: string, long = false, hint?: string) =>
      authoredField({
        ...edit.field(path, label, hint),
        text: content[path as 'title'],
        writing,
        long,
        change: (value) => edit.set([path], value),
      });
    return html`<div class="root stack">
      <div class="pair">
        ${selectField({
          ...edit.field('kind', msg('Nature', { id: 'studio-banner-kind' })),
          value: content.kind ?? 'information',
          choices: choices(BANNER_KIND_NAMES),
          change: (value) => edit.set(['kind'], value),
        })}
        ${selectField({
          ...edit.field('place', msg('Place', { id: 'studio-banner-place' })),
          value: content.place ?? 'top',
          choices: choices(PLACE_NAMES),
          change: (value) => edit.set(['place'], value),
        })}
      </div>
      ${text('title', msg('Titre', { id: 'studio-title' }), false, msg('L’essentiel en une ligne\u00a0: on ne lit souvent que cela.', { id: 'studio-title-hint' }))}
      ${text('body', msg('Texte', { id: 'studio-body' }), true, msg('**gras**, [lien](/page/), - liste', { id: 'studio-body-hint' }))}
      ${this.#actions(content.actions ?? [])}
      ${checksField({
        ...edit.field('leave', msg('Comment la quitter', { id: 'studio-leave' })),
        value: content.leave ?? ['close'],
        choices: choices(LEAVE_NAMES),
        change: (value) => edit.set(['leave'], value),
      })}
      <details
        ?open=${openAtFirst(this.#of, Boolean(content.signature ?? content.image ?? content.event ?? content.public))}
      >
        <summary>${msg('Signature, image, événement', { id: 'studio-banner-more' })}</summary>
        <div class="stack">
          ${text('signature', msg('Signature', { id: 'studio-signature' }), false, msg('Qui parle\u00a0: «\u00a0La direction\u00a0».', { id: 'studio-signature-hint' }))}
          ${this.#image(content)} ${this.#event(content)}
          ${checkField({
            ...edit.field(
              'public',
              msg('Aussi dans les flux publics', { id: 'studio-public' }),
              msg(
                'Pour une page d’accueil publique. Tout ce qui est publié se lit sans être connecté\u00a0: n’écrivez rien de réservé.',
                {
                  id: 'studio-public-hint',
                },
              ),
            ),
            value: content.public ?? false,
            change: (value) => edit.set(['public'], value || undefined),
          })}
        </div>
      </details>
    </div>`;
  }

  #image({ image }: Partial<BannerContent>): TemplateResult {
    const edit = this.#edit;
    // Its words outlive its address: who puts another image there may want them.
    const put = (src = '', alt: Text = '') =>
      edit.set(['image'], src || alt ? { ...(src && { src }), alt } : undefined);
    return html`<div class="pair">
      ${textField({
        ...edit.field('image.src', msg('Adresse de l’image', { id: 'studio-image' })),
        value: image?.src,
        placeholder: '/images/rentree.svg',
        change: (src) => put(src, image?.alt),
      })}
      ${
        this.#stays('image', Boolean(image))
          ? authoredField({
              ...edit.field(
                'image.alt',
                msg('Ce qu’elle montre', { id: 'studio-image-alt' }),
                msg('Vide si elle ne fait que décorer.', { id: 'studio-image-alt-hint' }),
              ),
              text: image?.alt,
              writing: this.writing,
              change: (alt) => put(image?.src, alt),
            })
          : nothing
      }
    </div>`;
  }

  #event({ event, kind }: Partial<BannerContent>): TemplateResult | typeof nothing {
    const edit = this.#edit;
    if (!this.#stays('event', Boolean(event)) && kind !== 'event') return nothing;
    return html`<div class="pair">
      ${textField({
        ...edit.field('event.start', msg('Début de l’événement', { id: 'studio-event-start' })),
        type: 'datetime-local',
        value: event?.start,
        change: (start) => edit.set(['event', 'start'], none(start)),
      })}
      ${textField({
        ...edit.field('event.end', msg('Fin de l’événement', { id: 'studio-event-end' })),
        type: 'datetime-local',
        value: event?.end,
        change: (end) => edit.set(['event', 'end'], none(end)),
      })}
      ${authoredField({
        ...edit.field('event.location', msg('Lieu', { id: 'studio-event-location' })),
        text: event?.location,
        writing: this.writing,
        change: (location) => edit.set(['event', 'location'], location),
      })}
    </div>`;
  }

  #actions(actions: readonly BannerAction[]): TemplateResult {
    const edit = this.#edit;
    const put = (next: readonly BannerAction[]) =>
      edit.set(['actions'], next.length ? next : undefined, 'actions');
    return html`<fieldset ?disabled=${this.disabled}>
      <legend>${msg('Boutons', { id: 'studio-actions' })}</legend>
      ${actions.map((action, i) => {
        const name = (part: string) => `actions[${i}].${part}`;
        return html`<div class="item">
          <div class="pair">
            ${authoredField({
              ...edit.field(name('label'), msg(str`Texte du bouton ${i + 1}`, { id: 'studio-action-label' })),
              text: action.label,
              writing: this.writing,
              change: (label) => edit.set(['actions', i, 'label'], label ?? ''),
            })}
            ${selectField({
              ...edit.field(name('do'), msg('Ce qu’il fait', { id: 'studio-action-do' })),
              value: action.do,
              choices: choices(ACTION_NAMES),
              change: (act) => edit.set(['actions', i], { label: action.label, do: act }),
            })}
          </div>
          ${this.#destination(action, i)}
          <div class="row">
            <button
              type="button"
              class="icon"
              aria-label=${msg(str`Monter le bouton ${i + 1}`, { id: 'studio-action-up' })}
              ?disabled=${i === 0}
              @click=${() => put(moved(actions, i, i - 1))}
            >
              ${icon(ArrowUp)}
            </button>
            <button
              type="button"
              class="icon"
              aria-label=${msg(str`Descendre le bouton ${i + 1}`, { id: 'studio-action-down' })}
              ?disabled=${i === actions.length - 1}
              @click=${() => put(moved(actions, i, i + 1))}
            >
              ${icon(ArrowDown)}
            </button>
            <button
              type="button"
              class="icon push"
              aria-label=${msg(str`Retirer le bouton ${i + 1}`, { id: 'studio-action-remove' })}
              @click=${() => put(without(actions, i))}
            >
              ${icon(Trash)}
            </button>
          </div>
        </div>`;
      })}
      <div>
        <button type="button" class="quiet add" @click=${() => put([...actions, { label: '', do: 'link' }])}>
          ${icon(Plus, 18)} ${msg('Ajouter un bouton', { id: 'studio-action-add' })}
        </button>
      </div>
    </fieldset>`;
  }

  /** Where a button leads: an address, or one of the plan's own things by its name. */
  #destination({ do: act, to }: BannerAction, i: number): TemplateResult | typeof nothing {
    const edit = this.#edit;
    const { campaigns = [], help, settings } = this.plan;
    const shared = edit.field(`actions[${i}].to`, msg('Vers', { id: 'studio-action-to' }));
    const change = (value: string) => edit.set(['actions', i, 'to'], none(value));
    if (act === 'acknowledge' || act === 'calendar') return nothing;
    if (act === 'link')
      return textField({ ...shared, value: to, placeholder: '/agenda/ ou https://…', change });
    const locale = settings?.locale;
    const things: Choices =
      act === 'article'
        ? (help?.articles ?? []).map((one) => [
            one.id,
            titleOf({ ...one, content: {} } as unknown as Campaign, locale),
          ])
        : campaigns.filter(({ kind }) => kind === act).map((one) => [one.id, titleOf(one, locale)]);
    return selectField({
      ...shared,
      value: to ?? '',
      choices: [['', msg('Choisir…', { id: 'studio-choose' })], ...things],
      change,
    });
  }
}
