import { msg } from '../../locales/msg.js';
import type { State } from '../lists/facts.js';
import type { Names } from './names.js';

export const STATE_NAMES: Names<State> = {
  fault: () => msg('À corriger', { id: 'studio-state-fault' }),
  draft: () => msg('Brouillon', { id: 'studio-state-draft' }),
  scheduled: () => msg('Prévue', { id: 'studio-state-scheduled' }),
  live: () => msg('En cours', { id: 'studio-state-live' }),
  ended: () => msg('Terminée', { id: 'studio-state-ended' }),
  manual: () => msg('À la demande', { id: 'studio-state-manual' }),
};
