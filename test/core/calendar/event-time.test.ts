import { expect } from '@open-wc/testing';
import { eventTimeWords, leafOf } from '../../../src/core/calendar/event-time.js';
import { plainText } from '../../../src/core/plain-text.js';

/** Without the kinds of space and dash that versions of Unicode's tables differ in. */
const plain = (words: string): string =>
  words.replace(/[\s\u202f\u2009\u00a0]+/g, ' ').replace(/[–—-]/g, '-');

describe('when an event is, in words', () => {
  for (const [what, time, locale, words] of [
    ['a time', { start: '2026-09-17T18:00' }, 'fr', /^jeudi 17 septembre 2026( à|,)? 18:00$/],
    [
      'from a time to another',
      { start: '2026-09-17T18:00', end: '2026-09-17T19:30' },
      'fr',
      /^jeudi 17 septembre 2026.* 18:00 ?(-|à) ?19:30$/,
    ],
    [
      'from a time to the end of another day',
      { start: '2026-09-17T18:00', end: '2026-09-18' },
      'fr',
      /^jeudi 17 septembre 2026.* 18:00 ?(-|au) ?vendredi 18 septembre 2026.* 23:59$/,
    ],
    [
      'from a time to the end of its day',
      { start: '2026-09-17T18:00', end: '2026-09-17' },
      'fr',
      /^jeudi 17 septembre 2026.* 18:00 ?(-|à) ?23:59$/,
    ],
    ['a day', { start: '2026-10-17' }, 'fr', /^samedi 17 octobre 2026$/],
    [
      'from a day to another',
      { start: '2026-10-17', end: '2026-11-01' },
      'fr',
      /^samedi 17 octobre ?(-|au) ?dimanche 1 ?(er)? ?novembre 2026$/,
    ],
    ['English', { start: '2026-09-17T18:00' }, 'en-GB', /^Thursday,? 17 September 2026( at|,)? 18:00$/],
    [
      'an end before its start',
      { start: '2026-09-17', end: '2026-09-01' },
      'fr',
      /^jeudi 17 septembre 2026$/,
    ],
    ['the hour that clocks show after they went back', { start: '2026-10-25T18:00' }, 'fr', /18:00$/],
  ] as const)
    it(`says ${what}`, () => {
      expect(plain(eventTimeWords(time, locale, 'Europe/Paris'))).to.match(words);
    });

  it('names the zone to whoever has another time on the clock', () => {
    const time = { start: '2026-09-17T18:00' };
    expect(plain(eventTimeWords(time, 'fr', 'Europe/Paris', 'Indian/Reunion'))).to.match(
      /18:00.*Europe centrale/,
    );
    expect(plain(eventTimeWords(time, 'fr', 'Europe/Paris', 'Europe/Madrid'))).to.match(/18:00$/);
    expect(plain(eventTimeWords({ start: '2026-09-17' }, 'fr', 'Europe/Paris', 'Indian/Reunion'))).to.match(
      /2026$/,
    );
  });

  it('says nothing of what is no date, and takes Paris for a zone that there is not', () => {
    expect(eventTimeWords({ start: 'jeudi' }, 'fr')).to.equal('');
    expect(
      plain(eventTimeWords({ start: '2026-09-17T18:00' }, 'fr', 'Europe/Nulle-Part', 'Asia/Tokyo')),
    ).to.match(/18:00/);
    expect(leafOf({ start: 'jeudi' }, 'fr')).to.deep.equal({ day: '', month: '' });
  });

  it('writes a leaf of a calendar', () => {
    expect(leafOf({ start: '2026-09-17T00:30' }, 'fr', 'Europe/Paris')).to.deep.equal({
      day: '17',
      month: 'sept.',
    });
  });
});

describe('a body without its marks', () => {
  for (const [source, text] of [
    ['Un **mot** et [un lien](/aide/).', 'Un mot et un lien (/aide/).'],
    ['a\n\nb', 'a\n\nb'],
    ['- un\n- deux', '- un\n- deux'],
    ['![classe](/a.png) `code` [[M]]', 'classe code M'],
    ['a  \nb', 'a\nb'],
  ] as const)
    it(`reads ${JSON.stringify(source)} as ${JSON.stringify(text)}`, () => {
      expect(plainText(source)).to.equal(text);
    });
});
