import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Audience } from '../../model/schema/audience.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { planLanguages } from '../advice/advice.js';
import { audienceFields } from '../fields/audience-fields.js';
import { languagesOf, textsIn, type Writing } from '../fields/authored.js';
import { getIn, setIn, without, type Key } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from '../words/audience-words.js';
import { languageName, TEXT_LANGUAGES } from '../words/lists.js';

export interface WritingOptions {
  campaign: Campaign;
  plan: PlanDocument;
  at: readonly Key[];
  writing: Writing;
  disabled: boolean;
  chooseLang: (lang: string) => void;
  choosePart: (at: readonly Key[]) => void;
  put: (campaign: Campaign, path: string) => void;
  error: (path: string) => string | undefined;
}

/** Which text is written now: for whom, and in which language. */
export function writingTabs(options: WritingOptions): TemplateResult {
  return html`<div class="stack">${parts(options)} ${languages(options)}</div>`;
}

function parts({ campaign, plan, at, disabled, choosePart, put, error }: WritingOptions): TemplateResult {
  const variants = campaign.variants ?? [];
  const current = at[0] === 'variants' ? (at[1] as number) : -1;
  const add = () => {
    const audience: Audience = { profiles: ['pupil'] };
    const next = [...(variants as readonly unknown[]), { audience, content: campaign.content }];
    put(setIn<Campaign>(campaign, ['variants'], next), 'variants');
    choosePart(['variants', variants.length, 'content']);
  };
  const remove = () => {
    const next = without(variants as readonly unknown[], current);
    choosePart(['content']);
    put(setIn(campaign, ['variants'], next.length ? next : undefined), 'variants');
  };
  const tab = (index: number, words: string) =>
    html`<button
      type="button"
      class="quiet"
      aria-pressed=${index === current ? 'true' : 'false'}
      @click=${() => choosePart(index < 0 ? ['content'] : ['variants', index, 'content'])}
    >
      ${words}
    </button>`;
  return html`<div
      class="tabs"
      role="group"
      aria-label=${msg('Texte selon le public', { id: 'studio-variants' })}
    >
      <span class="small soft">${msg('Texte pour', { id: 'studio-text-for' })}</span>
      ${tab(-1, variants.length ? msg('les autres', { id: 'studio-text-others' }) : msg('tous', { id: 'studio-text-all' }))}
      ${variants.map(({ audience }, i) => tab(i, audienceWords(audience)))}
      <button type="button" ?disabled=${disabled} @click=${add}>
        ${msg('+ autre texte', { id: 'studio-variant-add' })}
      </button>
    </div>
    ${
      current >= 0
        ? html`<details class="item">
            <summary>${msg('À qui s’adresse ce texte', { id: 'studio-variant-who' })}</summary>
            ${audienceFields({
              name: `variants[${current}].audience`,
              audience: variants[current]?.audience,
              of: campaign.id,
              plan,
              disabled,
              error,
              change: (audience, path) =>
                put(setIn(campaign, ['variants', current, 'audience'], audience ?? {}), path),
            })}
            <button type="button" class="danger" ?disabled=${disabled} @click=${remove}>
              ${msg('Retirer ce texte', { id: 'studio-variant-remove' })}
            </button>
          </details>`
        : nothing
    }`;
}

function languages({ campaign, plan, at, writing, chooseLang }: WritingOptions): TemplateResult {
  const { main, lang } = writing;
  const texts = textsIn(getIn(campaign, at));
  const written = new Set(texts.flatMap(({ text }) => languagesOf(text, main)));
  const shown = [...new Set([main, `${main}-x-simple`, ...planLanguages(plan).slice(1), ...written, lang])];
  const lacking = (tag: string) => texts.filter(({ text }) => !languagesOf(text, main).includes(tag)).length;
  return html`<div class="tabs" role="group" aria-label=${msg('Langue du texte', { id: 'studio-languages' })}>
    <span class="small soft">${msg('Langue', { id: 'studio-language' })}</span>
    ${shown.map((tag) => {
      const missing = written.has(tag) && tag !== main ? lacking(tag) : 0;
      return html`<button
        type="button"
        class="quiet"
        lang-tag=${tag}
        aria-pressed=${tag === lang ? 'true' : 'false'}
        @click=${() => chooseLang(tag)}
      >
        ${languageName(tag)}${missing ? html` <span class="small soft">${msg(str`(${missing} à traduire)`, { id: 'studio-to-translate' })}</span>` : nothing}
      </button>`;
    })}
    <select
      class="unit"
      aria-label=${msg('Ajouter une langue', { id: 'studio-language-add' })}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        if (select.value) chooseLang(select.value);
        select.value = '';
      }}
    >
      <option value="">${msg('+ autre langue', { id: 'studio-language-more' })}</option>
      ${TEXT_LANGUAGES.filter((tag) => !shown.includes(tag)).map((tag) => html`<option value=${tag}>${languageName(tag)}</option>`)}
    </select>
  </div>`;
}
