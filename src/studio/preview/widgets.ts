import { usableQuestions } from '../../core/survey/usable.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { ChecklistContent } from '../../model/schema/checklist.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import type { PlanDocument } from '../store/studio-store.js';
import { nameOf, TASK_NAMES } from '../words/names.js';
import { dress } from './dress.js';
import type { Looker } from './stage.js';

/** What a widget of the preview is made from, and where it says what it would have done. */
export interface Drawing {
  plan: PlanDocument;
  looker: Looker;
  id: string;
  content: Campaign['content'] | object;
  say: (text: string) => void;
  /** It was left: put a fresh one there. */
  again: () => void;
}

export function checklistOn(drawing: Drawing): HTMLElement | undefined {
  const { plan, looker, content, say, again } = drawing;
  const { tasks = [] } = content as Partial<ChecklistContent>;
  if (!tasks.length) return undefined;
  const list = document.createElement('sentier-checklist');
  list.locales = looker.locales;
  list.planLocale = plan.settings?.locale ?? 'fr';
  list.content = content as ChecklistContent;
  for (const type of ['show', 'before-show', 'before-dismiss', 'step', 'complete', 'fold', 'unfold'])
    list.addEventListener(`sentier-${type}`, (event) => event.stopPropagation());
  list.addEventListener('sentier-action', (event) => {
    event.stopPropagation();
    event.preventDefault();
    say(
      msg(str`Ce bouton ferait\u00a0: ${nameOf(TASK_NAMES, event.do)} (${event.to})`, {
        id: 'studio-would-do',
      }),
    );
  });
  list.addEventListener('sentier-dismiss', (event) => {
    event.stopPropagation();
    say(msg('Fermée. Elle revient ici pour l’essai.', { id: 'studio-was-closed' }));
    again();
  });
  dress(list, plan, looker.profiles, looker.scheme);
  return list;
}

export function surveyOn(drawing: Drawing): HTMLElement | undefined {
  const { plan, looker, content, say, again } = drawing;
  const isPupil = resolveProfiles(looker.profiles, plan.settings?.profileAliases).includes('pupil');
  const survey = content as Partial<SurveyContent>;
  const { questions } = usableQuestions(survey, isPupil);
  if (!questions.length) return undefined;
  const element = document.createElement('sentier-survey');
  element.locales = looker.locales;
  element.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  dress(element, plan, looker.profiles, looker.scheme);
  if (isPupil) element.setAttribute('audience', 'pupil');
  element.dimensions = {};
  let kept: string | undefined;
  element.store = { get: () => kept, set: (value) => (kept = value) };
  element.send = () => {
    say(msg('Rien n’a été envoyé\u00a0: c’est un essai.', { id: 'studio-nothing-sent' }));
    return Promise.resolve('sent' as const);
  };
  element.content = { ...survey, questions, display: 'inline' };
  let isShown = false;
  element.addEventListener('sentier-show', () => (isShown = true));
  for (const type of [
    'show',
    'before-show',
    'before-dismiss',
    'step',
    'answer',
    'complete',
    'dismiss',
    'snooze',
  ])
    element.addEventListener(`sentier-${type}`, (event) => event.stopPropagation());
  element.addEventListener('close', () => {
    // Drawn again it would end again, for ever.
    if (isShown) again();
    else
      say(
        msg('Aucune question n’est pour ce public\u00a0: les conditions les écartent toutes.', {
          id: 'studio-nobody-asked',
        }),
      );
  });
  return element;
}
