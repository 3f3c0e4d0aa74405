import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { StepState } from './check-steps.js';
import type { Choices } from '../fields/fields.js';

const STATES: Readonly<Record<StepState, () => string>> = {
  found: () => msg('trouvée', { id: 'studio-tour-found' }),
  hidden: () => msg('cachée', { id: 'studio-tour-hidden' }),
  ambiguous: () => msg('plusieurs', { id: 'studio-tour-ambiguous' }),
  absent: () => msg('absente', { id: 'studio-tour-absent' }),
  elsewhere: () => msg('autre page', { id: 'studio-tour-elsewhere' }),
  centred: () => msg('au centre', { id: 'studio-tour-centred' }),
};
export const stateWord = (state: StepState): string => STATES[state]();

/** What to do about it; nothing for what is well. */
export const remedyFor = (state: StepState): string | undefined =>
  state === 'hidden'
    ? msg(
        'La cible est là, mais on ne la voit pas\u00a0: un menu à ouvrir, peut-être. Ajoutez un clic avant l’étape.',
        { id: 'studio-tour-remedy-hidden' },
      )
    : state === 'ambiguous'
      ? msg(
          'Plusieurs éléments répondent\u00a0: la visite montrerait le premier. Montrez de nouveau le bon.',
          {
            id: 'studio-tour-remedy-ambiguous',
          },
        )
      : state === 'absent'
        ? msg(
            'Rien ne répond sur cette page. Montrez de nouveau l’élément, ou dites à quelle page appartient l’étape.',
            { id: 'studio-tour-remedy-absent' },
          )
        : undefined;

export const placements = (): Choices => [
  ['', msg('Là où il y a la place (dessous)', { id: 'studio-tour-place-auto' })],
  ['top', msg('Au-dessus', { id: 'studio-tour-place-top' })],
  ['bottom', msg('Au-dessous', { id: 'studio-tour-place-bottom' })],
  ['start', msg('Avant, dans le sens de lecture', { id: 'studio-tour-place-start' })],
  ['end', msg('Après, dans le sens de lecture', { id: 'studio-tour-place-end' })],
  ['center', msg('Au centre de l’écran', { id: 'studio-tour-place-center' })],
];

export const advances = (): Choices => [
  ['', msg('Le bouton Suivant seulement', { id: 'studio-tour-advance-next' })],
  ['click', msg('Un clic sur la cible', { id: 'studio-tour-advance-click' })],
  ['input', msg('La cible est remplie', { id: 'studio-tour-advance-input' })],
  ['event', msg('Un événement de l’ENT', { id: 'studio-tour-advance-event' })],
];

export const policies = (): Choices => [
  ['', msg('Attendre, puis montrer au centre', { id: 'studio-tour-missing-wait' })],
  ['skip', msg('Passer l’étape', { id: 'studio-tour-missing-skip' })],
  ['center', msg('Montrer au centre tout de suite', { id: 'studio-tour-missing-center' })],
  ['end', msg('Finir la visite', { id: 'studio-tour-missing-end' })],
];

/** "Page vérifiée : étapes à revoir : 1 sur 4. Sur une autre page, à vérifier là-bas : 2." */
export function checkedWords(all: number, troubled: number, elsewhere: number): string {
  const said = troubled
    ? msg(str`Page vérifiée\u00a0: étapes à revoir\u00a0: ${troubled} sur ${all}.`, {
        id: 'studio-tour-checked-trouble',
      })
    : msg(str`Page vérifiée\u00a0: rien à revoir (étapes\u00a0: ${all}).`, { id: 'studio-tour-checked' });
  const others = msg(str`Sur une autre page, à vérifier là-bas\u00a0: ${elsewhere}.`, {
    id: 'studio-tour-checked-elsewhere',
  });
  return elsewhere ? `${said} ${others}` : said;
}
