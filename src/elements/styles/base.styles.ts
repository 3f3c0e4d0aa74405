import { unsafeCSS } from 'lit';
import { base } from './base.css.js';

export const styles = unsafeCSS(base);
