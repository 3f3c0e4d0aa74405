import type { WidgetModule } from '../../engine/widget-module.js';
import type { OutcomeType } from '../../core/types.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import type { BannerContent } from '../../model/schema/banner.js';
import { applyPlanTheme } from '../primitives/mount.js';
import './define-banner.js';
import { placeBanner } from './place-banner.js';

/** Time to read what an action led to. */
const BACK_MS = 6e5;

/** Shows a plan's banner, and tells what became of it. */
export const present: WidgetModule['present'] = async (request) => {
  const { campaign, plan, report } = request;
  const content = request.content as BannerContent | null;
  const banner = document.createElement('sentier-banner');
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    banner.remove();
    request.closed();
  };
  const fail = (error: unknown) => {
    request.fail(error);
    close();
  };
  if (!content?.title && !content?.body) {
    fail(new Error(`campaigns.${campaign.id}.content: a title or a body is needed`));
    return { close };
  }
  await setInterfaceLocale(request.locales);
  const tell = (type: OutcomeType, rest?: { step?: string; until?: number }) =>
    report({ type, campaign: campaign.id, kind: 'banner', version: campaign.version ?? 1, ...rest });
  const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) =>
    banner.addEventListener(type, act as EventListener);
  on('sentier-show', () => tell('shown'));
  on('sentier-action', (event) => tell('clicked', { step: `${event.do}:${event.to}` }));
  // Those who are to acknowledge it, and went to see first, are asked again soon.
  const asksBack = content.actions?.some?.((action) => action.do === 'acknowledge');
  // "Until closed": having acted upon it is no end of it.
  const staysAfter = asksBack || campaign.frequency?.until === 'dismissed';
  on('sentier-complete', () => {
    if (!banner.hidden) return staysAfter || tell('completed');
    if (staysAfter) tell('snoozed', { until: banner.now() + BACK_MS });
    else tell('completed');
    close();
  });
  on('sentier-dismiss', () => (tell('dismissed'), close()));
  on('sentier-acknowledge', () => (tell('acknowledged'), close()));
  on('sentier-snooze', ({ until }) => (tell('snoozed', { until }), close()));
  on('sentier-error', ({ error }) => fail(error));

  banner.setAttribute('campaign', campaign.id);
  banner.locales = request.locales;
  banner.content = content;
  banner.perform = request.show;
  banner.memory = request.session;
  banner.version = campaign.version ?? 1;
  const { locale, timeZone } = plan.settings ?? {};
  // What is put off comes back by the clock that it is shown by.
  banner.now = () => request.now?.() ?? Date.now();
  if (locale) banner.setAttribute('plan-locale', locale);
  if (timeZone) banner.setAttribute('time-zone', timeZone);
  banner.toggleAttribute('permanent', campaign.frequency?.until === 'always' && !content.leave);
  banner.place = content.place ?? 'top';
  applyPlanTheme(banner, request);
  await placeBanner(banner, content);
  await banner.updateComplete;
  // The page said no in `sentier-before-show`.
  if (banner.hidden) close();
  return { close, element: banner };
};
