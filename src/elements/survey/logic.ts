/** What only surveys with conditions, branches, a random order or quoted answers load. */
import type { Answers } from '../../core/survey/answer.js';
import { inOrder } from '../../core/survey/order.js';
import { withAnswers } from '../../core/survey/pipe.js';
import { routeThrough } from '../../core/survey/route.js';
import type { Question, SurveyContent } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { answerWords } from './answer-words.js';

export interface Logic {
  questions: readonly Question[];
  route(answers: Answers): readonly Question[];
  /** A text with the answers that it quotes. */
  fill(text: string, answers: Answers, isMarkdown?: boolean): string;
}

export function logicOf(
  given: readonly Question[],
  order: SurveyContent['order'],
  seed: number,
  profiles: readonly string[],
  resolve: (text: Text | undefined) => ResolvedText,
): Logic {
  const questions = inOrder(given, order, seed);
  return {
    questions,
    route: (answers) => routeThrough(questions, answers, profiles),
    fill: (text, answers, isMarkdown) =>
      withAnswers(
        text,
        (id) => {
          // Only of questions asked on this way: an answer of a branch since left is not quoted.
          const question = routeThrough(questions, answers, profiles).find((one) => one.id === id);
          return question && answerWords(question, answers, resolve);
        },
        isMarkdown,
      ),
  };
}
