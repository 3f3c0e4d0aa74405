import { expect } from '@open-wc/testing';
import { plainPath } from '../../../src/core/tour/plain-path.js';

describe('the page of a step', () => {
  for (const path of ['/', '/notes/', '/a b', '/app/#/notes', '/notes?periode=1', '/x//y'])
    it(`"${path}" is an address of this site`, () => {
      expect(plainPath(path)).to.equal(path);
      expect(new URL(path, 'https://ent.example/a/').origin).to.equal('https://ent.example');
    });
  for (const [why, page] of [
    ['no page', undefined],
    ['an empty one', ''],
    ['a pattern', '/notes/**'],
    ['another site', 'https://evil.example/'],
    ['another site, by two slashes', '//evil.example/'],
    ['another site, by a backslash', '/\\evil.example/'],
    ['another site, over a sign that browsers leave out', '/\t/evil.example/'],
    ['a name without a slash', 'notes'],
  ] as const)
    it(`${why} is none`, () => {
      expect(plainPath(page)).to.equal(undefined);
    });
});
