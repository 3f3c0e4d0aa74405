import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVENTS =
  'keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend copy cut paste ' +
  'pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend focusin focusout';

/** With the target retargeted, an event of our own shadow tree seems to come from the host itself. */
const stop = (event: Event): void => {
  if (event.target === event.currentTarget) event.stopPropagation();
};

/**
 * Keeps what a person does inside a host's shadow tree from the page: its shortcuts, its "click outside", its focus
 * traps (hazards: host shortcuts, modal hosts). What the page itself slotted in stays the page's. Default actions and
 * listeners on the host element are left alone.
 */
export class ShieldController implements ReactiveController {
  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    for (const type of EVENTS.split(' ')) host.addEventListener(type, stop);
  }

  hostConnected(): void {
    // Needed by the interface: a controller without methods is none. Listeners on the host itself go with it.
  }
}
