import type { Words } from './words.js';

const ENVELOPE = {
  id: 'Identifiant, unique dans le plan. Ce que chacun en a fait est retenu sous ce nom.',
  version:
    'Numéro de version\u00a0: 1 par défaut. L’augmenter propose la campagne à nouveau, même à qui l’avait finie.',
  lever:
    '"communication" (informer), "training" (former) ou "support" (accompagner)\u00a0: dit dans les nouveautés et les résultats, où "communication" est le défaut.',
  service:
    'Service dont il s’agit\u00a0: les nouveautés le disent, et l’aide ne propose une visite sans "when.pages" que sur les pages de ce service.',
  title:
    'Titre dans l’aide, le studio et les résultats\u202f; dans les nouveautés, si le contenu n’en a pas. Facultatif.',
  falcReviewed:
    'Dit que des personnes avec un handicap intellectuel ont relu le texte simplifié. Rien ne le montre encore pour une campagne\u202f; un article de l’aide le dit. false par défaut.',
  audience: 'À qui la proposer\u00a0: à tous par défaut.',
  schedule: 'Quand\u00a0: sans début ni fin par défaut.',
  when: 'Dans quelles pages et sur quel signe\u00a0: partout, et dès l’arrivée, par défaut.',
  frequency: 'Combien de fois\u00a0: jusqu’à ce que la personne l’ait finie ou fermée, par défaut.',
  priority:
    'Pour une même place, le plus grand nombre passe d’abord\u00a0: 50 par défaut. À égalité, ce qui a commencé le plus tôt.',
  news: 'Dans les nouveautés ou non\u00a0: true par défaut pour une bannière, false pour le reste.',
  public:
    'Aussi dans le fil public, que chacun peut lire\u00a0: "audience" et "variants" n’y comptent pas. false par défaut.',
};

const OTHERS = {
  variants:
    'D’autres contenus, pour certains\u00a0: le premier dont l’audience convient remplace "content" en entier.',
  'variants.audience': 'Pour qui. "share" est tiré à part de celui de la campagne.',
  'variants.content': 'Ce qui leur est montré.',
};

const campaignWords = (one: string, kind: string, content: string): Readonly<Record<string, string>> => ({
  '': `${one}\u00a0: à qui, quand, où, combien de fois, et son contenu.`,
  ...ENVELOPE,
  kind: `Nature de la campagne\u00a0: "${kind}".`,
  content: `${content}, ou l’adresse du fichier qui la contient.`,
  ...OTHERS,
});

export const campaignsWords: Words = {
  Campaign: { '': 'Ce qui est proposé aux personnes\u00a0: "kind" en dit la nature, dont dépend "content".' },
  TourCampaign: campaignWords('Une visite guidée', 'tour', 'La visite'),
  BannerCampaign: campaignWords('Une bannière d’annonce', 'banner', 'La bannière'),
  SurveyCampaign: campaignWords('Une enquête', 'survey', 'L’enquête'),
  ChecklistCampaign: campaignWords('Une liste de premiers pas', 'checklist', 'La liste'),
  ContentReference: {
    '': 'Contenu dans un fichier JSON à part, chargé au moment de le montrer.',
    src: 'Adresse du fichier, relative à celle du plan.',
    place:
      'Place de la bannière, à redire ici si elle est dans le fichier\u00a0: elle est décidée avant qu’il soit lu. "top" par défaut.',
    display:
      'Affichage de l’enquête, à redire ici s’il est dans le fichier\u00a0: il est décidé avant qu’il soit lu. "corner" par défaut.',
  },
  Schedule: {
    '': 'Quand, au plus tôt et au plus tard.',
    start:
      'Début, compris\u00a0: une date, ou un décalage si "relativeTo" est donné. Sans lui, depuis toujours.',
    end: 'Fin\u00a0: une date seule est comprise en entier, ce qui a une heure ou un décalage s’arrête à ce moment. Sans elle, sans fin.',
    relativeTo:
      'D’où comptent les décalages\u00a0: "goLive", l’ouverture de l’ENT\u202f; "arrived", l’arrivée de la personne ("user.arrived"). Sans cette date, rien n’est montré.',
    skipHolidays:
      'Nom d’une liste de "settings.holidays", pendant laquelle ne rien montrer. D’une liste qui n’y est pas, rien n’est montré.',
  },
  When: {
    '': 'Dans quelles pages, et sur quel signe. Tout ce qui est dit est nécessaire.',
    pages:
      'Chemins des pages, avec "*" pour une partie et "**" pour tout ce qui suit, et après "#" si l’ENT s’en sert\u202f; ce qui suit "?" ne compte pas. Toutes par défaut.',
    present: 'Élément à attendre\u00a0: la campagne vient quand il est visible.',
    event: 'Événement à attendre, que la page annonce par "sentier.emit".',
    delay: 'Attente depuis l’arrivée dans la page, ou depuis l’événement\u00a0: aucune par défaut.',
    start:
      '"auto" (par défaut)\u00a0: d’elle-même. "manual"\u00a0: seulement à la demande, par l’aide, une liste, un bouton ou la page.',
  },
  Frequency: {
    '': 'Combien de fois, et ce qui y met fin.',
    max: 'Nombre de fois où la montrer sans qu’on la demande, au plus\u00a0: sans limite par défaut. Une bannière qui suit de page en page compte une fois.',
    every:
      'Temps entre deux fois, depuis la dernière\u00a0: aucun par défaut, un jour pour ce qui revient après avoir été fini ou fermé.',
    until:
      'Ce qui y met fin\u00a0: par défaut, la finir, la confirmer ou la fermer. "shown"\u00a0: l’avoir vue. "dismissed"\u00a0: de même, mais les boutons d’une bannière n’y mettent pas fin. "completed", "acknowledged"\u00a0: la fermer ne suffit pas. "always"\u00a0: rien.',
  },
};
