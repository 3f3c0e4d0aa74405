import type { ExplainWords } from './explain-words.js';

const PROFILES: Readonly<Record<string, string>> = {
  pupil: 'pupils',
  guardian: 'parents',
  teacher: 'teachers',
  head: 'school heads',
  staff: 'staff',
  district: 'district teams',
  partner: 'partners',
};
const DEGREES: Readonly<Record<string, string>> = { '1d': 'primary', '2d': 'secondary' };

/** "reserved for …" and "not for …", for one and for several. */
const DIMENSIONS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  profiles: ['', ''],
  degrees: ['the degree', 'the degrees'],
  schools: ['the school', 'the schools'],
  levels: ['the level', 'the levels'],
  groups: ['the group', 'the groups'],
  functions: ['the function', 'the functions'],
  services: ['the service', 'the services'],
  locales: ['the language', 'the languages'],
};

const REASONS: Readonly<Record<string, (about: string) => string>> = {
  'schedule.before': () => 'that is when it begins',
  'schedule.after': () => 'its time is over',
  'schedule.holidays': (zone) => `holidays (“${zone}”)`,
  'schedule.goLive': () => 'the plan does not give the day of the opening (settings.goLive)',
  'schedule.arrived': () => 'the page does not say when this person arrived (user.arrived)',
  'when.manual': () => 'only when it is asked for: replay, help, checklist, or a call of the API',
  'when.pages': (pages) => `meant for other pages: ${pages}`,
  'when.event': (event) => `waits for the page’s event “${event}”`,
  'when.present': (target) => `waits for something on the page: ${target}`,
  'when.delay': (duration) => `waits for ${duration}`,
  'done.completed': () => 'this person has finished it',
  'done.acknowledged': () => 'this person has read and confirmed it',
  'done.dismissed': () => 'this person has closed it',
  'progress.done': () => 'this person has been shown it',
  'progress.snoozed': () => 'this person has put it off',
  'frequency.max': (max) => `shown as often as is allowed (${max})`,
  'frequency.every': () => 'shown not long ago',
  'pace.quiet': () => 'quiet hours',
  'pace.between': () => 'there has just been another interruption',
  'pace.perDay': (most) => `enough interruptions for today (${most})`,
  'slot.taken': (title) => `“${title}” has taken the place`,
  outranked: (title) => `“${title}” comes first`,
  unreadable: (field) => `a campaign or setting that cannot be read (${field})`,
};

const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

/** For the studio in English. */
export const ENGLISH: ExplainWords = {
  locale: 'en-GB',
  shown: 'Shown now',
  showing: 'On screen now',
  notShown: (reason) => `Not shown: ${reason}`,
  ended: (time) => `Not shown: over since ${time.replace(/^on /, '')}`,
  from: (time, reason) => `From ${time.replace(/^on /, '')}: ${reason}`,
  date: (day, clock) => `on ${day} at ${clock}`,
  duration: (months, days, minutes, seconds) =>
    [
      months && plural(months, 'month'),
      days && plural(days, 'day'),
      minutes && plural(minutes, 'minute'),
      seconds && `${seconds} s`,
    ]
      .filter(Boolean)
      .join(' and '),
  nameOf: (dimension, value) =>
    (dimension === 'profiles' ? PROFILES[value] : dimension === 'degrees' ? DEGREES[value] : value) ?? value,
  audience(dimension, isNot, names) {
    const words = DIMENSIONS[dimension];
    return (
      words &&
      [isNot ? 'not for' : 'reserved for', words[names.length > 1 ? 1 : 0], names.join(', ')]
        .filter(Boolean)
        .join(' ')
    );
  },
  share: (percent) => `open to ${percent} % of people; this one is not among them, or has no key`,
  arrived: (isNot, duration) =>
    `${isNot ? 'not for' : 'reserved for'} people who arrived less than ${duration} ago`,
  unknownDimension: (name) => `an audience that cannot be read: “${name}” is no known dimension`,
  otherTab: 'another tab of this person shows something already',
  reason: (code, about) => REASONS[code]?.(about),
};
