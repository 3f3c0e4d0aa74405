import type { Services } from '../services.js';
import { HttpProblem } from './problem.js';

/** Counts that somebody was too fast, and answers with when to come again. */
export function refuseTooMany(
  metrics: Services['metrics'],
  bucket: string,
  seconds: number,
  detail: string,
): never {
  metrics.limited.inc({ bucket });
  throw new HttpProblem('too-many', detail, {
    remedy: `Send it again in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  });
}
