import { expect } from '@open-wc/testing';
import { isEmbeddable } from '../../src/model/embed-hosts.js';
import { brief, read } from './plan-parts.js';

const FILM = {
  kind: 'video',
  src: '/a.mp4',
  title: 'Écrire',
  captions: { src: '/a.vtt', lang: 'fr' },
  transcript: 'On clique.',
};
const without = (key: keyof typeof FILM, more: object = {}): object => ({
  ...Object.fromEntries(Object.entries(FILM).filter(([name]) => name !== key)),
  ...more,
});

// [what is wrong, media, "severity code path" below help.articles[0].media[0], words that the message must hold]
const FAULTS: [string, unknown, string | undefined, string[]?][] = [
  ['nothing: a film with captions and transcript', FILM, undefined],
  [
    'nothing: captions in two languages',
    { ...FILM, captions: [FILM.captions, { src: '/b.vtt', lang: 'en' }] },
    undefined,
  ],
  [
    'nothing: a film of an allowed site',
    without('src', { embed: 'https://tube-arts.apps.education.fr/w/1' }),
    undefined,
  ],
  ['nothing: a sound', { kind: 'audio', src: '/a.mp3', title: 'Dire', transcript: 'Bonjour.' }, undefined],
  ['nothing: a picture', { kind: 'image', src: '/a.png', alt: 'Le bouton' }, undefined],
  ['no captions', without('captions'), 'error media-captions .captions', ['sous-titres', '.vtt']],
  ['an empty list of captions', { ...FILM, captions: [] }, 'error media-captions .captions'],
  ['captions without language', { ...FILM, captions: { src: '/a.vtt' } }, 'error missing .captions.lang'],
  ['no transcript', without('transcript'), 'error missing .transcript'],
  ['no title', without('title'), 'error missing .title'],
  ['neither file nor page', without('src'), 'error media-source ', ['"src"', '"embed"']],
  [
    'a page of another site',
    without('src', { embed: 'https://www.youtube.com/embed/1' }),
    'error media-embed .embed',
    ['apps.education.fr', 'lien'],
  ],
  [
    'a page that is not https',
    without('src', { embed: 'http://tube.apps.education.fr/1' }),
    'error media-embed .embed',
  ],
  ['a duration in words', { ...FILM, duration: '2 minutes' }, 'error duration .duration'],
  ['a sound without its words', { kind: 'audio', src: '/a.mp3', title: 'Dire' }, 'error missing .transcript'],
  ['a picture without alternative', { kind: 'image', src: '/a.png' }, 'error missing .alt'],
  ['an unknown kind', { ...FILM, kind: 'film' }, 'error choice .kind', ['"video"']],
];

describe('media of a plan', () => {
  for (const [name, media, wanted, words = []] of FAULTS) {
    it(`${wanted === undefined ? 'accepts' : 'says what is wrong'}: ${name}`, () => {
      const article = { id: 'a', title: 'A', body: 'B', media: [media] };
      const { issues } = read({ help: { articles: [article] } });
      const found = brief(issues).map((line) => line.replace('help.articles[0].media[0]', ''));
      expect(found).to.deep.equal(wanted === undefined ? [] : [wanted]);
      for (const word of words) expect(issues[0]!.message).to.contain(word);
    });
  }

  for (const [address, can] of [
    ['https://podeduc.apps.education.fr/video/1', true],
    ['https://apps.education.fr', true],
    ['https://evilapps.education.fr/', false],
    ['https://apps.education.fr.example.org/', false],
    ['https://apps.education.fr@example.org/', false],
    ['//apps.education.fr/', false],
    ['javascript:alert(1)', false],
    [undefined, false],
  ] as const)
    it(`${can ? 'embeds' : 'does not embed'} ${address}`, () => {
      expect(isEmbeddable(address)).to.equal(can);
    });
});
