/** Elements of the studio, and what it plays: never picked, never recorded. The page's own widgets of ours may be. */
export const isOurs = (el: Element): boolean => /^sentier-(studio|picker|tour)/.test(el.localName);

/** Whether an event comes from the studio. */
export const isFromUs = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && isOurs(node));
