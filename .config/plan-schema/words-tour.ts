import type { Words } from './words.js';

export const tourWords: Words = {
  TourContent: {
    '': 'Visite guidée\u00a0: une introduction si l’on veut, puis des étapes.',
    intro:
      'Carte avant la première étape, avec «\u00a0Commencer\u00a0», «\u00a0Plus tard\u00a0» et «\u00a0Non merci\u00a0». Sans elle, la visite commence à la première étape.',
    'intro.title': 'Titre de l’introduction.',
    'intro.body': 'Texte de l’introduction, en Markdown.',
    'intro.media': 'Vidéos, images et sons, sous le texte.',
    steps: 'Étapes, dans l’ordre\u00a0: une au moins.',
  },
  TourStep: {
    '': 'Une étape\u00a0: une carte, et l’élément qu’elle montre.',
    id: 'Nom de l’étape, nécessaire pour que "next" ou "answers" y mène. Par défaut son rang\u00a0: "1", "2"…',
    target: 'Élément montré, entouré d’un anneau\u202f; sans cible, la carte est au milieu de l’écran.',
    also: 'Autres éléments, que le même anneau entoure avec la cible.',
    spotlight: 'Forme de l’anneau.',
    'spotlight.padding': 'Place entre la cible et l’anneau, en pixels CSS\u00a0: 6 par défaut.',
    'spotlight.radius': 'Arrondi des coins de l’anneau, en pixels CSS\u00a0: 10 par défaut.',
    display:
      '"card" (par défaut)\u00a0: une carte sur un voile, qui prend le focus. "hint"\u00a0: un mot à côté de l’élément, sans voile, qui ne prend pas le focus.',
    title: 'Titre de la carte.',
    body: 'Texte de la carte, en Markdown.',
    why: '«\u00a0À quoi ça sert\u00a0», sous le texte, en Markdown.',
    how: '«\u00a0Comment faire\u00a0», sous le texte, en Markdown.',
    media: 'Vidéos, images et sons, sous le texte.',
    placement:
      'Côté de la cible où mettre la carte, s’il y a la place\u00a0: "bottom" (dessous, par défaut), "top" (dessus), "start" (avant, dans le sens de lecture), "end" (après)\u202f; "center" vaut "bottom".',
    before:
      'Clics faits par la visite avant de chercher la cible (ouvrir un menu), défaits au retour et quand on quitte.',
    interaction:
      '"allowed" (par défaut)\u00a0: l’élément peut servir. "blocked"\u00a0: il est montré sans pouvoir servir, ni à la souris ni au clavier.',
    advance: 'Ce que la personne peut faire pour aller plus loin, outre «\u00a0Suivant\u00a0».',
    next: 'Étape suivante si ce n’est pas celle d’après\u00a0: un id, "end" pour finir, ou une liste dont la première condition vraie vaut.',
    answers: 'Boutons à la place de «\u00a0Suivant\u00a0», chacun vers une étape ou vers la fin.',
    missing:
      'Si la cible ne vient pas\u00a0: "wait" (par défaut) l’attend dix secondes puis montre l’étape au milieu, "center" l’y montre aussitôt, "skip" passe l’étape, "end" ferme la visite.',
    page: 'Page de cette étape, écrite comme dans "when.pages"\u00a0: toutes par défaut. «\u00a0Suivant\u00a0» y mène si c’est un chemin sans "*".',
  },
  Check: {
    '': 'Ce qui doit être vrai pour que l’étape soit faite. Tout ce qui est dit est nécessaire.',
    value:
      'Valeur de la cible, en majuscules ou non\u00a0: "*" vaut pour tout, "?" pour un caractère\u202f; "?*" veut dire\u00a0: pas vide.',
    attribute:
      'Attribut de la cible\u00a0: avec "is", sa valeur est comparée\u202f; sinon, il suffit qu’il soit là.',
    is: 'Valeur exacte de cet attribut.',
    present: 'Élément qui doit venir, en trois secondes au plus.',
    absent: 'Élément qui doit partir, en trois secondes au plus.',
  },
  Advance: {
    '': 'Ce que la personne fait, et qui mène à la suite comme «\u00a0Suivant\u00a0».',
    on: '"click"\u00a0: cliquer sur la cible. "input"\u00a0: la remplir, puis la quitter. "event"\u00a0: ce que la page annonce.',
    event:
      'Événement à attendre, nécessaire avec "event"\u00a0: un nom annoncé par "sentier.emit", ou un événement du navigateur.',
    check: 'Ce qui doit être vrai en plus\u00a0: rien par défaut.',
    byNext:
      'Avec "click"\u00a0: «\u00a0Suivant\u00a0» devient «\u00a0Le faire pour moi\u00a0», et clique. Jamais pour ce qui envoie ou supprime. false par défaut.',
  },
  StepAction: {
    '': 'Un clic fait par la visite.',
    click: 'Élément à cliquer, attendu cinq secondes au plus.',
    until: 'Ce que le clic fait venir, attendu cinq secondes au plus. Si c’est déjà là, rien n’est cliqué.',
    undo: 'Élément à cliquer pour le défaire\u00a0: par défaut, le même.',
  },
  BranchTo: { '': 'Id d’une étape, ou "end".' },
  BranchList: { '': 'La première dont la condition est vraie\u202f; si aucune ne l’est, l’étape d’après.' },
  Branch: {
    '': 'Une suite possible\u202f; sans condition, elle vaut toujours.',
    to: 'Id d’une étape, ou "end" pour finir.',
    audience: 'Pour qui\u00a0: pour tous par défaut.',
    present: 'Si cet élément est visible\u00a0: sans importance par défaut.',
  },
  Answer: {
    '': 'Un bouton qui mène quelque part.',
    label: 'Mots du bouton.',
    to: 'Id d’une étape, ou "end" pour finir.',
  },
};
