import type { Words } from './words.js';

const CONDITION = {
  is: 'La réponse, ou une de plusieurs, est celle-ci ou une de celles-ci\u00a0: id d’une option, nombre, "yes" ou "no".',
  not: 'La réponse n’est aucune de celles-ci\u202f; ne pas avoir répondu convient.',
  atLeast: 'La réponse est un nombre\u00a0: celui-ci ou plus.',
  atMost: 'La réponse est un nombre\u00a0: celui-ci ou moins.',
  band: 'Bas ("low"), milieu ("middle") ou haut ("high") de l’échelle\u00a0: 0–6, 7–8, 9–10 pour "nps"\u202f; 1–3, 4, 5–7 pour "effort"\u202f; 1–2, 3, 4–5 pour les autres.',
  answered: 'true\u00a0: il y a une réponse. false\u00a0: il n’y en a pas.',
  profiles: 'La personne a un de ces profils.',
  all: 'Toutes ces conditions sont vraies.',
  any: 'Une de ces conditions au moins est vraie.',
};

export const surveyWords: Words = {
  SurveyContent: {
    '': 'Enquête\u00a0: une question à la fois, et une notice avant la première.',
    display:
      '"corner" (par défaut)\u00a0: une carte dans un coin. "modal"\u00a0: un dialogue. "inline"\u00a0: à la place que la page lui donne (data-sentier-place), sinon dans un coin.',
    title: 'Titre\u00a0: «\u00a0Votre avis\u00a0» par défaut.',
    intro:
      'Texte de la première page, en Markdown. Cette page vient aussi sans texte dès qu’il y a deux questions.',
    dimensions:
      'Ce qui accompagne une réponse, et rien d’autre sur la personne\u00a0: "profile", "degree", "school". Rien par défaut.',
    freeTextForPupils:
      'true\u00a0: les élèves ont aussi les questions à texte libre. false par défaut\u00a0: elles ne leur sont pas posées.',
    sendUnfinished:
      'Envoie les réponses déjà données quand la personne ferme avant la fin\u202f; elle en est prévenue. false par défaut.',
    order:
      '"fixed" (par défaut)\u00a0: l’ordre du plan. "random"\u00a0: un ordre tiré au hasard, le même tant que la réponse n’est pas finie\u202f; pages d’information, questions avec condition ou suite, et celles où elles mènent gardent leur place.',
    privacy: 'Ce que dit la notice avant la première question\u202f; sans ce champ, des mots passe-partout.',
    questions: 'Questions, dans l’ordre\u00a0: une au moins.',
    thanks: 'Texte sous «\u00a0Merci\u00a0», à la fin, en Markdown.',
  },
  SurveyPrivacy: {
    '': 'Notice\u00a0: qui demande, pourquoi, combien de temps c’est gardé, à qui s’adresser.',
    controller: 'Responsable de l’enquête.',
    purpose: 'But de l’enquête.',
    retention:
      'Durée de conservation des réponses, que le serveur de référence respecte\u00a0: "P25M" (vingt-cinq mois) par défaut.',
    contact:
      'À qui s’adresser pour une question ou une opposition\u00a0: le référent numérique de l’établissement par défaut, un adulte de l’école pour un élève.',
  },
  Question: {
    '': 'Une question, ou une page sans question ("info").',
    id: 'Nom de la question, unique dans l’enquête\u00a0: les réponses sont rangées sous ce nom.',
    kind: '"nps" (de 0 à 10), "rating", "stars" et "faces" (de 1 à 5), "effort" (de 1 à 7), "choice" (une réponse), "choices" (plusieurs), "matrix" (un tableau), "ranking" (un classement), "text" et "longtext" (texte libre), "date", "boolean" (oui ou non), "usability" (dix phrases sur la facilité d’usage, pas pour les élèves), "info" (rien à répondre).',
    title: 'La question\u202f; {answer:id} y cite la réponse à une question posée avant.',
    help: 'Précision sous la question, qui peut citer de même.',
    required:
      'true\u00a0: il faut répondre. "soft"\u00a0: demandée une fois, puis on peut passer. false (par défaut)\u00a0: facultative.',
    options:
      'Réponses possibles, nécessaires à "choice", "choices" et "ranking"\u202f; colonnes d’une "matrix" (cinq degrés d’accord par défaut)\u202f; cinq autres mots pour "faces".',
    rows: 'Lignes d’une "matrix", qui en a besoin\u202f; "options" en sont les colonnes.',
    other:
      'Pour "choice" et "choices"\u00a0: true ajoute «\u00a0Autre\u00a0», avec de quoi écrire\u202f; un texte l’appelle autrement. false par défaut.',
    order:
      '"fixed" (par défaut)\u00a0: l’ordre du plan. "random"\u00a0: les réponses, ou les lignes d’une "matrix", sont tirées au hasard\u202f; «\u00a0Autre\u00a0» reste à la fin.',
    low: 'Mots au bas de l’échelle, pour "nps", "rating" et "effort", à la place de ceux qui y sont.',
    high: 'Mots en haut de l’échelle, de même.',
    min: 'Pour "choices"\u00a0: nombre de réponses au moins. 0 par défaut.',
    max: 'Pour "choices", nombre de réponses au plus\u00a0: sans limite par défaut. Pour "ranking", combien en classer\u00a0: toutes par défaut.',
    showIf: 'À quelle condition la poser\u00a0: toujours par défaut.',
    next: 'Où mène la réponse\u00a0: la première règle qui convient, sinon la question d’après.',
    maxLength:
      'Longueur du texte, en caractères, au plus\u00a0: 200 par défaut, 2000 pour "longtext". Vaut aussi pour «\u00a0Autre\u00a0».',
  },
  QuestionOption: { '': 'Une réponse possible, ou une ligne de tableau.' },
  OptionText: { '': 'Ses mots, dans la langue du plan\u202f; son id est son rang\u00a0: "1", "2"…' },
  OptionObject: {
    '': 'Une réponse qui a un nom\u00a0: ses mots peuvent changer sans que les résultats se perdent.',
    id: 'Son nom dans les conditions et les résultats.',
    label: 'Ses mots.',
    image: 'Son image, pour "choice" et "choices"\u00a0: aucune par défaut.',
  },
  Condition: {
    '': 'Tout ce qui est dit doit être vrai.',
    question:
      'Id d’une question posée avant. Nécessaire pour "is", "not", "atLeast", "atMost", "band" et "answered".',
    ...CONDITION,
  },
  NextRule: {
    '': 'Où mener, et à quelle condition\u202f; sans condition, toujours.',
    question: 'Id d’une question posée avant\u00a0: cette question même par défaut.',
    ...CONDITION,
    to: 'Id d’une question qui suit, ou "end" pour finir.',
  },
  ConditionValue: { '': 'Une réponse, ou une liste dont une suffit.' },
  ConditionText: { '': 'Id d’une option, "yes" ou "no".' },
  ConditionNumber: { '': 'Nombre, sur une échelle.' },
  ConditionList: { '': 'Réponses dont une suffit.' },
  RequiredOrNot: { '': 'true\u00a0: il faut répondre.' },
  RequiredOnce: { '': 'Demandée une fois, puis on peut passer.' },
  OtherOrNot: { '': 'true\u00a0: «\u00a0Autre\u00a0» s’ajoute aux réponses.' },
};
