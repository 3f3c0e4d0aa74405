import { onInterfaceLocale, proposeInterfaceLocale } from '../../locales/msg.js';
import { root } from '../../platform/root.js';

/** The part of the engine that this needs. */
interface Locales {
  locales(): readonly string[];
}

/** Languages to show an element's texts in, best first: the engine's, else the nearest `lang` around it; French last. */
export function localesOf(element: Element, service?: Locales): readonly string[] {
  if (service) return service.locales();
  const lang = element.closest('[lang]')?.getAttribute('lang') || root().lang;
  return lang ? [lang, 'fr'] : ['fr'];
}

/** Calls back after each change of the interface's language, which is this element's where nobody has chosen one; the returned function ends it. */
export function followLocale(
  element: Element & { locales?: readonly string[] | undefined },
  listener: () => void,
): () => void {
  proposeInterfaceLocale(element.locales ?? localesOf(element));
  return onInterfaceLocale(listener);
}
