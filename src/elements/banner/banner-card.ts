import { imageNode } from '../primitives/body-nodes.js';
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

/** Brings a card on screen: a modal dialog, or a box in the top layer. */
export function openCard(box: HTMLElement, first: HTMLElement, leave: () => void): void {
  if (!(box instanceof HTMLDialogElement)) return showInTopLayer(box);
  // By Escape, whose `cancel` event cannot be relied on to veto it (close watchers).
  box.onclose = leave;
  box.showModal();
  first.focus();
}
