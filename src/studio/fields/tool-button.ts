import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../elements/primitives/icon.js';
import type { IconNode } from '../../elements/primitives/icon.js';

/**
 * A button that is a drawing, its words said and shown on hover: by `title` alone, for beside an `aria-label` of the same
 * words it would be said twice.
 * @param pick where the focus comes back to after picking, see `StepView.pick` of the tour
 */
export const tool = (
  words: string,
  drawing: IconNode,
  isOff: boolean,
  act: () => void,
  pick?: string,
): TemplateResult =>
  html`<button
    type="button"
    class="icon"
    title=${words}
    data-pick=${pick ?? nothing}
    ?disabled=${isOff}
    @click=${act}
  >
    ${icon(drawing, 18)}
  </button>`;
