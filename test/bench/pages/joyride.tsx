import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Joyride } from 'react-joyride';
import { expose, STEPS } from './host.js';

const container = document.createElement('div');
document.body.append(container);
let root: Root | undefined;
const steps = STEPS.map((s) => ({ target: s.target, title: s.title, content: s.body, skipBeacon: true }));
const nextButton = () => document.querySelector<HTMLElement>('[data-action="primary"]');
expose({
  start() {
    root = createRoot(container);
    root.render(createElement(Joyride, { steps, run: true, continuous: true }));
  },
  next: () => nextButton()?.click(),
  stop: () => root?.unmount(),
});
