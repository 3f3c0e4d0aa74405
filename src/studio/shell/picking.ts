import type { Target } from '../../model/schema/common.js';

/** Lets a person point at an element of the live page; the studio stays out of the way meanwhile. */
export type PickTarget = (host: HTMLElement) => Promise<Target | undefined>;

/** Absent where the studio is a page of its own: there is nothing to point at. */
export let pickTarget: PickTarget | undefined;

export function providePicker(pick: PickTarget | undefined): void {
  pickTarget = pick;
}
