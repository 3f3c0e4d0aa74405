/** One language's words for a decision. Names of profiles and dimensions come as the plan has them. */
export interface ExplainWords {
  /** BCP 47, for dates. */
  locale: string;
  shown: string;
  showing: string;
  notShown: (reason: string) => string;
  ended: (time: string) => string;
  /** @param time as `clock` or `date` says it */
  from: (time: string, reason: string) => string;
  date: (day: string, clock: string) => string;
  /** Parts of a duration that are not 0. */
  duration: (months: number, days: number, minutes: number, seconds: number) => string;
  /** Readable names of values of a dimension. */
  nameOf: (dimension: string, value: string) => string;
  /** Undefined for what is no dimension. */
  audience: (dimension: string, isNot: boolean, names: readonly string[]) => string | undefined;
  share: (percent: string) => string;
  arrived: (isNot: boolean, duration: string) => string;
  unknownDimension: (name: string) => string;
  otherTab: string;
  /** Why, by reason code; `about` is what the code is about: a title, a duration, pages. */
  reason: (code: string, about: string) => string | undefined;
}
