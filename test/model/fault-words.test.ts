import { expect } from '@open-wc/testing';
import { ENGLISH } from '../../src/model/fault-words-en.js';
import { FRENCH, type IssueCode } from '../../src/model/fault-words-fr.js';
import type { Need } from '../../src/model/fault-words.js';
import { toIssue, type Fault } from '../../src/model/plan-issue.js';

const FRENCH_LETTERS = /[àâçéèêëîïôùûœ«»]|’(?!s)/i;

const NEEDS: readonly Need[] = [
  ['verbatim', '"2026-09-01"'],
  ['format', 1],
  ['string'],
  ['number'],
  ['boolean'],
  ['array'],
  ['tuple'],
  ['integer'],
  ['custom'],
  ['at-least', '3'],
  ['at-most', '9'],
  ['at-least-items', '1'],
  ['uai'],
  ['go-live'],
  ['relative-to'],
  ['holidays'],
  ['step'],
  ['article'],
  ['address'],
  ['calendar-event'],
  ['colour'],
  ['pixels'],
  ['days'],
  ['hint-words'],
  ['shown-tour'],
  ['options'],
  ['rows'],
  ['later-question'],
  ['earlier-question'],
  ['condition-question'],
  ['destination', 'tour'],
  ['campaign-of', 'tour'],
  ['without-target', 'before'],
  ['answers-of', 'q1', 'a, b'],
  ['max-below-min', 1, 2],
  ['min-over-options', 4, 3],
];

/** Every code, written out: a new one is to be said in both languages. */
const CODES: Readonly<Record<IssueCode, true>> = {
  plan: true,
  missing: true,
  type: true,
  object: true,
  text: true,
  target: true,
  choice: true,
  date: true,
  duration: true,
  time: true,
  id: true,
  email: true,
  shortcut: true,
  empty: true,
  'banner-empty': true,
  'article-empty': true,
  'advance-event': true,
  'media-source': true,
  'media-captions': true,
  'media-embed': true,
  'audience-key': true,
  'audience-value': true,
  'duplicate-id': true,
  'too-deep': true,
  'time-zone': true,
  language: true,
  'unknown-field': true,
  reserved: true,
  reference: true,
  loop: true,
  unreachable: true,
  order: true,
  incomplete: true,
  version: true,
  more: true,
};

const fault = (code: IssueCode, more: Partial<Fault> = {}): Fault => ({
  code,
  path: ['campaigns', 0, 'title'],
  received: 'tout',
  allowed: ['tour', 'banner'],
  ...more,
});

describe('the words of faults', () => {
  for (const code of Object.keys(CODES) as IssueCode[])
    it(`${code} is said in both languages, with a remedy`, () => {
      const [french, english] = [FRENCH, ENGLISH].map((words) => toIssue(fault(code), {}, words));
      expect(french!.message).to.match(/^campaigns\[0\]\.title\u00a0: .+\. \S/);
      expect(english!.message).to.match(/^campaigns\[0\]\.title: .+\. \S/);
      expect(english!.remedy.length).to.be.above(4);
      expect(english!.message).not.to.match(FRENCH_LETTERS);
      expect([english!.severity, english!.code]).to.deep.equal([french!.severity, french!.code]);
    });

  for (const needed of NEEDS)
    it(`what is needed is said in both languages: ${needed.join(' ')}`, () => {
      const [french, english] = [FRENCH, ENGLISH].map(
        (words) => toIssue(fault('incomplete', { needed }), {}, words).message,
      );
      expect(english).not.to.match(FRENCH_LETTERS);
      for (const about of needed.slice(1).map(String))
        for (const said of [french, english]) expect(said).to.contain(about);
      expect(english).not.to.contain('undefined');
    });

  it('names a value that is not there in its language', () => {
    const at = (words: typeof FRENCH) => toIssue({ code: 'plan', path: [] }, {}, words).message;
    expect([at(FRENCH), at(ENGLISH)]).to.deep.equal([
      'le plan doit être un objet, et non rien. Écrivez par exemple { "version": 1, "campaigns": [] }.',
      'the plan has to be an object, not nothing. Write { "version": 1, "campaigns": [] }, for example.',
    ]);
  });
});
