import './define-studio.js';
import { openPanel } from './shell/panel.js';

/**
 * What `studio.js` runs: the host includes it on its pages for signed-in editors only, beside `sentier.js`. It opens the
 * panel where the address asks for it (`?sentier-studio`), and at a click on any `[data-sentier-studio]` of the page.
 */
const script = document.querySelector<HTMLScriptElement>('script[src*="studio/studio.js"]');
const open = (): void => openPanel({ api: script?.dataset.api, src: script?.dataset.src });

if (new URLSearchParams(location.search).has('sentier-studio')) open();
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-sentier-studio]')) {
    event.preventDefault();
    open();
  }
});
