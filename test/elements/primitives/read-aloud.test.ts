import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { readAloudButton, spokenOf } from '../../../src/elements/primitives/read-aloud.js';
import type { Speech, Spoken } from '../../../src/elements/primitives/read-aloud.js';

const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({
  lang,
  localService,
  name: lang,
  voiceURI: lang,
  default: false,
});

/** What is to be said; WebKitGTK has none, and the real one takes no voice but the browser's. */
class FakeUtterance extends EventTarget {
  lang = '';
  voice: unknown = null;
  constructor(readonly text: string) {
    super();
  }
}

/** A browser's speech that says what it was asked. `voices` may come later, with `arrive`. */
class FakeSpeech extends EventTarget implements Speech {
  said: string[] = [];
  queue: SpeechSynthesisUtterance[] = [];
  cancelled = 0;
  constructor(public voices: SpeechSynthesisVoice[]) {
    super();
  }
  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }
  speak(words: SpeechSynthesisUtterance): void {
    this.said.push(`${words.lang}: ${words.text}`);
    this.queue.push(words);
  }
  cancel(): void {
    this.cancelled++;
    this.queue = [];
  }
  finish(): void {
    for (const words of this.queue.splice(0)) words.dispatchEvent(new Event('end'));
  }
  arrive(...voices: SpeechSynthesisVoice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

const TWO: Spoken[] = [
  { lang: 'fr', text: 'Bonjour.' },
  { lang: 'ar', text: 'مرحبا' },
];
const life = () => new AbortController();
const buttonFor = async (speech: FakeSpeech, read = () => TWO, signal = life().signal) =>
  (await readAloudButton(read, signal, speech))!;

describe('reading aloud', () => {
  const real = globalThis.SpeechSynthesisUtterance;
  before(() => Object.assign(globalThis, { SpeechSynthesisUtterance: FakeUtterance }));
  after(() => Object.assign(globalThis, { SpeechSynthesisUtterance: real }));

  it('reads each piece by a voice of its language, and says when it is done', async () => {
    const speech = new FakeSpeech([voice('en-GB'), voice('fr-CA'), voice('fr_FR'), voice('ar-SA')]);
    const button = await buttonFor(speech, () => [{ lang: 'fr-FR', text: 'Bonjour.' }, TWO[1]!]);
    expect(button.textContent).to.equal('Écouter');
    button.click();
    expect(button.textContent).to.equal('Arrêter la lecture');
    expect(speech.said).to.deep.equal(['fr-FR: Bonjour.', 'ar: مرحبا']);
    speech.finish();
    expect(button.textContent).to.equal('Écouter');
  });

  it('stops when pressed again', async () => {
    const speech = new FakeSpeech([voice('fr-FR'), voice('ar')]);
    const button = await buttonFor(speech);
    button.click();
    const { cancelled } = speech;
    button.click();
    expect(speech.cancelled).to.equal(cancelled + 1);
    expect(button.textContent).to.equal('Écouter');
  });

  it('stops when what it reads is closed, and when the page goes', async () => {
    for (const stop of ['abort', 'pagehide']) {
      const speech = new FakeSpeech([voice('fr-FR'), voice('ar')]);
      const closing = life();
      const button = await buttonFor(speech, () => TWO, closing.signal);
      button.click();
      if (stop === 'abort') closing.abort();
      else dispatchEvent(new Event('pagehide'));
      expect(speech.queue).to.deep.equal([]);
      expect(button.textContent).to.equal('Écouter');
    }
  });

  it('is silent after a piece that could not be said, and may be asked again', async () => {
    const speech = new FakeSpeech([voice('fr-FR'), voice('ar')]);
    const button = await buttonFor(speech);
    button.click();
    speech.queue.shift()!.dispatchEvent(new Event('error'));
    expect(speech.queue, 'nothing goes on').to.deep.equal([]);
    expect(button.textContent).to.equal('Écouter');
    button.click();
    expect(speech.queue.length).to.equal(2);
    button.click();
  });

  it('takes no heed of the failure of an earlier reading, which a new one cuts short', async () => {
    const speech = new FakeSpeech([voice('fr-FR'), voice('ar')]);
    const button = await buttonFor(speech, () => [...TWO]);
    button.click();
    const [old] = speech.queue;
    button.click();
    button.click();
    old!.dispatchEvent(new Event('error'));
    expect(speech.queue.length).to.equal(2);
    expect(button.textContent).to.equal('Arrêter la lecture');
    button.click();
  });

  it('leaves the voice of others alone when it is not reading', async () => {
    const speech = new FakeSpeech([voice('fr-FR'), voice('ar')]);
    const closing = life();
    await buttonFor(speech, () => TWO, closing.signal);
    closing.abort();
    expect(speech.cancelled).to.equal(0);
  });

  it('gives way to another that begins', async () => {
    const speech = new FakeSpeech([voice('fr-FR'), voice('ar')]);
    const [first, second] = [await buttonFor(speech), await buttonFor(speech)];
    first.click();
    second.click();
    expect([first.textContent, second.textContent]).to.deep.equal(['Écouter', 'Arrêter la lecture']);
    second.click();
  });

  for (const [name, voices] of [
    ['there is no voice', []],
    ['one of the languages has no voice', [voice('fr-FR')]],
    ['the voice would send the words to a server', [voice('fr-FR'), voice('ar', false)]],
  ] as const)
    it(`offers nothing where ${name}`, async () => {
      const closing = life();
      const offered = readAloudButton(() => TWO, closing.signal, new FakeSpeech([...voices]));
      await aTimeout(0);
      closing.abort();
      expect(await offered).to.equal(undefined);
    });

  it('offers nothing where the browser cannot speak', async () => {
    expect(await readAloudButton(() => TWO, life().signal, null)).to.equal(undefined);
  });

  it('comes once the browser has found its voices', async () => {
    const speech = new FakeSpeech([]);
    const offered = readAloudButton(() => TWO, life().signal, speech);
    speech.arrive(voice('fr-FR'));
    speech.arrive(voice('fr-FR'), voice('ar-EG'));
    expect(await offered).to.be.an.instanceof(HTMLButtonElement);
  });
});

describe('what can be read', () => {
  it('is a piece for each block and each change of language, without controls and what is hidden', async () => {
    const el = await fixture(html`
      <div lang="fr">
        <h2>Écrire un <em>message</em></h2>
        <div lang="ar" dir="rtl"><p>مرحبا</p></div>
        <ul>
          <li>Un<img alt="arbre" src="" /></li>
          <li>Deux <span lang="en">Home</span> trois</li>
        </ul>
        <span aria-hidden="true">●●○</span><button>Suivant</button>
        <details>
          <summary>Transcription</summary>
          <p>Caché</p>
        </details>
        <p>…</p>
      </div>
    `);
    expect(spokenOf([el]).map(({ lang, text }) => `${lang}: ${text}`)).to.deep.equal([
      'fr: Écrire un message',
      'ar: مرحبا',
      'fr: Un arbre',
      'fr: Deux',
      'en: Home',
      'fr: trois',
      'fr: Transcription',
    ]);
  });

  it('is what the page slotted in, in the page’s language', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"><p>Hello</p></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const body = document.createElement('div');
    body.lang = 'fr';
    body.append('Étape 1', document.createElement('slot'));
    root.append(body);
    expect(spokenOf([body])).to.deep.equal([
      { lang: 'fr', text: 'Étape 1' },
      { lang: 'en', text: 'Hello' },
    ]);
  });
});
