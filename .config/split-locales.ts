/**
 * After `lit-localize build`: the studio's strings ("studio-…") go into tables of their own, which no user's page loads.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const DIR = 'src/locales/generated';
const UNIT = /^ *'([\w.-]+)': [^]*?`,\n/gm;

for (const file of readdirSync(DIR).filter((name) => !name.startsWith('studio-'))) {
  const whole = readFileSync(`${DIR}/${file}`, 'utf8');
  const table = (wanted: (id: string) => boolean) => {
    const part = whole.replace(UNIT, (unit, id: string) => (wanted(id) ? unit : ''));
    return part.includes('str`') ? part : part.replace(/^.*import \{str\}.*\n/m, '');
  };
  const isStudios = (id: string) => id.startsWith('studio-');
  writeFileSync(
    `${DIR}/${file}`,
    table((id) => !isStudios(id)),
  );
  writeFileSync(`${DIR}/studio-${file}`, table(isStudios));
}
