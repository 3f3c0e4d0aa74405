import { renderSurveyModal } from '@formbricks/surveys';
import { expose } from './host.js';
import { SURVEY } from './questions.js';

/** Texts are plain in this version, the last that is published as a package. */
const question = (id: string, type: string, headline: string, more: object = {}) => ({
  id,
  type,
  headline,
  required: true,
  buttonLabel: 'Suivant',
  backButtonLabel: 'Retour',
  ...more,
});
const survey = {
  id: 'survey',
  name: SURVEY.title,
  type: 'app',
  languages: [],
  styling: {},
  welcomeCard: {
    enabled: true,
    headline: SURVEY.title,
    html: `<p>${SURVEY.intro}</p>`,
    buttonLabel: 'Commencer',
    timeToFinish: false,
    showResponseCount: false,
  },
  questions: [
    question('recommend', 'nps', SURVEY.recommend, { lowerLabel: 'non', upperLabel: 'oui' }),
    question('most', 'multipleChoiceSingle', SURVEY.most, {
      shuffleOption: 'none',
      choices: SURVEY.options.map((label, i) => ({ id: `${i}`, label })),
    }),
    question('better', 'openText', SURVEY.better, { inputType: 'text', longAnswer: true }),
  ],
  thankYouCard: { enabled: true, headline: 'Merci\u202f!' },
  hiddenFields: { enabled: false },
};

let closed: (() => void) | undefined;
expose({
  start() {
    renderSurveyModal({
      survey,
      brandColor: '#0b6b5f',
      isBrandingEnabled: false,
      placement: 'bottomRight',
      clickOutside: false,
      darkOverlay: false,
      // As its makers' own script does.
      onClose() {
        document.getElementById('formbricks-modal-container')?.remove();
        closed?.();
      },
    });
  },
  next: () =>
    [...document.querySelectorAll<HTMLElement>('#fbjs button')]
      .find((button) => /Commencer/.test(button.textContent ?? ''))
      ?.click(),
  stop: () =>
    new Promise<void>((resolve) => {
      closed = resolve;
      document.querySelector<HTMLElement>('#fbjs button')?.click();
    }),
});
