import bookOpen from 'lucide/dist/esm/icons/book-open-text.mjs';
import ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import printer from 'lucide/dist/esm/icons/printer.mjs';
import { loadRich } from '../../../engine/rich.js';
import type { TourView } from '../../../engine/tour/tour-runner.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { icon } from '../../primitives/icon.js';
import type { TourParts } from './more.js';
import { hasSimplified, isSimplified, simplified } from './simplified.js';

/** What is offered beside the steps: hearing, simpler words, paper. Opened by a button; in sight for pupils. */
export class Tools {
  readonly #parts: TourParts;
  readonly #life: AbortSignal;
  #isOpen: boolean;
  #step = new AbortController();

  constructor(parts: TourParts, life: AbortSignal) {
    this.#parts = parts;
    this.#life = life;
    this.#isOpen = parts.host.getAttribute('audience') === 'pupil';
    life.addEventListener('abort', () => this.#step.abort());
  }

  fill({ at }: TourView): void {
    this.#step.abort();
    this.#step = new AbortController();
    const { card } = this.#parts;
    if (at === 'waiting') return;
    const panel = h('div', { class: 'tools', id: 'tools' });
    const toggle = h(
      'button',
      { type: 'button', class: 'icon more', 'aria-controls': 'tools' },
      icon(ellipsis),
    );
    toggle.setAttribute('aria-label', msg('Lire, simplifier, imprimer', { id: 'tour.tools' }));
    const show = (isOpen: boolean) => {
      this.#isOpen = isOpen;
      panel.hidden = !isOpen;
      toggle.setAttribute('aria-expanded', `${isOpen}`);
      if (isOpen && !panel.firstChild) this.#offer(panel);
    };
    toggle.addEventListener('click', () => {
      show(!this.#isOpen);
      // In a small card it is below what is in sight.
      if (this.#isOpen) card.scrollTop = panel.offsetTop - toggle.offsetHeight;
    });
    // After what goes on with the tour: the first Tab comes to that, before these are there and after. What is opened
    // follows its button.
    const close = card.querySelector('.close');
    if (close) close.before(toggle, panel);
    else card.append(toggle, panel);
    show(this.#isOpen);
  }

  #offer(panel: HTMLElement): void {
    const { host, card, refill, locales } = this.#parts;
    if (hasSimplified(host.content, locales())) {
      const is = isSimplified(locales());
      const button = h(
        'button',
        { type: 'button', 'aria-pressed': `${is}` },
        icon(bookOpen, 18),
        msg('Langage simplifié', { id: 'tour.simplified' }),
      );
      button.addEventListener('click', () => {
        host.locales = simplified(locales(), !is);
        host.keepSimplified?.(!is);
        refill();
        card.querySelector<HTMLElement>('.tools [aria-pressed]')?.focus({ preventScroll: true });
      });
      panel.append(button);
    }
    const print = h('button', { type: 'button' }, icon(printer, 18), msg('Imprimer', { id: 'tour.print' }));
    print.addEventListener('click', () => void this.#print());
    panel.append(print);
    const { signal } = this.#step;
    void import('../../primitives/read-aloud.js').then(async ({ readAloudButton, spokenOf }) => {
      const read = () => spokenOf([...card.querySelectorAll('#title,#body,section,.turn,.media')]);
      const button = await readAloudButton(read, signal);
      if (button && panel.isConnected) panel.prepend(button);
    });
  }

  async #print(): Promise<void> {
    // Paper is not read again once its texts have come.
    const [{ printHandout }] = await Promise.all([import('./handout.js'), loadRich()]);
    if (!this.#life.aborted) printHandout(this.#parts);
  }
}
