import { expect } from '@open-wc/testing';
import type { Text } from '../../src/model/schema/common.js';
import { directionOf, resolveText } from '../../src/model/text.js';

/** Not what the types allow: what a plan that nobody checked may hold. */
const garbage = (value: unknown): Text => value as Text;

const TWO = { fr: 'Bonjour', en: 'Hello' };

// [what is shown, text, languages wanted, the plan's, value, lang]
const ROWS: [string, Text | undefined, string[], string | undefined, string, string][] = [
  ['a bare string in the language of the plan', 'Hola', ['fr'], 'es', 'Hola', 'es'],
  ['a bare string in French where the plan names none', 'Bonjour', ['en'], undefined, 'Bonjour', 'fr'],
  ['the language wanted', TWO, ['en'], undefined, 'Hello', 'en'],
  ['the first wanted that is there', TWO, ['ar', 'en', 'fr'], undefined, 'Hello', 'en'],
  ['the language of a region: fr-CA → fr', TWO, ['fr-CA', 'en'], 'en', 'Bonjour', 'fr'],
  ['the region before its language', { fr: 'a', 'fr-CA': 'b' }, ['fr-CA'], undefined, 'b', 'fr-CA'],
  [
    'script and region cut one by one',
    { 'zh-Hant': 'a', zh: 'b' },
    ['zh-Hant-TW'],
    undefined,
    'a',
    'zh-Hant',
  ],
  [
    'another region before another language',
    { en: 'Hello', 'fr-BE': 'Septante' },
    ['fr'],
    'en',
    'Septante',
    'fr-BE',
  ],
  ['whatever the case of the tags', { FR: 'a', 'En-us': 'b' }, ['EN-US'], 'fr', 'b', 'En-us'],
  ["Java's form of a tag", { fr: 'a', 'en-GB': 'b' }, ['en_GB'], 'fr', 'b', 'en-GB'],
  ['simplified French, as French', { fr: 'a', 'fr-x-simple': 'b' }, ['fr-x-simple'], 'fr', 'b', 'fr'],
  ['French where it is not simplified', TWO, ['fr-x-simple'], 'en', 'Bonjour', 'fr'],
  ['simplified for a region too', { fr: 'a', 'fr-x-simple': 'b' }, ['fr-CA-x-simple'], 'en', 'b', 'fr'],
  ['plain French to those who want no simpler', { 'fr-x-simple': 'b', fr: 'a' }, ['fr'], 'fr', 'a', 'fr'],
  ['simplified French rather than English', { en: 'c', 'fr-x-simple': 'b' }, ['fr'], 'en', 'b', 'fr'],
  ['the language of the plan when none wanted is there', TWO, ['de'], 'en', 'Hello', 'en'],
  ['any rather than nothing', { tr: 'Merhaba' }, ['fr'], 'fr', 'Merhaba', 'tr'],
  ['what is written, not the empty one', { fr: '', en: 'Hello' }, ['fr'], 'fr', 'Hello', 'en'],
  ['nothing for no text', undefined, ['fr'], undefined, '', 'fr'],
  ['nothing for an empty table', {}, ['fr'], 'fr', '', 'fr'],
  ['nothing for null', garbage(null), ['fr'], undefined, '', 'fr'],
  ['nothing for a number', garbage(7), ['fr'], undefined, '', 'fr'],
  ['nothing for a list', garbage(['a']), ['0', 'fr'], undefined, '', 'fr'],
  ['nothing for what is not written', garbage({ fr: 3, en: null, de: {} }), ['fr'], 'fr', '', 'fr'],
  ['nothing that the object did not say', { tr: 'x' }, ['constructor', 'toString'], 'fr', 'x', 'tr'],
  [
    'a text although a language wanted is none',
    TWO,
    garbage([7, null, 'en']) as unknown as string[],
    'fr',
    'Hello',
    'en',
  ],
];

describe('resolveText', () => {
  for (const [name, text, wanted, plan, value, lang] of ROWS) {
    it(`gives ${name}`, () => {
      expect(resolveText(text, wanted, plan)).to.deep.include({ value, lang });
    });
  }

  it('says the direction of the language that it gives, not of the one wanted', () => {
    const text = { fr: 'Bonjour', ar: 'مرحبا' };
    expect(resolveText(text, ['ar']).dir).to.equal('rtl');
    expect(resolveText({ fr: 'Bonjour' }, ['ar']).dir).to.equal('ltr');
  });

  it('is not misled by an own __proto__', () => {
    expect(resolveText(JSON.parse('{"__proto__":"x","fr":"a"}') as Text, ['fr']).value).to.equal('a');
  });
});

describe('directionOf', () => {
  const rows: [string, 'ltr' | 'rtl'][] = [
    ['fr', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['AR', 'rtl'],
    ['he', 'rtl'],
    ['fa-AF', 'rtl'],
    ['ur', 'rtl'],
    ['ckb', 'rtl'],
    ['arn', 'ltr'],
    ['far', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['ku', 'ltr'],
    ['ar-Latn', 'ltr'],
    ['', 'ltr'],
  ];
  for (const [lang, dir] of rows)
    it(`writes "${lang}" ${dir}`, () => void expect(directionOf(lang)).to.equal(dir));
});
