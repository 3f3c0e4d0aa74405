import { unsafeCSS } from 'lit';
import { tokens } from './tokens.css.js';

export const styles = unsafeCSS(tokens);
