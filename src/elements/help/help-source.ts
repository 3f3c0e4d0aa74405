import type { SelectedHelp } from '../../core/help/select-help.js';
import type { Delivery, Envelope, KeyValue } from '../../core/ports.js';
import type { PlanIndex } from '../../core/types.js';
import type { EngineService } from '../context/services.js';

/** All that the panel knows of the page, the person and the plan; asked again each time it is opened. */
export interface HelpSource {
  campaign: string;
  selected: SelectedHelp;
  /** Languages in order of preference. */
  locales: readonly string[];
  planLocale: string | undefined;
  plan: PlanIndex | undefined;
  engine: EngineService | undefined;
  /** Small strings of this session: where one was, how one reads. */
  session: KeyValue;
  /** What the addresses in the plan are read from. */
  base: string;
  /** News that were not seen. */
  unread: number;
  shortcut: string | undefined;
  /** Sends a report; absent where nothing is ever sent. */
  send: ((draft: Omit<Envelope, 'day' | 'audience'> & Partial<Envelope>) => Promise<Delivery>) | undefined;
}
