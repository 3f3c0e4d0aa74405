import { simulate, type SimulatedDay } from '../../core/simulate.js';
import type { Context } from '../../core/types.js';
import { nextTask } from '../../platform/next-task.js';
import { indexPlan } from '../../model/index-plan.js';
import type { PlanDocument } from '../store/studio-store.js';

export interface MetDay {
  day: string;
  titles: string[];
}

/**
 * What somebody of a profile who comes once each day, and reads what they are shown, would meet in a month: by the real
 * director, from a blank memory. In slices, since each day goes through every page of the plan.
 */
export async function meet(
  document: PlanDocument,
  profile: string,
  month: string,
  titleOf: (day: SimulatedDay) => string[],
): Promise<MetDay[]> {
  const { plan } = indexPlan(document);
  const context: Context = { user: { key: 'sentier-studio', profiles: [profile] } };
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  await nextTask();
  return simulate(plan, [context], `${month}-01`, `${month}-${String(last).padStart(2, '0')}`)
    .map((day) => ({ day: day.day, titles: titleOf(day) }))
    .filter(({ titles }) => titles.length > 0);
}
