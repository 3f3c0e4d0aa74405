import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRecord } from '../model/format.js';
import { parseJson } from '../model/safe-json.js';
import { contentName } from './plans/check-space.js';
import type { Services } from './services.js';

const BY = { actor: 'serve', role: 'admin' };

/** Names of the contents that a plan's campaigns refer to. */
function contentsOf(plan: Record<string, unknown>): Set<string> {
  const names = new Set<string>();
  const look = (holder: unknown): void => {
    const content = isRecord(holder) ? holder['content'] : undefined;
    const name = isRecord(content) ? contentName(content['src']) : undefined;
    if (name !== undefined) names.add(name);
  };
  for (const campaign of Array.isArray(plan['campaigns']) ? (plan['campaigns'] as unknown[]) : []) {
    look(campaign);
    const variants = isRecord(campaign) ? campaign['variants'] : undefined;
    if (Array.isArray(variants)) variants.forEach(look);
  }
  return names;
}

/** @throws what is wrong with the file, and what to do */
async function readJson(file: string, remedy: string): Promise<unknown> {
  try {
    return parseJson(await readFile(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `${file}: there is no such file; ${remedy}` : `${file}: ${message}`, {
      cause: error,
    });
  }
}

/**
 * Publishes a plan from a file, with the contents beside it, unless it is what was published last. What was changed in
 * the studio since is a revision all the same: nothing is lost.
 */
export async function publishFile(services: Services, file: string): Promise<'published' | 'same'> {
  const { plans, store, settings } = services;
  const plan = await readJson(file, 'look at its name and folder.');
  if (!isRecord(plan)) throw new Error(`${file}: a plan is an object.`);
  const { revisions } = await plans.revisions('all');
  const seeded = await store.db
    .selectFrom('revision')
    .select('document')
    .where('tenant', '=', settings.tenant)
    .where('space', '=', 'all')
    .where('actor', '=', BY.actor)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (revisions.length && seeded?.document === JSON.stringify(plan)) return 'same';
  for (const name of contentsOf(plan))
    await plans.putContent(
      'all',
      name,
      await readJson(
        join(dirname(file), 'content', name),
        `a campaign of ${file} has it as its content.src: put it there, or take the campaign out.`,
      ),
      BY,
    );
  await plans.putDraft('all', plan, '*', BY);
  const { status } = await plans.publish('all', undefined, BY);
  // Four eyes: who put the file there, and who started the server with it.
  if (status === 'waiting') await plans.approve('all', { ...BY, actor: `${BY.actor}-start` });
  return 'published';
}
