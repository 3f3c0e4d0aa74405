import type { Campaign } from '../model/schema/campaign.js';
import { isRecord } from '../model/format.js';
import type { HtmlLoss } from './html-to-markdown.js';

/** One thing that did not come over as it was. In French: administrators read it. */
export interface ImportNote {
  /** `lost`: Sentier has nothing like it. `check`: it came over, and somebody should look at it. */
  kind: 'lost' | 'check';
  /** Where it stood in the file: `stepsConfig[2].align`. */
  path: string;
  message: string;
}

export type TourCampaign = Extract<Campaign, { kind: 'tour' }>;

export interface Imported {
  /** Undefined when the file is not of this kind at all: a note says why. */
  campaign: TourCampaign | undefined;
  notes: ImportNote[];
}

/** Collects notes; the same sentence about many places is one note that counts them. */
export class Notes {
  readonly #notes = new Map<string, ImportNote & { times: number }>();

  add(kind: ImportNote['kind'], path: string, message: string): void {
    const key = `${kind} ${message}`;
    const known = this.#notes.get(key);
    if (known) known.times++;
    else this.#notes.set(key, { kind, path, message, times: 1 });
  }

  lost(path: string, message: string): void {
    this.add('lost', path, message);
  }

  check(path: string, message: string): void {
    this.add('check', path, message);
  }

  html(path: string, losses: readonly HtmlLoss[]): void {
    for (const loss of losses)
      this.add(
        loss === 'active' || loss === 'media' || loss === 'cut' ? 'lost' : 'check',
        path,
        LOSSES[loss],
      );
  }

  get list(): ImportNote[] {
    return [...this.#notes.values()].map(({ times, message, ...note }) => ({
      ...note,
      message: times > 1 ? `${message} (${times} endroits, le premier indiqué)` : message,
    }));
  }
}

const LOSSES: Readonly<Record<HtmlLoss, string>> = {
  active:
    'Du contenu actif (script, cadre, formulaire) a été retiré\u00a0: Sentier n’affiche que du texte et des images.',
  media:
    'Une image, une vidéo ou un dessin n’a pas été repris\u00a0: déposez le fichier sur votre ENT, puis ajoutez-le dans l’éditeur.',
  link: 'Un lien n’a pas été gardé, ses mots restent\u00a0: seules les adresses https, mailto, tel et de l’ENT sont permises.',
  table: 'Un tableau est devenu des lignes de texte\u00a0: relisez-le.',
  heading: 'Un titre dans le texte est devenu du gras.',
  cut: 'Le texte dépasse 100\u202f000 caractères\u00a0: la suite n’est pas reprise.',
};

/** An identifier made of words: "Découvrir l’ENT !" → "decouvrir-l-ent". */
export function slug(words: string, fallback: string): string {
  const made = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  // Words that every object answers to are no ids.
  return made && !(made in {}) ? made : fallback;
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** An object, also where the export wrote it as a string of JSON; undefined when it is neither. */
export function objectOf(value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) return value;
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
