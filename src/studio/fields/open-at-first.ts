import { guard } from 'lit/directives/guard.js';

/**
 * For a folded part: open at first where something is in it, then as the person leaves it. What empties it would close it
 * under their hands, and the focus fall to the page.
 * @param of what it is a part of; with another, it is at its first again
 */
export const openAtFirst = (of: unknown, isUsed: boolean) => guard([of], () => isUsed);
