import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { publicItems, toAtom, toJsonFeed } from '../core/news/feeds.js';
import { isRecord } from '../model/format.js';
import { indexPlan } from '../model/index-plan.js';
import { readPlan, type ReadPlan } from '../model/read-plan.js';
import type { Text } from '../model/schema/common.js';
import { buildIndex } from './build-index.js';
import { beside, CommandError, isAddress, isElsewhere, readJson, readWholePlan, run } from './load-plan.js';
import { writeWhole } from './write-file.js';

interface Options {
  out?: string;
  url?: string;
  title?: string;
  home?: string;
  force?: boolean;
}

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('writes beside a static plan what a page would else make itself: search indexes and feeds')
    .argument('<plan>', 'file')
    .option('-o, --out <folder>', 'folder to write into; that of the plan by default')
    .option('--url <address>', 'where the folder is served, for the feeds: https://ent.example/sentier/')
    .option('--home <address>', 'page that the feeds lead to; the origin of --url by default')
    .option('--title <title>', 'title of the feeds', 'Actualités de l’ENT')
    .option('--force', 'replaces a plan.json beside the plan that is not the plan itself')
    .addHelpText(
      'after',
      '\nWrites plan.json (with `help.indexes` naming the indexes) and help-index.<lang>.txt; with --url also feed.json\n(JSON Feed) and feed.atom (Atom) of what the plan marks as public. Contents in files of their own are not copied to another folder, but named.',
    )
    .action((plan: string, options: Options) => run('build', () => build(plan, options)));
}

async function build(file: string, options: Options): Promise<number> {
  const { out = dirname(file), url, title = '', home, force = false } = options;
  if (isAddress(file))
    throw new CommandError(
      `${file}\u00a0: c’est une adresse, et il faut un fichier à côté duquel écrire. Enregistrez le plan d’abord.`,
    );
  // Before anything is written.
  for (const [name, address] of [
    ['--url', url],
    ['--home', home],
  ])
    if (address !== undefined && !(URL.canParse(address) && /^https?:/i.test(address)))
      throw new CommandError(
        `${name}\u00a0: «\u00a0${address}\u00a0» n’est pas une adresse du web. Écrivez par exemple https://ent.example/sentier/`,
      );
  const target = resolve(out, 'plan.json');
  const isOther = target !== resolve(file);
  if (isOther && resolve(out) === resolve(dirname(file)) && !force && existsSync(target))
    throw new CommandError(
      `${target}\u00a0: ce fichier existe, et n’est pas ${file}. Écrivez ailleurs avec -o, ou remplacez-le avec --force.`,
    );
  const raw = await readJson(file);
  const { plan, issues } = readPlan(raw);
  if (!isRecord(raw) || issues.some(({ code }) => code === 'plan'))
    throw new CommandError(
      `${file}\u00a0: ce n’est pas un plan. «\u00a0sentier validate\u00a0» dit ce qui ne va pas.`,
    );
  const faulty = issues.filter(({ severity }) => severity === 'error').length;
  if (faulty)
    console.error(
      `${file}\u00a0: ${faulty} erreur(s), laissées de côté. «\u00a0sentier validate\u00a0» les montre.`,
    );
  const cannot = (error: Error): never => {
    throw new CommandError(
      `${out}\u00a0: écriture impossible (${error.message}). Donnez un dossier où vous pouvez écrire.`,
    );
  };
  await mkdir(out, { recursive: true }).catch(cannot);
  const write = async (name: string, text: string): Promise<void> => {
    await writeWhole(join(out, name), text).catch(cannot);
    console.log(`${join(out, name)} (${Math.ceil(Buffer.byteLength(text) / 1024)} Ko)`);
  };
  const { indexes, isWhole } = await writeIndexes(file, plan, write);
  if (url !== undefined) await writeFeeds(file, { url, title, home }, write);
  // Last: it names the others, and until they are there what stands is good.
  const help = isRecord(raw['help']) ? raw['help'] : {};
  if (Object.keys(indexes).length)
    await write('plan.json', `${JSON.stringify({ ...raw, help: { ...help, indexes } }, null, 2)}\n`);
  else if (isOther) await write('plan.json', `${JSON.stringify(raw, null, 2)}\n`);
  const sources = resolve(out) === resolve(dirname(file)) ? [] : sourcesBeside(file, raw);
  if (sources.length) console.error(`À copier aussi dans ${out}\u00a0: ${sources.join(', ')}`);
  return faulty || !isWhole ? 1 : 0;
}

/** Files beside the plan that it has contents in. */
function sourcesBeside(file: string, { campaigns, help }: Record<string, unknown>): string[] {
  const list = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
  const holders = list(campaigns).flatMap((one) => [one, ...list(one['variants'])]);
  const contents = [...holders.map(({ content }) => content), ...list(isRecord(help) && help['articles'])];
  const named = contents.map((one) => (isRecord(one) ? one['src'] : undefined));
  return [
    ...new Set(named.filter((src): src is string => typeof src === 'string' && !isElsewhere(file, src))),
  ];
}

/** One index a language in which something is written; not whole where an article could not be read. */
async function writeIndexes(
  file: string,
  plan: ReadPlan,
  write: (name: string, text: string) => Promise<void>,
): Promise<{ indexes: Record<string, string>; isWhole: boolean }> {
  const indexes: Record<string, string> = {};
  const { articles } = plan.help;
  if (!articles.length) return { indexes, isWhole: true };
  const sources = new Map<string, unknown>();
  for (const { src } of articles)
    if (src !== undefined && !sources.has(src)) sources.set(src, await sourceOf(file, src));
  const main = plan.settings.locale ?? 'fr';
  const languages = new Set([main]);
  const note = (text: Text | undefined) => {
    if (typeof text === 'object') for (const tag of Object.keys(text)) languages.add(tag);
  };
  for (const article of articles) {
    note(article.title);
    note(article.body);
  }
  const isWhole = [...sources.values()].every((source) => source !== undefined);
  // Simplified wording is another wording of the same language: the page searches both in one.
  for (const language of [...languages].filter((tag) => !tag.includes('-x-'))) {
    if (!/^[a-z\d-]+$/i.test(language)) {
      console.error(
        `«\u00a0${language}\u00a0» n’est pas une langue\u202f; écrivez par exemple fr ou en-GB. Pas d’index.`,
      );
      continue;
    }
    const name = `help-index.${language}.txt`;
    await write(
      name,
      buildIndex(plan, language, (src) => sources.get(src)),
    );
    indexes[language] = name;
  }
  return { indexes, isWhole };
}

async function sourceOf(file: string, src: string): Promise<unknown> {
  try {
    return await readJson(beside(file, src));
  } catch (error) {
    console.error(`${(error as Error).message} De cet article, seuls titre et mots-clés se chercheront.`);
    return undefined;
  }
}

async function writeFeeds(
  file: string,
  { url, title, home }: { url: string; title: string; home: string | undefined },
  write: (name: string, text: string) => Promise<void>,
): Promise<void> {
  const base = url.endsWith('/') ? url : `${url}/`;
  const tell = (path: string, message: string): void => console.error(`${path}\u00a0: ${message}`);
  const { plan } = indexPlan(await readWholePlan(file, tell, tell));
  const items = publicItems(plan, Date.now());
  const locale = plan.settings?.locale ?? 'fr';
  const meta = (name: string) => ({
    title,
    homeUrl: home ?? new URL('/', base).href,
    feedUrl: new URL(name, base).href,
    locale,
    planLocale: locale,
  });
  await write('feed.json', `${toJsonFeed(items, meta('feed.json'))}\n`);
  await write('feed.atom', toAtom(items, meta('feed.atom')));
}
