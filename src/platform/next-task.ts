/** Gives the browser its turn: what follows is a task of its own. `after`: not before so many ms. */
export const nextTask = (after?: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, after));
