import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import MousePointerClick from 'lucide/dist/esm/icons/mouse-pointer-click.mjs';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Article, ArticleStep } from '../../model/schema/help.js';
import { resolveText } from '../../model/text.js';
import { icon } from '../primitives/icon.js';
import { renderBody, renderImage } from '../primitives/render-body.js';
import { contactsView } from './contacts-view.js';
import { articleRows, heading, say } from './help-view.js';
import type { HelpView, Part } from './help-view.js';

/** Why an article was of no use; `other` has words, from adults alone. */
export const REASONS = ['unclear', 'missing', 'wrong', 'other'] as const;
export type Why = (typeof REASONS)[number];

/** One article being read, and what may be done with it. */
export interface ArticleView extends HelpView {
  /** Whole: its variant chosen, its own file read. */
  article: Article;
  /** `loading`, or why there is no text: the network is away, or the file is not there. */
  state: 'whole' | 'loading' | 'offline' | 'gone';
  related: readonly Article[];
  /** Its other languages, by their tags. */
  languages: readonly string[];
  /** Read in simple words; undefined where there are none. */
  isSimple: boolean | undefined;
  answer: 'yes' | 'no' | undefined;
  /** "No" was said, and why is still to be said. */
  asksWhy: boolean;
  mayWrite: boolean;
  retry(): void;
  speak(tag: string): void;
  simplify(): void;
  reply(value: 'yes' | 'no'): void;
  explain(why: Why, words: string): void;
}

/** "العربية" for "ar". */
function nameOfLanguage(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

const showMe = (view: ArticleView, id: string, primary = false): TemplateResult =>
  html`<button class="show ${primary ? 'primary' : ''}" type="button" @click=${() => view.show(id)}>
    ${icon(MousePointerClick, 18)} ${msg('Montrez-moi', { id: 'help-show-me' })}
  </button>`;

function step(view: ArticleView, { title, body, image, show }: ArticleStep): TemplateResult {
  const { locales, planLocale } = view;
  return html`<li>
    ${title ? html`<strong class="step">${say(view, title)}</strong>` : nothing}
    ${renderBody(body, locales, planLocale)}
    ${image?.src ? renderImage(image.src, resolveText(image.alt, locales, planLocale).value) : nothing}
    ${show ? showMe(view, show) : nothing}
  </li>`;
}

const steps = (view: ArticleView): Part =>
  Array.isArray(view.article.steps) && view.article.steps.length
    ? html`<ol class="steps">
        ${view.article.steps.map((one) => step(view, one ?? {}))}
      </ol>`
    : nothing;

/** How it is read: in which language, how simply, aloud, on paper. The last two come with their own chunk. */
function tools(view: ArticleView): Part {
  const { isSimple, article, languages } = view;
  const simple = article.falcReviewed
    ? msg('Lire en FALC', { id: 'help-falc' })
    : msg('Lire en langage simplifié', { id: 'help-simple' });
  return html`<div class="tools">
    ${
      isSimple === undefined
        ? nothing
        : html`<button
            type="button"
            class="tool"
            aria-pressed=${isSimple ? 'true' : 'false'}
            @click=${() => view.simplify()}
          >
            ${simple}
          </button>`
    }
    ${languages.map(
      (tag) =>
        html`<button type="button" class="tool" lang=${tag} @click=${() => view.speak(tag)}>
          ${nameOfLanguage(tag)}
        </button>`,
    )}
    <span class="more-tools"></span>
  </div>`;
}

const absent = (view: ArticleView): Part =>
  view.state === 'whole'
    ? nothing
    : view.state === 'loading'
      ? html`<p class="soft" role="status">${msg('Chargement de l’article…', { id: 'help-loading' })}</p>`
      : html`<div class="notice" role="note">
          <p>
            ${
              view.state === 'offline'
                ? msg(
                    'Vous êtes hors connexion, et cet article n’avait pas encore été ouvert\u00a0: son texte n’est pas sur cet appareil.',
                    { id: 'help-absent-offline' },
                  )
                : msg('Le texte de cet article n’a pas pu être chargé.', { id: 'help-absent-gone' })
            }
          </p>
          <button type="button" @click=${() => view.retry()}>
            ${msg('Réessayer', { id: 'help-retry' })}
          </button>
        </div>`;

const reviewed = ({ article }: ArticleView): Part => {
  const at = Date.parse(`${String(article.reviewed ?? '').slice(0, 10)}T12:00Z`);
  if (!at) return nothing;
  const day = new Intl.DateTimeFormat(interfaceLocale(), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
  return html`<p class="soft small">${msg(str`Relu le ${day}`, { id: 'help-reviewed' })}</p>`;
};

const reasonWords = (why: Why): string =>
  ({
    unclear: msg('Je n’ai pas compris', { id: 'help-why-unclear' }),
    missing: msg('Ma question n’y est pas', { id: 'help-why-missing' }),
    wrong: msg('Ce n’est pas ce que je vois à l’écran', { id: 'help-why-wrong' }),
    other: msg('Autre chose', { id: 'help-why-other' }),
  })[why];

/** A required button not chosen yet is invalid to a browser; nobody is told so before they have tried to send. */
const tried = ({ target }: Event): void => (target as HTMLElement).removeAttribute('aria-invalid');

function whyForm(view: ArticleView): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const why = data.get('why') as Why | null;
    const words = data.get('words');
    if (why) view.explain(why, typeof words === 'string' ? words : '');
  };
  return html`<form class="why" @submit=${send}>
    <fieldset>
      <legend>
        <span id="useful" tabindex="-1">${msg('Que lui manque-t-il\u202f?', { id: 'help-why' })}</span>
      </legend>
      ${REASONS.map(
        (why) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="why"
              value=${why}
              required
              aria-invalid="false"
              @invalid=${tried}
            />${reasonWords(why)}</label
          >`,
      )}
    </fieldset>
    ${
      view.mayWrite
        ? html`<label class="pick"
            ><span
              >${msg('En quelques mots, sans nom de personne (facultatif)', { id: 'help-why-words' })}</span
            >
            <textarea name="words" rows="2" maxlength="300"></textarea>
          </label>`
        : nothing
    }
    <button type="submit">${msg('Envoyer', { id: 'help-why-send' })}</button>
  </form>`;
}

/** Whether it helped. Whoever it did not help is asked why, and told whom to ask. */
function useful(view: ArticleView): TemplateResult {
  const { answer, asksWhy } = view;
  const button = (reply: 'yes' | 'no', label: string) =>
    html`<button type="button" @click=${() => view.reply(reply)}>${label}</button>`;
  const thanks = html`<p id="useful" tabindex="-1">
    ${msg('Merci de votre réponse.', { id: 'help-thanks' })}
  </p>`;
  const ask = html`<p id="useful">
      ${msg('Cette aide vous a-t-elle été utile\u202f?', { id: 'help-useful' })}
    </p>
    <div class="answers">
      ${button('yes', msg('Oui', { id: 'yes' }))} ${button('no', msg('Non', { id: 'no' }))}
    </div>`;
  // The question why is a group of its own.
  const [role, name] = asksWhy ? [nothing, nothing] : ['group', 'useful'];
  return html`<div class="useful" role=${role} aria-labelledby=${name}>
      ${asksWhy ? whyForm(view) : answer ? thanks : ask}
    </div>
    ${answer === 'no' ? contactsView(view) : nothing}`;
}

/** One article, with all that goes with it. */
export function articleView(view: ArticleView): TemplateResult {
  const { article, locales, planLocale, state, related } = view;
  const { value, lang, dir } = resolveText(article.title, locales, planLocale);
  return html`<article>
    <h3 id="title" tabindex="-1" lang=${lang} dir=${dir}>${value}</h3>
    ${tools(view)}
    <div class="text">
      ${renderBody(article.body, locales, planLocale)} ${steps(view)}
      <div class="extras"></div>
    </div>
    <div class="link-place"></div>
    ${absent(view)} ${article.show && state === 'whole' ? showMe(view, article.show, true) : nothing}
    ${state === 'whole' ? html`${reviewed(view)} ${useful(view)}` : nothing}
    ${
      related.length
        ? html`${heading(msg('À lire aussi', { id: 'help-related' }))} ${articleRows(view, related)}`
        : nothing
    }
  </article>`;
}
