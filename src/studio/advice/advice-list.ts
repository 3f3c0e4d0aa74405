import { html, nothing, type TemplateResult } from 'lit';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import Lightbulb from 'lucide/dist/esm/icons/lightbulb.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import { faultWords } from '../words/fault-words.js';
import type { Advice } from './advice.js';

export interface AdviceListOptions {
  issues: readonly PlanIssue[];
  advice: readonly Advice[];
  /** @param lang - of the text that is meant; the one that is written, where it is none */
  go: (path: string, lang?: string) => void;
}

/** What must be mended, then what could be better; each leads to its field. */
export function adviceList({ issues, advice, go }: AdviceListOptions): TemplateResult {
  const item = (isFault: boolean, path: string, text: string, lang?: string) =>
    html`<li class=${isFault ? 'fault' : ''}>
      ${icon(isFault ? CircleAlert : Lightbulb, 18)}
      <button type="button" @click=${() => go(path, lang)}>${text}</button>
    </li>`;
  return html`<section class="stack" aria-labelledby="advice">
    <h3 id="advice">${msg('À regarder', { id: 'studio-advice' })}</h3>
    <ul class="advice">
      ${issues.map((issue) => item(issue.severity === 'error', issue.path, faultWords(issue)))}
      ${advice.map(({ path, text, lang }) => item(false, path, text, lang))}
    </ul>
    ${
      issues.length + advice.length
        ? nothing
        : html`<p class="soft">
            ${msg('Rien à redire\u00a0: c’est clair, court et complet.', { id: 'studio-advice-none' })}
          </p>`
    }
  </section>`;
}
