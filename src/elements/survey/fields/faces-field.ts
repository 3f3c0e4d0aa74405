import { optionsOf } from '../../../core/survey/questions.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { css } from '../../styles/css.js';
import type { Draw } from './field.js';
import { groupCss, groupOf, pickOf } from './group.js';

/** Mouths from worst to best, in a face of 48 by 48; brows on the worst, cheeks on the best. */
const MOUTHS = [
  'M15 35.5c3-5.5 15-5.5 18 0',
  'M16.5 33.5c3-2.6 12-2.6 15 0',
  'M17 32h14',
  'M16 30c3 4 13 4 16 0',
  'M14 28.5h20c-1 6.5-5 9-10 9s-9-2.5-10-9z',
] as const;

const SVG = 'http://www.w3.org/2000/svg';

function shape(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, String(attributes[name]));
  return element;
}

/** A face of ours, 1 (worst) to 5 (best): lines alone, in the colour of the text around. Its words stand below it. */
function face(mark: number): SVGElement {
  const svg = shape('svg', { viewBox: '0 0 48 48', 'aria-hidden': 'true', class: 'face' });
  const line = { d: MOUTHS[mark - 1]!, class: mark === 5 ? 'smile' : 'line' };
  svg.append(
    shape('circle', { cx: 24, cy: 24, r: 20.5, class: 'skin' }),
    shape('circle', { cx: 17, cy: 20, r: 2.4, class: 'eye' }),
    shape('circle', { cx: 31, cy: 20, r: 2.4, class: 'eye' }),
    shape('path', line),
  );
  if (mark === 1) svg.append(shape('path', { d: 'M13 17l6-2.5M35 17l-6-2.5', class: 'line' }));
  return svg;
}

const words = (): string[] => msg('pas du tout|pas trop|moyen|bien|très bien', { id: 'sv-faces' }).split('|');

/** Five faces, each with its words: never the face alone. The campaign's `options` are other words for the five. */
export const draw: Draw = (context) => {
  const { question, value, write } = context;
  const own = optionsOf(question);
  const inputs: HTMLInputElement[] = [];
  const row = h('div', { class: 'faces' });
  words().forEach((word, i) => {
    const option = own.length === 5 ? own[i] : undefined;
    const said = option ? write('span', {}, option.label) : h('span', {}, word);
    const { label, input } = pickOf('radio', 'answer', `${i + 1}`, value === i + 1);
    label.append(face(i + 1), said);
    inputs.push(input);
    row.append(label);
  });
  return {
    question,
    css: groupCss + facesCss,
    nodes: [groupOf(context, 'radiogroup', row)],
    read() {
      const chosen = inputs.find(({ checked }) => checked);
      return chosen && Number(chosen.value);
    },
  };
};

const facesCss = css`
  .faces {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(2.6em, 1fr));
    gap: 2px;
    max-width: 520px;
    margin-top: 12px;
  }
  .faces .pick {
    flex-direction: column;
    justify-content: flex-start;
    gap: 6px;
    padding: 10px 1px 8px;
    text-align: center;
  }
  .faces .pick input {
    border-color: transparent;
  }
  .faces .pick input:checked {
    border-color: var(--_accent);
  }
  .faces span {
    font-size: 0.8em;
    line-height: 1.2;
  }
  .faces input:checked ~ span {
    font-weight: 600;
  }
  .face {
    width: 2.5em;
    height: 2.5em;
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
    transition: transform 160ms ease-out;
  }
  .face .skin {
    fill: var(--_surface);
    stroke: var(--_soft);
  }
  .face .eye,
  .face .smile {
    fill: var(--_ink);
    stroke: none;
  }
  input:checked ~ .face .skin {
    fill: var(--_accent);
    stroke: var(--_accent);
  }
  input:checked ~ .face .eye,
  input:checked ~ .face .smile {
    fill: var(--_on-accent);
  }
  input:checked ~ .face .line {
    stroke: var(--_on-accent);
  }
  :host([audience='pupil']) .face {
    width: 3.1em;
    max-width: 100%;
    height: auto;
    aspect-ratio: 1;
  }
  @media (prefers-reduced-motion: no-preference) {
    input:checked ~ .face {
      transform: scale(1.08);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .face {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .face {
      forced-color-adjust: auto;
      stroke: CanvasText;
    }
    .face .skin {
      fill: Canvas;
      stroke: CanvasText;
    }
    .face .eye,
    .face .smile {
      fill: CanvasText;
    }
    input:checked ~ .face .skin {
      fill: Highlight;
      stroke: Highlight;
    }
    input:checked ~ .face .eye,
    input:checked ~ .face .smile {
      fill: HighlightText;
    }
    input:checked ~ .face .line {
      stroke: HighlightText;
    }
  }
`;
