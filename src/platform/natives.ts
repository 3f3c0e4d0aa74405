/**
 * Natives that old libraries replace on the page's `window`.
 * MooTools 1.2/1.3 put their own `Event` there; `CustomEvent` is left alone, and its prototype is the real one.
 */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
