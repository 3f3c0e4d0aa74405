import '../preview/define-peek.js';
import { defineOnce } from '../shell/define-once.js';
import { SentierStudioCampaign } from './sentier-studio-campaign.js';
import { SentierStudioCampaigns } from './sentier-studio-campaigns.js';
import { SentierStudioList } from './sentier-studio-list.js';

defineOnce('sentier-studio-list', SentierStudioList);
defineOnce('sentier-studio-campaigns', SentierStudioCampaigns);
defineOnce('sentier-studio-campaign', SentierStudioCampaign);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-list': SentierStudioList;
    'sentier-studio-campaigns': SentierStudioCampaigns;
    'sentier-studio-campaign': SentierStudioCampaign;
  }
}
