import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { styles as fields } from '../fields/field.styles.js';
import { styles as desk } from '../shell/studio.styles.js';
import { FileStore, PlanFileError, readPlanText } from '../store/file-store.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import type { PlanDocument } from '../store/studio-store.js';

/** A file that was chosen, and read. */
interface Chosen {
  name: string;
  plan: PlanDocument;
}

/** Without a server: the plan is a file that one opens, saves, and gives to whoever looks after the ENT. */
export class SentierStudioFile extends LitElement {
  static override styles = [base, button, desk, fields];
  static override properties = {
    studio: prop({ attribute: false }),
    _asked: state(),
    _opened: state(),
    _faults: state(),
  };

  declare studio: Studio | undefined;
  /** Waits for a yes: what is edited is in no file yet. */
  declare private _asked: Chosen | undefined;
  declare private _opened: string | undefined;
  declare private _faults: readonly string[];

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    this._faults = [];
  }

  async #choose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    const { studio } = this;
    if (!file || !studio) return;
    [this._asked, this._opened, this._faults] = [undefined, undefined, []];
    try {
      const chosen = { name: file.name, plan: readPlanText(await file.text()) };
      if ((studio.store as FileStore).isExported(studio.plan)) this.#open(chosen);
      else await this.#ask(chosen);
    } catch (error) {
      const issues = error instanceof PlanFileError ? error.issues : [];
      const words = issues.map(({ message }) => message);
      this._faults = words.length
        ? words
        : [
            msg(
              'Ce fichier n’est pas un plan Sentier (du JSON avec «\u00a0campaigns\u00a0» ou «\u00a0help\u00a0»).',
              {
                id: 'studio-not-a-plan',
              },
            ),
          ];
    }
    // The same file may be chosen again, once it is mended.
    input.value = '';
  }

  async #ask(chosen: Chosen): Promise<void> {
    this._asked = chosen;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.keep')?.focus();
  }

  #open({ name, plan }: Chosen): void {
    const { studio } = this;
    if (!studio?.canWrite) return;
    (studio.store as FileStore).open(plan, { name });
    studio.edit('', () => plan);
    this.#answered(name);
  }

  #answered(opened?: string): void {
    const hadFocus = this._asked !== undefined;
    [this._asked, this._opened] = [undefined, opened];
    if (hadFocus) this.renderRoot.querySelector<HTMLElement>('#open-file')?.focus();
  }

  #save(studio: Studio, store: FileStore): void {
    const url = URL.createObjectURL(new Blob([store.export(studio.plan)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = store.sink.name;
    link.click();
    // The download has its own copy by the next task.
    setTimeout(() => URL.revokeObjectURL(url));
    studio.exported();
    this._opened = undefined;
    this.requestUpdate();
  }

  protected override render() {
    const { studio } = this;
    if (!(studio?.store instanceof FileStore)) return nothing;
    const { store } = studio;
    return html`<section class="sheet stack" aria-labelledby="file">
      <h3 id="file">${msg('Le fichier du plan', { id: 'studio-file' })}</h3>
      <p>
        ${
          store.isExported(studio.plan)
            ? msg(str`${store.sink.name} est à jour.`, { id: 'studio-file-current' })
            : msg(
                'Des changements ne sont encore que dans ce navigateur. Enregistrez le fichier, puis déposez-le à la place de l’ancien.',
                { id: 'studio-file-stale' },
              )
        }
      </p>
      <div class="row">
        <button type="button" class="primary save-file" @click=${() => this.#save(studio, store)}>
          ${msg('Enregistrer le fichier', { id: 'studio-file-save' })}
        </button>
      </div>
      <div class="field">
        <label for="open-file">${msg('Ouvrir un autre fichier', { id: 'studio-file-open' })}</label>
        <input
          id="open-file"
          type="file"
          accept="application/json,.json"
          aria-describedby="open-file-faults"
          ?disabled=${!studio.canWrite}
          @change=${(event: Event) => void this.#choose(event.target as HTMLInputElement)}
        />
      </div>
      <div id="open-file-faults" role="alert">${this.#faults()}</div>
      <div role="status">
        ${
          this._opened === undefined
            ? nothing
            : html`<p>
                ${msg(str`${this._opened} est ouvert. «\u00a0Annuler\u00a0» ramène ce qui était là avant.`, { id: 'studio-file-opened' })}
              </p>`
        }
      </div>
      ${this._asked ? this.#question(this._asked) : nothing}
    </section>`;
  }

  #faults(): TemplateResult | typeof nothing {
    if (!this._faults.length) return nothing;
    return html`<div class="note fault">
      <p>${msg('Ce fichier n’a pas été ouvert.', { id: 'studio-file-refused' })}</p>
      <ul>
        ${this._faults.slice(0, 10).map((words) => html`<li>${words}</li>`)}
      </ul>
    </div>`;
  }

  #question(chosen: Chosen): TemplateResult {
    return html`<div class="note stack" role="group" aria-labelledby="replace">
      <p id="replace">
        ${msg(str`Vos changements ne sont dans aucun fichier. Ouvrir ${chosen.name} les retire de l’écran\u202f; «\u00a0Annuler\u00a0» les ramène.`, { id: 'studio-file-replace' })}
      </p>
      <div class="row">
        <button type="button" class="quiet keep" @click=${() => this.#answered()}>
          ${msg('Garder mes changements', { id: 'studio-file-keep' })}
        </button>
        <button type="button" class="quiet replace" @click=${() => this.#open(chosen)}>
          ${msg('Ouvrir quand même', { id: 'studio-file-open-anyway' })}
        </button>
      </div>
    </div>`;
  }
}
