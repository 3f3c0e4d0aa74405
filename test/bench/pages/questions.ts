/** One survey for both: three questions after a page that says what it is. */
export const SURVEY = {
  title: 'La nouvelle messagerie',
  intro: 'Trois questions, une minute.',
  recommend: 'Recommanderiez-vous la messagerie à un collègue\u202f?',
  most: 'Qu’est-ce qui vous sert le plus\u202f?',
  options: ['Les groupes', 'Les accusés de lecture', 'Les pièces jointes'],
  better: 'Que faudrait-il améliorer d’abord\u202f?',
} as const;
