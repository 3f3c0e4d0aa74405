/** A fact about where a problem was seen, shown to the person, who may change it or leave it out. */
export interface Fact {
  key: 'page' | 'service' | 'profile' | 'school' | 'screen' | 'browser' | 'article';
  value: string;
}

export interface Seen {
  /** Path, without query: that may name somebody. */
  page: string;
  service: string | undefined;
  /** Canonical ids. */
  profiles: readonly string[];
  /** UAI; said where there is one alone, so that the report finds the administrators of that school. */
  schools: readonly string[];
  width: number;
  height: number;
  userAgent: string;
  /** Title of the article that was being read. */
  article: string | undefined;
}

/** The groups that a report is counted in: those whose fact the person left as it was filled in. */
export const groupsLeft = (filled: readonly Fact[], left: Readonly<Record<string, string>>) =>
  (['profile', 'school'] as const).filter((group) =>
    filled.some(({ key, value }) => key === group && left[key] === value),
  );

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[.\d]*.*Safari/, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox 115, Windows": the family and no more; the whole string would be a fingerprint. */
export function browserFamily(userAgent: string): string {
  const found = BROWSERS.flatMap(([pattern, name]) => {
    const match = pattern.exec(userAgent);
    return match ? [`${name} ${match[1] ?? ''}`.trim()] : [];
  })[0];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [found, system].filter(Boolean).join(', ');
}

/** What is filled in for the person. */
export function factsOf({
  page,
  service,
  profiles,
  schools,
  width,
  height,
  userAgent,
  article,
}: Seen): Fact[] {
  const facts: Fact[] = [
    { key: 'page', value: page.replace(/\?[^#]*/, '') },
    { key: 'service', value: service ?? '' },
    { key: 'article', value: article ?? '' },
    { key: 'profile', value: profiles.join(', ') },
    { key: 'school', value: schools.length === 1 ? (schools[0] ?? '') : '' },
    { key: 'screen', value: `${width} × ${height}` },
    { key: 'browser', value: browserFamily(userAgent) },
  ];
  return facts.filter(({ value }) => value);
}

/** What is read over the telephone, and found again by whoever has the report: the beginning of its id. */
export const receiptOf = (id: string): string =>
  id
    .slice(0, 8)
    .toUpperCase()
    .replace(/(.{4})(?=.)/, '$1-');

/** Longer addresses are cut short by mail programs. */
const LONGEST_MAIL = 1800;

/** A cut may go through an emoji, and a half of one throws: with `u` this finds such halves alone. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''));

/** An e-mail that only has to be sent. */
export function mailOf(to: string, subject: string, lines: readonly string[]): string {
  const query = (body: string) => `subject=${encoded(subject)}&body=${encoded(body)}`;
  let body = lines.join('\r\n');
  while (body.length > 1 && query(body).length > LONGEST_MAIL)
    body = `${body.slice(0, Math.floor(body.length * 0.9))}…`;
  return `mailto:${encodeURIComponent(to).replace(/%40/g, '@')}?${query(body)}`;
}

/** Widths and qualities that a picture is tried at, best first, until it is small enough to be sent with the rest. */
export const PICTURE_SIZES: readonly (readonly [width: number, quality: number])[] = [
  [1280, 0.7],
  [1024, 0.6],
  [800, 0.55],
  [640, 0.5],
  [480, 0.45],
];
/** As text, in characters: with the rest below what a server takes in one request (64 KiB). */
export const PICTURE_LIMIT = 44_000;
/** What is not even opened, in bytes. */
export const FILE_LIMIT = 15_000_000;
