import type { Words } from './words.js';

export const commonWords: Words = {
  Id: {
    '': 'Identifiant, de 80 caractères au plus\u00a0: lettres sans accent, chiffres, "-", "_" et ".", d’abord une lettre ou un chiffre.',
  },
  Text: {
    '': 'Un texte, ou un par langue\u00a0: { "fr": "…", "en": "…", "fr-x-simple": "…" }. Chacun lit celui de sa langue, sinon celui de la langue du plan, sinon un autre.',
  },
  PlainText: { '': 'Un texte, dans la langue du plan.' },
  TextByLanguage: {
    '': 'Un texte par langue\u00a0: "fr", "en", "ar"…\u202f; "fr-x-simple" est le français simplifié.',
  },
  LocalDate: {
    '': 'Date, ou date et heure, dans le fuseau du plan\u00a0: "2026-09-01", "2026-09-01T08:00". Une heure peut dire le sien\u00a0: "2026-09-01T08:00+04:00".',
  },
  Duration: {
    '': 'Durée ISO 8601, en nombres entiers\u00a0: "PT10M" (dix minutes), "P7D" (sept jours). Jours, semaines, mois et ans suivent le calendrier.',
  },
  Offset: {
    '': 'Décalage ISO 8601\u00a0: "-P30D" (trente jours avant), "P7D" (sept jours après).',
  },
  DateOrOffset: { '': 'Une date\u202f; ou, avec "relativeTo", un décalage.' },
  ClockTime: { '': 'Heure dans le fuseau du plan, de "00:00" à "23:59".' },
  Image: {
    '': 'Une image, et les mots qui la remplacent.',
    src: 'Adresse, en https ou sur le site même. Relative, elle part de la page où l’image se montre.',
    alt: 'Ce que l’image dit à qui ne la voit pas\u202f; "" si le texte à côté dit tout.',
  },
  Target: {
    '': 'Élément de la page, ou liste de secours essayés dans l’ordre\u00a0: le premier qui mène à un élément visible l’emporte.',
  },
  TargetPart: { '': 'Une façon de désigner un élément.' },
  TargetList: { '': 'Plusieurs façons, essayées dans l’ordre.' },
  TargetSelector: {
    '': 'Sélecteur CSS\u202f; ">>>" traverse les composants ouverts. De plusieurs éléments visibles, le premier.',
  },
  TargetRole: {
    '': 'Élément par son rôle, et par son nom pour les lecteurs d’écran.',
    role: 'Rôle, écrit dans la page ou naturel\u00a0: "button" trouve aussi les boutons HTML.',
    name: 'Nom pour les lecteurs d’écran, en majuscules ou non\u00a0: celui-ci, sinon un nom qui le contient. Sans lui, le premier élément de ce rôle.',
  },
  TargetText: {
    '': 'Élément par ses mots.',
    text: 'Ses mots, en majuscules ou non\u00a0: ceux-ci, sinon des mots qui les contiennent. C’est l’élément le plus petit qui est pris.',
  },
  TargetFrame: {
    '': 'Élément dans un cadre (iframe) du même site.',
    frame: 'Sélecteur CSS du cadre.',
    target: 'L’élément, dans ce cadre.',
  },
};
