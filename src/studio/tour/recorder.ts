import { robustTarget } from '../picker/build-target.js';
import { innerDocument, meantBy } from '../picker/element-tree.js';
import { isEditable } from '../picker/name-of.js';
import { isFromUs } from '../picker/ours.js';
import { pageHere, targetOf } from './step-fields.js';
import type { Step } from './step-fields.js';

/** What a person did, as a step has it: where, and by what it goes on. Never what was typed. */
export interface Recorded {
  element: Element;
  step: Pick<Step, 'target' | 'advance' | 'page'>;
}

/** Buttons that a click works; a click into a field only means that something will be typed. */
const isTyped = (el: Element): boolean =>
  isEditable(el) && !el.matches('input[type=checkbox],input[type=radio]');

/**
 * Turns what the person does on the page into steps: each click, each field filled in. The page works as ever; nothing
 * is prevented. Listens in frames of the same origin that are there at the start.
 */
export function record(found: (recorded: Recorded) => void, signal: AbortSignal): void {
  let last: Element | undefined;
  const note = (el: Element, on: 'click' | 'input') => {
    const parts = robustTarget(el).map(({ part }) => part);
    const target = targetOf(parts);
    // Two clicks on one thing, or a field that was left and taken up again, are one step.
    if (!target || el === last) return;
    last = el;
    found({ element: el, step: { target, advance: { on }, page: pageHere() } });
  };
  const handleClick = (event: Event) => {
    if (isFromUs(event) || !event.isTrusted) return;
    const el = meantBy(event.composedPath()[0] as Element);
    // A label's click is followed by its field's.
    if ((el as HTMLLabelElement).control || isTyped(el)) return;
    note(el, 'click');
  };
  const handleChange = (event: Event) => {
    const el = event.composedPath()[0] as Element;
    if (!isFromUs(event) && event.isTrusted && isTyped(el)) note(el, 'input');
  };
  const listen = (doc: Document) => {
    const options = { signal, capture: true };
    // First on the window: the page's handlers may take the element away.
    doc.defaultView?.addEventListener('click', handleClick, options);
    doc.defaultView?.addEventListener('change', handleChange, options);
    // Editable boxes say nothing at the end of their input.
    doc.defaultView?.addEventListener(
      'input',
      (event) => {
        const el = event.composedPath()[0] as HTMLElement;
        if (el.isContentEditable) handleChange(event);
      },
      options,
    );
    for (const frame of doc.querySelectorAll('iframe')) {
      const inner = innerDocument(frame);
      if (inner) listen(inner);
    }
  };
  listen(document);
}
