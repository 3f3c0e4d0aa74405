import { createHash, randomBytes } from 'node:crypto';
import { PERSONAS, type Persona } from './personas.js';
import { later, parisNow, PRESETS } from './dates.js';
import { LANGUAGES, type Language } from './words.js';

/** What the demo's header switch chose, kept in a cookie; the server renders every page for it, as a real ENT would. */
export interface Choice {
  qui: string;
  /** A preset's id, or a local date-time. */
  date: string;
  langue: Language;
  simple: boolean;
  /** Real instant, epoch ms, at which the date was chosen: from there the demo's clock runs. */
  depuis: number;
}

export interface Visitor {
  session: string;
  persona: Persona;
  choice: Choice;
  /** Local date-time that the pages are dated by, "2026-09-01T08:05:12". */
  moment: string;
  /** The same where it is simulated. */
  simulated: string | undefined;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const isMoment = (text: string): boolean => MOMENT.test(text) && !Number.isNaN(Date.parse(`${text}:00Z`));
export const newSession = (): string => randomBytes(12).toString('hex');
export const isSession = (text: string | undefined): text is string => /^[0-9a-f]{24}$/.test(text ?? '');

/** Takes over what is valid of `asked`, the rest from `before`. `at` is the real instant. */
export function choose(asked: URLSearchParams, before: Choice, at: Date): Choice {
  const qui = asked.get('qui') ?? '';
  const typed = asked.get('moment') ?? '';
  const date = asked.get('date') === 'autre' ? typed : (asked.get('date') ?? '');
  const langue = LANGUAGES.find((language) => language === asked.get('langue'));
  const isNewDate = date !== before.date && (PRESETS.some((p) => p.id === date) || isMoment(date));
  return {
    qui: PERSONAS.some((p) => p.id === qui) ? qui : before.qui,
    date: isNewDate ? date : before.date,
    depuis: isNewDate ? at.getTime() : before.depuis,
    langue: langue ?? before.langue,
    simple: asked.has('simple') ? asked.get('simple') === '1' : before.simple,
  };
}

const FIRST_VISIT: Omit<Choice, 'depuis'> = {
  qui: 'enseignante',
  date: 'rentree',
  langue: 'fr',
  simple: false,
};

export function parseChoice(cookie: string | undefined, at: Date): Choice {
  const kept = new URLSearchParams(cookie ?? '');
  const choice = choose(kept, { ...FIRST_VISIT, depuis: at.getTime() }, at);
  const depuis = Number(kept.get('depuis'));
  return depuis > 0 && depuis <= at.getTime() ? { ...choice, depuis } : choice;
}

export const formatChoice = ({ depuis, simple, ...choice }: Choice): string =>
  new URLSearchParams({ ...choice, simple: simple ? '1' : '0', depuis: String(depuis) }).toString();

export function visitorOf(session: string, choice: Choice, at: Date): Visitor {
  const persona = PERSONAS.find((p) => p.id === choice.qui) ?? PERSONAS[0];
  if (!persona) throw new Error('no persona');
  const preset = PRESETS.find((p) => p.id === choice.date);
  const start = preset ? preset.now : choice.date;
  const simulated = start && later(start, at.getTime() - choice.depuis);
  return { session, persona, choice, simulated, moment: simulated ?? parisNow(at) };
}

/** Opaque and stable for this browser and this persona; says nothing of either. */
export const userKey = (visitor: Visitor): string =>
  createHash('sha256').update(`${visitor.session} ${visitor.persona.id}`).digest('hex').slice(0, 16);

/** What the page's data block tells Sentier. */
export const contextOf = (visitor: Visitor, service: string) => ({
  user: { key: userKey(visitor), ...visitor.persona.user },
  service,
  locale: visitor.choice.langue,
  ...(visitor.choice.simple && { simplified: true }),
  ...(visitor.simulated && { now: visitor.simulated }),
});
