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

/** Control characters and halves of surrogates are nobody's text. */
function fromCode(code: number): string {
  const isText =
    code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 127 && code < 160);
  return isText ? String.fromCodePoint(code) : ' ';
}

export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Za-z]{2,8}));?/gi,
    (whole, dec?: string, hex?: string, name?: string) =>
      dec !== undefined
        ? fromCode(Number(dec))
        : hex !== undefined
          ? fromCode(parseInt(hex, 16))
          : ((whole.endsWith(';') || name === 'nbsp' || name === 'amp' ? named(name ?? '') : undefined) ??
            whole),
  );
