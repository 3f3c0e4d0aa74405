import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Condition, Question, SurveyContent } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import { listed } from '../words/lists.js';
import { nameOf, PROFILE_NAMES } from '../words/names.js';

/** An arrow of the diagram: from a question to another, or to the end. */
export interface Arrow {
  from: string;
  to: string;
  /** When it is followed; empty: always. */
  when: string;
  /** To a question that does not exist, or that comes earlier: nobody can get there. */
  isBroken: boolean;
}

const say = (text: Text | undefined): string =>
  typeof text === 'string' ? text : (Object.values(text ?? {})[0] ?? '');

const optionWords = (question: Question | undefined, value: unknown): string => {
  if (question?.kind === 'boolean')
    return value === 'yes' ? msg('oui', { id: 'studio-yes' }) : msg('non', { id: 'studio-no' });
  const found = question?.options
    ?.map((one, i) => (typeof one === 'string' ? { id: `${i + 1}`, label: one } : one))
    .find(({ id }) => id === value);
  return found ? `«\u00a0${say(found.label)}\u00a0»` : String(value);
};

const BANDS: Readonly<Record<string, () => string>> = {
  low: () => msg('basse', { id: 'studio-band-low' }),
  middle: () => msg('moyenne', { id: 'studio-band-middle' }),
  high: () => msg('haute', { id: 'studio-band-high' }),
};

/** "si la réponse à 2 est « Non »". */
export function conditionWords(condition: Condition, questions: readonly Question[], own?: string): string {
  const { is, not, atLeast, atMost, band, answered, profiles, all, any } = condition;
  const id = condition.question ?? own;
  const index = questions.findIndex((one) => one.id === id);
  const question = questions[index];
  const parts: string[] = [];
  const values = (value: unknown) =>
    listed(
      ([] as unknown[]).concat(value).map((one) => optionWords(question, one)),
      'disjunction',
    );
  if (is !== undefined) parts.push(msg(str`est ${values(is)}`, { id: 'studio-cond-is' }));
  if (not !== undefined) parts.push(msg(str`n’est pas ${values(not)}`, { id: 'studio-cond-not' }));
  if (atLeast !== undefined) parts.push(msg(str`est au moins ${atLeast}`, { id: 'studio-cond-least' }));
  if (atMost !== undefined) parts.push(msg(str`est au plus ${atMost}`, { id: 'studio-cond-most' }));
  if (band !== undefined) parts.push(msg(str`est ${BANDS[band]?.() ?? band}`, { id: 'studio-cond-is' }));
  if (answered !== undefined)
    parts.push(
      answered
        ? msg('est donnée', { id: 'studio-cond-given' })
        : msg('manque', { id: 'studio-cond-missing' }),
    );
  const words: string[] = [];
  if (parts.length) {
    const about =
      id === own
        ? msg('la réponse', { id: 'studio-cond-own' })
        : msg(str`la réponse à ${index + 1}`, { id: 'studio-cond-other' });
    words.push(`${about} ${listed(parts)}`);
  }
  if (profiles?.length) {
    const names = listed(
      profiles.map((one) => nameOf(PROFILE_NAMES, one)),
      'disjunction',
    );
    words.push(msg(str`la personne est parmi\u00a0: ${names}`, { id: 'studio-cond-profile' }));
  }
  if (all?.length) words.push(listed(all.map((one) => conditionWords(one, questions, own))));
  if (any?.length)
    words.push(
      listed(
        any.map((one) => conditionWords(one, questions, own)),
        'disjunction',
      ),
    );
  return listed(words);
}

/** Where each question leads. */
export function arrowsOf({ questions = [] }: Partial<SurveyContent>): Arrow[] {
  const place = new Map(questions.map(({ id }, i) => [id, i]));
  return questions.flatMap((question, i) => {
    const rules = question.next ?? [];
    const arrows: Arrow[] = rules.map((rule) => {
      const when = conditionWords(rule, questions, question.id);
      return {
        from: question.id,
        to: rule.to,
        when,
        isBroken: rule.to !== 'end' && !((place.get(rule.to) ?? -1) > i),
      };
    });
    // The last rule may catch all; else what it does not catch goes on.
    if (!arrows.some(({ when }) => !when))
      arrows.push({ from: question.id, to: questions[i + 1]?.id ?? 'end', when: '', isBroken: false });
    return arrows;
  });
}

/** What a person who answers should know, and so should whoever writes: one line a fact. */
export interface PrivacyPoint {
  isFine: boolean;
  text: string;
}

/** An e-mail address, a link, or a telephone number: a name alone is nobody that one can write to. */
const REACHABLE = /[^\s@]@[^\s@]+\.\w|https?:\/\/\S|\bwww\.\w|\w\.[a-z]{2,}\/|\]\(\/|(?:\d[\s.-]?){8}/i;

/** In every language that it is written in. */
const isReachable = (contact: Text | undefined): boolean => {
  const written = (typeof contact === 'string' ? [contact] : Object.values(contact ?? {})).filter(Boolean);
  return written.length > 0 && written.every((one) => REACHABLE.test(one));
};

const isText = ({ kind, other }: Question): boolean => /text$/.test(kind) || Boolean(other);

export function privacyPoints(
  content: Partial<SurveyContent>,
  speaksToPupils: boolean,
  threshold: number,
): PrivacyPoint[] {
  const { privacy, dimensions = [], questions = [], freeTextForPupils } = content;
  const names: Record<string, string> = {
    profile: msg('le profil', { id: 'studio-dim-profile' }),
    degree: msg('le degré', { id: 'studio-dim-degree' }),
    school: msg('l’établissement', { id: 'studio-dim-school' }),
  };
  const known = listed(dimensions.map((one) => names[one] ?? one));
  const texts = questions.filter(isText).length;
  const points: PrivacyPoint[] = [
    {
      isFine: Boolean(privacy?.controller && privacy.purpose),
      text:
        privacy?.controller && privacy.purpose
          ? msg(str`Responsable\u00a0: ${say(privacy.controller)}. But\u00a0: ${say(privacy.purpose)}`, {
              id: 'studio-privacy-who',
            })
          : msg(
              'Dites qui est responsable et pourquoi\u00a0: c’est obligatoire, et affiché avant la première question.',
              { id: 'studio-privacy-no-who' },
            ),
    },
    {
      isFine: Boolean(privacy?.retention),
      text: privacy?.retention
        ? msg('La durée de conservation est dite.', { id: 'studio-privacy-kept' })
        : msg('Dites combien de temps les réponses sont gardées.', { id: 'studio-privacy-no-kept' }),
    },
    {
      isFine: isReachable(privacy?.contact),
      text: isReachable(privacy?.contact)
        ? msg('Une adresse permet de s’opposer.', { id: 'studio-privacy-contact' })
        : privacy?.contact
          ? msg(
              str`«\u00a0${say(privacy.contact)}\u00a0» ne dit pas comment joindre cette personne\u00a0: ajoutez une adresse électronique, un lien ou un numéro.`,
              { id: 'studio-privacy-contact-vague' },
            )
          : msg('Donnez un contact pour s’opposer ou poser une question.', {
              id: 'studio-privacy-no-contact',
            }),
    },
    {
      isFine: dimensions.length < 3,
      text: dimensions.length
        ? msg(str`Avec chaque réponse\u00a0: ${known}, et le jour. Ni nom, ni classe, ni heure.`, {
            id: 'studio-privacy-dimensions',
          })
        : msg('Avec chaque réponse\u00a0: le jour, rien d’autre.', { id: 'studio-privacy-day' }),
    },
    {
      isFine: true,
      text: msg(
        str`Les résultats de moins de ${threshold} personnes ne sont montrés à personne, vous compris.`,
        { id: 'studio-privacy-threshold' },
      ),
    },
  ];
  if (texts)
    points.push({
      isFine: texts <= 1,
      text: msg(
        str`Texte libre\u00a0: ${texts}. On y écrit des noms malgré l’avertissement\u00a0: gardez-en un au plus.`,
        { id: 'studio-privacy-text' },
      ),
    });
  if (speaksToPupils)
    points.push({
      isFine: !(texts && freeTextForPupils),
      text:
        texts && freeTextForPupils
          ? msg('Les élèves écriront du texte libre\u00a0: prévenez les familles.', {
              id: 'studio-privacy-pupils-text',
            })
          : msg('Aux élèves, pas de texte libre.', { id: 'studio-privacy-pupils' }),
    });
  return points;
}
