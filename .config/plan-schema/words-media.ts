import { EMBED_HOSTS } from '../../src/model/embed-hosts.js';
import type { Words } from './words.js';

export const mediaWords: Words = {
  Media: { '': 'Vidéo, image ou son\u00a0: "kind" dit lequel.' },
  Video: {
    '': 'Une vidéo\u00a0: il lui faut "src" ou "embed". Sans transcription, ou sans sous-titres pour un fichier, elle n’est pas montrée.',
    kind: 'Nature\u00a0: "video".',
    src: 'Fichier de l’ENT\u202f; il passe avant "embed". Dans un article l’adresse part du plan, ailleurs de la page.',
    embed: `Page d’un site autorisé (${EMBED_HOSTS.join(', ')}), montrée seulement après un clic.`,
    title: 'Titre, sous la vidéo.',
    poster: 'Image montrée avant la lecture\u00a0: le début de la vidéo par défaut.',
    captions: 'Sous-titres WebVTT, nécessaires avec "src"\u202f; les premiers sont affichés.',
    transcript: 'Tout ce qui est dit et montré, en Markdown, replié sous la vidéo.',
    duration: 'Durée, dite à côté du titre, telle que "PT2M30S"\u00a0: rien par défaut.',
  },
  Captions: {
    '': 'Des sous-titres.',
    src: 'Adresse du fichier WebVTT.',
    lang: 'Leur langue, telle que "fr".',
    label: 'Leur nom dans le menu\u00a0: celui de la langue par défaut.',
  },
  CaptionsList: { '': 'Des sous-titres en plusieurs langues.' },
  Picture: {
    '': 'Une image.',
    kind: 'Nature\u00a0: "image".',
    src: 'Adresse de l’image. Dans un article elle part du plan, ailleurs de la page.',
    alt: 'Ce que l’image dit à qui ne la voit pas\u202f; "" si le texte à côté dit tout.',
    title: 'Légende, sous l’image.',
    transcript: 'Description plus longue, en Markdown, repliée sous l’image.',
  },
  Audio: {
    '': 'Un son. Sans transcription, il n’est pas proposé.',
    kind: 'Nature\u00a0: "audio".',
    src: 'Adresse du fichier. Dans un article elle part du plan, ailleurs de la page.',
    title: 'Titre, sous le lecteur.',
    transcript: 'Tout ce qui est dit, en Markdown, replié sous le lecteur.',
    duration: 'Durée, dite à côté du titre, telle que "PT2M30S"\u00a0: rien par défaut.',
  },
};
