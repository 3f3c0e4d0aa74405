import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { prepareLocator } from '../../platform/locator.js';
import { describe } from '../picker/words.js';
import { newId } from '../store/new-id.js';
import { record } from './recorder.js';
import { keepRecording } from './recording-store.js';
import type { Step } from './step-fields.js';

/** A first title, to be bettered: what was done. */
const recordedTitle = (el: Element, on: string | undefined): string => {
  const what = describe(el);
  return on === 'input'
    ? msg(str`Remplissez\u00a0: ${what}`, { id: 'studio-tour-recorded-input' })
    : msg(str`Cliquez sur\u00a0: ${what}`, { id: 'studio-tour-recorded-click' });
};

/**
 * Records what the author does on the page, until they end it by the bar; settles then.
 * @param present steps that are there
 * @param kept steps that were recorded on the page before
 * @param put takes all steps, at each that comes: a click may leave the page
 */
export async function recordSteps(
  campaign: string,
  present: readonly Step[],
  kept: readonly Step[],
  put: (steps: readonly Step[]) => void,
): Promise<void> {
  await Promise.all([prepareLocator(), import('./define-tour-bar.js')]);
  const known = new Set(present.map((step) => step.id));
  const recorded = kept.filter(({ id }) => !known.has(id ?? ''));
  const before: Step[] = [...present, ...recorded];
  const made: Step[] = [...kept];
  const bar = document.createElement('sentier-studio-bar');
  const say = () =>
    bar.say(msg(str`Enregistrement – étapes\u00a0: ${made.length}`, { id: 'studio-tour-recorded' }));
  const keep = () => keepRecording({ campaign, steps: made });
  if (recorded.length) put(before);
  keep();
  const ending = new AbortController();
  const ended = new Promise<void>((done) => {
    bar.open(msg('Terminer', { id: 'studio-tour-record-end' }), done);
  });
  say();
  record(({ element, step }) => {
    const id = newId(
      `etape-${before.length + made.length - kept.length + 1}`,
      [...before, ...made].map((one) => one.id ?? ''),
    );
    made.push({ id, ...step, title: recordedTitle(element, step.advance?.on) });
    put([...before, ...made.slice(kept.length)]);
    keep();
    say();
  }, ending.signal);
  await ended;
  ending.abort();
  keepRecording(undefined);
  bar.remove();
}
