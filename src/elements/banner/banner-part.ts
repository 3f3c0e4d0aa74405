import type { KeyValue } from '../../core/ports.js';
import type { BannerContent, BannerPlace } from '../../model/schema/banner.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import type { View } from './banner-view.js';

/** What a part is given of the banner that it completes. */
export interface Furnishing {
  content: BannerContent;
  place: BannerPlace;
  campaign: string;
  /** The interface's language, for dates. */
  locale: string;
  /** The plan's time zone. */
  zone: string | undefined;
  /** Epoch ms; a demonstration's clock may show another day. */
  now(): number;
  resolve(text: Text | undefined): ResolvedText;
  /** A text in an element that says its language and direction; nothing where there is none. */
  say(tag: 'p' | 'span' | 'dd', text: Text | undefined): HTMLElement | undefined;
  /** What of this banner is remembered for the session. */
  memory: KeyValue | undefined;
  version: number;
}

/** What only some banners need, in a chunk of its own that comes before they are drawn. */
export interface BannerPart {
  styles: string;
  /** Adds to what was built; returns what "acknowledge" has to ask, where it has something to say about it. */
  furnish(view: View, furnishing: Furnishing): void;
}

/** Chunks that this content asks for, all at once. A strip of words needs none. */
export function partsFor(
  { image, event, actions }: BannerContent,
  place: BannerPlace,
): Promise<BannerPart>[] {
  const parts: Promise<BannerPart>[] = [];
  if (image || place === 'corner' || place === 'modal') parts.push(import('./banner-card.js'));
  if (event) parts.push(import('./banner-event.js'));
  if (actions?.some((action) => action.do === 'acknowledge')) parts.push(import('./banner-proof.js'));
  return parts;
}
