import { unsafeCSS } from 'lit';
import { button } from './button.css.js';

export const styles = unsafeCSS(button);
