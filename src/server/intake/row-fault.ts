/** Path and need, as the page's log will show them: `data.answers.q1: …`. */
export class RowFault extends Error {}

export const refuse = (path: string, needed: string): never => {
  throw new RowFault(`${path}: ${needed}`);
};
