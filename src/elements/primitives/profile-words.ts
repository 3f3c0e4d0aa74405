import { msg } from '../../locales/msg.js';
import { type Profile, PROFILES } from '../../model/profile-ids.js';

/** A profile in words. In the order of the vocabulary, so that one string holds them all. */
export const profileWords = (id: string): string =>
  msg('élève|parent|enseignant|direction|personnel|circonscription ou académie|partenaire', {
    id: 'profiles',
  }).split('|')[PROFILES.indexOf(id as Profile)]!;
