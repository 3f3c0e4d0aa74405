import type { PropertyDeclaration } from 'lit';

/**
 * A Lit property declaration with every option its own: `{}` would inherit a polluted `Object.prototype`
 * (`noAccessor`, `state`, `attribute` set by an old script freeze the element without a word: hazards).
 */
export const prop = (options: PropertyDeclaration = {}): PropertyDeclaration =>
  ({
    __proto__: null,
    state: false,
    attribute: true,
    type: String,
    reflect: false,
    noAccessor: false,
    ...options,
  }) as PropertyDeclaration;

/** Reactive and internal. */
export const state = (): PropertyDeclaration => prop({ state: true, attribute: false });
