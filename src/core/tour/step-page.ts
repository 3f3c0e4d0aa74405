import { matchesAny } from '../glob.js';

/** Whether a step that belongs to `page` (a glob over the path; none: anywhere) can be shown at `path`. */
export const isOnPage = (page: string | undefined, path: string): boolean =>
  page === undefined || matchesAny([page], path);

/** The address that a step's page names, where it names one; a pattern names many. */
export const plainPath = (page: string | undefined): string | undefined =>
  page?.startsWith('/') && !page.startsWith('//') && !page.includes('*') ? page : undefined;
