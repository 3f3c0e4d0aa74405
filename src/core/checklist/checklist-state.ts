import type { ChecklistContent, ChecklistTask } from '../../model/schema/checklist.js';
import { endingOf, progressOf } from '../progress.js';
import type { CampaignProgress, Progress } from '../types.js';

/** A task as it stands for one person. */
export interface TaskState {
  task: ChecklistTask;
  done: boolean;
  /** May be begun now: false for what comes later in a fixed order. */
  open: boolean;
}

export interface ChecklistState {
  tasks: TaskState[];
  done: number;
  /** The first that is left; none when all is done. */
  next: ChecklistTask | undefined;
  complete: boolean;
}

/** A tour gone through, a survey answered: leaving it half-way is no "done". */
const isThrough = (entry: CampaignProgress | undefined): boolean =>
  !!entry && /^[ca]/.test(endingOf(entry) ?? '');

/**
 * How far along a checklist one is. What a task leads to says whether it was done, wherever it was done from; the rest
 * is in the list's own progress.
 * @param isFor whether a task is for this person
 */
export function checklistState(
  content: ChecklistContent,
  progress: Progress,
  own: CampaignProgress | undefined,
  isFor: (task: ChecklistTask) => boolean,
): ChecklistState {
  const done = new Set(own?.done);
  let isFirst = true;
  const tasks = content.tasks.filter(isFor).map((task): TaskState => {
    const { id, do: act, to = '' } = task;
    const isDone = done.has(id) || (/^(tour|survey)$/.test(act ?? '') && isThrough(progressOf(progress, to)));
    const open = content.order !== 'fixed' || isDone || isFirst;
    if (!isDone) isFirst = false;
    return { task, done: isDone, open };
  });
  const count = tasks.filter((task) => task.done).length;
  return {
    tasks,
    done: count,
    next: tasks.find((task) => !task.done)?.task,
    complete: tasks.length > 0 && count === tasks.length,
  };
}

/** A host event, or the page one is on, that does a task: the ids of the tasks that are done by it now. */
export function doneBy(tasks: readonly TaskState[], happened: (task: ChecklistTask) => boolean): string[] {
  return tasks.filter(({ task, done, open }) => !done && open && happened(task)).map(({ task }) => task.id);
}
