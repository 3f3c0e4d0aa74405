/**
 * Natives that old libraries replace on the page's `window`.
 * MooTools 1.2/1.3 put their own `Event` there; `CustomEvent` is left alone, and its prototype is the real one.
 */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;

/**
 * Methods of `document` that neither an `<img name=querySelector>` of the page (DOM clobbering) nor a library's own
 * `window.Document` can hide.
 */
const methods = HTMLDocument.prototype;

export const query = (selector: string): Element | null => methods.querySelector.call(document, selector);

export const queryAll = (selector: string): NodeListOf<Element> =>
  methods.querySelectorAll.call(document, selector);

/** Says something on the document, from where it bubbles to the window, with `fields` set on the event. */
export function announce(type: string, fields: object = {}): void {
  methods.dispatchEvent.call(document, Object.assign(new NativeEvent(type, { bubbles: true }), fields));
}
