import { expect } from '@open-wc/testing';
import { mediaNodes, styleMedia } from '../../../src/elements/primitives/media-nodes.js';

const FILM = {
  kind: 'video',
  src: '/a.mp4',
  title: { fr: 'Écrire', en: 'Write' },
  captions: { src: '/a.vtt', lang: 'fr' },
  transcript: 'On **clique**.',
  duration: 'PT2M5S',
};
const EMBED = { ...FILM, src: undefined, embed: 'https://tube.apps.education.fr/w/1' };
const nodes = (...media: unknown[]) => mediaNodes(media, { locales: ['fr'] });
const one = (media: unknown): HTMLElement => {
  const [node] = nodes(media);
  if (!node) throw new Error('nothing was made of it');
  return node;
};

describe('media below a text', () => {
  it('is a film of the ENT’s own, with captions on, and fetched on demand', () => {
    const film = one(FILM).querySelector('video')!;
    expect([film.getAttribute('src'), film.controls, film.getAttribute('aria-label')]).to.deep.equal([
      `${location.origin}/a.mp4`,
      true,
      'Écrire',
    ]);
    expect(film.autoplay).to.be.false;
    const track = film.querySelector('track')!;
    expect([track.kind, track.srclang, track.label, track.default]).to.deep.equal([
      'captions',
      'fr',
      'français',
      true,
    ]);
  });

  it('says what it is, how long, and all its words', () => {
    const figure = one(FILM);
    expect(figure.querySelector('figcaption')!.textContent).to.equal('Écrire · 2 min 5 s');
    expect(figure.querySelector('summary')!.textContent).to.equal('Transcription');
    expect(figure.querySelector('details strong')!.textContent).to.equal('clique');
    expect(figure.querySelector('details')!.open).to.be.false;
  });

  it('asks nothing of another site before the person does', () => {
    const figure = one(EMBED);
    expect(figure.querySelector('iframe')).to.equal(null);
    expect(figure.querySelector('p')!.textContent).to.contain('tube.apps.education.fr');
    const link = figure.querySelector('a')!;
    expect([link.href, link.rel]).to.deep.equal([EMBED.embed, 'noopener noreferrer']);
    figure.querySelector('button')!.click();
    const frame = figure.querySelector('iframe')!;
    expect([frame.getAttribute('src'), frame.title, frame.referrerPolicy]).to.deep.equal([
      EMBED.embed,
      'Écrire',
      'no-referrer',
    ]);
    expect(figure.querySelector('button')).to.equal(null);
    expect(figure.querySelector('a')).to.equal(link);
  });

  it('is a sound, a picture', () => {
    const sound = one({ kind: 'audio', src: '/a.mp3', title: 'Dire', transcript: 'Bonjour.' });
    expect(sound.querySelector('audio')!.controls).to.be.true;
    expect(sound.querySelector('details')!.textContent).to.contain('Bonjour.');
    const picture = one({ kind: 'image', src: '/a.png', alt: { ar: 'الزر' }, title: 'Le bouton' });
    expect([picture.querySelector('img')!.alt, picture.querySelector('img')!.lang]).to.deep.equal([
      'الزر',
      'ar',
    ]);
    expect(picture.querySelector('figcaption')!.textContent).to.equal('Le bouton');
  });

  for (const [name, media] of [
    ['a film without captions', { ...FILM, captions: undefined }],
    ['a film without transcript', { ...FILM, transcript: undefined }],
    ['a sound without its words', { kind: 'audio', src: '/a.mp3', title: 'Dire' }],
    ['a film from an address that is not allowed', { ...FILM, src: 'javascript:alert(1)' }],
    ['a page of a site that is not allowed', { ...EMBED, embed: 'https://example.org/1' }],
    ['a picture without address', { kind: 'image', alt: 'rien' }],
    ['another kind', { ...FILM, kind: 'film' }],
    ['a word', 'film'],
    ['nothing', null],
  ] as const)
    it(`leaves out ${name}`, () => {
      expect(nodes(media)).to.deep.equal([]);
    });

  it('is nothing when media is no list', () => {
    expect(mediaNodes(undefined, { locales: ['fr'] })).to.deep.equal([]);
    expect(mediaNodes('x', { locales: ['fr'] })).to.deep.equal([]);
  });

  it('styles a shadow root once, and keeps its own style', () => {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    const own = new CSSStyleSheet();
    root.adoptedStyleSheets = [own];
    styleMedia(root);
    styleMedia(root);
    expect(root.adoptedStyleSheets.length).to.equal(2);
    expect(root.adoptedStyleSheets[0]).to.equal(own);
  });
});
