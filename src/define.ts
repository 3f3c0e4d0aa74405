/** Defines every element: `import 'sentier/define.js'`. One alone: `import 'sentier/define/banner.js'`. */
import './elements/banner/define-banner.js';
import './elements/checklist/define-checklist.js';
import './elements/help/define-help.js';
import './elements/help/define-hint.js';
import './elements/news/define-news.js';
import './elements/survey/define-survey.js';
import './elements/tour/define-step.js';
import './elements/tour/define-tour.js';

// What document and window hear of them, and `window.sentier`.
export type {} from './elements/events/event-map.js';
export type {} from './engine/api.js';
