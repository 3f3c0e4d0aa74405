import type { SurveyPrivacy } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import { RETENTION } from '../../model/retention.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { h } from '../primitives/dom.js';
import { profileWords } from '../primitives/profile-words.js';
import type { Write } from './fields/field.js';

export interface NoticeContext {
  privacy: Partial<SurveyPrivacy>;
  isPupil: boolean;
  /** What goes with the answers. */
  dimensions: Readonly<Record<string, string>>;
  /** Answers are sent though the person closes before the end. */
  sendUnfinished: boolean;
  write: Write;
}

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

/** "1d" is écoles; "2d", collèges and lycées. */
const degreeWords = (degree: string): string =>
  msg('premier|second', { id: 'degrees' }).split('|')[+(degree === '2d')]!;

/** All that leaves with the answers, and nothing that does not: core/survey/response.ts is the other half of this list. */
const sentItems = ({ dimensions: { profile, degree, school } }: NoticeContext): (string | undefined)[] => [
  msg('les réponses', { id: 'sv-sent-answers' }),
  msg('le jour, sans l’heure', { id: 'sv-sent-day' }),
  msg('le nom de l’enquête et un numéro tiré au hasard, pour ne la compter qu’une fois', {
    id: 'sv-sent-id',
  }),
  profile && msg(str`le profil\u00a0: ${profileWords(profile)}`, { id: 'sv-sent-profile' }),
  degree && msg(str`le degré\u00a0: ${degreeWords(degree)}`, { id: 'sv-sent-degree' }),
  school && msg(str`l’établissement\u00a0: ${school}`, { id: 'sv-sent-school' }),
];

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

/** Who asks, why, how long, how to object, and what is sent: before the first question, in the words of its audience (design: privacy rule 6). */
export function noticeOf(context: NoticeContext): HTMLElement {
  const { privacy, isPupil, write } = context;
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
    context.sendUnfinished &&
      h('p', {}, msg('Fermer avant la fin envoie les réponses déjà données.', { id: 'sv-unfinished' })),
    h(
      'dl',
      {},
      ...(isPupil ? pupilRows : adultRows)(privacy, kept).map(([term, text, otherwise]) =>
        h('div', {}, h('dt', {}, term), ' ', text ? write('dd', {}, text) : h('dd', {}, otherwise)),
      ),
    ),
    h(
      'details',
      {},
      h('summary', {}, msg('Ce qui est envoyé', { id: 'sv-what-is-sent' })),
      h('ul', {}, ...sentItems(context).map((item) => (item ? h('li', {}, item) : undefined))),
      h('p', {}, msg('Rien d’autre\u00a0: ni nom, ni identifiant, ni adresse.', { id: 'sv-nothing-else' })),
    ),
  );
}
