/** The entities that French texts typed in an editor have; others stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  __proto__: null as never,
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  euro: '€',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  rarr: '→',
  larr: '←',
  times: '×',
  oelig: 'œ',
  OElig: 'Œ',
  aelig: 'æ',
  szlig: 'ß',
  shy: '',
  sect: '§',
  para: '¶',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  ordm: 'º',
  ordf: 'ª',
  plusmn: '±',
  divide: '÷',
  minus: '−',
  sbquo: '‚',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '',
  zwj: '',
  iquest: '¿',
  iexcl: '¡',
  uarr: '↑',
  darr: '↓',
  harr: '↔',
  rArr: '⇒',
  le: '≤',
  ge: '≥',
  ne: '≠',
  dagger: '†',
  pound: '£',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
};
const ACCENTS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
  ring: '\u030a',
};

function named(name: string): string | undefined {
  const known = NAMED[name];
  if (known !== undefined) return known;
  const [, letter = '', accent = ''] = /^([A-Za-z])(\w+)$/.exec(name) ?? [];
  const mark = ACCENTS[accent];
  const composed = mark && `${letter}${mark}`.normalize('NFC');
  // A letter that does not take this accent is no entity.
  return composed?.length === 1 ? composed : undefined;
}

/** What windows-1252 has at 128 to 159; spaces where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Control characters and halves of surrogates are nobody's text; 128 to 159 are what Windows means, as in browsers. */
function fromCode(code: number): string {
  if (code >= 128 && code < 160) return WINDOWS.charAt(code - 128);
  const isText = code >= 32 && code !== 127 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code) : ' ';
}

export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Za-z][A-Za-z\d]{1,7}));?/gi,
    (whole, dec?: string, hex?: string, name?: string) =>
      dec !== undefined
        ? fromCode(Number(dec))
        : hex !== undefined
          ? fromCode(parseInt(hex, 16))
          : ((whole.endsWith(';') || name === 'nbsp' || name === 'amp' ? named(name ?? '') : undefined) ??
            whole),
  );
