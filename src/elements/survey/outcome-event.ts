import { placeOf } from '../../core/survey/survey-machine.js';
import type { Survey, SurveyEffect, SurveyState } from '../../core/survey/survey-machine.js';
import { SentierEvent } from '../events/sentier-event.js';
import { untilTomorrow } from '../events/sentier-snooze-event.js';
import { SentierStepEvent } from '../events/sentier-step-event.js';

const PLAIN = { shown: 'show', completed: 'complete', dismissed: 'dismiss' } as const;

/** What the machine reports, as the event that the page hears. */
export function outcomeEvent(
  { outcome }: SurveyEffect & { type: 'report' },
  campaign: string,
  state: SurveyState,
  survey: Survey,
): SentierEvent {
  if (outcome === 'snoozed') return untilTomorrow(campaign);
  if (outcome !== 'step') return new SentierEvent(`sentier-${PLAIN[outcome]}`, campaign);
  const { route, index, question } = placeOf(state, survey);
  return new SentierStepEvent(campaign, question.id, index, route.length);
}
