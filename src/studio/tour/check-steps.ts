import { fragilityOf } from '../../core/target/fragility.js';
import type { Fragility } from '../../core/target/fragility.js';
import { matchesAny } from '../../core/glob.js';
import { isOnPage } from '../../core/tour/step-page.js';
import type { Target, TargetPart } from '../../model/schema/common.js';
import { locate } from '../../platform/locator.js';
import type { Located } from '../../platform/locator.js';
import { partsOf } from './step-fields.js';
import type { Step } from './step-fields.js';

/** `elsewhere`: a step of another page. `centred`: a step that points at nothing. */
export type StepState = Located['state'] | 'elsewhere' | 'centred';

export interface StepCheck {
  state: StepState;
  /** Each way by itself, in the order in which they are tried. */
  parts: readonly { part: TargetPart; state: StepState; fragility: Fragility }[];
}

/**
 * How a step stands on the page that is open. To be called after `prepareLocator()`.
 * @param pages where the campaign begins: a step that names no page is of these, if of any
 */
export function checkStep({ target, page }: Step, path: string, pages: readonly string[] = []): StepCheck {
  const isOfHere = page !== undefined || !pages.length || matchesAny(pages, path);
  const stateOf = (one: Target): StepState => {
    if (!isOnPage(page, path)) return 'elsewhere';
    const { state } = locate(one);
    return state === 'absent' && !isOfHere ? 'elsewhere' : state;
  };
  const parts = partsOf(target).map((part) => ({
    part,
    state: stateOf(part),
    fragility: fragilityOf(part),
  }));
  const isCentred = target === undefined || !parts.length;
  return { state: isCentred && isOnPage(page, path) ? 'centred' : stateOf(target ?? []), parts };
}

/** What has to be looked at before a tour goes out. */
export const isTrouble = (state: StepState): boolean => /^(hidden|ambiguous|absent)$/.test(state);
