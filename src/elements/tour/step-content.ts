import type { RunnerStep } from '../../engine/tour/tour-runner.js';
import type { Text } from '../../model/schema/common.js';
import type { Placement } from '../../model/schema/tour.js';

/** A step with what it says: from the plan, or from a `<sentier-step>`. */
export interface StepContent extends RunnerStep {
  title?: Text | undefined;
  body?: Text | undefined;
  placement?: Placement | undefined;
  /** What says it, when written by hand. */
  element?: Element;
}
