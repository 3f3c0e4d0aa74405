import { firstMarkCss } from './first-mark.css.js';
import { walkedCss } from './walked.css.js';

export const waymarksCss = firstMarkCss + walkedCss;
