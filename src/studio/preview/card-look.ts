import { unsafeCSS } from 'lit';
import type { SentierBanner } from '../../elements/banner/sentier-banner.js';
import { styles as card } from '../../elements/banner/banner-card.css.js';

/** A card's look, where it stands in a sketch instead of over the page. */
const styles = unsafeCSS(`${card}
  .corner,
  .modal {
    position: relative;
    inset: auto;
    z-index: auto;
    width: auto;
    max-width: none;
    max-height: none;
  }
`);

/**
 * A banner in a corner or over the page would leave the sketch for the top layer, and a dialog make all of the studio
 * inert: it is drawn in the page's text, then given the real one's look, each time before it is painted.
 */
export function showAsCard(banner: SentierBanner): void {
  const tree = banner.shadowRoot!;
  new MutationObserver(() => {
    const place = banner.dataset.card;
    const box = place && tree.querySelector('.box.inline');
    if (!box) return;
    box.classList.replace('inline', place);
    // Where there are no such sheets it has its words and buttons all the same.
    const { styleSheet } = styles;
    if (styleSheet && !tree.adoptedStyleSheets.includes(styleSheet))
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, styleSheet];
  }).observe(tree, { childList: true, subtree: true });
}
