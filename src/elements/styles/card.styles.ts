import { unsafeCSS } from 'lit';
import { card } from './card.css.js';

export const styles = unsafeCSS(card);
