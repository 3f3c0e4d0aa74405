import type { WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import { deepActiveElement } from '../../platform/focus.js';
import { query } from '../../platform/natives.js';
import { applyPlanTheme, mountOverlay } from '../primitives/mount.js';
import './define-news.js';
import type { SentierNews } from './sentier-news.js';

/** Opens the feed: that of the page where it has one, else a panel of ours. `open` is an item's id, or empty. */
export const present: WidgetModule['present'] = async (request) => {
  await setInterfaceLocale(request.locales);
  const byHand = query('sentier-news') as SentierNews | null;
  const news = byHand ?? document.createElement('sentier-news');
  let isOver = false;
  const close = () => {
    if (isOver) return;
    isOver = true;
    news.removeEventListener('sentier-dismiss', close);
    void news.close();
    if (!byHand) news.remove();
    request.closed();
  };
  if (!byHand) {
    news.display = 'panel';
    news.locales = request.locales;
    applyPlanTheme(news, request);
    // All outside the host's open dialog is inert.
    mountOverlay(news, deepActiveElement());
  }
  const open = (id: string) => void news.open(id || undefined);
  // The engine answers the element once it is in the page.
  await news.updateComplete;
  open(request.open ?? '');
  news.addEventListener('sentier-dismiss', close);
  return { close, open };
};
