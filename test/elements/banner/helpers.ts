import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/banner/define-banner.js';
import { loadRich } from '../../../src/engine/rich.js';
import type { SentierBanner } from '../../../src/elements/banner/sentier-banner.js';
import type { BannerContent, BannerPlace } from '../../../src/model/schema/banner.js';

// As the engine does before a widget whose texts have marks.
await loadRich();

/** A banner from content; `shown`: wait until it is on screen. */
export async function makeBanner(
  content: BannerContent,
  place: BannerPlace,
  shown = true,
  locales: readonly string[] = ['fr'],
): Promise<SentierBanner> {
  // As the engine does before it shows what has marks.
  await loadRich();
  const later = shown && ['top', 'bottom', 'corner'].includes(place) && oneEvent(document, 'sentier-show');
  const banner = await fixture<SentierBanner>(
    html`<sentier-banner
      campaign="essai"
      place=${place}
      .locales=${locales}
      .content=${content}
    ></sentier-banner>`,
  );
  await later;
  return banner;
}

export const part = (banner: SentierBanner, selector: string): HTMLElement =>
  banner.shadowRoot!.querySelector<HTMLElement>(selector) ?? expect.fail(`no ${selector} in the banner`);

/** A button of the banner by its value: an action's index, or a way to leave. */
export const button = (banner: SentierBanner, value: string): HTMLElement =>
  part(banner, `button[value="${value}"]`);

/** What each is called, label or words. */
export const texts = (banner: SentierBanner, selector: string): string[] =>
  [...banner.shadowRoot!.querySelectorAll(selector)].map(
    (el) => el.getAttribute('aria-label') ?? el.textContent,
  );
