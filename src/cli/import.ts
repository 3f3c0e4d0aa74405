import { Argument, type Command } from 'commander';
import { FORMATS, formatOf, importPlan, type Format } from '../importers/import-plan.js';
import { readPlan } from '../model/read-plan.js';
import { CommandError, readJson, run } from './load-plan.js';
import { writeWhole } from './write-file.js';

interface Options {
  out?: string;
  json?: boolean;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('turns the tour of another product into a plan, and says what could not be carried over')
    .addArgument(new Argument('<format>', 'of the file').choices(FORMATS))
    .argument('<file>', 'its export, as JSON')
    .option('-o, --out <file>', 'where the plan is written; the standard output by default')
    .option('--json', 'the report as JSON')
    .addHelpText('after', '\nExit status: 0 a plan was made, 1 the file holds nothing to make one of.')
    .action((format: Format, file: string, options: Options) =>
      run('import', () => importFile(format, file, options)),
    );
}

async function importFile(format: Format, file: string, { out, json = false }: Options): Promise<number> {
  const raw = await readJson(file);
  const seen = formatOf(raw);
  if (seen && seen !== format)
    console.error(
      `${file}\u00a0: ce fichier ressemble plutôt au format «\u00a0${seen}\u00a0». Essayez\u00a0: sentier import ${seen} ${file}`,
    );
  const { plan, campaign, notes } = importPlan(raw, format);
  // The report goes where it does not mix with the plan.
  const say = (line: string): void => (out === undefined ? console.error(line) : console.log(line));
  if (json) say(JSON.stringify(notes, null, 2));
  else {
    for (const [kind, title] of TITLES) {
      const some = notes.filter((note) => note.kind === kind);
      if (some.length) say(title);
      for (const { path, message } of some) say(`  ${path ? `${path}\u00a0: ` : ''}${message}`);
    }
  }
  if (!campaign) {
    say(`${file}\u00a0: rien n’a pu en être repris.`);
    return 1;
  }
  for (const { message } of readPlan(plan).issues) say(`  À corriger dans le plan — ${message}`);
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else
    await writeWhole(out, text).catch((error: Error) => {
      throw new CommandError(`${out}\u00a0: écriture impossible (${error.message}).`);
    });
  const { steps } = campaign.content as { steps: unknown[] };
  if (!json && out !== undefined)
    say(
      `${out}\u00a0: «\u00a0${campaign.id}\u00a0», ${steps.length} étape(s). ${notes.length ? 'Relisez ce qui précède.' : 'Tout a été repris.'}`,
    );
  return 0;
}

const TITLES = [
  ['lost', 'Non repris\u00a0:'],
  ['check', 'Repris, à relire\u00a0:'],
] as const;
