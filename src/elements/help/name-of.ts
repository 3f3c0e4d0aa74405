import { accessibleName, textOf } from '../../platform/accessible-name.js';

/** Longer is no name but a content. */
const LONGEST = 80;

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s:*]+$/, '')
    .trim();

/** What a hint's mark calls what it explains: its name, or its heading's words when it is a whole block; else nothing. */
export function nameOf(element: Element): string {
  const name = tidy(accessibleName(element));
  if (name.length <= LONGEST) return name;
  const heading = element.querySelector('h1,h2,h3,h4,h5,h6,legend,caption');
  const words = heading ? tidy(textOf(heading)) : '';
  return words.length <= LONGEST ? words : '';
}
