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
        ? msg('Hors ligne\u00a0: votre travail est gardé dans ce navigateur, il partira dès que possible.', {
            id: 'studio-offline',
          })
        : msg('Hors ligne, et ce navigateur ne garde rien\u00a0: ne fermez pas cette page.', {
            id: 'studio-offline-lost',
          });
    case 'signed-out':
      return saving.kept
        ? msg(
            'Votre session a pris fin. Reconnectez-vous à l’ENT dans un autre onglet\u00a0: votre travail est gardé, il sera enregistré aussitôt.',
            { id: 'studio-signed-out-kept' },
          )
        : msg(
            'Votre session a pris fin. Reconnectez-vous à l’ENT dans un autre onglet, sans fermer cette page.',
            { id: 'studio-signed-out-lost' },
          );
    case 'failed':
      return saving.kept
        ? msg(str`Pas encore enregistré (${saving.message}). Votre travail est gardé dans ce navigateur.`, {
            id: 'studio-failed',
          })
        : msg(str`Pas encore enregistré (${saving.message}). Ne fermez pas cette page.`, {
            id: 'studio-failed-lost',
          });
    case 'conflict':
      return msg('Quelqu’un d’autre a modifié la même chose\u00a0: choisissez ci-dessous.', {
        id: 'studio-conflict-state',
      });
    default:
      if (!canWrite) return msg('Lecture seule', { id: 'studio-read-only' });
      return kind === 'server'
        ? msg('Brouillon enregistré', { id: 'studio-saved' })
        : msg('Gardé dans ce navigateur', { id: 'studio-kept' });
  }
}

/** @param space - Where several are offered, their list says which. */
export function roleWords(me: Me, space: string | undefined): string {
  const does = nameOf(ROLE_NAMES, me.role);
  if (me.spaces.length > 1) return does;
  const schools = schoolsOf(me, space);
  const where = schools?.length
    ? schools.join(', ')
    : msg('tous les établissements', { id: 'studio-all-schools' });
  return [does, where].filter(Boolean).join(' · ');
}

export function spaceWords(space: string): string {
  const [kind, code = ''] = space.split(':');
  if (kind === 'school') return msg(str`Établissement ${code}`, { id: 'studio-space-school' });
  if (kind === 'district') return msg(str`Circonscription ${code}`, { id: 'studio-space-district' });
  return msg('Tout l’ENT', { id: 'studio-space-all' });
}
