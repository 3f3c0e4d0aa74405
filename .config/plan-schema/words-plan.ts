import type { Words } from './words.js';

export const planWords: Words = {
  '#': {
    '': 'Tout ce que montre un ENT\u00a0: réglages, campagnes, aide.',
    $schema:
      'Adresse de ce schéma, pour que l’éditeur de texte complète et vérifie. Sentier ne va pas la chercher.',
    id: 'Nom du plan. Ce que le navigateur retient de chaque campagne est rangé sous ce nom\u00a0: en changer fait tout recommencer.',
    revision:
      'Numéro de cette révision, que le serveur de référence écrit à chaque publication. Rien de ce qui est montré n’en dépend.',
    version:
      'Version du format\u00a0: 1. D’un plan d’une version plus récente, ce qui est compris est utilisé.',
    settings: 'Ce qui vaut pour tout le plan\u202f; chaque réglage a un défaut.',
    campaigns:
      'Ce qui est proposé aux personnes\u00a0: visites, bannières, enquêtes, listes de premiers pas.',
    help: 'Ce que les personnes viennent chercher\u00a0: articles, repères, contacts.',
  },
  Settings: {
    '': 'Ce qui vaut pour tout le plan. Un réglage fautif est laissé de côté, et son défaut s’applique.',
    locale:
      'Langue des textes qui n’en disent pas, et dernière essayée pour les autres\u00a0: "fr" par défaut.',
    timeZone: 'Fuseau horaire des dates et des heures\u00a0: "Europe/Paris" par défaut.',
    theme: 'Couleur, coins, fond clair ou sombre.',
    pace: 'Rythme des interruptions, toutes campagnes ensemble. Sans lui, rien ne les espace.',
    holidays:
      'Listes de vacances, par nom\u00a0: des périodes, du premier au dernier jour, compris tous les deux. "skipHolidays" en nomme une.',
    profileAliases:
      'Mots de cet ENT pour les profils\u00a0: { "CPE": ["staff"] }. Un mot vaut tous les profils qu’il nomme.',
    goLive: 'Ouverture de l’ENT, d’où comptent les décalages d’un calendrier relatif à "goLive".',
    services:
      'Nom que les gens donnent à chaque service, par identifiant. Sans lui, le nom se lit de l’identifiant.',
    help: 'Le bouton de l’aide, et la touche qui l’ouvre.',
  },
  Theme: {
    '': 'Aspect de tout ce que Sentier montre.',
    accent:
      'Couleur des boutons, des liens et des repères\u00a0: "#0a5c8c" ou "#05c"\u202f; foncée ou éclaircie s’il le faut pour être lue. "#0b6b5f" par défaut.',
    radius:
      'Arrondi des coins, de "0px" à "99px"\u00a0: "12px" par défaut, "18px" pour les élèves. Une autre unité est sans effet.',
    scheme:
      '"auto" (par défaut)\u00a0: comme le fond de la page. "light"\u00a0: clair. "dark"\u00a0: sombre.',
  },
  Pace: {
    '': 'Ce qui retient de commencer une visite, une enquête ou une bannière "modal". Ce que la personne demande n’est ni retenu ni compté.',
    betweenInterruptions:
      'Temps qui passe entre deux interruptions, depuis que la première a été vue, continuée ou quittée\u00a0: aucun par défaut.',
    perDay: 'Nombre d’interruptions par jour et par personne, au plus\u00a0: sans limite par défaut.',
    quiet: 'Heures calmes, où rien n’interrompt. Aucune par défaut.',
  },
  QuietHours: {
    '': 'Une période de la journée où rien n’interrompt.',
    days: 'Jours, de 1 (lundi) à 7 (dimanche)\u00a0: tous par défaut. Ce qui passe minuit est du jour où cela commence.',
    from: 'Début, tel que "08:30".',
    to: 'Fin, non comprise. Plus tôt que le début, elle est le lendemain\u202f; égale au début, c’est un jour entier.',
    profiles: 'Pour ces profils seulement\u00a0: pour tous par défaut.',
  },
};
