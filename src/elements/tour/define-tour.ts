import { SentierTour } from './sentier-tour.js';

declare global {
  interface HTMLElementTagNameMap {
    'sentier-tour': SentierTour;
  }
}

// Steps written by hand have a definition of their own: a tour of the plan has none of them.
if (!customElements.get('sentier-tour')) customElements.define('sentier-tour', SentierTour);
