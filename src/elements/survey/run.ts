/** What a survey needs once somebody answers: loaded beside its first page, which does without. */
export { otherOf } from '../../core/survey/answer.js';
export { openingState, placeOf, seedOf, transition } from '../../core/survey/survey-machine.js';
export { fieldFor, loadField } from './fields/load-field.js';
export { outcomeEvent } from './outcome-event.js';
export { pageView } from './question-view.js';
