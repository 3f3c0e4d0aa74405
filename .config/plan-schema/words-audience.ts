import type { Words } from './words.js';

const DIMENSIONS = {
  profiles:
    '"pupil" (élève), "guardian" (parent), "teacher" (enseignant), "head" (direction), "staff" (personnel), "district" (circonscription ou académie), "partner" (partenaire), un code national, ou un mot de "profileAliases".',
  degrees: '"1d" (premier degré), "2d" (second degré).',
  schools: 'UAI des établissements, tels que "0750001A".',
  levels: 'Niveaux, tels que la page les donne dans "user.levels".',
  groups: 'Groupes ou classes, tels que la page les donne dans "user.groups".',
  functions: 'Fonctions, telles que la page les donne dans "user.functions".',
  services: 'Service de la page où l’on est ("service" du contexte), tel que "messagerie".',
  locales:
    'Langue que la page déclare ("locale" du contexte, et non l’attribut "lang")\u202f; "fr" comprend "fr-CA".',
  arrivedWithin: 'Arrivés ("user.arrived") depuis moins longtemps que cette durée.',
};

export const audienceWords: Words = {
  Audience: {
    '': 'Pour qui. Les critères se cumulent\u202f; dans chacun, une valeur suffit, et une liste vide ne demande rien. Ce que la page ne dit pas ne convient pas\u202f; un critère inconnu est une erreur.',
    ...DIMENSIONS,
    share:
      'Pourcentage des personnes, de 0 à 100, toujours les mêmes pour un même identifiant. La page doit donner "user.key".',
    not: 'Sauf ceux-ci\u00a0: un seul de ces critères suffit à exclure.',
  },
  AudienceDimensions: {
    '': 'Ceux qui n’en sont pas. Ce que la page ne dit pas n’exclut personne\u202f; un critère inconnu est une erreur.',
    ...DIMENSIONS,
  },
};
