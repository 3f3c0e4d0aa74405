import type { Saving } from '../store/saving.js';

const TROUBLES: readonly Saving['state'][] = ['offline', 'failed', 'signed-out', 'conflict'];

/**
 * What is spoken of saving: that it works, once; what goes wrong; that it works again. Not each pause in typing, which
 * would talk over what one writes.
 */
export class SavingVoice {
  #last: Saving | undefined;
  #told: Saving | undefined;
  /** That the next is saved is news. */
  #isNews = true;

  /** What the live region holds. */
  hear(saving: Saving): Saving | undefined {
    if (saving === this.#last) return this.#told;
    this.#last = saving;
    if (TROUBLES.includes(saving.state)) {
      this.#isNews = true;
      this.#told = saving;
    } else if (saving.state === 'saved') {
      const isNews = this.#isNews && saving.at !== undefined;
      this.#told = isNews ? saving : undefined;
      if (isNews) this.#isNews = false;
    } else if (!this.#isNews) this.#told = undefined;
    // Else it is tried again: the trouble stays told, and is not told anew when that fails.
    return this.#told;
  }
}
