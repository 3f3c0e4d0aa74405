const EVENTS =
  'keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend copy cut paste ' +
  'pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend focusin focusout';

/** With the target retargeted, an event of our own shadow tree seems to come from its host. */
const stop = (event: Event): void => {
  if (event.target === event.currentTarget) event.stopPropagation();
};

/**
 * Keeps what a person does inside `host`'s shadow tree from the page: its shortcuts, its "click outside", its focus
 * traps (hazards: host shortcuts, modal hosts). What the page itself slotted in stays the page's. Default actions and
 * listeners on `host` itself are left alone. Nothing to undo: the listeners are the element's own.
 */
export function shield(host: HTMLElement): void {
  for (const type of EVENTS.split(' ')) host.addEventListener(type, stop);
}
