import { msg } from '../../../locales/msg.js';

/**
 * Ten statements of our own, praise and complaint in turn, on what the System Usability Scale asks about: frequency,
 * complexity, ease, help needed, coherence, contradictions, learning, awkwardness, confidence, effort to learn. Scored by
 * core/survey/usability.ts.
 */
export const usabilityWords = (): string[] => [
  msg('J’aurai souvent envie de m’en servir.', { id: 'sv-u1' }),
  msg('Je le trouve plus compliqué qu’il ne devrait l’être.', { id: 'sv-u2' }),
  msg('Je m’en sers sans difficulté.', { id: 'sv-u3' }),
  msg('Il me faut l’aide de quelqu’un pour m’en servir.', { id: 'sv-u4' }),
  msg('Ses différentes parties vont bien ensemble.', { id: 'sv-u5' }),
  msg('D’une page à l’autre, trop de choses changent de logique.', { id: 'sv-u6' }),
  msg('La plupart des gens sauraient vite s’en servir.', { id: 'sv-u7' }),
  msg('Il est lourd à utiliser.', { id: 'sv-u8' }),
  msg('Je me sens à l’aise quand je m’en sers.', { id: 'sv-u9' }),
  msg('J’ai eu beaucoup à apprendre avant de pouvoir m’en servir.', { id: 'sv-u10' }),
];
