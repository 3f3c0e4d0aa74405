/** What is filled in, and so has a description that is read with it. */
const FIELD =
  'input,select,textarea,[contenteditable],[role=textbox],[role=combobox],[role=searchbox],[role=spinbutton],[role=slider]';

const ATTRIBUTE = 'aria-describedby';

const idsOf = (field: Element): string[] => field.getAttribute(ATTRIBUTE)?.split(/\s+/).filter(Boolean) ?? [];

/**
 * Adds `id` to a field's own descriptions, last; the returned function takes that one away and leaves the rest as it
 * is then. Only where both are in one tree: an id says nothing in another. What is no field is left alone.
 */
export function describe(field: Element, description: Element): (() => void) | undefined {
  const { id } = description;
  if (!field.matches(FIELD) || field.getRootNode() !== description.getRootNode()) return undefined;
  field.setAttribute(ATTRIBUTE, [...idsOf(field).filter((one) => one !== id), id].join(' '));
  return () => {
    const left = idsOf(field).filter((one) => one !== id);
    if (left.length) field.setAttribute(ATTRIBUTE, left.join(' '));
    else field.removeAttribute(ATTRIBUTE);
  };
}
