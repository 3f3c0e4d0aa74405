import { defineOnce } from './shell/define-once.js';
import { registerEditor } from './shell/editors.js';
import { SentierStudio } from './shell/sentier-studio.js';
import { SentierStudioConflict } from './publish/sentier-studio-conflict.js';

registerEditor('tour', {
  tag: 'sentier-tour-editor',
  load: () => import('./tour/define-tour-editor.js'),
});
registerEditor('banner', {
  tag: 'sentier-studio-banner',
  load: () => import('./banner-editor/define-banner-editor.js'),
});
registerEditor('survey', {
  tag: 'sentier-studio-survey',
  load: () => import('./survey-editor/define-survey-editor.js'),
});
registerEditor('checklist', {
  tag: 'sentier-studio-checklist',
  load: () => import('./checklist-editor/define-checklist-editor.js'),
});

defineOnce('sentier-studio-conflict', SentierStudioConflict);
defineOnce('sentier-studio', SentierStudio);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio': SentierStudio;
    'sentier-studio-conflict': SentierStudioConflict;
  }
}
