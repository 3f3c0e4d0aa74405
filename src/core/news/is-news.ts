import type { Campaign } from '../../model/schema/campaign.js';

/** Whether a campaign belongs into the feed: a banner unless it says no, another when it says yes. */
export const isNews = ({ kind, news }: Campaign): boolean => news ?? kind === 'banner';
