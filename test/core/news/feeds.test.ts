import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bodyHtml } from '../../../src/core/news/body-html.js';
import { escapeXml } from '../../../src/core/news/escape.js';
import { type FeedMeta, publicItems, toAtom, toJsonFeed } from '../../../src/core/news/feeds.js';
import { banner, NOW, planOf } from '../support/scene.js';

const META: FeedMeta = {
  title: 'L’ENT & vous',
  homeUrl: 'https://ent.example/actualites/',
  feedUrl: 'https://ent.example/feed.atom',
};
const ITEMS = publicItems(
  planOf([
    banner({
      id: 'maintenance',
      public: true,
      lever: 'communication',
      service: 'messagerie',
      schedule: { start: '2026-09-14T08:00' },
      content: {
        title: { fr: 'Panne < 2 h & retour', en: 'Outage' },
        body: 'Voir [la page](/aide/?a=1&b=2).\n\n- **midi**\n- 14 h',
        signature: 'L’équipe "réseau"',
      },
    }),
    banner({ id: 'sans-date', public: true, content: { title: 'Sans date' } }),
  ]),
  NOW,
);
const parse = (xml: string): Document => {
  const doc = new DOMParser().parseFromString(xml, 'application/xml');
  expect(doc.querySelector('parsererror')?.textContent).to.be.undefined;
  return doc;
};
const childText = (el: Element, name: string) =>
  [...el.children].find((child) => child.localName === name)?.textContent;

describe('the JSON feed', () => {
  const feed = JSON.parse(toJsonFeed(ITEMS, META)) as Record<string, unknown> & {
    items: Record<string, unknown>[];
  };
  it('says what it is, where it is, and in which language', () => {
    expect(feed).to.include({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'L’ENT & vous',
      home_page_url: META.homeUrl,
      feed_url: META.feedUrl,
      language: 'fr',
    });
  });
  it('tells an item with its date, words, author, tags and lasting address', () => {
    expect(feed.items[0]).to.deep.equal({
      id: 'https://ent.example/feed.atom#maintenance',
      url: 'https://ent.example/actualites/?actualite=maintenance',
      title: 'Panne < 2 h & retour',
      content_html:
        '<p>Voir <a href="https://ent.example/aide/?a=1&amp;b=2">la page</a>.</p><ul><li><strong>midi</strong></li><li>14 h</li></ul>',
      date_published: '2026-09-14T06:00:00.000Z',
      authors: [{ name: 'L’équipe "réseau"' }],
      tags: ['messagerie', 'communication'],
      language: 'fr',
    });
  });
  it('gives every item an id and a content, and no date that it does not have', () => {
    expect(feed.items[1]).to.deep.equal({
      id: 'https://ent.example/feed.atom#sans-date',
      url: 'https://ent.example/actualites/?actualite=sans-date',
      title: 'Sans date',
      content_text: '',
      language: 'fr',
    });
  });
  it('speaks another language where the plan has it', () => {
    const other = JSON.parse(toJsonFeed(ITEMS, { ...META, locale: 'en' })) as typeof feed;
    expect([other.items[0]?.title, other.items[0]?.language]).to.deep.equal(['Outage', 'en']);
  });
});

describe('the Atom feed', () => {
  const doc = parse(toAtom(ITEMS, META));
  const [entry, undated] = doc.querySelectorAll('entry');
  it('is well-formed, and has what RFC 4287 asks of a feed', () => {
    const root = doc.documentElement;
    expect([root.namespaceURI, root.localName]).to.deep.equal(['http://www.w3.org/2005/Atom', 'feed']);
    expect(childText(root, 'id')).to.equal(META.feedUrl);
    expect(childText(root, 'title')).to.equal('L’ENT & vous');
    expect(childText(root, 'updated')).to.equal('2026-09-14T06:00:00.000Z');
    expect(root.querySelector('feed > author > name')?.textContent).to.equal('L’ENT & vous');
    expect(root.querySelector('link[rel=self]')?.getAttribute('href')).to.equal(META.feedUrl);
  });
  it('tells an item with id, title, dates, link, author and content', () => {
    expect(childText(entry!, 'id')).to.equal('https://ent.example/feed.atom#maintenance');
    expect(childText(entry!, 'title')).to.equal('Panne < 2 h & retour');
    expect(childText(entry!, 'updated')).to.equal('2026-09-14T06:00:00.000Z');
    expect(entry!.querySelector('author > name')?.textContent).to.equal('L’équipe "réseau"');
    expect(childText(entry!, 'content')).to.contain('<a href="https://ent.example/aide/?a=1&amp;b=2">');
    expect([...entry!.querySelectorAll('category')].map((c) => c.getAttribute('term'))).to.deep.equal([
      'messagerie',
      'communication',
    ]);
  });
  it('gives a date even to what has none', () => {
    expect(childText(undated!, 'updated')).to.equal('1970-01-01T00:00:00.000Z');
  });
  it('is well-formed without an item', () => {
    expect(parse(toAtom([], META)).querySelectorAll('entry')).to.have.length(0);
  });
  it('is well-formed, and says the very words, whatever an author wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
        const items = [{ ...ITEMS[0]!, title, body: title }];
        const found = parse(toAtom(items, { ...META, title })).querySelector('entry');
        const kept = [...title].filter((sign) => escapeXml(sign)).join('');
        // A parser reads every line end as "\n", and resolveText an empty title as none.
        expect(childText(found!, 'title')).to.equal(kept.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a body as HTML', () => {
  const BASE = 'https://ent.example/actualites/?page=2';
  for (const [source, html] of [
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['[a](javascript:void)', '<p>a</p>'],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    ['[a](https://ailleurs.example/)', '<p><a href="https://ailleurs.example/">a</a></p>'],
    ['[a](http://ailleurs.example/)', '<p>a</p>'],
    ['[a](data:text/html,x)', '<p>a</p>'],
    ['[a](mailto:a@ent.invalid)', '<p><a href="mailto:a@ent.invalid">a</a></p>'],
    ['[a](//ailleurs.example/)', '<p>a</p>'],
    ['[a](/\\ailleurs.example/)', '<p>a</p>'],
    ['[a](note)', '<p><a href="https://ent.example/actualites/note">a</a></p>'],
    ['[a](#bas)', '<p><a href="https://ent.example/actualites/?page=2#bas">a</a></p>'],
    ['[a](?page=3)', '<p><a href="https://ent.example/actualites/?page=3">a</a></p>'],
    ['[a](/aide/)', '<p><a href="https://ent.example/aide/">a</a></p>'],
    ['![a "b"](/x.png)', '<p><img src="https://ent.example/x.png" alt="a &quot;b&quot;" /></p>'],
    ['![mot](javascript:x)', '<p>mot</p>'],
    ['2. a\n3. b', '<ol start="2"><li>a</li><li>b</li></ol>'],
    ['a  \nb', '<p>a<br />b</p>'],
    ['`a<b` [[M]]', '<p><code>a&lt;b</code> <kbd>M</kbd></p>'],
  ] as const)
    it(`makes ${html} of ${source}`, () => {
      expect(bodyHtml(source, BASE)).to.equal(html);
    });

  it('never lets out an element or an address that is not allowed', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '[',
            ']',
            '(',
            ')',
            '!',
            '<',
            '>',
            '"',
            'javascript:',
            '/',
            '\\',
            'a',
            '*',
            '\n',
          ),
          maxLength: 30,
        }),
        (source) => {
          const doc = new DOMParser().parseFromString(bodyHtml(source, BASE), 'text/html');
          for (const el of doc.body.querySelectorAll('*')) {
            expect(el.localName).to.match(/^(p|ul|ol|li|strong|em|a|img|br|code|kbd)$/);
            for (const { value, name } of el.attributes)
              if (name !== 'alt') expect(value).to.match(/^https:\/\/ent\.example\//);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
