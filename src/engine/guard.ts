import { fault } from './faults.js';

/** Runs what the host or the page asked for; what it throws, now or later, stays here. */
export function guard<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      const result = act(...args);
      return result instanceof Promise ? (result.catch(fault) as R) : result;
    } catch (error) {
      return fault(error) as R;
    }
  };
}
