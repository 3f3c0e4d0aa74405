import type { Question, SurveyContent } from '../../src/model/schema/survey.js';

/** A picture of ours, for people who do not read yet: no file, no request. */
const picture = (drawing: string): string => new URL(`./images/${drawing}.svg`, import.meta.url).href;

type Asked = Question & { title: string };

/** One question of each kind, as an adult is asked. */
export const ADULT: Readonly<Record<string, Asked>> = {
  nps: {
    id: 'q',
    kind: 'nps',
    title: 'Recommanderiez-vous l’ENT à un collègue d’une autre école\u202f?',
    required: true,
  },
  rating: {
    id: 'q',
    kind: 'rating',
    title: 'Êtes-vous satisfait de la nouvelle messagerie\u202f?',
    help: 'Depuis la rentrée, dans l’ensemble.',
  },
  stars: { id: 'q', kind: 'stars', title: 'Quelle note donnez-vous au cahier de textes\u202f?' },
  faces: { id: 'q', kind: 'faces', title: 'Comment s’est passée votre première semaine sur l’ENT\u202f?' },
  effort: {
    id: 'q',
    kind: 'effort',
    title: 'L’ENT m’a permis d’écrire facilement aux familles.',
    help: 'Êtes-vous d’accord avec cette phrase\u202f?',
  },
  choice: {
    id: 'q',
    kind: 'choice',
    title: 'Qu’est-ce qui vous sert le plus\u202f?',
    options: ['La messagerie', 'Le cahier de textes', 'Le blog de la classe'],
    other: true,
    required: true,
  },
  choices: {
    id: 'q',
    kind: 'choices',
    title: 'De quoi auriez-vous besoin pour aller plus loin\u202f?',
    options: ['Une formation en équipe', 'Des exemples prêts à l’emploi', 'Du matériel', 'Du temps'],
    other: true,
    max: 2,
  },
  pictures: {
    id: 'q',
    kind: 'choices',
    title: 'Sur quoi vous connectez-vous\u202f?',
    options: [
      { id: 'ordinateur', label: 'Un ordinateur', image: { src: picture('ordinateur'), alt: '' } },
      { id: 'telephone', label: 'Un téléphone', image: { src: picture('telephone'), alt: '' } },
      { id: 'tablette', label: 'Une tablette', image: { src: picture('tablette'), alt: '' } },
    ],
  },
  matrix: {
    id: 'q',
    kind: 'matrix',
    title: 'Que pensez-vous de ces phrases\u202f?',
    rows: [
      'L’ENT me fait gagner du temps.',
      'Je sais à qui demander de l’aide.',
      'Les familles lisent ce que j’y écris.',
    ],
    required: true,
  },
  table: {
    id: 'q',
    kind: 'matrix',
    title: 'À quelle fréquence ouvrez-vous ces services\u202f?',
    rows: ['La messagerie', 'Le cahier de textes', 'Le blog'],
    options: ['Chaque jour', 'Chaque semaine', 'Plus rarement', 'Jamais'],
  },
  ranking: {
    id: 'q',
    kind: 'ranking',
    title: 'Que faudrait-il améliorer d’abord\u202f?',
    options: ['La vitesse', 'La recherche', 'L’accès sur téléphone', 'Les notifications'],
  },
  text: { id: 'q', kind: 'text', title: 'En un mot, l’ENT pour vous, c’est…', required: 'soft' },
  longtext: {
    id: 'q',
    kind: 'longtext',
    title: 'Que faudrait-il améliorer d’abord\u202f?',
    maxLength: 300,
  },
  date: {
    id: 'q',
    kind: 'date',
    title: 'Quand pouvons-nous venir dans votre école\u202f?',
    help: 'De préférence un mercredi.',
  },
  boolean: { id: 'q', kind: 'boolean', title: 'La visite vous a-t-elle été utile\u202f?' },
  usability: {
    id: 'q',
    kind: 'usability',
    title: 'L’ENT, tel que vous le connaissez aujourd’hui',
    help: 'Dix phrases, une réponse à chacune.',
  },
  info: {
    id: 'q',
    kind: 'info',
    title: 'Maintenant, la messagerie',
    help: 'Les trois questions qui suivent parlent des messages aux familles.',
  },
};

/** The same kinds, as a pupil is asked; no text but where a campaign allows it, and no usability scale. */
export const PUPIL: Readonly<Record<string, Asked>> = {
  nps: {
    id: 'q',
    kind: 'nps',
    title: 'Tu conseillerais ce site à un copain\u202f?',
    low: 'non',
    high: 'oui, beaucoup',
  },
  rating: {
    id: 'q',
    kind: 'rating',
    title: 'Trouver tes devoirs, c’est facile\u202f?',
    low: 'pas du tout',
    high: 'très facile',
  },
  stars: { id: 'q', kind: 'stars', title: 'Combien d’étoiles pour le blog de la classe\u202f?' },
  faces: {
    id: 'q',
    kind: 'faces',
    title: 'Comment tu te sens quand tu utilises ce site\u202f?',
    required: true,
  },
  effort: { id: 'q', kind: 'effort', title: 'C’est facile d’écrire à ma maîtresse ou à mon maître.' },
  choice: {
    id: 'q',
    kind: 'choice',
    title: 'Où regardes-tu tes devoirs\u202f?',
    options: ['Sur un ordinateur', 'Sur un téléphone', 'Dans mon agenda en papier'],
  },
  choices: {
    id: 'q',
    kind: 'choices',
    title: 'Qui t’aide quand tu es bloqué\u202f?',
    options: ['Un adulte à la maison', 'Un copain ou une copine', 'Un adulte de l’école', 'Personne'],
    other: true,
  },
  pictures: {
    ...ADULT['pictures']!,
    title: 'Avec quoi vas-tu sur ce site\u202f?',
  },
  matrix: {
    id: 'q',
    kind: 'matrix',
    title: 'C’est vrai pour toi\u202f?',
    rows: ['Je trouve mes devoirs.', 'Je sais lire mes messages.'],
    options: ['Oui', 'Un peu', 'Non'],
  },
  ranking: {
    id: 'q',
    kind: 'ranking',
    title: 'Qu’est-ce que tu préfères sur ce site\u202f?',
    options: ['Le blog', 'Les messages', 'Les photos'],
  },
  text: { id: 'q', kind: 'text', title: 'Que veux-tu nous dire\u202f?' },
  longtext: { id: 'q', kind: 'longtext', title: 'Raconte ce qui t’a plu.' },
  date: { id: 'q', kind: 'date', title: 'Quel jour es-tu venu pour la première fois\u202f?' },
  boolean: { id: 'q', kind: 'boolean', title: 'Tu trouves tes devoirs facilement\u202f?' },
  info: { id: 'q', kind: 'info', title: 'Encore deux questions', help: 'Tu peux t’arrêter quand tu veux.' },
};

/** A survey of one question, in the page. */
export const asking = (question: Question, more: Partial<SurveyContent> = {}): SurveyContent => ({
  display: 'inline',
  title: 'Votre avis',
  questions: [question],
  ...more,
});

/** Branches by answer, by score and by profile, a condition, and a quoted answer. */
export const BRANCHES: SurveyContent = {
  display: 'inline',
  title: 'Un questionnaire qui suit vos réponses',
  questions: [
    {
      id: 'usage',
      kind: 'choice',
      title: 'Utilisez-vous la messagerie\u202f?',
      required: true,
      options: [
        { id: 'oui', label: 'Oui' },
        { id: 'non', label: 'Non' },
      ],
      next: [{ is: 'non', to: 'frein' }],
    },
    { id: 'note', kind: 'nps', title: 'La recommanderiez-vous\u202f?', next: [{ band: 'high', to: 'fin' }] },
    {
      id: 'pourquoi',
      kind: 'text',
      title: 'Vous avez répondu {answer:note}\u00a0: que lui manque-t-il\u202f?',
      next: [{ to: 'fin' }],
    },
    {
      id: 'frein',
      kind: 'choices',
      title: 'Qu’est-ce qui vous en empêche\u202f?',
      options: [
        { id: 'temps', label: 'Le temps' },
        { id: 'materiel', label: 'Le matériel' },
        { id: 'besoin', label: 'Je n’en ai pas besoin' },
      ],
    },
    {
      id: 'detail',
      kind: 'boolean',
      title: 'Un ordinateur en salle des maîtres aiderait-il\u202f?',
      showIf: { question: 'frein', is: 'materiel' },
    },
    {
      id: 'fin',
      kind: 'boolean',
      title: 'Votre équipe en a-t-elle parlé en conseil\u202f?',
      showIf: { profiles: ['teacher', 'head'] },
    },
  ],
  thanks: 'Merci. Vous avez choisi **{answer:usage}**.',
};

/** In Arabic alone, as some parents are asked. */
export const ARABIC: readonly Asked[] = [
  { id: 'q', kind: 'nps', title: 'هل تنصحون عائلات أخرى بهذه المنصة؟', low: 'لا', high: 'نعم بالتأكيد' },
  {
    id: 'q',
    kind: 'faces',
    title: 'كيف تجدون قراءة رسائل المدرسة؟',
    options: ['صعبة جدا', 'صعبة', 'متوسطة', 'سهلة', 'سهلة جدا'],
  },
  {
    id: 'q',
    kind: 'choices',
    title: 'ماذا تستعملون للدخول؟',
    options: ['هاتف', 'حاسوب', 'لوحة رقمية'],
  },
  {
    id: 'q',
    kind: 'matrix',
    title: 'ما رأيكم؟',
    rows: ['أجد الواجبات بسهولة.', 'أعرف بمن أتصل.'],
    options: ['نعم', 'أحيانا', 'لا'],
  },
  { id: 'q', kind: 'ranking', title: 'ما الأهم بالنسبة لكم؟', options: ['الرسائل', 'الواجبات', 'الصور'] },
];
