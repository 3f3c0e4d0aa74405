import type { MissingPolicy, Placement, TourStep } from '../../model/schema/tour.js';
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
 * @attr {card|hint} [display=card] - `hint`: a word beside its target, without veil, which takes no focus.
 * @attr {allowed|blocked} [interaction=allowed] - `blocked`: the target is shown and cannot be used.
 * @attr {string} next - Id of the step that Next leads to, or "end", when not the one below.
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
      display: get('display') as TourStep['display'],
      interaction: get('interaction') as TourStep['interaction'],
      ...(get('next') && { next: get('next') }),
      ...(advance && {
        advance: { on: /^(click|input)$/.test(advance) ? (advance as 'click') : 'event', event: advance },
      }),
    };
  }
}
