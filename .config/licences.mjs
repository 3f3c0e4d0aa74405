/**
 * The notices of what is bundled, as its licences ask: dist/THIRD-PARTY-LICENSES.txt, and a copy beside what is served.
 * Of no byte in the chunks themselves, which pages load.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import license from 'rollup-plugin-license';

const found = new Map();

const textOf = ({ name, version, license: kind, licenseText, noticeText }) =>
  [`${name} ${version} (${kind})`, licenseText, noticeText].filter(Boolean).join('\n\n').trim();

/** For each of the builds: the last has what all of them hold. */
export const licences = () =>
  license({
    thirdParty: {
      output(dependencies) {
        for (const one of dependencies) {
          if (!one.licenseText) throw new Error(`${one.name} has no licence text: say by hand what it asks for`);
          found.set(one.name, one);
        }
        const text = [...found.values()]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(textOf)
          .join(`\n\n${'-'.repeat(80)}\n\n`);
        mkdirSync('dist/cdn', { recursive: true });
        for (const folder of ['dist', 'dist/cdn'])
          writeFileSync(`${folder}/THIRD-PARTY-LICENSES.txt`, `What Sentier is built with, and holds parts of.\n\n${text}\n`);
      },
    },
  });
