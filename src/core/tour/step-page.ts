import { matchesAny } from '../glob.js';

/** Whether a step that belongs to `page` (a glob over the path; none: anywhere) can be shown at `path`. */
export const isOnPage = (page: string | undefined, path: string): boolean =>
  page === undefined || matchesAny([page], path);
