import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isRecord } from '../model/format.js';
import { parseJson } from '../model/safe-json.js';
import { textOfFile } from '../server/text-file.js';

/** A fault that a person can mend, told without a stack. */
export class CommandError extends Error {}

/** The text of a file, or of an address. */
export async function readText(place: string): Promise<string> {
  try {
    if (!/^https?:/.test(place)) return textOfFile(await readFile(place));
    const response = await fetch(place);
    if (!response.ok) throw new Error(`réponse ${response.status}`);
    return await response.text();
  } catch (error) {
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

/** Line and column of a fault of JSON, where Node.js says the position. */
function placeIn(text: string, message: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1]);
  if (Number.isNaN(position)) return /end of JSON/.test(message) ? 'à la fin du fichier' : 'quelque part';
  const lines = text.slice(0, position).split('\n');
  return `ligne ${lines.length}, colonne ${lines.at(-1)!.length + 1}`;
}

/** Parsed JSON of a file or an address. */
export async function readJson(place: string): Promise<unknown> {
  const text = await readText(place);
  try {
    return parseJson(text);
  } catch (error) {
    throw new CommandError(
      `${place}\u00a0: ce n’est pas du JSON (${placeIn(text, (error as Error).message)}). Cherchez une virgule, un guillemet ou une accolade qui manque ou qui est de trop.`,
    );
  }
}

/** Where something beside the plan is. */
export const beside = (plan: string, name: string): string =>
  /^https?:/.test(plan) ? new URL(name, plan).href : resolve(dirname(plan), name);

/**
 * A plan with the contents that it keeps in files of their own put in their places. `failed` is told of those that
 * cannot be had; they stay as they are.
 */
export async function readWholePlan(
  place: string,
  failed: (path: string, message: string) => void = () => undefined,
): Promise<unknown> {
  const plan = await readJson(place);
  if (!isRecord(plan) || !Array.isArray(plan['campaigns'])) return plan;
  const fill = async (holder: unknown, path: string): Promise<unknown> => {
    if (!isRecord(holder)) return holder;
    const content = holder['content'];
    const src = isRecord(content) ? content['src'] : undefined;
    const variants = holder['variants'];
    const filled = {
      ...holder,
      ...(Array.isArray(variants) && {
        variants: await Promise.all(variants.map((one, i) => fill(one, `${path}.variants[${i}]`))),
      }),
    };
    // Paths from the root are the site's, not the plan's folder.
    if (typeof src !== 'string' || src.startsWith('/')) return filled;
    try {
      return { ...filled, content: await readJson(beside(place, src)) };
    } catch (error) {
      failed(`${path}.content.src`, (error as Error).message);
      return filled;
    }
  };
  const campaigns = await Promise.all(
    (plan['campaigns'] as unknown[]).map((one, i) => fill(one, `campaigns[${i}]`)),
  );
  return { ...plan, campaigns };
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
