import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { factsOf, groupsLeft, mailOf, receiptOf } from '../../core/help/report.js';
import { audienceOf } from '../../core/survey/response.js';
import type { Fact } from '../../core/help/report.js';
import type { Delivery } from '../../core/ports.js';
import { looksPersonal } from '../../core/survey/personal-data.js';
import { msg } from '../../locales/msg.js';
import { resolveProfiles } from '../../model/profiles.js';
import { directionOf, resolveText } from '../../model/text.js';
import { currentPath } from '../../platform/route-watcher.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { NativeEvent } from '../../platform/natives.js';
import { profileWords } from '../primitives/profile-words.js';
import { prop, state } from '../primitives/prop.js';
import { styles as base } from '../styles/base.styles.js';
import { styles as button } from '../styles/button.styles.js';
import { styles as card } from '../styles/card.styles.js';
import type { HelpSource } from './help-source.js';
import { newId } from './new-id.js';
import { shrinkPicture } from './shrink-picture.js';
import type { Picture } from './shrink-picture.js';
import { styles } from './help-report.styles.js';

type State = 'writing' | 'sending' | Delivery;

/**
 * "Signaler un problème": what, in the person's words, and where it was seen, filled in and open to change. A picture
 * only where the person chooses one. Nothing leaves before they have seen all of it.
 * @internal
 */
export class SentierHelpReport extends LitElement {
  static override styles = [base, button, card, styles];
  static override properties = {
    source: prop({ attribute: false }),
    about: prop({ attribute: false }),
    _state: state(),
    _picture: state(),
    _pictureFault: state(),
    _warning: state(),
    _missing: state(),
  };

  declare source: HelpSource;
  /** Id of the article that was being read. */
  declare about: string | undefined;
  declare private _state: State;
  declare private _picture: Picture | undefined;
  declare private _pictureFault: boolean;
  declare private _warning: boolean;
  declare private _missing: boolean;
  readonly #locale = new LocaleController(this);
  /** Made once: what is tried again is the same report. */
  #id = newId();

  constructor() {
    super();
    this._state = 'writing';
    this._pictureFault = this._warning = this._missing = false;
  }

  /** The form's heading takes the focus. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#title')?.focus());
  }

  #say(text: Parameters<typeof resolveText>[0]): string {
    return resolveText(text, this.source.locales, this.source.planLocale).value;
  }

  get #profiles(): readonly string[] {
    const { engine, plan } = this.source;
    return resolveProfiles(engine?.context().user?.profiles ?? [], plan?.settings?.profileAliases);
  }

  get #facts(): Fact[] {
    const { engine, selected } = this.source;
    const article = selected.articles.find(({ id }) => id === this.about);
    return factsOf({
      page: currentPath(),
      service: engine?.context().service,
      profiles: this.#profiles.map(profileWords),
      schools: engine?.context().user?.schools ?? [],
      width: innerWidth,
      height: innerHeight,
      userAgent: navigator.userAgent,
      article: article && this.#say(article.title),
    });
  }

  get #categories(): readonly (readonly [id: string, label: string])[] {
    const given = this.source.plan?.help?.report?.categories;
    const named = (Array.isArray(given) ? given : []).map(({ id, label }) => [id, this.#say(label)] as const);
    return named.length
      ? named
      : [
          ['broken', msg('Quelque chose ne marche pas', { id: 'report-broken' })],
          ['access', msg('Je n’arrive pas à accéder à quelque chose', { id: 'report-access' })],
          ['wrong', msg('Une information est fausse', { id: 'report-wrong' })],
          ['accessibility', msg('Une difficulté d’accessibilité', { id: 'report-accessibility' })],
          ['other', msg('Autre chose', { id: 'help-why-other' })],
        ];
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  #read(): { category: string; text: string; facts: Record<string, string> } {
    const data = new FormData(this.#form ?? undefined);
    const get = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const facts: Record<string, string> = {};
    for (const { key } of this.#facts) if (get(key)) facts[key] = get(key).slice(0, 300);
    return { category: get('category'), text: get('text').slice(0, 4000), facts };
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    const { category, text, facts } = this.#read();
    this._missing = !text;
    if (!text) {
      this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
      return;
    }
    this._state = 'sending';
    const { page, ...rest } = facts;
    const data = {
      type: 'support',
      step: category,
      category,
      text,
      ...(page && { page }),
      ...rest,
      ...(this._picture && { picture: this._picture.data }),
    };
    const draft = {
      id: this.#id,
      type: 'support' as const,
      campaign: 'help',
      version: 1,
      // What the person took out of the form goes by no other way.
      audience: audienceOf(
        groupsLeft(this.#facts, facts),
        this.#profiles,
        this.source.engine?.context().user,
      ),
      data,
    };
    this._state = (await this.source.send?.(draft).catch(() => 'refused' as const)) ?? 'none';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
  }

  async #choose(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    this._picture = file && (await shrinkPicture(file));
    this._pictureFault = !!file && !this._picture;
  }

  #drop(): void {
    this._picture = undefined;
    const input = this.renderRoot.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) return;
    input.value = '';
    input.focus();
  }

  #done(): void {
    if (this._state !== 'refused' && this._state !== 'none') {
      this.#id = newId();
      // The next is another problem: none of the words, and no file that would seem to be sent with it.
      this.#form?.reset();
      this._picture = undefined;
      this._pictureFault = this._warning = this._missing = false;
    }
    this._state = 'writing';
    this.dispatchEvent(new NativeEvent('sentier-help-done'));
  }

  #label(key: Fact['key']): string {
    return {
      page: msg('La page', { id: 'report-page' }),
      service: msg('Le service', { id: 'report-service' }),
      article: msg('L’article d’aide lu', { id: 'report-article' }),
      profile: msg('Votre profil', { id: 'report-profile' }),
      school: msg('Votre établissement', { id: 'report-school' }),
      screen: msg('La taille de l’écran', { id: 'report-screen' }),
      browser: msg('Le navigateur', { id: 'report-browser' }),
    }[key];
  }

  #warningView(): TemplateResult {
    const isPupil = this.#profiles.includes('pupil');
    return html`<p class="soft" id="care">
        ${
          isPupil
            ? msg('N’écris pas ton nom, ni celui d’un autre élève, ni ton code.', { id: 'report-care-pupil' })
            : msg('Sans mot de passe, et sans nom d’élève si possible.', { id: 'report-care' })
        }
      </p>
      <p class="warning" id="personal" role="status">
        ${
          this._warning
            ? msg('On dirait une adresse, un numéro ou un identifiant\u00a0: est-ce utile ici\u202f?', {
                id: 'report-personal',
              })
            : nothing
        }
      </p>`;
  }

  #pictureView(): TemplateResult | typeof nothing {
    if (this.source.plan?.help?.report?.screenshot === false) return nothing;
    return html`<div class="pick">
      <label for="picture">${msg('Une image de l’écran (facultatif)', { id: 'report-picture' })}</label>
      <p class="soft" id="picture-help">
        ${msg('Choisissez une image. Vérifiez qu’elle ne montre ni nom ni photo d’élève\u202f; elle sera réduite.', { id: 'report-picture-help' })}
      </p>
      <input
        id="picture"
        type="file"
        accept="image/*"
        aria-describedby="picture-help unreadable"
        @change=${this.#choose}
      />
      <p class="warning" id="unreadable" role="status">
        ${
          this._pictureFault
            ? msg('Cette image ne peut pas être lue, ou est trop grande.', { id: 'report-picture-fault' })
            : nothing
        }
      </p>
      ${
        this._picture
          ? html`<figure class="preview">
              ${this._picture.canvas}
              <button type="button" @click=${() => this.#drop()}>
                ${msg('Retirer l’image', { id: 'report-picture-drop' })}
              </button>
            </figure>`
          : nothing
      }
    </div>`;
  }

  #formView(): TemplateResult {
    return html`<form novalidate @submit=${this.#send}>
      <label class="pick long"
        ><span>${msg('De quoi s’agit-il\u202f?', { id: 'report-category' })}</span>
        <select name="category">
          ${this.#categories.map(([id, label]) => html`<option value=${id}>${label}</option>`)}
        </select>
      </label>
      <label class="pick" for="text"
        >${msg('Ce qui se passe, et ce que vous attendiez', { id: 'report-text' })}</label
      >
      <textarea
        id="text"
        name="text"
        rows="5"
        maxlength="4000"
        required
        aria-describedby="care missing personal"
        aria-invalid=${this._missing ? 'true' : 'false'}
        @input=${(event: Event) => {
          this._warning = !!looksPersonal((event.target as HTMLTextAreaElement).value);
          this._missing = false;
        }}
      ></textarea>
      <p class="warning" id="missing">
        ${this._missing ? msg('Dites en quelques mots ce qui se passe.', { id: 'report-missing' }) : nothing}
      </p>
      ${this.#warningView()} ${this.#pictureView()}
      <details open>
        <summary>${msg('Ce qui sera joint', { id: 'report-joined' })}</summary>
        <p class="soft">
          ${msg('Pour comprendre sans vous rappeler. Corrigez, ou effacez ce que vous ne voulez pas dire.', { id: 'report-joined-help' })}
        </p>
        ${this.#facts.map(
          ({ key, value }) =>
            html`<label class="fact"
              ><span>${this.#label(key)}</span
              ><input name=${key} .defaultValue=${value} maxlength="300" autocomplete="off"
            /></label>`,
        )}
      </details>
      <button class="primary" type="submit" ?disabled=${this._state === 'sending'}>
        ${
          this._state === 'sending'
            ? msg('Envoi…', { id: 'report-sending' })
            : msg('Envoyer', { id: 'help-why-send' })
        }
      </button>
    </form>`;
  }

  #mail(): string | undefined {
    const { plan, selected } = this.source;
    const to = plan?.help?.report?.email ?? selected.contacts.find(({ email }) => email)?.email;
    if (!to) return undefined;
    const { category, text, facts } = this.#read();
    const label = this.#categories.find(([id]) => id === category)?.[1] ?? category;
    const lines = [
      text,
      '',
      ...this.#facts.flatMap(({ key }) => (facts[key] ? [`${this.#label(key)}\u00a0: ${facts[key]}`] : [])),
    ];
    return mailOf(to, `${label} (${receiptOf(this.#id)})`, lines);
  }

  /** What became of it, with the number to name it by. */
  #outcomeView(): TemplateResult {
    const number = receiptOf(this.#id);
    const receipt = html`<p>
      ${msg('Son numéro', { id: 'report-number' })} : <strong class="number">${number}</strong>
    </p>`;
    const mail = this.#mail();
    const words = {
      sent: msg('Votre signalement est arrivé. Merci.', { id: 'report-sent' }),
      waiting: msg(
        'Votre signalement est gardé sur cet appareil\u00a0: il partira dès que la connexion reviendra.',
        { id: 'report-waiting' },
      ),
      held: msg('Votre signalement partira dès que la connexion reviendra, si cette page reste ouverte.', {
        id: 'report-held',
      }),
      refused: msg('Votre signalement n’a pas été accepté.', { id: 'report-refused' }),
      none: msg('Cette page ne peut rien envoyer elle-même.', { id: 'report-none' }),
    }[this._state as Delivery];
    const failed = this._state === 'refused' || this._state === 'none';
    return html`<div class="outcome">
      <p id="outcome" tabindex="-1"><strong>${words}</strong></p>
      ${failed ? nothing : receipt}
      ${
        failed && mail
          ? html`<p>
                ${msg('Un courriel tout prêt s’ouvre ici\u202f; il ne reste qu’à l’envoyer.', { id: 'report-mail-help' })}
              </p>
              <p>
                <a class="button primary" href=${mail}>${msg('Ouvrir le courriel', { id: 'report-mail' })}</a>
              </p>
              ${this._picture ? html`<p class="soft">${msg('L’image ne peut pas y être jointe d’avance\u00a0: ajoutez-la vous-même.', { id: 'report-mail-picture' })}</p>` : nothing}`
          : nothing
      }
      <button type="button" @click=${() => this.#done()}>
        ${msg('Revenir à l’aide', { id: 'report-back' })}
      </button>
    </div>`;
  }

  protected override render() {
    const { lang } = this.#locale;
    const isOver = this._state !== 'writing' && this._state !== 'sending';
    return html`<div class="root" lang=${lang} dir=${directionOf(lang)}>
      <div class="report">
        <h3 id="title" tabindex="-1">${msg('Signaler un problème', { id: 'help-report' })}</h3>
        <div ?hidden=${isOver}>${this.#formView()}</div>
        ${isOver ? this.#outcomeView() : nothing}
      </div>
    </div>`;
  }
}
