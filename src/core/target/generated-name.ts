/*
 * Names that a build or a framework invents. A selector made of one finds nothing after the next release, or the next
 * load of the page. Shapes only, no list of sites.
 */

/** Counters and hashes that well-known tools write, whole names. */
const TOOLS = [
  // React's useId (":r5:", "_r_5_", "«r5»") and what is built on it ("radix-:r1:", "headlessui-menu-button-12").
  /[:«»]/,
  /^_r_\w+_$/,
  /^(radix|headlessui|react-aria|react-select|mui|chakra|rc[-_]\w+|mantine)-.*\d/i,
  // Angular, Ember, YUI, GWT, jQuery UI, Ext, Select2, Vue.
  /^(ng-tns|mat-\w+(-\w+)*-\d|cdk-\w+-|ember\d|yui[_-]\d|gwt-uid|ui-id-|ext-(gen|comp|element)|select2-\w+-\w{2,4}-|v-\d|data-v-)/i,
  // CSS-in-JS and scoped styles.
  /^(css|sc|jss|jsx|svelte|emotion|tss|astro|linaria|glamor|style)-?[\da-z]*\d[\da-z]*(-\d+)?$/i,
  /^sc-[a-z]{6,}$/i,
  // CSS modules: "Button_root__3xY1z", "styles-module__abc12".
  /_{2}[\w-]*$/,
] as const;

/** Double underscores that are words: BEM ("card__title") and its modifiers are written by people. */
const BEM = /^[a-z][a-z\d]*(-[a-z\d]+)*__[a-z]+(-[a-z]+)*(--[a-z]+(-[a-z]+)*)?$/;

/** States come and go with what a person does: never part of a name. */
const STATES =
  /^(is|has|ng|was)-|^(active|open|opened|closed|hover|focus(ed)?|focus-visible|selected|checked|current|disabled|enabled|show|shown|visible|hidden|hide|collapsed?|expanded|in|out|loading|loaded|dirty|pristine|touched|untouched|valid|invalid|unread|read|new|first|last|odd|even)$/i;

/** A part between separators that no person writes: mixed letters and digits, long numbers, hexadecimal, no vowels. */
function isNoise(part: string): boolean {
  if (/^\d{4,}$/.test(part) && !/^(19|20)\d\d$/.test(part)) return true;
  if (/^[\da-f]{8,}$/i.test(part) && /\d/.test(part)) return true;
  // Letters after digits after letters ("a1b2", "3xY1z"), but not "step2", "h1", "6e" or "4eB".
  if (part.length >= 5 && /[a-z]\d+[a-z]|\d[a-z]+\d/i.test(part)) return true;
  if (part.length >= 6 && /[a-z]/.test(part) && /[A-Z]/.test(part.slice(1)) && /\d/.test(part)) return true;
  return /^[^aeiouyàâéèêëîïôûù\d]{6,}$/i.test(part);
}

/** Whether an id or a class looks like a machine's: it will be another tomorrow. */
export function isGeneratedName(name: string): boolean {
  if (!name || BEM.test(name)) return false;
  return TOOLS.some((shape) => shape.test(name)) || name.split(/[-_.]+/).some(isNoise);
}

/** Whether a class says how the element is at the moment, not what it is. */
export const isStateName = (name: string): boolean => STATES.test(name);

/** What may stand in a selector that is to last. */
export const isLastingName = (name: string): boolean =>
  name !== '' && !isGeneratedName(name) && !isStateName(name);
