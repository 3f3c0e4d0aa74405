import { unsafeCSS } from 'lit';
import { waymarksCss } from './waymarks.css.js';

export const styles = unsafeCSS(waymarksCss);
