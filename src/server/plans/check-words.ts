import { ENGLISH } from '../../model/fault-words-en.js';
import { FRENCH } from '../../model/fault-words-fr.js';
import type { FaultWords } from '../../model/fault-words.js';

/** The studio's languages, in which an administrator reads what keeps a plan from being published. */
export type Language = 'fr' | 'en';

export type Said = readonly [fault: string, remedy: string];

export interface CheckWords {
  /** What is wrong with any plan. */
  plan: FaultWords;
  /** What only the server knows. */
  /** @param space whose it is, where that may be said */
  taken: (id: string, space?: string) => Said;
  missingContent: (name: string) => Said;
  /** A file that is not among the space's contents. */
  foreignContent: (src: string) => Said;
  /** The plan with its contents. */
  tooLarge: () => Said;
  noSettings: (space: string) => Said;
  noSchools: (space: string) => Said;
  /** Questions of a survey with answers have changed; `confused` where the answers would be misread. */
  answered: (titles: readonly string[], confused: boolean, next: number) => Said;
  /** @param quoted beginning of what was found, as JSON */
  otherSchool: (quoted: string, space: string, own: readonly string[]) => Said;
}

export const CHECK_WORDS: Readonly<Record<Language, CheckWords>> = {
  fr: {
    plan: FRENCH,
    taken: (id, space) =>
      space === undefined
        ? [`l’identifiant ${JSON.stringify(id)} est déjà pris`, 'Donnez-en un autre.']
        : [
            `l’identifiant ${JSON.stringify(id)} est celui d’une campagne de l’espace ${space}, en ligne ou dont des résultats sont gardés`,
            'Donnez-en un autre\u00a0: les résultats des deux se mêleraient.',
          ],
    missingContent: (name) => [
      `le contenu ${JSON.stringify(name)} n’est pas sur le serveur`,
      `Envoyez-le\u00a0: PUT /content/${name}.`,
    ],
    foreignContent: (src) => [
      `${JSON.stringify(src)} n’est pas parmi les contenus de l’espace`,
      'Envoyez ce fichier (PUT /content/x.json), puis nommez-le "content/x.json".',
    ],
    tooLarge: () => [
      'le plan et les contenus de ses campagnes sont trop grands ensemble pour être vérifiés',
      'Retirez des campagnes, ou raccourcissez leurs contenus.',
    ],
    noSettings: (space) => [
      `l’espace ${space} n’a pas de réglages à lui, ceux de l’ENT valent`,
      'Retirez-les.',
    ],
    noSchools: (space) => [
      `l’espace ${space} n’a aucun établissement\u00a0: personne ne verra ce plan`,
      'Demandez que ses établissements soient écrits dans les réglages du serveur.',
    ],
    answered: (titles, confused, next) => [
      `l’enquête a déjà des réponses, et ${titles.length > 1 ? 'des questions ont' : 'une question a'} changé\u00a0: ${titles.join(', ')}${
        confused ? '\u202f; les anciennes réponses se liraient comme d’autres' : ''
      }`,
      `${confused ? '' : 'Si le sens a changé, '}${confused ? 'Donnez' : 'donnez'}-lui une nouvelle version ("version": ${next})\u00a0: les anciennes réponses gardent leurs mots, et ceux qui ont répondu la reçoivent à nouveau.`,
    ],
    otherSchool: (quoted, space, own) => [
      `${quoted} n’est pas un établissement de l’espace ${space}`,
      `Choisissez parmi\u00a0: ${own.join(', ')}.`,
    ],
  },
  en: {
    plan: ENGLISH,
    taken: (id, space) =>
      space === undefined
        ? [`the id ${JSON.stringify(id)} is taken already`, 'Give it another.']
        : [
            `the id ${JSON.stringify(id)} is that of a campaign of the space ${space}, online or with results that are kept`,
            'Give it another: the results of both would be mixed.',
          ],
    missingContent: (name) => [
      `the content ${JSON.stringify(name)} is not on the server`,
      `Send it: PUT /content/${name}.`,
    ],
    foreignContent: (src) => [
      `${JSON.stringify(src)} is not among the contents of the space`,
      'Send that file (PUT /content/x.json), then name it "content/x.json".',
    ],
    tooLarge: () => [
      'the plan and the contents of its campaigns are too large together to be checked',
      'Take out some campaigns, or shorten their contents.',
    ],
    noSettings: (space) => [
      `the space ${space} has no settings of its own, the ENT’s hold`,
      'Take them out.',
    ],
    noSchools: (space) => [
      `the space ${space} has no schools: nobody will see this plan`,
      'Have its schools written in the server’s settings.',
    ],
    answered: (titles, confused, next) => [
      `the survey has answers already, and ${titles.length > 1 ? 'questions have' : 'a question has'} changed: ${titles.join(', ')}${
        confused ? '; the old answers would be read as others' : ''
      }`,
      `${confused ? 'Give' : 'If the meaning has changed, give'} it a new version ("version": ${next}): the old answers keep their words, and who has answered is asked again.`,
    ],
    otherSchool: (quoted, space, own) => [
      `${quoted} is no school of the space ${space}`,
      `Choose among: ${own.join(', ')}.`,
    ],
  },
};
