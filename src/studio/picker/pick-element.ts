import { mountOverlay } from '../../elements/primitives/mount.js';
import { queryAll } from '../../platform/natives.js';
import type { SentierPickEvent } from './pick-event.js';
import './define-picker.js';

/**
 * Asks the author to point at an element of the page; undefined when they leave. Stands inside the page's open modal
 * dialog when there is one, since all else is inert then.
 */
export function pickElement({
  withTree = false,
  signal,
}: { withTree?: boolean; signal?: AbortSignal } = {}): Promise<SentierPickEvent | undefined> {
  const picker = document.createElement('sentier-picker');
  picker.withTree = withTree;
  const dialogs = queryAll('dialog[open]');
  return new Promise((resolve) => {
    picker.addEventListener('sentier-pick', (event) => resolve(event as SentierPickEvent));
    picker.addEventListener('sentier-pick-cancel', () => resolve(undefined));
    signal?.addEventListener('abort', () => picker.cancel());
    mountOverlay(picker, dialogs[dialogs.length - 1]);
  });
}
