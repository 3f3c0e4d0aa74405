import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';

/* One wording for all ages where French allows it: no "vous", no "tu". */

export const yesWords = (): string => msg('Oui', { id: 'yes' });
export const noWords = (): string => msg('Non', { id: 'no' });
export const otherWords = (): string => msg('Autre', { id: 'sv-other' });

export const tooLongWords = (): string => msg('Ce texte est trop long.', { id: 'sv-too-long' });
export const noNamesWords = (): string =>
  msg('Pas de nom, ni d’adresse, ni de numéro dans ce texte.', { id: 'sv-no-names' });
export const sendingWords = (): string => msg('Envoi en cours…', { id: 'sv-sending' });

/** For the live region of a survey that nobody asked for. */
export const openedWords = (title: string): string =>
  msg(
    str`Un questionnaire est ouvert à la fin de la page\u00a0: ${title}. La touche F6 y mène, et en ramène.`,
    {
      id: 'sv-opened',
    },
  );
