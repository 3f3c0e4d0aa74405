import type { RunnerStep } from '../../engine/tour/tour-runner.js';
import type { Text } from '../../model/schema/common.js';
import type { Media } from '../../model/schema/media.js';
import type { Placement, TourStep } from '../../model/schema/tour.js';

/** A step with what it says: from the plan, or from a `<sentier-step>`. */
export interface StepContent extends RunnerStep {
  title?: Text | undefined;
  body?: Text | undefined;
  why?: Text | undefined;
  how?: Text | undefined;
  media?: readonly Media[] | undefined;
  placement?: Placement | undefined;
  display?: TourStep['display'];
  spotlight?: TourStep['spotlight'];
  interaction?: TourStep['interaction'];
  answers?: TourStep['answers'];
  /** What says it, when written by hand. */
  element?: Element;
}
