import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../elements/primitives/icon.js';
import type { IconNode } from '../../elements/primitives/icon.js';

/**
 * A button that is a drawing, its words said and shown on hover.
 * @param pick where the focus comes back to after picking, see `StepView.pick`
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
    aria-label=${words}
    title=${words}
    data-pick=${pick ?? nothing}
    ?disabled=${isOff}
    @click=${act}
  >
    ${icon(drawing, 18)}
  </button>`;
