import type { Command } from 'commander';
import { readPlan, type PlanIssue } from '../model/read-plan.js';
import { readWholePlan, run } from './load-plan.js';
import { repeatedKeys } from './repeated-keys.js';

interface Options {
  json?: boolean;
  strict?: boolean;
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('says everything that is wrong in a plan, in French: where, what, and the remedy')
    .argument('<plan>', 'file or address of a plan; the contents beside it are read too')
    .option('--json', 'the issues as JSON')
    .option('--strict', 'warnings count as faults')
    .addHelpText('after', '\nExit status: 0 nothing to mend, 1 something is left out, 2 it cannot be read.')
    .action((plan: string, options: Options) => run('validate', () => validate(plan, options)));
}

async function validate(place: string, { json = false, strict = false }: Options): Promise<number> {
  const missing: PlanIssue[] = [];
  const repeated: PlanIssue[] = [];
  const raw = await readWholePlan(
    place,
    (path, message) =>
      missing.push({
        severity: 'error',
        code: 'reference',
        path,
        message: `${path}\u00a0: ${message}`,
        remedy: 'Mettez le fichier à côté du plan, ou corrigez son adresse.',
      }),
    // Beside what is printed for machines: it is no fault.
    (path, message) => console.error(`${path}\u00a0: ${message}`),
    (file, text) => {
      for (const path of repeatedKeys(text))
        repeated.push({
          severity: 'error',
          code: 'duplicate-id',
          path,
          message: `${file === place ? '' : `${file}\u00a0: `}${path}\u00a0: cette clé est écrite deux fois, et seule la dernière compte. Gardez-en une.`,
          remedy: 'Gardez-en une.',
        });
    },
  );
  const issues = [...readPlan(raw).issues, ...missing, ...repeated];
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (json) console.log(JSON.stringify(issues, null, 2));
  else for (const line of linesOf(issues)) console.log(line);
  if (!json)
    console.log(
      issues.length
        ? `${place}\u00a0: ${errors.length} erreur(s), ${issues.length - errors.length} avertissement(s).`
        : `${place}\u00a0: rien à corriger.`,
    );
  return errors.length || (strict && issues.length) ? 1 : 0;
}

/** Errors first; a campaign's together, in the plan's order. */
function* linesOf(issues: readonly PlanIssue[]): Generator<string> {
  for (const severity of ['error', 'warning'] as const)
    for (const { message, leftOut, campaign, severity: own } of issues) {
      if (own !== severity) continue;
      const word = severity === 'error' ? 'Erreur' : 'Avertissement';
      const what = leftOut
        ? ` (laissé de côté\u00a0: ${leftOut}${campaign === undefined ? '' : `, «\u00a0${campaign}\u00a0»`})`
        : '';
      yield `${word} — ${message}${what}`;
    }
}
