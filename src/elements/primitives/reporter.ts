import type { Outcome, OutcomeType } from '../../core/types.js';
import type { PresentRequest } from '../../engine/widget-module.js';

/** Tells the engine what became of the campaign that it has asked for. */
export type Report = (type: OutcomeType, more?: Pick<Outcome, 'step' | 'until'>) => void;

export const reporterOf = ({ campaign, report }: Pick<PresentRequest, 'campaign' | 'report'>): Report => {
  const { id, kind, version = 1 } = campaign;
  return (type, more) => report({ type, campaign: id, kind, version, ...more });
};
