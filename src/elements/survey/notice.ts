import type { SurveyPrivacy } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import { RETENTION } from '../../model/retention.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { h } from '../primitives/dom.js';
import type { Write } from './fields/field.js';
import type { PageContext } from './views.js';

const UNITS = 'YMWD';

/** "P25M" → "25 mois", in the interface's language. Parts of a day say nothing about keeping answers. */
export function durationWords(duration: string, locale: string): string {
  // A language with more forms has none here: `Intl` knows them, but the first formatter costs a page 15 ms.
  const words = msg('an|mois|semaine|jour|ans|mois|semaines|jours', { id: 'sv-units' }).split('|');
  return (duration.replace(/T.*/, '').match(/\d+[YMWD]/g) ?? [])
    .map((part) => {
      const count = parseInt(part, 10);
      const unit = UNITS.indexOf(part.slice(-1));
      return words[4]
        ? `${count}\u00a0${words[count > 1 ? unit + 4 : unit]}`
        : new Intl.NumberFormat(locale, {
            style: 'unit',
            unit: words[unit]!,
            unitDisplay: 'long',
          }).format(count);
    })
    .join(' ');
}

/** Term, authored words, words where the campaign has none. */
type Row = readonly [term: string, text: Text | undefined, otherwise: string];

const adultRows = (p: Partial<SurveyPrivacy>, kept: string): Row[] => [
  [
    msg('Responsable', { id: 'sv-who' }),
    p.controller,
    msg('l’organisme qui gère cet espace numérique', { id: 'sv-who-any' }),
  ],
  [msg('But', { id: 'sv-why' }), p.purpose, msg('améliorer cet espace numérique', { id: 'sv-why-any' })],
  [msg('Conservation', { id: 'sv-kept' }), undefined, msg(str`${kept} au plus`, { id: 'sv-months' })],
  [
    msg('Questions, opposition', { id: 'sv-ask' }),
    p.contact,
    msg('le référent numérique de l’établissement', { id: 'sv-ask-any' }),
  ],
];

const pupilRows = (p: Partial<SurveyPrivacy>, kept: string): Row[] => [
  [
    msg('Qui demande\u202f?', { id: 'sv-who-pupil' }),
    p.controller,
    msg('les adultes qui s’occupent de ce site', { id: 'sv-who-any-pupil' }),
  ],
  [
    msg('Pourquoi\u202f?', { id: 'sv-why-pupil' }),
    p.purpose,
    msg('pour que ce site te soit plus utile', { id: 'sv-why-any-pupil' }),
  ],
  [
    msg('Combien de temps\u202f?', { id: 'sv-kept-pupil' }),
    undefined,
    msg(str`tes réponses sont effacées après ${kept}`, { id: 'sv-months-pupil' }),
  ],
  [
    msg('Pas d’accord, une question\u202f?', { id: 'sv-ask-pupil' }),
    p.contact,
    msg('parles-en à un adulte de ton école', { id: 'sv-ask-any-pupil' }),
  ],
];

/**
 * Who asks, why, how long, how to object, and what is sent: before the first question, in the words of its audience
 * (design: privacy rule 6). What is sent is folded, and filled in by `tellSent`.
 */
export function noticeOf({ content, isPupil }: PageContext, write: Write): HTMLElement {
  const privacy: Partial<SurveyPrivacy> = content.privacy ?? {};
  const locale = interfaceLocale();
  const kept = durationWords(privacy.retention ?? '', locale) || durationWords(RETENTION, locale);
  return h(
    'div',
    { class: 'notice' },
    h(
      'p',
      {},
      isPupil
        ? msg('Tu réponds si tu veux. Ton nom n’est pas envoyé.', { id: 'sv-free-pupil' })
        : msg('Répondre est facultatif. Votre nom n’est ni demandé ni envoyé.', { id: 'sv-free' }),
    ),
    content.sendUnfinished &&
      h('p', {}, msg('Fermer avant la fin envoie les réponses déjà données.', { id: 'sv-unfinished' })),
    h(
      'dl',
      {},
      ...(isPupil ? pupilRows : adultRows)(privacy, kept).map(([term, text, otherwise]) =>
        h('div', {}, h('dt', {}, term), ' ', text ? write('dd', {}, text) : h('dd', {}, otherwise)),
      ),
    ),
    h('details', {}, h('summary', {}, msg('Ce qui est envoyé', { id: 'sv-what-is-sent' }))),
  );
}
