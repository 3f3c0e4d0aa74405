import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { h } from '../primitives/dom.js';
import { profileWords } from '../primitives/profile-words.js';

/** What goes with the answers. */
export type Dimensions = Readonly<Record<string, string>>;

/** "1d" is écoles; "2d", collèges and lycées. */
const degreeWords = (degree: string): string =>
  msg('premier|second', { id: 'degrees' }).split('|')[+(degree === '2d')]!;

/** All that leaves with the answers, and nothing that does not: core/survey/response.ts is the other half of this list. */
const sentItems = ({ profile, degree, school }: Dimensions): (string | undefined)[] => [
  msg('les réponses', { id: 'sv-sent-answers' }),
  msg('le jour, sans l’heure', { id: 'sv-sent-day' }),
  msg('le nom de l’enquête et un numéro tiré au hasard, pour ne la compter qu’une fois', {
    id: 'sv-sent-id',
  }),
  profile && msg(str`le profil\u00a0: ${profileWords(profile)}`, { id: 'sv-sent-profile' }),
  degree && msg(str`le degré\u00a0: ${degreeWords(degree)}`, { id: 'sv-sent-degree' }),
  school && msg(str`l’établissement\u00a0: ${school}`, { id: 'sv-sent-school' }),
];

/** Says in the notice within `page`, if it has one, what is sent: folded, so that a first page is drawn without. */
export function tellSent(page: HTMLElement, dimensions: Dimensions): void {
  page
    .querySelector('.notice details')
    ?.append(
      h('ul', {}, ...sentItems(dimensions).map((item) => (item ? h('li', {}, item) : undefined))),
      h('p', {}, msg('Rien d’autre\u00a0: ni nom, ni identifiant, ni adresse.', { id: 'sv-nothing-else' })),
    );
}
