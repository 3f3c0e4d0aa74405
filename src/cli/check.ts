import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { readPlan, type ReadPlan } from '../model/read-plan.js';
import { findBrowser } from './check/find-browser.js';
import type { Finding } from './check/finding.js';
import { htmlReport } from './check/report-html.js';
import { countOf, textReport } from './check/report-text.js';
import { visitAs, type Login, type VisitOptions } from './check/visit-pages.js';
import { checkable, pagesOf, profilesIn, unknownProfiles, visitsOf } from './check/what-to-check.js';
import { PROFILES } from '../model/profile-ids.js';
import { CommandError, readText, readWholePlan, run } from './load-plan.js';
import { writeWhole } from './write-file.js';

interface Options {
  url: string;
  pages?: string;
  login?: string;
  profiles?: string;
  campaign?: string[];
  report?: string;
  json?: boolean;
  all?: boolean;
  walk?: boolean;
  strict?: boolean;
  timeout: string;
  viewport: string;
  browser?: string;
  insecure?: boolean;
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('opens the pages in a real browser and looks for every target of a plan')
    .argument('<plan>', 'file or address of a plan')
    .requiredOption('--url <address>', 'address of the ENT: https://ent.example')
    .option(
      '--pages <list>',
      'paths, separated by commas, or a file with one a line; those of the plan by default',
    )
    .option('--login <module>', 'a JavaScript module that exports login(page, profile)')
    .option(
      '--profiles <list>',
      'profiles to be in turn; with --login, all that the plan speaks to by default',
    )
    .option('--campaign <id...>', 'only these campaigns and hints')
    .option('--report <folder>', 'writes index.html with pictures, and report.json')
    .option('--json', 'JSON instead of words')
    .option('--all', 'also prints what is well')
    .option('--walk', 'does the clicks that a tour asks of people: on a test ENT only')
    .option('--strict', 'what has to be looked at counts as a fault')
    .option('--timeout <seconds>', 'how long a target is waited for', '5')
    .option('--viewport <size>', 'of the window', '1280x800')
    .option('--browser <file>', 'executable of Chromium, Chrome or Edge (CHROME_PATH)')
    .option('--insecure', 'accepts certificates that nobody signed')
    .addHelpText(
      'after',
      '\nNeeds the package playwright-core (npm i playwright-core@^1). Exit status: 0 all is there, 1 something is not, 2 it\ncould not be checked, or there was nothing to check.',
    )
    .action((plan: string, options: Options) => run('check', () => check(plan, options)));
}

async function check(place: string, options: Options): Promise<number> {
  const visiting = visitOptions(options);
  let unread = 0;
  const tell = (path: string, message: string): void => say(`${path}\u00a0: ${message}`);
  const failed = (path: string, message: string): void => {
    tell(path, message);
    // Articles have no targets.
    if (path.startsWith('campaigns')) unread++;
  };
  const { plan, issues } = readPlan(await readWholePlan(place, failed, tell));
  const leftOut = issues.filter(({ severity }) => severity === 'error');
  if (leftOut.some(({ code }) => code === 'plan'))
    throw new CommandError(`${place}\u00a0: ce n’est pas un plan.`);
  // What is left out of the plan is not seen by anybody, and that is a fault too.
  for (const { message } of leftOut) say(`${message}`);
  const login = options.login === undefined ? undefined : await readLogin(options.login);
  const pages = options.pages === undefined ? pagesOf(plan) : await readPages(options.pages);
  refuseUnknown(plan, options);
  const rounds = profilesOf(plan, pages, options).flatMap((profile) => {
    const visits = visitsOf(plan, { pages, profile, campaigns: options.campaign });
    return visits.length ? [{ profile, visits }] : [];
  });
  // Nothing looked for is no good news: a misspelt name must not turn a CI green.
  if (!rounds.length)
    throw new CommandError(
      `${place}\u00a0: rien à vérifier, aucune visite ni aucun repère pour ces profils. Regardez les audiences du plan, --profiles et --campaign.`,
    );
  if (options.profiles && !login) say('--profiles sans --login\u00a0: les pages sont vues sans connexion.');
  const { chromium } = await import('playwright-core').catch(() => {
    throw new CommandError('le paquet playwright-core manque. Installez-le\u00a0: npm i playwright-core@^1');
  });
  const browser = await chromium.launch({
    executablePath: findBrowser(options.browser),
    // As root, as CI often is, Chromium has no sandbox.
    args: ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const findings: Finding[] = [];
  try {
    for (const { profile, visits } of rounds)
      findings.push(...(await visitAs(browser, profile, visits, { ...visiting, login })));
  } finally {
    await browser.close();
  }
  if (options.report !== undefined) await writeReport(options.report, findings, place, options.url);
  console.log(options.json ? JSON.stringify(findings, null, 2) : textReport(findings, options.all));
  const bad =
    countOf(findings, 'error') +
    leftOut.length +
    unread +
    (options.strict ? countOf(findings, 'warning') : 0);
  return bad ? 1 : 0;
}

/** Beside what is printed for machines. */
const say = (line: string): void => console.error(`sentier check\u00a0: ${line}`);

function visitOptions({
  url,
  timeout,
  viewport,
  walk = false,
  report,
  insecure = false,
}: Options): VisitOptions {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new CommandError(
      `--url\u00a0: «\u00a0${url}\u00a0» n’est pas une adresse. Écrivez par exemple https://ent.example`,
    );
  const [width = 0, height = 0] = viewport.split('x').map(Number);
  if (!(width > 0 && height > 0))
    throw new CommandError(
      `--viewport\u00a0: «\u00a0${viewport}\u00a0» n’est pas une taille. Écrivez par exemple 1280x800`,
    );
  const seconds = Number(timeout);
  if (!(seconds >= 0))
    throw new CommandError(`--timeout\u00a0: «\u00a0${timeout}\u00a0» n’est pas un nombre de secondes.`);
  return {
    url,
    timeoutMs: seconds * 1000,
    isWalking: walk,
    viewport: { width, height },
    pictures: report === undefined ? undefined : join(report, 'images'),
    ignoreHttpsErrors: insecure,
  };
}

async function readPages(list: string): Promise<string[]> {
  const text = existsSync(list) ? await readText(list) : list;
  const pages = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const odd = pages.find((page) => !page.startsWith('/'));
  if (odd !== undefined)
    throw new CommandError(
      `--pages\u00a0: «\u00a0${odd}\u00a0» n’est ni un chemin qui commence par «\u00a0/\u00a0», ni un fichier.`,
    );
  return pages;
}

async function readLogin(file: string): Promise<Login> {
  let module: { login?: unknown; default?: unknown };
  try {
    module = (await import(pathToFileURL(resolve(file)).href)) as typeof module;
  } catch (error) {
    throw new CommandError(`--login\u00a0: ${file} ne peut pas être lu (${(error as Error).message}).`);
  }
  const login = module.login ?? module.default;
  if (typeof login !== 'function')
    throw new CommandError(`--login\u00a0: ${file} doit exporter une fonction login(page, profile).`);
  return login as Login;
}

const askedFor = ({ profiles = '' }: Options): string[] =>
  profiles.split(',').flatMap((one) => one.trim() || []);

/** Whom to be: those asked for, or with a login all that the plan speaks to, else nobody in particular. */
function profilesOf(plan: ReadPlan, pages: readonly string[], options: Options): (string | undefined)[] {
  const asked = askedFor(options);
  if (asked.length) return asked;
  return options.login === undefined ? [undefined] : profilesIn(plan, { pages, campaigns: options.campaign });
}

function refuseUnknown(plan: ReadPlan, options: Options): void {
  const known = checkable(plan);
  for (const id of options.campaign ?? [])
    if (!known.includes(id))
      throw new CommandError(
        `--campaign\u00a0: «\u00a0${id}\u00a0» n’est ni une visite ni un repère du plan. Il a\u00a0: ${known.join(', ') || 'aucun des deux'}.`,
      );
  for (const name of unknownProfiles(plan, askedFor(options)))
    throw new CommandError(
      `--profiles\u00a0: «\u00a0${name}\u00a0» n’est pas un profil. Écrivez ${PROFILES.join(', ')}, un code national, ou un nom de settings.profileAliases.`,
    );
}

async function writeReport(
  folder: string,
  findings: readonly Finding[],
  plan: string,
  url: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const date = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(new Date());
  await writeWhole(join(folder, 'index.html'), htmlReport(findings, { plan, url, date }));
  await writeWhole(join(folder, 'report.json'), `${JSON.stringify(findings, null, 2)}\n`);
}
