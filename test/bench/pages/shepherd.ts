import Shepherd from 'shepherd.js';
import 'shepherd.js/dist/css/shepherd.css';
import { expose, STEPS } from './host.js';

let tour: InstanceType<typeof Shepherd.Tour> | undefined;
expose({
  start() {
    tour = new Shepherd.Tour({ useModalOverlay: true });
    for (const s of STEPS) {
      tour.addStep({
        title: s.title,
        text: s.body,
        attachTo: { element: s.target, on: 'bottom' },
        cancelIcon: { enabled: true },
        buttons: [{ text: 'Suivant', action: () => void tour?.next() }],
      });
    }
    return tour.start();
  },
  next: () => void tour?.next(),
  stop: () => void tour?.cancel(),
});
