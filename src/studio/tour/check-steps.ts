import { fragilityOf } from '../../core/target/fragility.js';
import type { Fragility } from '../../core/target/fragility.js';
import { isOnPage } from '../../core/tour/step-page.js';
import type { TargetPart } from '../../model/schema/common.js';
import { locate } from '../../platform/locator.js';
import type { Located } from '../../platform/locator.js';
import { partsOf } from './step-fields.js';
import type { Step } from './step-fields.js';

export type PartState = Located['state'];
/** `elsewhere`: a step of another page. `centred`: a step that points at nothing. */
export type StepState = PartState | 'elsewhere' | 'centred';

export interface StepCheck {
  state: StepState;
  /** Each way by itself, in the order in which they are tried. */
  parts: readonly { part: TargetPart; state: PartState; fragility: Fragility }[];
}

/** How a step stands on the page that is open. To be called after `prepareLocator()`. */
export function checkStep({ target, page }: Step, path: string): StepCheck {
  const parts = partsOf(target).map((part) => ({
    part,
    state: locate(part).state,
    fragility: fragilityOf(part),
  }));
  const state = !isOnPage(page, path)
    ? 'elsewhere'
    : target === undefined || !parts.length
      ? 'centred'
      : locate(target).state;
  return { state, parts };
}

/** What has to be looked at before a tour goes out. */
export const isTrouble = (state: StepState): boolean => /^(hidden|ambiguous|absent)$/.test(state);
