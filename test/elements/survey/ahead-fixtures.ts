/** A survey whose questions follow each other, in a file that defines nothing. */
export const SCALE_AND_CHOICE = {
  title: 'L’ENT et vous',
  intro: 'Deux questions.',
  dimensions: ['profile'],
  privacy: { controller: 'Le collège', purpose: 'Améliorer l’ENT' },
  questions: [
    { id: 'recommend', kind: 'nps', title: 'Recommanderiez-vous l’ENT\u202f?' },
    { id: 'most', kind: 'choice', title: 'Qu’utilisez-vous le plus\u202f?', options: ['Notes', 'Agenda'] },
  ],
};
