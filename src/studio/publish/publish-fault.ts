import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { StoreError } from '../store/studio-store.js';
import type { Change } from '../words/diff-words.js';

/** Why the server did not do it, and what to do about it. */
export function publishFault({ reason, message }: StoreError): string {
  switch (reason) {
    case 'offline':
      return msg('Le serveur ne répond pas\u00a0: rien n’a été publié. Votre brouillon est gardé.', {
        id: 'studio-publish-offline',
      });
    case 'forbidden':
      return msg('Votre rôle ne permet pas cela. Demandez à une personne qui publie.', {
        id: 'studio-publish-forbidden',
      });
    case 'signed-out':
      return msg(
        'Votre session a pris fin\u00a0: reconnectez-vous à l’ENT dans un autre onglet, puis recommencez. Votre brouillon est gardé.',
        { id: 'studio-publish-signed-out' },
      );
    case 'missing':
      return msg('Ce n’est plus là\u00a0: quelqu’un d’autre s’en est occupé.', {
        id: 'studio-publish-missing',
      });
    default:
      return msg(str`Cela n’a pas abouti\u00a0: ${message}`, { id: 'studio-publish-failed' });
  }
}

/** Changes that stand in one list and not in the other, or differ. */
export function differing(before: readonly Change[], after: readonly Change[]): Change[] {
  const texts = (list: readonly Change[]) => new Set(list.map((one) => JSON.stringify(one)));
  const [was, is] = [texts(before), texts(after)];
  return [
    ...after.filter((one) => !was.has(JSON.stringify(one))),
    ...before.filter((one) => !is.has(JSON.stringify(one))),
  ];
}
