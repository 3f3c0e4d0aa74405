import { isRecord } from '../../model/format.js';
import { HttpProblem } from '../http/problem.js';
import { HELP_LISTS, helpOf, listOf } from './within-space.js';

/*
 * Who writes a school's draft may be anybody of the school, and one process answers for all: reading a plan has to end
 * soon, whatever is in it. A whole region's plan stays far below all of these.
 */

/** Nobody mends more faults at a time, and each costs its words. */
export const MOST_ISSUES = 500;

/** Campaigns, articles, hints and contacts of one space, in all. */
export const MAX_ITEMS = 10_000;

/** Texts, numbers, lists and objects of a plan: its time of reading goes by them, not by its bytes. */
export const MAX_VALUES = 150_000;

/** Characters of the contents that a plan's campaigns name, each as often as it is named. */
export const MAX_PLACED_LENGTH = 32 * 1024 * 1024;

/** Contents of one space's draft. */
export const MAX_CONTENTS = 500;
export const MAX_CONTENT_BYTES_OF_SPACE = 64 * 1024 * 1024;

/** How many values there are in `value`, itself among them; past `most` nobody counts on. */
export function countValues(value: unknown, most: number): number {
  let count = 0;
  const left: unknown[] = [value];
  while (left.length && count <= most) {
    const one = left.pop();
    count++;
    // One by one: a list of a million is more than a call can be given.
    if (Array.isArray(one)) for (const inner of one) left.push(inner);
    else if (isRecord(one)) for (const key in one) left.push(one[key]);
  }
  return count;
}

/** @throws {HttpProblem} where a plan is larger than any that is read */
export function refuseTooLarge(document: Record<string, unknown>): void {
  const lists = [document['campaigns'], ...HELP_LISTS.map((name) => helpOf(document)[name])];
  const items = lists.reduce<number>((sum, list) => sum + listOf(list).length, 0);
  if (items > MAX_ITEMS)
    throw new HttpProblem(
      'too-big',
      `A plan has at most ${MAX_ITEMS} campaigns, articles, hints and contacts.`,
      {
        path: 'campaigns',
        remedy: `It has ${items}: take out those that are over.`,
      },
    );
  if (countValues(document, MAX_VALUES) > MAX_VALUES)
    throw new HttpProblem('too-big', `A plan has at most ${MAX_VALUES} texts, numbers, lists and objects.`, {
      path: '',
      remedy: 'Put the contents of its campaigns into files: PUT /content/{name}.',
    });
}
