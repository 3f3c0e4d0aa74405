import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Saving } from '../store/studio.js';
import { schoolsOf, type Me } from '../store/studio-store.js';
import { nameOf, ROLE_NAMES } from '../words/names.js';

/** The state of saving, said: never by a colour or a spinner alone. */
export function savingWords(saving: Saving, kind: 'server' | 'file', canWrite: boolean): string {
  switch (saving.state) {
    case 'pending':
    case 'saving':
      return msg('Enregistrement…', { id: 'studio-saving' });
    case 'offline':
      return saving.kept
        ? msg('Hors ligne : votre travail est gardé dans ce navigateur, il partira dès que possible.', {
            id: 'studio-offline',
          })
        : msg('Hors ligne, et ce navigateur ne garde rien : ne fermez pas cette page.', {
            id: 'studio-offline-lost',
          });
    case 'failed':
      return saving.kept
        ? msg(str`Pas encore enregistré (${saving.message}). Votre travail est gardé dans ce navigateur.`, {
            id: 'studio-failed',
          })
        : msg(str`Pas encore enregistré (${saving.message}). Ne fermez pas cette page.`, {
            id: 'studio-failed-lost',
          });
    case 'conflict':
      return msg('Quelqu’un d’autre a modifié la même chose : choisissez ci-dessous.', {
        id: 'studio-conflict-state',
      });
    default:
      if (!canWrite) return msg('Lecture seule', { id: 'studio-read-only' });
      return kind === 'server'
        ? msg('Brouillon enregistré', { id: 'studio-saved' })
        : msg('Gardé dans ce navigateur', { id: 'studio-kept' });
  }
}

export function roleWords(me: Me): string {
  const does = nameOf(ROLE_NAMES, me.role);
  const schools = schoolsOf(me);
  const where = schools?.length
    ? schools.join(', ')
    : msg('tous les établissements', { id: 'studio-all-schools' });
  return [me.actor, does, where].filter(Boolean).join(' · ');
}
