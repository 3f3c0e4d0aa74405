import { msg } from '../../locales/msg.js';
import type { BANNER_ACTIONS, BannerKind, BannerPlace } from '../../model/schema/banner.js';
import type { Kind, Lever } from '../../model/schema/campaign.js';
import type { QuestionKind } from '../../model/schema/survey.js';
import type { Role } from '../store/studio-store.js';

/** Words for the plan's own ids: functions, so that each call speaks the language now set. */
export type Names<T extends string> = Readonly<Record<T, () => string>>;

export const PROFILE_NAMES: Names<string> = {
  pupil: () => msg('élèves', { id: 'studio-pupils' }),
  guardian: () => msg('parents', { id: 'studio-guardians' }),
  teacher: () => msg('enseignants', { id: 'studio-teachers' }),
  head: () => msg('direction', { id: 'studio-heads' }),
  staff: () => msg('personnels', { id: 'studio-staff' }),
  district: () => msg('circonscription', { id: 'studio-district' }),
  partner: () => msg('partenaires', { id: 'studio-partners' }),
};

export const DEGREE_NAMES: Names<string> = {
  '1d': () => msg('premier degré', { id: 'studio-degree-1' }),
  '2d': () => msg('second degré', { id: 'studio-degree-2' }),
};

export const KIND_NAMES: Names<Kind> = {
  banner: () => msg('Bannière', { id: 'studio-kind-banner' }),
  tour: () => msg('Visite guidée', { id: 'studio-kind-tour' }),
  survey: () => msg('Enquête', { id: 'studio-kind-survey' }),
  checklist: () => msg('Liste de démarrage', { id: 'studio-kind-checklist' }),
};

export const LEVER_NAMES: Names<Lever> = {
  communication: () => msg('Communication', { id: 'studio-lever-communication' }),
  training: () => msg('Formation', { id: 'studio-lever-training' }),
  support: () => msg('Assistance', { id: 'studio-lever-support' }),
};

export const BANNER_KIND_NAMES: Names<BannerKind> = {
  information: () => msg('Information', { id: 'studio-banner-information' }),
  new: () => msg('Nouveauté', { id: 'studio-banner-new' }),
  warning: () => msg('Attention', { id: 'studio-banner-warning' }),
  maintenance: () => msg('Maintenance', { id: 'studio-banner-maintenance' }),
  success: () => msg('Bonne nouvelle', { id: 'studio-banner-success' }),
  event: () => msg('Événement', { id: 'studio-banner-event' }),
};

export const PLACE_NAMES: Names<BannerPlace> = {
  top: () => msg('En haut de la page', { id: 'studio-place-top' }),
  bottom: () => msg('En bas de la page', { id: 'studio-place-bottom' }),
  inline: () => msg('Dans la page, à la place prévue', { id: 'studio-place-inline' }),
  corner: () => msg('Dans un coin', { id: 'studio-place-corner' }),
  modal: () => msg('Par-dessus la page', { id: 'studio-place-modal' }),
};

export const ACTION_NAMES: Names<(typeof BANNER_ACTIONS)[number]> = {
  link: () => msg('Ouvrir une page', { id: 'studio-action-link' }),
  tour: () => msg('Lancer une visite guidée', { id: 'studio-action-tour' }),
  article: () => msg('Ouvrir un article de l’aide', { id: 'studio-action-article' }),
  survey: () => msg('Ouvrir une enquête', { id: 'studio-action-survey' }),
  acknowledge: () => msg('Confirmer la lecture', { id: 'studio-action-acknowledge' }),
  calendar: () => msg('Ajouter à l’agenda', { id: 'studio-action-calendar' }),
};

/** What a task may do besides. */
export const TASK_NAMES: Names<string> = {
  ...ACTION_NAMES,
  visit: () => msg('Aller à une page', { id: 'studio-task-visit' }),
};

export const LEAVE_NAMES: Names<string> = {
  close: () => msg('Fermer', { id: 'studio-leave-close' }),
  later: () => msg('Plus tard (la personne choisit quand)', { id: 'studio-leave-later' }),
  never: () => msg('Ne plus afficher', { id: 'studio-leave-never' }),
};

export const UNTIL_NAMES: Names<string> = {
  shown: () => msg('une fois montrée', { id: 'studio-until-shown' }),
  dismissed: () => msg('une fois fermée', { id: 'studio-until-dismissed' }),
  completed: () => msg('une fois terminée', { id: 'studio-until-completed' }),
  acknowledged: () => msg('une fois confirmée', { id: 'studio-until-acknowledged' }),
  always: () => msg('jamais\u00a0: elle revient toujours', { id: 'studio-until-always' }),
};

export const QUESTION_NAMES: Names<QuestionKind> = {
  nps: () => msg('Recommandation, de 0 à 10', { id: 'studio-question-nps' }),
  rating: () => msg('Note sur une échelle', { id: 'studio-question-rating' }),
  stars: () => msg('Étoiles', { id: 'studio-question-stars' }),
  faces: () => msg('Visages', { id: 'studio-question-faces' }),
  effort: () => msg('Facilité', { id: 'studio-question-effort' }),
  choice: () => msg('Une réponse parmi plusieurs', { id: 'studio-question-choice' }),
  choices: () => msg('Plusieurs réponses possibles', { id: 'studio-question-choices' }),
  matrix: () => msg('Tableau', { id: 'studio-question-matrix' }),
  ranking: () => msg('Classement', { id: 'studio-question-ranking' }),
  text: () => msg('Texte court', { id: 'studio-question-text' }),
  longtext: () => msg('Texte long', { id: 'studio-question-longtext' }),
  date: () => msg('Date', { id: 'studio-question-date' }),
  boolean: () => msg('Oui ou non', { id: 'studio-question-boolean' }),
  usability: () => msg('Questionnaire d’utilisabilité', { id: 'studio-question-usability' }),
  info: () => msg('Texte sans réponse', { id: 'studio-question-info' }),
};

export const ROLE_NAMES: Names<Role> = {
  viewer: () => msg('Lecture', { id: 'studio-role-reader' }),
  editor: () => msg('Rédaction', { id: 'studio-role-editor' }),
  publisher: () => msg('Publication', { id: 'studio-role-publisher' }),
  admin: () => msg('Administration', { id: 'studio-role-administrator' }),
};

/** The word for an id, or the id where a plan says something that we do not know. */
export const nameOf = (names: Names<string>, id: unknown): string =>
  typeof id === 'string' && Object.hasOwn(names, id)
    ? names[id]!()
    : typeof id === 'string'
      ? id
      : JSON.stringify(id ?? '');
