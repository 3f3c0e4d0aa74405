import { queryAll } from '../../platform/natives.js';
import { imageNode } from '../primitives/image-node.js';
import { POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import type { BannerPart } from './banner-part.js';

export { styles } from './banner-card.css.js';

/** A picture beside the words of a strip, above those of a card. */
export const furnish: BannerPart['furnish'] = ({ box, mark }, { content: { image }, place, resolve }) => {
  if (place === 'corner' && POPOVER) box.setAttribute('popover', POPOVER);
  const picture = image && imageNode(image.src, resolve(image.alt).value);
  if (!picture) return;
  picture.className = 'picture';
  // A lazy one would come after its room was looked at.
  picture.loading = 'eager';
  box.classList.add('pictured');
  mark.after(picture);
};

/** A window this wide has room for a survey in one corner and this in the other, in CSS px. */
const BOTH = 800;

/** What of ours has the floor: a tour, whose veil this would lie on; a survey, which it would cover. */
const whoHasTheFloor = (): Element | undefined =>
  [...queryAll('sentier-tour, sentier-survey')].find(({ localName, shadowRoot }) => {
    const card = shadowRoot?.querySelector('.card');
    const isCorner = card?.matches('.corner') && innerWidth >= BOTH;
    return (
      card?.getClientRects().length &&
      (localName === 'sentier-tour' || !(isCorner || card.matches('.inline')))
    );
  });

/**
 * Brings a card on screen: a modal dialog, or a box in the top layer. Where something else of ours has the floor, the
 * box comes once that is gone: until then there is a promise of it.
 */
export function openCard(box: HTMLElement, first: HTMLElement, leave: () => void): Promise<void> | undefined {
  if (box instanceof HTMLDialogElement) {
    // By Escape, whose `cancel` event cannot be relied on to veto it (close watchers).
    box.onclose = leave;
    box.showModal();
    first.focus();
    return undefined;
  }
  const other = whoHasTheFloor();
  box.style.display = other ? 'none' : '';
  if (!other) return void showInTopLayer(box);
  return new Promise((done) =>
    other.addEventListener('close', () => done(openCard(box, first, leave)), { once: true }),
  );
}
