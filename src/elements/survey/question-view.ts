import { answerTo, otherOf, textOf } from '../../core/survey/answer.js';
import { placeOf } from '../../core/survey/survey-machine.js';
import type { Survey, SurveyState } from '../../core/survey/survey-machine.js';
import type { Question } from '../../model/schema/survey.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { addCss } from '../primitives/add-css.js';
import { h } from '../primitives/dom.js';
import { waymarkNodes } from '../primitives/waymark-nodes.js';
import { waymarksCss } from '../primitives/waymarks.css.js';
import type * as done from './done-view.js';
import type { Draw, Field } from './fields/field.js';
import { noticeOf } from './notice.js';
import { questionCss } from './question.css.js';
import type { SurveyCard } from './survey-card.js';
import { body, button, closeWords, laterButton, nameOf, primary, TITLE, writer } from './views.js';
import type { Page, PageContext } from './views.js';

/** All that a page past the first is drawn from. */
export interface ViewContext extends PageContext {
  survey: Survey;
  machine: SurveyState;
  /** What the last page is made with; undefined while that is not here yet. */
  done: typeof done | undefined;
  say(words: string): void;
}

export interface View extends Page {
  field?: Field;
  /** Style that came with it. */
  css?: string;
}

/** Fills the card with such a page. */
export function drawView(card: SurveyCard, tree: ShadowRoot, view: View): void {
  const { field, css } = view;
  card.field = field;
  card.said = field?.notes?.()['said'];
  for (const text of [css, field?.css]) if (text) addCss(tree, text);
  card.draw(view);
}

/** The page that a survey is at, past its first: a question, or the thanks. `draw`: how this kind of question is drawn. */
export const pageView = (context: ViewContext, draw: Draw): View => ({
  css: waymarksCss + questionCss,
  ...(context.machine.phase === 'done' ? doneView(context) : questionView(context, draw)),
});

function doneView(context: ViewContext): View {
  const { machine, content, survey, isCard, done } = context;
  const told = done?.deliveryWords(machine.delivery);
  const isRefused = machine.delivery === 'refused';
  return {
    page: [
      nameOf(context, 'p', { class: 'over' }),
      h('h2', TITLE, isRefused ? told : (done?.thanksWords() ?? '…')),
      isRefused ? undefined : body(context, content.thanks),
      isRefused ? undefined : h('p', { class: 'delivery' }, told),
      ...(done?.canCopy(machine.delivery)
        ? done.copyOf(survey.questions, machine.answers, context.resolve, context.say)
        : []),
    ],
    foot: [isCard ? primary(closeWords()) : undefined],
  };
}

function questionView(context: ViewContext, draw: Draw): View {
  const { machine, content, survey } = context;
  const { question, route, index } = placeOf(machine, survey);
  const field = draw({
    question,
    value: answerTo(machine.answers, question.id),
    other: textOf(answerTo(machine.answers, otherOf(question.id))),
    freeText: !context.isPupil || !!content.freeTextForPupils,
    write: writer(context),
    say: context.say,
  });
  const isFirst = !index && !survey.intro;
  return {
    field,
    page: [
      nameOf(context, 'p', { class: 'over' }),
      isFirst ? noticeOf(context, writer(context)) : undefined,
      ...field.nodes,
      h('p', { id: 'error' }),
    ],
    foot: [
      h('p', { id: 'progress' }, ...progressNodes(route, index)),
      // Together on a line of their own where the path leaves them no room beside it.
      h(
        'div',
        { class: 'ways' },
        index ? button('back', msg('Retour', { id: 'back' })) : isFirst && laterButton(context),
        primary(onWords(route, index)),
      ),
    ],
  };
}

/** The button that leads on says whether it sends. */
export const onWords = (route: readonly Question[], index: number): string =>
  route[index + 1] ? msg('Suivant', { id: 'next' }) : msg('Envoyer', { id: 'sv-send' });

/** Waymarks, and the same in words. Pages without a question are on the path, but not counted. */
export function progressNodes(route: readonly Question[], index: number): (Node | string)[] {
  if (!route[1]) return [];
  const count = (part: readonly Question[]): number => part.filter(({ kind }) => kind !== 'info').length;
  const number = count(route.slice(0, index + 1));
  const isCounted = route[index]!.kind !== 'info';
  const words = msg(str`Question ${number} sur ${count(route)}`, { id: 'sv-question-of' });
  return [waymarkNodes(index, route.length), ...(isCounted ? [words] : [])];
}
