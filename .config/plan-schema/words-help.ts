import type { Words } from './words.js';

const WRITTEN = {
  body: 'Texte, en Markdown.',
  steps: 'Gestes, numérotés sous le texte.',
  media: 'Vidéos, images et sons. Leurs adresses relatives partent du plan.',
  attachments: 'Fichiers à télécharger.',
};

export const helpWords: Words = {
  Help: {
    '': 'L’aide. Elle est là dès qu’un article ou un repère est pour la personne.',
    articles: 'Articles, à lire dans le panneau de l’aide.',
    hints: 'Repères, posés auprès des éléments des pages.',
    contacts: 'À qui s’adresser.',
    synonyms:
      'Mots qui veulent dire la même chose dans la recherche, par groupes\u00a0: [["minimail", "messagerie"]]. Ils s’ajoutent aux plus courants\u202f; une expression a quatre mots au plus.',
    indexes:
      'Index de recherche faits d’avance par "sentier build", par langue\u00a0: { "fr": "help-index.fr.txt" }. L’adresse part du plan. Sans eux, la page fait le sien.',
    report:
      '«\u00a0Signaler un problème\u00a0»\u00a0: sans ce champ, il est proposé avec ce qui vaut par défaut.',
  },
  Report: {
    '': 'Le formulaire «\u00a0Signaler un problème\u00a0».',
    categories: 'Sujets à choisir\u00a0: cinq, des plus courants, par défaut.',
    'categories.id': 'Nom du sujet, pour qui reçoit.',
    'categories.label': 'Mots du sujet.',
    email:
      'À qui va le courriel tout prêt, si la page n’a pas où envoyer\u00a0: le premier contact qui a une adresse, par défaut.',
    audience: 'Qui peut signaler\u00a0: tous par défaut.',
    screenshot: 'La personne peut joindre une image de l’écran\u00a0: true par défaut.',
  },
  HelpSettings: {
    '': 'L’entrée de l’aide, à la même place sur toutes les pages.',
    button:
      'false\u00a0: pas de bouton\u202f; la page a le sien (data-sentier-help). true (par défaut)\u00a0: un bouton, s’il y a pour la personne un article, un contact ou une visite.',
    place:
      'Coin de l’écran\u00a0: "bottom-end" (par défaut), "bottom-start", "top-end" ou "top-start"\u202f; "end" est la fin de la ligne, à droite en français. "inline"\u00a0: à la place que la page lui donne (data-sentier-place="help"), sinon dans un coin.',
    offset: 'Distance aux bords de l’écran, en pixels CSS entiers, de 0 à 9999.',
    'offset.inline': 'Du bord d’à côté\u00a0: 16 par défaut.',
    'offset.block': 'Du bord du haut ou du bas\u00a0: comme "inline" par défaut.',
    shortcut:
      'Touches qui ouvrent et ferment l’aide\u00a0: "Shift+F1" par défaut, "none" pour aucune. Un caractère ne va qu’avec Ctrl, Alt ou Meta.',
  },
  Article: {
    '': 'Un article de l’aide\u00a0: il lui faut "body", "steps", "media" ou "src".',
    id: 'Identifiant, unique parmi les articles. Dans une adresse, "?sentier-help=id" l’ouvre.',
    title: 'Titre.',
    ...WRITTEN,
    summary: 'Une phrase, que la recherche lit, et montre si le texte ne dit pas les mots cherchés.',
    src: 'Fichier JSON qui a le reste de l’article ("body", "steps", "media"…), lu quand on l’ouvre\u00a0: pour les grands plans. L’adresse part du plan.',
    falcReviewed:
      'true\u00a0: le texte simplifié s’appelle FALC, car des personnes avec un handicap intellectuel l’ont relu. false (par défaut)\u00a0: «\u00a0langage simplifié\u00a0».',
    lever: 'Levier de l’accompagnement, pour qui écrit l’aide\u00a0: les pages n’en montrent rien.',
    services: 'Services dont il parle\u00a0: il est proposé sur leurs pages, et rangé sous eux.',
    pages: 'Pages où il est proposé, écrites comme dans "when.pages". La recherche le trouve partout.',
    present:
      'Tant que cet élément est visible, l’article est proposé en premier (dans "pages", s’il y en a).',
    audience: 'Pour qui\u00a0: pour tous par défaut.',
    keywords: 'Autres mots par lesquels la recherche le trouve.',
    related: 'Ids d’articles à lire ensuite.',
    show: 'Visite que lance «\u00a0Montrez-moi\u00a0», ou une de ses étapes\u00a0: "messagerie/ecrire".',
    reviewed: 'Jour de la dernière relecture, dit sous l’article.',
    variants:
      'Ce qui diffère pour certains\u00a0: du premier qui convient, ce qui est dit remplace ce que dit l’article.',
  },
  ArticleVariant: {
    '': 'Ce qu’un article dit autrement à certains.',
    title: 'Titre.',
    ...WRITTEN,
    audience: 'Pour qui.',
  },
  ArticleStep: {
    '': 'Un geste.',
    title: 'Titre.',
    body: 'Texte, en Markdown.',
    image: 'Image, sous le texte.',
    show: 'Visite que lance «\u00a0Montrez-moi\u00a0», ou une de ses étapes\u00a0: "messagerie/ecrire".',
  },
  Attachment: {
    '': 'Un fichier à télécharger.',
    src: 'Adresse, relative à celle du plan\u202f; en https ou sur le site même.',
    title: 'Mots du lien.',
    type: 'Format, dit à côté du lien\u00a0: par défaut, la fin du nom du fichier.',
    bytes: 'Poids, en octets, dit à côté du lien\u00a0: rien par défaut.',
    lang: 'Langue du fichier, telle que "fr", dite à côté du lien\u00a0: rien par défaut.',
  },
  Hint: {
    '': 'Un repère\u00a0: un point auprès d’un élément, qui s’ouvre sur une explication. Il lui faut "title", "body" ou "article".',
    id: 'Identifiant, unique parmi les repères.',
    target: 'Élément expliqué.',
    article: 'Id d’un article qui en dit plus.',
    title:
      'Ce dont il s’agit, pour qui entend la page\u202f; rien ne s’en voit. Par défaut, le nom de l’élément.',
    body: 'Explication, en Markdown.',
    pages: 'Pages où il est posé, écrites comme dans "when.pages"\u00a0: toutes par défaut.',
    audience: 'Pour qui\u00a0: pour tous par défaut.',
    look: '"mark" (par défaut)\u00a0: un point d’interrogation. "beacon"\u00a0: un point qui attire l’œil.',
  },
  Contact: {
    '': 'Quelqu’un à qui s’adresser.',
    id: 'Identifiant, unique parmi les contacts.',
    title: 'Nom, ou fonction.',
    subjects: 'Ce qu’on peut lui demander\u202f; dès deux sujets en tout, l’aide laisse choisir.',
    services: 'Services sur les pages desquels il vient en premier.',
    schools: 'UAI des établissements dont il est le contact\u00a0: tous par défaut.',
    audience: 'Pour qui\u00a0: pour tous par défaut.',
    email: 'Adresse électronique.',
    phone: 'Numéro de téléphone.',
    hours: 'Quand le joindre, en mots.',
    channels: 'Autres moyens de le joindre.',
  },
  Channel: {
    '': 'Un moyen de joindre quelqu’un.',
    kind: '"email" (courriel), "phone" (téléphone), "link" (lien), "form" (formulaire), "place" (lieu, sans lien), "chat" (discussion).',
    value: 'Adresse, numéro, lien, ou lieu en mots.',
    label: 'Mots à montrer à la place.',
    hours: 'Quand, en mots.',
  },
};
