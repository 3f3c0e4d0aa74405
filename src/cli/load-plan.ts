import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isRecord } from '../model/format.js';
import { parseJson } from '../model/safe-json.js';
import { EncodingError, textOfFile } from '../server/text-file.js';

/** A fault that a person can mend, told without a stack. */
export class CommandError extends Error {}

/** The text of a file, or of an address. */
export async function readText(place: string): Promise<string> {
  try {
    if (!isAddress(place)) return textOfFile(await readFile(place));
    const response = await fetch(place);
    if (!response.ok) throw new Error(`réponse ${response.status}`);
    return textOfFile(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    if (error instanceof EncodingError)
      throw new CommandError(`${place}\u00a0: ce n’est pas de l’UTF-8\u00a0: enregistrez-le en UTF-8.`);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === 'ENOENT'
        ? `${place}\u00a0: ce fichier n’existe pas. Vérifiez son nom et son dossier.`
        : code === 'EISDIR'
          ? `${place}\u00a0: c’est un dossier. Donnez le fichier.`
          : `${place}\u00a0: lecture impossible (${message}).`,
    );
  }
}

/** Whether text that is no JSON is only too short: nothing in it is wrong so far. */
function isCut(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return (
      /end of JSON|Unterminated string/.test(message) ||
      Number(/position (\d+)/.exec(message)?.[1] ?? -1) >= text.length
    );
  }
}

/** Line and column of a fault of JSON. Node.js gives no position for most: looked for by halves. */
function placeIn(text: string): string {
  if (isCut(text)) return 'à la fin du fichier';
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isCut(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const lines = text.slice(0, good).split('\n');
  return `ligne ${lines.length}, colonne ${lines.at(-1)!.length + 1}`;
}

/**
 * Parsed JSON of a file or an address.
 * @param seen is told its text
 */
export async function readJson(
  place: string,
  seen: (place: string, text: string) => void = () => undefined,
): Promise<unknown> {
  const text = await readText(place);
  try {
    const value = parseJson(text);
    seen(place, text);
    return value;
  } catch {
    throw new CommandError(
      `${place}\u00a0: ce n’est pas du JSON (${placeIn(text)}). Cherchez une virgule, un guillemet ou une accolade qui manque ou qui est de trop.`,
    );
  }
}

export const isAddress = (place: string): boolean => /^https?:/.test(place);

/** Where something beside the plan is. */
export const beside = (plan: string, name: string): string =>
  isAddress(plan) ? new URL(name, plan).href : resolve(dirname(plan), name);

/** Of a plan in a file, addresses and paths from the site's root lead to where only a page can go. */
export const isElsewhere = (plan: string, name: string): boolean =>
  !isAddress(plan) && /^(?:[a-z][a-z\d+.-]+:|\/)/i.test(name);

type Told = (path: string, message: string) => void;

/**
 * A plan with the contents that it keeps in files of their own put in their places. `failed` is told of those that
 * cannot be had, `passedOver` of those that are not beside the plan; they stay as they are. `seen` is told the text of each file.
 */
export async function readWholePlan(
  place: string,
  failed: Told,
  passedOver: Told = () => undefined,
  seen?: (place: string, text: string) => void,
): Promise<unknown> {
  const plan = await readJson(place, seen);
  if (!isRecord(plan)) return plan;
  /** Undefined where it is not to be had; somebody was told. */
  const read = async (src: unknown, path: string): Promise<Record<string, unknown> | undefined> => {
    if (typeof src !== 'string') return undefined;
    if (isElsewhere(place, src)) {
      passedOver(path, `${src} n’est pas à côté du plan, et n’a pas été lu.`);
      return undefined;
    }
    try {
      const content = await readJson(beside(place, src), seen);
      if (isRecord(content)) return content;
      throw new CommandError(
        `${beside(place, src)}\u00a0: ce n’est pas un objet. Écrivez-le entre accolades.`,
      );
    } catch (error) {
      failed(path, (error as Error).message);
      return undefined;
    }
  };
  const fill = async (holder: unknown, path: string): Promise<unknown> => {
    if (!isRecord(holder)) return holder;
    const content = holder['content'];
    const variants = holder['variants'];
    const filled = {
      ...holder,
      ...(Array.isArray(variants) && {
        variants: await Promise.all(variants.map((one, i) => fill(one, `${path}.variants[${i}]`))),
      }),
    };
    const more = isRecord(content) ? await read(content['src'], `${path}.content.src`) : undefined;
    return more ? { ...filled, content: more } : filled;
  };
  const fillArticle = async (article: unknown, path: string): Promise<unknown> => {
    if (!isRecord(article)) return article;
    const more = await read(article['src'], `${path}.src`);
    return more ? { ...article, ...more, id: article['id'] } : article;
  };
  const { campaigns, help } = plan;
  const articles = isRecord(help) ? help['articles'] : undefined;
  return {
    ...plan,
    ...(Array.isArray(campaigns) && {
      campaigns: await Promise.all(campaigns.map((one, i) => fill(one, `campaigns[${i}]`))),
    }),
    ...(Array.isArray(articles) && {
      help: {
        ...(help as object),
        articles: await Promise.all(articles.map((one, i) => fillArticle(one, `help.articles[${i}]`))),
      },
    }),
  };
}

/** Runs a command: its exit status, and faults that a person can mend without a stack. */
export async function run(name: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(`sentier ${name}\u00a0: ${error.message}`);
    process.exitCode = 2;
  }
}
