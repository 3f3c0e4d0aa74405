import type { SentierBanner } from '../../elements/banner/sentier-banner.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { BannerContent, BannerPlace } from '../../model/schema/banner.js';
import { ACTION_NAMES, nameOf } from '../words/names.js';
import { showAsCard } from './card-look.js';
import { dress } from './dress.js';
import type { Drawing } from './widgets.js';

/** A picture without address and an event without date are words that wait for theirs. */
const drawable = ({ image, event, ...rest }: Partial<BannerContent>): BannerContent => ({
  ...rest,
  ...(image?.src && { image }),
  ...(event?.start && { event }),
});

/** Written into a banner that is there: what is on screen does not come in once more. */
export function redrawBanner(banner: SentierBanner, drawing: Drawing, place: BannerPlace): void {
  const isCard = /corner|modal/.test(place);
  banner.dataset.card = isCard ? place : '';
  // A theme is put on and never taken off.
  for (const name of ['style', 'audience']) banner.removeAttribute(name);
  give(banner, drawing, isCard ? 'inline' : place, drawing.looker.scheme);
}

/** On the sketch of a page. */
export function bannerOn(drawing: Drawing, place: BannerPlace): SentierBanner {
  const banner = rehearsed(drawing, false);
  // It walks into a page so as not to push what is read there. Here it is what one looks at: drawn again, it stands.
  banner.addEventListener('sentier-show', () => (banner.content = banner.content));
  showAsCard(banner);
  redrawBanner(banner, drawing, place);
  return banner;
}

/** At its real place. */
export function realBanner(drawing: Drawing, place: BannerPlace): SentierBanner {
  const banner = rehearsed(drawing, true);
  give(banner, drawing, place);
  return banner;
}

function give(
  banner: SentierBanner,
  { plan, looker, content }: Drawing,
  place: BannerPlace,
  scheme?: 'light' | 'dark',
): void {
  banner.locales = looker.locales;
  banner.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  banner.content = drawable(content);
  banner.place = place;
  dress(banner, plan, looker.profiles, scheme);
}

function rehearsed({ say, again }: Drawing, isReal: boolean): SentierBanner {
  const banner = document.createElement('sentier-banner');
  // Its outcomes are this page's alone: a host that counts them must not hear of a rehearsal.
  for (const type of ['show', 'before-show', 'before-dismiss', 'action', 'dismiss', 'snooze', 'acknowledge'])
    banner.addEventListener(`sentier-${type}`, (event) => event.stopPropagation());
  banner.addEventListener('sentier-action', (event) => {
    event.preventDefault();
    say(
      msg(str`Ce bouton ferait\u00a0: ${nameOf(ACTION_NAMES, event.do)} (${event.to})`, {
        id: 'studio-would-do',
      }),
    );
    if (isReal) again();
  });
  const left = (words: string) => () => {
    say(words);
    again();
  };
  banner.addEventListener(
    'sentier-dismiss',
    left(msg('Fermée. Elle revient ici pour l’essai.', { id: 'studio-was-closed' })),
  );
  banner.addEventListener(
    'sentier-snooze',
    left(msg('Remise à plus tard. Elle revient ici pour l’essai.', { id: 'studio-was-snoozed' })),
  );
  banner.addEventListener(
    'sentier-acknowledge',
    left(msg('Lecture confirmée. Elle revient ici pour l’essai.', { id: 'studio-was-acknowledged' })),
  );
  return banner;
}
