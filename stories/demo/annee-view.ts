import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { styles } from './annee.styles.js';
import { formatDay } from './server/dates.js';
import plan from './site/plan.json';
import { demoYear, KIND_WORDS, OUTCOME_WORDS, phaseOf, SLOT_WORDS, type YearDay } from './year.js';

/** The demo's year with a slider over its days: who meets what, and why not the rest. */
export class DemoYear extends LitElement {
  static override styles = styles;
  static override properties = { at: { type: Number, state: true }, who: { type: String, state: true } };

  declare private at: number;
  declare private who: string;
  readonly #year = demoYear(plan);
  readonly #dates = [...new Set(this.#year.days.map(({ day }) => day))];
  /** Days on which something new appears. */
  readonly #alive = new Set(
    this.#year.days.filter(({ shown }) => shown.some(({ again }) => !again)).map(({ day }) => day),
  );

  constructor() {
    super();
    this.at = this.#dates.indexOf(plan.settings.goLive);
    this.who = '';
  }

  #leap(by: 1 | -1): void {
    let at = this.at + by;
    while (this.#dates[at] !== undefined && !this.#alive.has(this.#dates[at] as string)) at += by;
    if (this.#dates[at] !== undefined) this.at = at;
  }

  #person({ person, shown, refused }: YearDay): TemplateResult {
    return html`<li>
      <h2>${person.firstName}</h2>
      <p class="role">${person.role}</p>
      ${
        shown.length
          ? html`<ul class="shown">
              ${shown.map(
                ({ clock, title, kind, slot, path, outcome, again }) =>
                  html`<li>
                    <strong>${title}</strong>
                    <span class="meta"
                      >${clock}, ${KIND_WORDS[kind]} ${SLOT_WORDS[slot]} sur ${path} :
                      ${again ? 'toujours là' : OUTCOME_WORDS[outcome]}</span
                    >
                  </li>`,
              )}
            </ul>`
          : html`<p class="none">Rien ce jour-là.</p>`
      }
      ${
        refused.length
          ? html`<details>
              <summary>Pourquoi pas le reste (${refused.length})</summary>
              <ul>
                ${refused.map(({ title, text }) => html`<li>${title}<span>${text}</span></li>`)}
              </ul>
            </details>`
          : nothing
      }
    </li>`;
  }

  protected override render(): TemplateResult {
    const { days, plan: index } = this.#year;
    const day = this.#dates[this.at] ?? '';
    const today = days.filter((one) => one.day === day && (!this.who || one.person.id === this.who));
    const people = [...new Map(days.map(({ person }) => [person.id, person])).values()];
    const words = formatDay(`${day}T12:00`, 'fr', 'long');
    return html`
      <h1>Une année de l’ENT de démonstration</h1>
      <div class="bar">
        <button type="button" @click=${() => this.#leap(-1)}>
          Jour précédent où il se passe quelque chose
        </button>
        <button type="button" @click=${() => this.#leap(1)}>Suivant</button>
        <input
          type="range"
          aria-label="Jour de l’année"
          aria-valuetext=${words}
          min="0"
          max=${this.#dates.length - 1}
          .value=${String(this.at)}
          @input=${(event: Event) => (this.at = Number((event.target as HTMLInputElement).value))}
        />
        <label
          >Personne
          <select @change=${(event: Event) => (this.who = (event.target as HTMLSelectElement).value)}>
            <option value="">Toutes</option>
            ${people.map(({ id, firstName }) => html`<option value=${id}>${firstName}</option>`)}
          </select></label
        >
      </div>
      <p role="status">
        <strong>${words}</strong> <span class="phase">${phaseOf(day, index.settings?.goLive)}</span>
      </p>
      <ul class="people">
        ${today.map((one) => this.#person(one))}
      </ul>
    `;
  }
}
