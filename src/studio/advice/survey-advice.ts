import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import { isOfKind } from '../fields/question-fields.js';
import { optionText } from '../survey-editor/option-lines.js';
import type { Advice } from './advice.js';

/** The first words that stand twice in a list, however they are written. */
function twiceIn(words: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return words.find((one) => {
    const bare = one.trim().toLowerCase();
    if (!bare) return false;
    if (seen.has(bare)) return true;
    seen.add(bare);
    return false;
  });
}

/** Two answers of one name: whoever answers cannot tell them apart, nor whoever reads the results. */
export function surveyAdvice({ questions = [] }: Partial<SurveyContent>, at: string, main: string): Advice[] {
  return questions.flatMap((question, i) =>
    (['options', 'rows'] as const).flatMap((part): Advice[] => {
      const own = isOfKind(question.kind, part) ? (question[part] ?? []) : [];
      const twice = twiceIn(own.map((one) => optionText(one, { lang: main, main })));
      if (twice === undefined) return [];
      return [
        {
          code: 'twice',
          path: `${at}.questions[${i}].${part}`,
          text: msg(
            str`Question ${i + 1}\u00a0: «\u00a0${twice.trim()}\u00a0» est proposé deux fois\u202f; on ne saura pas lequel a été choisi.`,
            { id: 'studio-advice-twice' },
          ),
        },
      ];
    }),
  );
}
