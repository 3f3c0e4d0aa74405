/**
 * `npm run demo:year`: the demo's plan over a school year, day by day: what appears, where, for whom, what becomes of it.
 * `--qui enseignante` one person alone; `--jour 2026-09-15` that day with every reason why not; `--du`, `--au` other days.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoYear, FIRST_DAY, KIND_WORDS, LAST_DAY, OUTCOME_WORDS, phaseOf, SLOT_WORDS } from '../year.js';
import type { YearDay } from '../year.js';
import { formatDay } from './dates.js';

const wanted = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const day = wanted('jour');
const who = wanted('qui');
const raw: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('../site/plan.json', import.meta.url)), 'utf8'),
);

const started = performance.now();
// A day is what the days before made of it.
const { days, plan } = demoYear(raw, wanted('du') ?? FIRST_DAY, wanted('au') ?? day ?? LAST_DAY);
const took = performance.now() - started;
const told = days.filter(({ person, day: one }) => (!who || person.id === who) && (!day || one === day));
if (!told.length) {
  console.error('Personne, ou aucun jour, de ce nom.');
  process.exit(2);
}

const pad = (text: string, width: number): string => text.slice(0, width).padEnd(width);

function printDay(group: readonly YearDay[]): void {
  const [{ day: date } = { day: '' }] = group;
  const phase = phaseOf(date, plan.settings?.goLive);
  console.log(`\n${formatDay(`${date}T12:00`, 'fr', 'long')}  (${phase})`);
  for (const { person, shown, refused } of group) {
    for (const { clock, title, kind, slot, outcome, path } of shown.filter(({ again }) => day || !again))
      console.log(
        `  ${pad(person.firstName, 9)}${clock}  ${pad(title, 48)}  ${pad(`${KIND_WORDS[kind]} ${SLOT_WORDS[slot] ?? slot}`, 28)}  ${pad(path, 19)}  ${OUTCOME_WORDS[outcome] ?? outcome}`,
      );
    if (day)
      for (const { title, text } of refused)
        console.log(`  ${pad(person.firstName, 9)}       ${pad(title, 48)}  ${text}`);
  }
}

const dates = [...new Set(told.map((one) => one.day))];
for (const date of dates) {
  const group = told.filter((one) => one.day === date && (day || one.shown.some(({ again }) => !again)));
  if (group.length) printDay(group);
}

console.log('\nEn tout');
const people = [...new Set(told.map(({ person }) => person))];
for (const person of people) {
  const own = told.filter((one) => one.person === person);
  const interrupted = own.map(({ shown }) => shown.filter(({ slot }) => slot === 'interruption').length);
  const ids = new Set(own.flatMap(({ shown }) => shown.map(({ id }) => id)));
  console.log(
    `  ${pad(person.firstName, 9)}${pad(person.role, 46)} ${String(ids.size).padStart(2)} campagnes, ${String(own.filter(({ shown }) => shown.length).length).padStart(3)} jours sur ${own.length}, au plus ${Math.max(...interrupted)} par-dessus la page en un jour`,
  );
}
if (!day && !who) {
  const seen = new Set(told.flatMap(({ shown }) => shown.map(({ id }) => id)));
  const unseen = plan.campaigns.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  console.log(`  Que personne n’a vues d’elles-mêmes\u00a0: ${unseen.join(', ') || 'aucune'}`);
}
console.log(`  Décidé en ${Math.round(took)} ms, comme dans une page.`);
