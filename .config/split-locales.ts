/**
 * After `lit-localize build`: the studio's strings ("studio-…") go into tables of their own, which no user's page loads.
 * The studio speaks fewer languages than the pages do: the others' files know nothing of its strings.
 * Their `str` is our own (src/locales/str.ts): lit-localize is a tool here, which whoever installs the package has not.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const DIR = 'src/locales/generated';
const XLIFF = 'src/locales/xliff';
/** Besides French. */
const STUDIO_SPEAKS = ['en'];
const UNIT = /^ *'([\w.-]+)': [^]*?`,\n/gm;

for (const file of readdirSync(DIR).filter((name) => !name.startsWith('studio-'))) {
  const whole = readFileSync(`${DIR}/${file}`, 'utf8');
  const table = (wanted: (id: string) => boolean) => {
    const part = whole.replace(UNIT, (unit, id: string) => (wanted(id) ? unit : ''));
    return part.includes('str`')
      ? part.replace("'@lit/localize'", "'../str.js'")
      : part.replace(/^.*import \{str\}.*\n/m, '');
  };
  const isStudios = (id: string) => id.startsWith('studio-');
  writeFileSync(
    `${DIR}/${file}`,
    table((id) => !isStudios(id)),
  );
  const locale = file.replace(/\.ts$/, '');
  if (STUDIO_SPEAKS.includes(locale)) writeFileSync(`${DIR}/studio-${file}`, table(isStudios));
  else {
    const xliff = `${XLIFF}/${locale}.xlf`;
    const units = readFileSync(xliff, 'utf8');
    writeFileSync(xliff, units.replace(/<trans-unit id="studio-[^]*?<\/trans-unit>\n/g, ''));
  }
}
