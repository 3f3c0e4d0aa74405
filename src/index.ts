export { SentierBanner } from './elements/banner/sentier-banner.js';
export { SentierChecklist } from './elements/checklist/sentier-checklist.js';
export { SentierHelp } from './elements/help/sentier-help.js';
export { SentierHint } from './elements/help/sentier-hint.js';
export { SentierNews } from './elements/news/sentier-news.js';
export { SentierSurvey } from './elements/survey/sentier-survey.js';
export { SentierStep } from './elements/tour/sentier-step.js';
export { SentierTour } from './elements/tour/sentier-tour.js';

export type { SentierEventMap } from './elements/events/event-map.js';
export { SentierEvent } from './elements/events/sentier-event.js';
export { SentierActionEvent } from './elements/events/sentier-action-event.js';
export { SentierAnswerEvent } from './elements/events/sentier-answer-event.js';
export { SentierErrorEvent } from './elements/events/sentier-error-event.js';
export { SentierSnoozeEvent } from './elements/events/sentier-snooze-event.js';
export { SentierStepEvent } from './elements/events/sentier-step-event.js';
export { SentierTargetMissingEvent } from './elements/events/sentier-target-missing-event.js';

export { type EngineService, engineContext } from './elements/context/services.js';
export { setInterfaceLocale } from './locales/msg.js';

export type { SentierApi, SentierCommand, SentierEventName, SentierEventOf } from './engine/api.js';
export type { Context, Outcome, Progress, User } from './core/types.js';
export type { Plan } from './model/schema/plan.js';
export type { Campaign } from './model/schema/campaign.js';

// So that the tags have their classes, for whoever defines these without `sentier/define.js`.
export type {} from './define.js';
