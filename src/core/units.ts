/** A day on a calendar that knows no daylight saving, in ms. */
export const DAY_MS = 864e5;
