import type { MissingPolicy, Placement } from '../../model/schema/tour.js';
import type { StepContent } from './step-content.js';

/**
 * One step of a tour written by hand, within `<sentier-tour>`. It is seen only while the tour is at it; what it says
 * keeps the page's own styles.
 *
 * @slot - What the step says.
 * @attr {string} target - What the step points at: a CSS selector, with `>>>` through shadow roots. None: a centred step.
 * @attr {string} heading - The step's title.
 * @attr {top|bottom|start|end|center} [placement=bottom] - Side of the target, where there is room.
 * @attr {wait|skip|center|end} [missing=wait] - When the target is not there.
 * @attr {string} page - Glob over the path of the page that the step belongs to.
 * @attr {string} advance - How the person goes on besides Next: `click`, `input`, or the name of a host event.
 */
export class SentierStep extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
  }

  /** The step as its tour reads it. */
  get content(): Partial<StepContent> {
    const get = (name: string) => this.getAttribute(name) ?? undefined;
    const advance = get('advance');
    return {
      element: this,
      id: this.id,
      target: get('target'),
      title: get('heading'),
      placement: get('placement') as Placement | undefined,
      missing: get('missing') as MissingPolicy | undefined,
      page: get('page'),
      advance: advance
        ? { on: /^(click|input)$/.test(advance) ? (advance as 'click') : 'event', event: advance }
        : undefined,
    };
  }
}
