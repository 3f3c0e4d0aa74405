import square from 'lucide/dist/esm/icons/square.mjs';
import volume from 'lucide/dist/esm/icons/volume-2.mjs';
import { msg } from '../../locales/msg.js';
import { h } from './dom.js';
import { icon } from './icon.js';

/** A piece of text in one language. */
export interface Spoken {
  text: string;
  lang: string;
}

/** What of the browser's speech is used; a test gives its own. */
export type Speech = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>;

/** Begins a new piece. */
const BLOCK = 'p,li,h1,h2,h3,h4,h5,h6,div,figcaption,summary,td,th';
/** Is not read: what is hidden, what is a control, what has a voice of its own. */
const SILENT =
  'button,select,input,textarea,video,audio,iframe,svg,style,script,[aria-hidden=true],[hidden],[inert],details:not([open]) > :not(summary)';

const langAround = (el: Element | null): string | undefined =>
  el?.closest('[lang]')?.getAttribute('lang') ?? undefined;

/** What can be read of some elements, in order: a piece for each block of text and each change of language. */
export function spokenOf(roots: readonly Element[], fallback = 'fr'): Spoken[] {
  const pieces: Spoken[] = [];
  let block: Element | undefined;
  const add = (text: string, lang: string, owner: Element | undefined) => {
    const last = pieces[pieces.length - 1];
    if (last && owner === block && last.lang === lang) last.text += text;
    else if (text.trim()) pieces.push({ text, lang });
    else return;
    block = owner;
  };
  const walk = (node: Node, lang: string, owner: Element): void => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.nodeValue ?? '', lang, owner);
    if (!(node instanceof Element) || node.matches(SILENT)) return;
    const own = node.getAttribute('lang') || lang;
    const around = node.matches(BLOCK) ? node : owner;
    if (node.localName === 'img') return add(` ${node.getAttribute('alt') ?? ''} `, own, owner);
    if (node.localName === 'br') return add(' ', own, owner);
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    // What the page slotted in is in the page's language, not in ours.
    for (const child of assigned) walk(child, langAround(child.parentElement) || own, around);
    if (!assigned.length) for (const child of [...node.childNodes]) walk(child, own, around);
  };
  for (const root of roots) {
    block = undefined;
    walk(root, langAround(root) || fallback, root);
  }
  return pieces
    .map(({ text, lang }) => ({ lang, text: text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/**
 * A voice for a language, of this device: one that is not would send the words to another company's servers. The exact
 * variety first ("fr-CA"), then any of the language.
 */
function voiceFor(lang: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const tag = (of: string) => of.toLowerCase().replace(/_/g, '-');
  const wanted = tag(lang);
  const ours = voices.filter((voice) => voice.localService);
  const base = wanted.split('-')[0];
  return (
    ours.find((voice) => tag(voice.lang) === wanted) ??
    ours.find((voice) => tag(voice.lang).split('-')[0] === base)
  );
}

/** Which button is reading: the browser has one voice for all. */
let reading: { stop(): void } | undefined;

/**
 * A button that reads aloud, and stops; it stops by itself when `signal` ends, and when another one begins. Resolves
 * once a voice of the device is known for every language of what there is to read: where there is none, never (with
 * `undefined` when `signal` ends). `read` is asked again at each press. Loaded by those who offer it.
 */
export async function readAloudButton(
  read: () => readonly Spoken[],
  signal: AbortSignal,
  speech: Speech | null | undefined = (globalThis as { speechSynthesis?: Speech }).speechSynthesis,
): Promise<HTMLButtonElement | undefined> {
  if (!speech || !(await hasVoices(read, signal, speech))) return undefined;
  const button = h('button', { type: 'button', class: 'read-aloud' });
  const label = () => {
    const isReading = reading === self;
    button.replaceChildren(
      icon(isReading ? square : volume, 18),
      isReading ? msg('Arrêter la lecture', { id: 'read-stop' }) : msg('Écouter', { id: 'read-aloud' }),
    );
  };
  const self = {
    stop() {
      if (reading !== self) return;
      reading = undefined;
      speech.cancel();
      label();
    },
  };
  const play = () => {
    reading?.stop();
    const pieces = read();
    if (!pieces.length) return;
    reading = self;
    current = pieces;
    label();
    const voices = speech.getVoices();
    // What another script of the page left in the queue would be heard first.
    speech.cancel();
    pieces.forEach(({ text, lang }, i) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = lang;
      words.voice = voiceFor(lang, voices) ?? null;
      // An end that belongs to an earlier reading says nothing of this one.
      const over = (act: () => void) => () => reading === self && current === pieces && act();
      const done = over(() => {
        reading = undefined;
        label();
      });
      if (i === pieces.length - 1) words.addEventListener('end', done);
      // One that fails leaves the others in the queue: they would be heard with nothing to stop them by.
      words.addEventListener('error', over(self.stop));
      speech.speak(words);
    });
  };
  let current: readonly Spoken[] | undefined;
  button.addEventListener('click', () => (reading === self ? self.stop() : play()));
  const stop = () => self.stop();
  signal.addEventListener('abort', stop);
  // Some browsers read on over the next page.
  addEventListener('pagehide', stop, { signal });
  label();
  return button;
}

/** Browsers find their voices after the page has begun. */
function hasVoices(read: () => readonly Spoken[], signal: AbortSignal, speech: Speech): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const voices = speech.getVoices();
      const pieces = read();
      const can = pieces.length > 0 && pieces.every(({ lang }) => voiceFor(lang, voices));
      if (can && !signal.aborted) resolve(true);
      return can;
    };
    if (signal.aborted) return resolve(false);
    if (look()) return;
    // Old Safari has no events of its own here, and has its voices at once.
    speech.addEventListener?.('voiceschanged', look, { signal });
    signal.addEventListener('abort', () => resolve(false));
  });
}
