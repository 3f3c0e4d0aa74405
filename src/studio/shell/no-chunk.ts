import { msg } from '../../locales/msg.js';

/** For want of a network: a part of the studio is code of its own, fetched when it is first gone to. */
export const noChunkWords = (): string =>
  msg('Cette partie du studio n’a pas pu être chargée. Vérifiez la connexion, puis revenez-y.', {
    id: 'studio-no-chunk',
  });
