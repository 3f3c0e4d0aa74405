import { driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import { expose, STEPS } from './host.js';

const animate = new URLSearchParams(location.search).get('animate') !== 'false';
let tour: ReturnType<typeof driver> | undefined;
expose({
  start() {
    tour = driver({
      animate,
      showProgress: true,
      steps: STEPS.map((s) => ({ element: s.target, popover: { title: s.title, description: s.body } })),
    });
    tour.drive();
  },
  next: () => tour?.moveNext(),
  stop: () => tour?.destroy(),
});
