import type { Words } from './words.js';

export const bannerWords: Words = {
  BannerContent: {
    '': 'Bannière d’annonce\u00a0: un titre ou un texte au moins.',
    kind: 'Nature, dite par un mot, une icône et une couleur\u00a0: "information" (par défaut), "new" (nouveau), "warning" (attention), "maintenance", "success" (bonne nouvelle), "event" (événement).',
    place:
      '"top" (par défaut)\u00a0: en haut de la page. "bottom"\u00a0: en bas. "inline"\u00a0: dans la page, sinon en haut. "corner"\u00a0: une carte dans un coin. "modal"\u00a0: un dialogue, qui interrompt.',
    sticky:
      'Reste en vue quand la page défile, en haut ou en bas\u00a0: true par défaut en bas, false en haut.',
    target:
      'Élément de la page auprès duquel placer une bannière "inline", si la page n’a pas de place à son nom (data-sentier-place).',
    at: 'Où, par rapport à cet élément\u00a0: "before" (avant), "after" (après, par défaut), "start" (dedans, au début), "end" (dedans, à la fin).',
    title: 'Titre. Nécessaire s’il n’y a pas de texte.',
    body: 'Texte, en Markdown. Nécessaire s’il n’y a pas de titre.',
    image: 'Image, à côté des mots d’un bandeau et au-dessus de ceux d’une carte.',
    actions: 'Boutons et liens\u202f; le premier est mis en avant.',
    leave:
      'Façons de partir\u00a0: "close" (la croix, par défaut), "later" («\u00a0Plus tard\u00a0»), "never" («\u00a0Ne plus afficher\u00a0»). Une liste vide ne laisse que la confirmation, s’il y en a une. Sans ce champ et "until" valant "always", un bandeau ne se ferme pas.',
    later:
      'Choix derrière «\u00a0Plus tard\u00a0»\u00a0: une heure, un jour, une semaine par défaut. Un choix seul est pris sans demander.',
    event: 'Événement annoncé\u00a0: sa date est mise en avant, avec un bouton pour l’agenda.',
    acknowledge: 'Ce qu’il faut faire avant que le bouton "acknowledge" compte\u00a0: rien par défaut.',
    'acknowledge.after':
      '"read"\u00a0: lire le texte jusqu’au bout. "opened"\u00a0: ouvrir un lien ou un article de la bannière. Rien par défaut.',
    'acknowledge.box': 'Mots à côté d’une case à cocher\u00a0: pas de case par défaut.',
    signature: 'Qui parle, sous le texte.',
    public: 'Même sens que "public" de la campagne, qui l’emporte s’il est donné.',
  },
  LaterChoice: {
    '': 'Une durée à partir de maintenant, ou une date\u202f; d’une date sans heure, huit heures du matin.',
  },
  BannerEvent: {
    '': 'Ce qui a lieu, et que la personne peut mettre dans son agenda.',
    start: 'Début\u202f; sans heure, c’est le jour entier.',
    end: 'Fin\u202f; sans heure, ce jour est compris. Sans elle, le début seul est dit.',
    location: 'Lieu.',
    url: 'Adresse où cela se tient, ou qui en parle.',
    for: 'À qui cela s’adresse, en mots.',
  },
  BannerAction: {
    '': 'Un bouton, ou un lien.',
    label: 'Mots du bouton.',
    do: 'Ce qu’il fait\u00a0: "link" (suivre un lien), "tour" ou "survey" (montrer cette campagne), "article" (ouvrir cet article), "acknowledge" (confirmer), "calendar" (donner le fichier d’agenda de "event").',
    to: 'Où il mène\u00a0: pour "link", une adresse en https, du site, mailto: ou tel: ; sinon l’id d’une campagne ou d’un article. Inutile pour "acknowledge" et "calendar".',
  },
};
