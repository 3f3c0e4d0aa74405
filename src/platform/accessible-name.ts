/** Elements that have a role by themselves (HTML-AAM), for the roles that an author of tours names. */
export const ROLE_SELECTORS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  button: 'button,summary,input[type=button],input[type=submit],input[type=reset],input[type=image]',
  link: 'a[href],area[href]',
  textbox:
    'textarea,input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],[contenteditable]',
  searchbox: 'input[type=search]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  slider: 'input[type=range]',
  combobox: 'select',
  heading: 'h1,h2,h3,h4,h5,h6',
  img: 'img',
  list: 'ul,ol',
  listitem: 'li',
  table: 'table',
  row: 'tr',
  dialog: 'dialog',
  main: 'main',
  navigation: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  search: 'search',
  form: 'form',
  region: 'section',
  article: 'article',
};

/** Words within an element, those of its open shadow root when it has one. */
export const textOf = (el: Element): string =>
  (el.shadowRoot && !el.textContent?.trim() ? el.shadowRoot.textContent : el.textContent) ?? '';

/**
 * The name that assistive technology would say, as far as common markup goes: aria-labelledby, aria-label, label,
 * alternative, own words, title. Enough to find an element by; not the whole of accname-1.2.
 */
export function accessibleName(el: Element): string {
  const root = el.getRootNode() as Document | ShadowRoot;
  const ids = el.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const field = el as HTMLInputElement;
  // Not `Array.from`, which MooTools and Prototype replace by one that takes no function.
  const labels = (list: Iterable<Element> | null | undefined) => [...(list ?? [])].map(textOf).join(' ');
  return (
    labels(ids.flatMap((id) => root.querySelector(`#${CSS.escape(id)}`) ?? [])) ||
    el.getAttribute('aria-label') ||
    labels(field.labels) ||
    el.getAttribute('alt') ||
    (el.matches('input[type=button],input[type=submit],input[type=reset]') && field.value) ||
    (!el.matches('input,select,textarea') &&
      (textOf(el).trim() || [...el.querySelectorAll('img')].map((img) => img.alt).join(' '))) ||
    el.getAttribute('title') ||
    el.getAttribute('placeholder') ||
    ''
  );
}
