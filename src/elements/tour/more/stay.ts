import { focusables } from '../../../platform/focusables.js';
import { queryAll } from '../../../platform/natives.js';
import { overlayParent } from '../../primitives/mount.js';

/**
 * Where a tour's element stands in the page: at its own place, or in a modal dialog of the page's, behind which nothing
 * can be used, as long as that is open. Until `signal` ends: then it is at home, and nothing in the dialog tells of it.
 */
export class Stay {
  readonly #host: HTMLElement;
  readonly #again: () => void;
  /** Marks the element's own place. */
  #home: Comment | undefined;
  /** Stands before the element in the dialog: goes with all that is in there, and stays where the element alone is taken away. */
  #beside: Comment | undefined;
  #isMoving = false;

  /** `again`: puts card and ring on screen anew, since the element is in the page no more, or the dialog not to be seen. */
  constructor(host: HTMLElement, again: () => void, signal: AbortSignal) {
    this.#host = host;
    this.#again = again;
    // `close` does not bubble.
    const onClose = ({ target }: Event) =>
      target !== host && (target as Node).contains?.(host) && this.#again();
    addEventListener('close', onClose, { signal, capture: true });
    signal.addEventListener('abort', () => this.#goHome());
  }

  /** Moves into the open modal dialog that `target` is in, else into one that is open; and home again. */
  settle(target: Element | undefined): void {
    // Others that are open and not modal may stand after it.
    const parent = [...queryAll('dialog[open]'), target]
      .map(overlayParent)
      .filter((one) => one instanceof HTMLDialogElement)
      .pop();
    if (!parent) return this.#goHome();
    const host = this.#host;
    if (parent.contains(host)) return;
    this.#move(() => {
      if (!this.#home) host.before((this.#home = document.createComment('')));
      this.#beside?.remove();
      parent.append((this.#beside = document.createComment('')), host);
    });
  }

  /** Asked when the element was taken from its place. True: it is we who move it, or the page moved its dialog, or took it away, or all in it. */
  outlives(): boolean {
    if (this.#isMoving) return true;
    if (!this.#home) return false;
    if (this.#host.isConnected || !this.#beside!.isConnected) {
      queueMicrotask(() => this.#home && this.#again());
      return true;
    }
    this.#leave();
    return false;
  }

  #goHome(): void {
    const home = this.#home;
    if (!home) return;
    const dialog = this.#beside!.parentElement as HTMLDialogElement;
    const had = document.activeElement === this.#host;
    this.#move(() => {
      if (home.isConnected) home.before(this.#host);
      else document.documentElement.append(this.#host);
    });
    this.#leave();
    // While it is open nothing else of the page can have it.
    if (had && dialog.open) focusables(dialog)[0]?.focus({ preventScroll: true });
  }

  /** Takes its marks away. */
  #leave(): void {
    this.#home?.remove();
    this.#beside?.remove();
    this.#home = this.#beside = undefined;
  }

  #move(act: () => void): void {
    this.#isMoving = true;
    act();
    this.#isMoving = false;
  }
}
