import { PLAN_VERSION } from '../model/format.js';
import { importDidacticiel } from './didacticiel.js';
import type { ImportNote, Imported, TourCampaign } from './import-report.js';
import { importMoodle } from './moodle.js';

export type { ImportNote } from './import-report.js';

export const FORMATS = ['didacticiel', 'moodle'] as const;
export type Format = (typeof FORMATS)[number];

const IMPORTERS: Readonly<Record<Format, (raw: unknown) => Imported>> = {
  didacticiel: importDidacticiel,
  moodle: importMoodle,
};

export interface ImportResult {
  /** A plan of one campaign, or of none where the file could not be read. */
  plan: { version: number; id: string; campaigns: TourCampaign[] };
  campaign: TourCampaign | undefined;
  notes: ImportNote[];
}

/** Which format a file seems to be of. */
export const formatOf = (raw: unknown): Format | undefined =>
  typeof raw !== 'object' || raw === null
    ? undefined
    : 'stepsConfig' in raw
      ? 'didacticiel'
      : 'steps' in raw && 'pathmatch' in raw
        ? 'moodle'
        : undefined;

/** Another product's tour, parsed from its JSON → a plan of ours, and what did not come over. Never throws. */
export function importPlan(raw: unknown, format: Format): ImportResult {
  const { campaign, notes } = IMPORTERS[format](raw);
  return {
    plan: { version: PLAN_VERSION, id: `import-${format}`, campaigns: campaign ? [campaign] : [] },
    campaign,
    notes,
  };
}
