import { answerTo, otherOf, textOf } from '../../core/survey/answer.js';
import { placeOf } from '../../core/survey/survey-machine.js';
import type { Question } from '../../model/schema/survey.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { h } from '../primitives/dom.js';
import { waymarkNodes } from '../primitives/waymark-nodes.js';
import { waymarksCss } from '../primitives/waymarks.css.js';
import type { Draw } from './fields/field.js';
import { body, button, laterButton, nameOf, noticeFor, primary, TITLE, writer } from './views.js';
import type { View, ViewContext } from './views.js';
import { questionCss } from './question.css.js';
import { closeWords } from './words.js';

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
      isFirst ? noticeFor(context) : undefined,
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
