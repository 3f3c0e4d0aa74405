import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRecord } from '../model/format.js';
import { parseJson } from '../model/safe-json.js';
import { storedContent } from './plans/compose.js';
import { contentsOf } from './plans/content-names.js';
import type { Hashes } from './plans/rows.js';
import type { Services } from './services.js';
import type { Db } from './store/database.js';
import { textOfFile } from './text-file.js';

const BY = { actor: 'serve', role: 'admin', isOperator: true };

/** @throws what is wrong with the file, and what to do */
async function readJson(file: string, remedy: string): Promise<unknown> {
  try {
    return parseJson(textOfFile(await readFile(file)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `${file}: there is no such file; ${remedy}` : `${file}: ${message}`, {
      cause: error,
    });
  }
}

/**
 * Publishes a plan from a file, with the contents beside it, unless both are what was published last. What was changed in
 * the studio since is a revision all the same, and a draft that was not published is put aside: nothing is lost.
 */
export async function publishFile(services: Services, file: string): Promise<'published' | 'same'> {
  const { plans, settings } = services;
  const plan = await readJson(file, 'look at its name and folder.');
  if (!isRecord(plan)) throw new Error(`${file}: a plan is an object.`);
  const contents = new Map<string, unknown>();
  for (const name of contentsOf(plan))
    contents.set(
      name,
      await readJson(
        join(dirname(file), 'content', name),
        `a campaign of ${file} has it as its content.src, or an article as its src: put it there, or take that out.`,
      ),
    );
  const isSame = async (db: Db): Promise<boolean> => {
    const seeded = await db
      .selectFrom('revision')
      .select(['document', 'contents'])
      .where('tenant', '=', settings.tenant)
      .where('space', '=', 'all')
      .where('actor', '=', BY.actor)
      .where('put_aside', '=', 0)
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst();
    const hashes = JSON.parse(seeded?.contents ?? '{}') as Hashes;
    return (
      seeded?.document === JSON.stringify(plan) &&
      [...contents].every(([name, content]) => hashes[name] === storedContent(content).hash)
    );
  };
  // Four eyes: who put the file there, and who started the server with it.
  return plans.seed({ document: plan, contents }, isSame, BY, { ...BY, actor: `${BY.actor}-start` });
}
