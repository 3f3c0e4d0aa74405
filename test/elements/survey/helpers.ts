import { fixture, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import type { PartialStore, SentierSurvey } from '../../../src/elements/survey/sentier-survey.js';
import { loadField } from '../../../src/elements/survey/fields/load-field.js';
import { QUESTION_KINDS } from '../../../src/model/schema/survey.js';
import { render } from '../../../stories/survey/survey.stories.js';
import type { SurveyArgs } from '../../../stories/survey/survey.stories.js';
import { loadRich } from '../../../src/engine/rich.js';

// As the engine does before a widget whose texts have marks.
await loadRich();

export const find = <E extends HTMLElement = HTMLElement>(survey: SentierSurvey, selector: string): E => {
  const found = survey.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in ${survey.shadowRoot!.innerHTML}`);
  return found;
};
export const has = (survey: SentierSurvey, selector: string): boolean =>
  !!survey.shadowRoot!.querySelector(selector);
export const words = (survey: SentierSurvey, selector = '.card'): string =>
  find(survey, selector)
    .textContent!.replace(/[ \n]+/g, ' ')
    .trim();
export const title = (survey: SentierSurvey): string => words(survey, '#title');
export const focused = (survey: SentierSurvey): Element | null => survey.shadowRoot!.activeElement;

/** The next event of this type, with its fields. */
export const heard = <K extends keyof HTMLElementEventMap>(
  survey: SentierSurvey,
  type: K,
): Promise<HTMLElementEventMap[K]> => oneEvent(survey, type) as unknown as Promise<HTMLElementEventMap[K]>;

let isWarm = false;
/** Brings what comes after the first page: how a survey waits for it has tests of its own. */
export async function warm(): Promise<void> {
  if (isWarm) return;
  await Promise.all(QUESTION_KINDS.map((kind) => loadField(kind)));
  const survey = render({ content: { questions: [1, 2].map((i) => ({ id: `w${i}`, kind: 'info' })) } });
  document.body.append(survey);
  await waitUntil(() => has(survey, '.primary'), 'a survey is shown', { timeout: 5000 });
  next(survey);
  await waitUntil(() => has(survey, '.over'), 'its chunks are here', { timeout: 5000 });
  survey.remove();
  isWarm = true;
}

/** A story on screen. */
export async function shown(
  { args }: { args: SurveyArgs },
  more: { [K in keyof SurveyArgs]?: SurveyArgs[K] | undefined } = {},
): Promise<SentierSurvey> {
  await warm();
  const survey = await fixture<SentierSurvey>(render({ ...args, ...more } as SurveyArgs));
  await waitUntil(() => has(survey, '#title'), 'the survey is shown');
  await nextFrame();
  return survey;
}

export const next = (survey: SentierSurvey): void => find(survey, '.primary').click();
export const pick = (survey: SentierSurvey, index: number): void =>
  survey.shadowRoot!.querySelectorAll('input')[index]!.click();
export function type(survey: SentierSurvey, text: string): void {
  const field = find<HTMLInputElement>(survey, '.text');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
export const says = (survey: SentierSurvey, what: RegExp): Promise<void> =>
  waitUntil(() => what.test(words(survey, '[role=status]')), `the live region says ${what}`);

/** Through the barometer to its last question. */
export function toText(survey: SentierSurvey): void {
  next(survey);
  pick(survey, 9);
  next(survey);
  pick(survey, 1);
  next(survey);
}

export function memory(): PartialStore & { kept: string | undefined } {
  const store = {
    kept: undefined as string | undefined,
    get: () => store.kept,
    set: (partial: string | undefined) => {
      store.kept = partial;
    },
  };
  return store;
}

/** The end of its entrance: half-way through, its colours are not its own. */
export const still = (survey: SentierSurvey): Promise<unknown> =>
  Promise.all(
    find(survey, '.card')
      .getAnimations()
      .map((animation) => animation.finished),
  );
