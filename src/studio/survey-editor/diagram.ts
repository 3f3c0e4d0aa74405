import { html, nothing, svg, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import { arrowsOf } from './logic.js';

const ROW = 44;
const X = 24;

/**
 * The way through the questions as a line of waymarks, with arcs for branches; the same in words beside it, for whoever
 * does not see it.
 */
export function diagram(content: Partial<SurveyContent>): TemplateResult {
  const questions = content.questions ?? [];
  const arrows = arrowsOf(content);
  const places = new Map([
    ...questions.map(({ id }, i) => [id, i] as const),
    ['end', questions.length] as const,
  ]);
  const nameAt = (i: number) => (i === questions.length ? msg('Fin', { id: 'studio-end' }) : `${i + 1}`);
  const branches = arrows.filter(
    ({ from, to, when, isBroken }) => !isBroken && (when !== '' || places.get(to) !== places.get(from)! + 1),
  );
  const height = (questions.length + 1) * ROW;
  return html`<figure class="diagram">
    <figcaption class="small soft">
      ${msg('Le chemin à travers les questions', { id: 'studio-path' })}
    </figcaption>
    <div class="path">
      <svg width="150" height=${height} viewBox="0 0 150 ${height}" aria-hidden="true">
        <line class="way" x1=${X} y1=${ROW / 2} x2=${X} y2=${height - ROW / 2}></line>
        ${branches.map(({ from, to }, i) => {
          const [a, b] = [places.get(from)! * ROW + ROW / 2, places.get(to)! * ROW + ROW / 2];
          const out = X + 34 + ((i * 22) % 84);
          return svg`<path class="branch" d="M ${X + 9} ${a} C ${out} ${a}, ${out} ${b}, ${X + 13} ${b}"></path>
            <path class="tip" d="M ${X + 19} ${b - 4} L ${X + 11} ${b} L ${X + 19} ${b + 4}"></path>`;
        })}
        ${[...questions.map((one) => Boolean(one.showIf)), false].map(
          (isConditional, i) =>
            svg`<circle class=${isConditional ? 'mark conditional' : 'mark'} cx=${X} cy=${i * ROW + ROW / 2} r="10"></circle>
              <text x=${X} y=${i * ROW + ROW / 2 + 4} text-anchor="middle">${i === questions.length ? '■' : i + 1}</text>`,
        )}
      </svg>
      <ul class="small">
        ${arrows
          .filter(({ when, isBroken }) => when || isBroken)
          .map(
            ({ from, to, when, isBroken }) =>
              html`<li class=${isBroken ? 'error' : ''}>
                ${msg(str`${nameAt(places.get(from)!)} → ${isBroken ? to : nameAt(places.get(to)!)}\u00a0: si ${when || '…'}`, { id: 'studio-arrow' })}
                ${isBroken ? msg('(n’existe pas plus loin)', { id: 'studio-arrow-broken' }) : nothing}
              </li>`,
          )}
      </ul>
    </div>
  </figure>`;
}
