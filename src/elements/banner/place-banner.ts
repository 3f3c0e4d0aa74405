import type { BannerContent } from '../../model/schema/banner.js';
import { query } from '../../platform/natives.js';
import { root } from '../../platform/root.js';
import type { SentierBanner } from './sentier-banner.js';
import { wouldJump } from './unfold.js';

/**
 * Puts a plan's banner into the page. On `<html>` beside the body, not in it: a body may be a flex or grid container,
 * scaled by `zoom`, or owned by a framework that drops what it did not make (hazards: the page). `top` stands before
 * the body and pushes it down; `bottom` after it, sticky; the others are in the top layer, where the place in the tree
 * does not show. `inline` goes into the page's own `[data-sentier-place]`, named by the campaign's id, then to the element
 * that the plan names, then into the place "inline"; and to the top where the page has none of them. `top` too has a
 * place where the page keeps one for it.
 *
 * Who wants no motion is spared the jump: what would push the page before their eyes comes over it instead, in the
 * corner, or at the bottom where the corner is taken.
 */
export async function placeBanner(banner: SentierBanner, content: BannerContent): Promise<void> {
  // Not drawn before its place is known.
  banner.hidden = true;
  await putIn(banner, content);
  if (/inline|top/.test(banner.place) && isInSight(banner) && wouldJump()) {
    banner.place = query('sentier-banner[place=corner]:not([hidden])') ? 'bottom' : 'corner';
    root().append(banner);
  }
  banner.hidden = false;
}

/** Whether its place, where nothing is drawn yet, is in the window. */
function isInSight({ previousElementSibling: before, parentElement: parent }: Element): boolean {
  const edge = before ? before.getBoundingClientRect().bottom : (parent?.getBoundingClientRect().top ?? 0);
  return edge < innerHeight;
}

async function putIn(banner: SentierBanner, { target, at }: BannerContent): Promise<void> {
  const { place, campaign } = banner;
  const inPage = /inline|top/.test(place);
  const spot = (name: string) => inPage && query(`[data-sentier-place="${CSS.escape(name)}"]`);
  const own = spot(campaign);
  if (own) return own.append(banner);
  if (place === 'inline' && target && (await (await import('./banner-spot.js')).putAt(banner, target, at)))
    return;
  const kept = spot(place);
  if (kept) return kept.append(banner);
  if (place === 'inline') banner.place = 'top';
  root().insertBefore(banner, banner.place === 'top' ? query('body') : null);
  // Asked while the strip comes in at a walk.
  if (banner.place === 'top')
    banner.addEventListener(
      'sentier-show',
      () =>
        void import('./banner-way.js').then(
          ({ makeWay }) => makeWay(banner),
          () => undefined,
        ),
      { once: true },
    );
}
