import type { Delivery } from '../../core/ports.js';
import type { SurveyEffect } from '../../core/survey/survey-machine.js';
import type { Fault } from '../../core/survey/questions.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';

/* One wording for all ages where French allows it: no "vous", no "tu". */

export const closeWords = (): string => msg('Fermer', { id: 'close' });
export const yesWords = (): string => msg('Oui', { id: 'yes' });
export const noWords = (): string => msg('Non', { id: 'no' });

export const tooLongWords = (): string => msg('Ce texte est trop long.', { id: 'sv-too-long' });

export const faultWords = (fault: Fault, isTextual: boolean): string =>
  fault === 'too-long'
    ? tooLongWords()
    : isTextual
      ? msg('Il faut écrire quelque chose pour continuer.', { id: 'sv-text-needed' })
      : msg('Il faut choisir une réponse pour continuer.', { id: 'sv-choice-needed' });

/** Told only where something was sent at all. */
export const deliveryWords = (delivery: Delivery | undefined): string =>
  delivery === 'sent'
    ? msg('La réponse est envoyée.', { id: 'sv-sent' })
    : delivery === 'waiting'
      ? msg('Pas de réseau pour l’instant : la réponse est gardée et partira dès que possible.', {
          id: 'sv-waiting',
        })
      : delivery === 'refused'
        ? msg('La réponse n’a pas pu être envoyée.', { id: 'sv-refused' })
        : '';

/** For the live region; a fault's words are on the page already. */
export const announcedWords = (key: (SurveyEffect & { type: 'announce' })['key'], title: string): string =>
  key === 'opened'
    ? msg(
        str`Un questionnaire est ouvert à la fin de la page : ${title}. La touche F6 y mène, et en ramène.`,
        {
          id: 'sv-opened',
        },
      )
    : key === 'sending'
      ? msg('Envoi en cours…', { id: 'sv-sending' })
      : deliveryWords(key as Delivery);
