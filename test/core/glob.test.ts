import { expect } from '@open-wc/testing';
import { matchesAny, matchesGlob } from '../../src/core/glob.js';

describe('page patterns', () => {
  const rows: [pattern: string, path: string, matches: boolean][] = [
    ['/messagerie/', '/messagerie/', true],
    ['/messagerie/', '/messagerie/inbox', false],
    ['/messagerie', '/messageries', false],
    ['messagerie', '/messagerie', false],
    // A slash at the end, or index.html, names no other page.
    ['/messagerie', '/messagerie/', true],
    ['/messagerie/', '/messagerie', true],
    ['/messagerie/', '/messagerie/index.html', true],
    ['/messagerie/index.html', '/messagerie', true],
    ['/', '/', true],
    ['/', '/index.html', true],
    ['/', '/messagerie', false],
    // One star stays within its segment.
    ['/classe/*', '/classe/cm2', true],
    ['/classe/*', '/classe/', false],
    ['/classe/*', '/classe/cm2/blog', false],
    ['/classe/*/blog', '/classe/cm2/blog', true],
    ['/classe/*/blog', '/classe/a/b/blog', false],
    ['/note-*.html', '/note-12.html', true],
    ['/a*b*c', '/aXbYc', true],
    ['/a*b*c', '/aXbY', false],
    ['/*b', '/abab', true],
    // Two go across, and stand for nothing too after a slash.
    ['/messagerie/**', '/messagerie/', true],
    ['/messagerie/**', '/messagerie', true],
    ['/messagerie/**', '/messagerie/a/b', true],
    ['/messagerie/**', '/messageries', false],
    ['/**', '/', true],
    ['/**', '/a/b', true],
    ['**', '/a/b', true],
    ['**/blog', '/classe/cm2/blog', true],
    ['**/blog', '/blog', true],
    ['/a/**/b', '/a/b', true],
    ['/a/**/b', '/a/x/y/b', true],
    ['/a/**/b', '/a/xb', false],
    ['/a/**/b/**/c', '/a/b/x/c', true],
    ['/a/**/*.html', '/a/x/y.html', true],
    ['/app**', '/app2/x', true],
    // The rest is itself: nothing of a regular expression.
    ['/a.b', '/axb', false],
    ['/(a+)+$', '/aaa', false],
    ['/(a+)+$', '/(a+)+$', true],
    ['/é/*', '/é/à', true],
    ['/Notes', '/notes', false],
    // Queries never count.
    ['/notes?trimestre=1', '/notes', true],
    ['/notes', '/notes?x=/y', true],
    ['/notes/?x', '/notes', true],
    // The hash counts where the pattern has one.
    ['/app/', '/app/#/notes', true],
    ['/app/#/notes', '/app/#/notes', true],
    ['/app/#/notes', '/app/index.html#/notes/', true],
    ['/app/#/notes', '/app/', false],
    ['/app/#/notes/**', '/app/#/notes/12', true],
    ['/app/#/notes/*', '/app/#/notes/12?tri=nom', true],
    ['#/notes', '/app/#/notes', true],
    ['#/notes/**', '/autre#/notes/1', true],
    ['#/notes', '/app/#/blog', false],
    ['#/notes', '/notes', false],
    ['', '/', true],
    ['', '/a', false],
  ];
  for (const [pattern, path, matches] of rows)
    it(`"${pattern}" ${matches ? 'takes in' : 'leaves out'} "${path}"`, () => {
      expect(matchesGlob(pattern, path)).to.equal(matches);
    });

  it('takes no longer for a pattern made to hang it', () => {
    const path = `/${'a'.repeat(2000)}`;
    const start = performance.now();
    expect(matchesGlob(`/${'a*'.repeat(100)}b`, path)).to.be.false;
    expect(matchesGlob(`/${'**a'.repeat(100)}b`, path)).to.be.false;
    expect(matchesGlob(`/${'*'.repeat(201)}b`, path)).to.be.false;
    expect(performance.now() - start).to.be.below(1500);
  });

  it('asks each of a list', () => {
    expect(matchesAny(['/a', '/b/*'], '/b/c')).to.be.true;
    expect(matchesAny(['/a', '/b/*'], '/c')).to.be.false;
    expect(matchesAny([], '/')).to.be.false;
  });
});
