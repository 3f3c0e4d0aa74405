/** What a survey needs once somebody answers: loaded beside its first page, which does without. */
export { openingState, placeOf, seedOf } from '../../core/survey/survey-machine.js';
export { fieldFor, loadField } from './fields/load-field.js';
export { Course, pageOf, refresh } from './course.js';
export { drawView, pageView } from './question-view.js';
