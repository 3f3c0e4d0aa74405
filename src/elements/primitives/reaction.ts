/**
 * Nobody acts sooner on what has just come on screen, in ms: a simple reaction to something seen takes 200 to 300. What
 * acting on it needs comes after that, and leaves the page to whatever was clicked.
 */
export const REACTION_MS = 300;
