const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, lone surrogates and non-characters: no XML 1.0 document may hold them, not even escaped. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
const LOW_ALONE = /(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for an XML or HTML document, in an element or between quotes. */
export const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(LOW_ALONE, '$1')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
