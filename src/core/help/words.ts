/*
 * How words are compared in a search: as people type them, not as dictionaries have them. French first; other languages
 * come through with case and accents taken off, Arabic without its article, Chinese and Japanese by pairs of signs.
 */
import { fold } from './fold.js';

export { fold };

/** "l’élève" is one word, and "aujourd’hui" too; no lookbehind, which Safari 15.4 lacks. */
const ELISION = /(^|[^a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ`]/g;

/** Folded words in the order of the text, as typed. */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .replace(ELISION, '$1 ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** French words that say nothing of the subject, and what pupils make of them. Folded. */
const STOP = new Set(
  (
    'a afin ai aie aller alors apres as au aucun aussi autre aux avant avec avez avoir avons bien bonjour ca car ce ceci cela ces cet cette ceux chaque chez ' +
    'ci comme comment cest cmt dans de depuis des dois doit donc du elle elles en encore est et etait etre eux faire fais fait faites faut font ' +
    'g il ils j jai jarrive je jy l la le les leur leurs lui m ma mais me meme merci mes mettre moi mon my n ne ni nos notre nous on ont ou oui par parce pas peu peut peux ' +
    'peuvent pk plus pour pourquoi pouvez puis puisque qd qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si sil sinon soit son sont svp sur t ta te tes toi ton toujours tous tout toute toutes ' +
    'trop tu u un une vais vers veut veux veulent vont vos votre vous voudrais vouloir y arrive arriver marche marchent fonctionne'
  ).split(' '),
);
export const isStop = (word: string): boolean => STOP.has(word);

/**
 * Verbs and nouns of one family whose forms no ending tells. Each line: the form that stands for all, then the others.
 */
const FAMILIES = new Map(
  (
    'ecri ecrire ecris ecrit ecrite ecrits ecrivez ecrivent ecriture|' +
    'li lire lis lit lisez lisent lu lue lus lues lecture lectures|' +
    'voi voir vois voit voyez voient vu vue vus vues|' +
    'envoi envoyer envoie envoies envoi envois envoye envoyes envoyez envoient envoyee|' +
    'perd perdre perds perdu perdue perdus perdues perte|' +
    'repond repondre reponds repondu repondez reponse reponses|' +
    'recoi recevoir recois recoit recu recus recue recues recevez reception|' +
    'join joindre joins joint jointe joints jointes joignez|' +
    'inscri inscrire inscris inscrit inscrits inscription inscriptions|' +
    'supprim supprimer supprime supprimes suppression effacer efface effaces|' +
    'travail travaux|journal journaux|oeil yeux|' +
    'oubli oublier oublie oublies oubliee oubli|' +
    'parent parents parentale|' +
    'eleve eleves|not note notes noter'
  )
    .split('|')
    .flatMap((line) => {
      const [one = '', ...forms] = line.split(' ');
      return forms.map((form): [string, string] => [form, one]);
    }),
);

/** Endings taken off, longest first; what is left keeps at least four letters. */
const ENDING =
  /(?:issements?|ements?|ations?|issons|issez|issent|eraient|aient|erait|eront|erons|erez|eurs?|euses?|trices?|antes?|ants?|ees?|ers?|ez|es|ent|ons|ait|ais|e)$/;

/**
 * A word's stem: light on purpose. It brings "connecter", "connecté" and "connectez" together, and "messages" to
 * "message"; it does not know that "bulletin" and "bilan" are one thing: synonyms say that.
 */
export function stem(word: string): string {
  const family = FAMILIES.get(word);
  if (family) return family;
  if (word.length < 5 || !/^[a-z]+$/.test(word))
    return word.length > 3 && /^[a-z]+[sx]$/.test(word) ? word.slice(0, -1) : word;
  const one = word.replace(/eaux$/, 'eau').replace(/aux$/, 'al').replace(/[sx]$/, '');
  const known = FAMILIES.get(one);
  if (known) return known;
  const bare = one.replace(ENDING, '');
  return bare.length >= 4 ? bare.replace(/i$/, '').replace(/(.)\1$/, '$1') : one;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What stands in the index for one folded word: usually one term. */
export function termsOf(word: string): string[] {
  if (CJK.test(word)) {
    const signs = [...word];
    return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => signs[i]! + sign);
  }
  // "الرسائل", "والرسائل", "بالرسائل" → "رسائل".
  if (/^\p{Script=Arabic}/u.test(word)) {
    const bare = word
      .replace(/^[وفبكل]?(?:ال|لل)/, '')
      .replace(/[أإآ]/g, 'ا')
      .replace(/ى$/, 'ي')
      .replace(/ة$/, 'ه');
    return [bare.length > 2 ? bare : word];
  }
  return [stem(word)];
}

/** Terms of a text for the index, words that say nothing left out. */
export const indexTerms = (text: string): string[] =>
  wordsIn(text)
    .filter((word) => !isStop(word))
    .flatMap(termsOf);
