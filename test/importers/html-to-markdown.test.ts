import { expect } from '@open-wc/testing';
import { parseMarkdown } from '../../src/core/markdown.js';
import type { Block, Inline } from '../../src/core/markdown.js';
import { htmlToMarkdown, htmlToText } from '../../src/importers/html-to-markdown.js';

/** Every address and every word that our renderer would see. */
function flatten(nodes: readonly unknown[]): { words: string; urls: string[] } {
  const urls: string[] = [];
  const walk = (node: Block | Inline | { children: unknown[] }): string => {
    if (typeof node === 'string') return node;
    if ('url' in node) urls.push(node.url);
    return 'children' in node ? (node.children as Inline[]).map(walk).join('') : '';
  };
  return { words: nodes.map((node) => walk(node as Block)).join('\n'), urls };
}

describe('HTML of other products becomes our Markdown', () => {
  // [HTML, Markdown, losses]
  const rows: [string, string, ...string[]][] = [
    ['Bonjour', 'Bonjour'],
    ['<p>Un</p><p>Deux</p>', 'Un\n\nDeux'],
    ['<p>Un\n   mot</p>', 'Un mot'],
    ['<b>Gras</b> et <em>penché</em>', '**Gras** et *penché*'],
    ['<b>Gras, <i>les deux</i></b>', '**Gras, _les deux_**'],
    ['<i>penché, <b>les deux</b></i>', '_penché, **les deux**_'],
    ['<b><i>les deux</i> gras</b>', '**_les deux_ gras**'],
    ['<b>a</b><b>b</b> <i>c</i><em>d</em>', '**ab** *cd*'],
    ['<b>a</b> <b>b</b>', '**a** **b**'],
    ['<b><i>a</i></b><b><i>b</i></b>', '**_ab_**'],
    ['<b>a</b><i>b</i>', '**a**_b_'],
    ['<i>a</i><b>b</b>', '_a_**b**'],
    // Neither sign would be read between a mark and a letter: the words alone.
    ['<b>a</b><i>b</i>c', '**a**bc'],
    ['un<b> mot </b>gras', 'un **mot** gras'],
    ['<b></b>rien', 'rien'],
    ['<strong><b>une fois</b></strong>', '**une fois**'],
    ['Ligne<br>suivante<br/>encore', 'Ligne\\\nsuivante\\\nencore'],
    ['Fin<br>', 'Fin'],
    ['<ul><li>Un</li><li>Deux</li></ul>', '- Un\n- Deux'],
    ['<ol><li>Un<li>Deux</ol>Puis', '1. Un\n2. Deux\n\nPuis'],
    ['<ul><li>Un<ul><li>Dedans</li></ul></li><li>Deux</li></ul>', '- Un\n  - Dedans\n- Deux'],
    ['<a href="https://ent.example/aide">l’aide</a>', '[l’aide](https://ent.example/aide)'],
    ['<a href="/aide/?x=1&amp;y=2">l’aide</a>', '[l’aide](/aide/?x=1&y=2)'],
    ['<a href="mailto:aide@ent.example">écrire</a>', '[écrire](mailto:aide@ent.example)'],
    ['<a href="https://x.example/a_(b)">x</a>', '[x](https://x.example/a_%28b%29)'],
    ['<a href="javascript:alert(1)">clic</a>', 'clic', 'link'],
    ['<a href=" java\tscript:alert(1)">clic</a>', 'clic', 'link'],
    ['<a href="&#106;avascript:alert(1)">clic</a>', 'clic', 'link'],
    ['<a href="//mal.example">clic</a>', 'clic', 'link'],
    ['<a href="/\\mal.example">clic</a>', 'clic', 'link'],
    ['<a href="http://x.example">clic</a>', 'clic', 'link'],
    ['<a href="data:text/html,x">clic</a>', 'clic', 'link'],
    ['<a href="/x">deux<br><br>lignes</a>', '[deux  \nlignes](/x)'],
    [
      `<a href=" https://e.fr/Mode d'emploi 2026.pdf\n">x</a>`,
      "[x](https://e.fr/Mode%20d'emploi%202026.pdf)",
    ],
    [
      '<a href="mailto:a@e.fr?subject=Bon&nbsp;jour à tous">x</a>',
      '[x](mailto:a@e.fr?subject=Bon%C2%A0jour%20à%20tous)',
    ],
    ['<img src="/Ma photo.png" alt="x">', '![x](/Ma%20photo.png)'],
    ['<a href="/x"><img src="/l.png" alt="Le [logo]"></a>', '![Le \\[logo\\]](/l.png) [Le \\[logo\\]](/x)'],
    ['<a href="/x"><b><img src="/l.png"></b></a> fin', '![](/l.png) [Ouvrir le lien](/x) fin'],
    [
      '<a href="/x">Voir <img src="/l.png" alt="logo"> <b>ici</b></a>',
      '[Voir](/x) ![logo](/l.png) [**ici**](/x)',
    ],
    [
      '<a href="/x"><div><img src="/l.png" alt="l"></div><h3>Titre</h3><p>mot</p></a>fin',
      '![l](/l.png)\n\n[**Titre**](/x)\n\n[mot](/x)\n\nfin',
      'heading',
    ],
    ['<a name="ancre">ancre</a>', 'ancre'],
    ['<img src="/a.png" alt="Une [classe]">', '![Une \\[classe\\]](/a.png)'],
    ['<img src="data:image/png;base64,AA" alt="Dessin">', 'Dessin', 'media'],
    ['<h3>Titre</h3>Texte', '**Titre**\n\nTexte', 'heading'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc', 'table'],
    [
      'caf&eacute; &laquo;&nbsp;oui&nbsp;&raquo; &#8217; &#x2026; &oelig;uf',
      'café «\u00a0oui\u00a0» ’ … œuf',
    ],
    ['l&#146;&#x93;&eacute;l&egrave;ve&#148; &#128;&#129;x', 'l’“élève” € x'],
    ['&sect; 2 m&sup2; &frac12; &le; &OElig;', '§ 2 m² ½ ≤ Œ'],
    ['&lt;b&gt;pas gras&lt;/b&gt;', '<b>pas gras</b>'],
    ['&unknown; &amp;amp; & seul', '&unknown; &amp; & seul'],
    ['1 < 2 et 3 > 2', '1 < 2 et 3 > 2'],
    ['*pas* _penché_ [ni](lien) `code` \\', '\\*pas\\* \\_penché\\_ \\[ni\\](lien) \\`code\\` \\\\'],
    [
      '<p>Ceci\u00a0:<br>- un<br> 2) deux<br>-\u00a0trois</p>',
      'Ceci\u00a0:\\\n\\- un\\\n2\\) deux\\\n\\-\u00a0trois',
    ],
    ['<ul><li>a<br>- b</li></ul>', '- a\\\n\\- b'],
    ['<p>-<b> mot</b></p><p><span>1</span>. mot</p>', '\\- **mot**\n\n1\\. mot'],
    ['<b>gras<br></b>- mot', '**gras**\\\n\\- mot'],
    ['<b>Attention</b>&nbsp;: mot', '**Attention**\u00a0: mot'],
    ['<p>C:\\</p><p>mot</p>', 'C:\\\\\n\nmot'],
    ['<p>- pas une liste</p><p>1. ni ça</p>', '\\- pas une liste\n\n1\\. ni ça'],
    ['<!-- caché --><p>vu</p><!-- jamais fini', 'vu'],
    ['<!doctype html><?php echo 1\u202f?>vu', 'vu'],
    ['<i class="fa"></i> Icône', 'Icône'],
    ['<b title="a>b">Gras</b>', '**Gras**'],
    ["<b title='l\"a'>Gras</b>", '**Gras**'],
    ['<p>Pas fini <b>du tout', 'Pas fini **du tout**'],
    ['<b>Deux <p>paragraphes</b></p>', '**Deux** \n\nparagraphes'.replace(' \n', '\n')],
    ['</p></b></ul>rien', 'rien'],
    ['<script>alert("<b>non</b>")</script>oui', 'oui', 'active'],
    // As browsers read it: an element of a strange name, then words.
    ['<scr<script>ipt>alert(1)</script>oui', 'ipt>alert(1)oui'],
    ['<style>p{}</style><template><b>x</b></template>oui', 'oui'],
    ['<iframe src="https://x.example"></iframe>oui', 'oui', 'active'],
    ['<svg onload=alert(1)><a>x</a></svg>oui', 'oui', 'media'],
    ['<p onclick="alert(1)" style="x">oui</p>', 'oui'],
    ['<script>jamais fini', '', 'active'],
  ];
  for (const [html, markdown, ...losses] of rows)
    it(JSON.stringify(html), () => {
      const made = htmlToMarkdown(html);
      expect(made.markdown).to.equal(markdown);
      for (const loss of losses) expect(made.losses).to.include(loss);
      if (!losses.length) expect(made.losses).to.deep.equal([]);
    });

  it('says in our renderer what it said in a browser', () => {
    const html = '<p>2 * 3 * 4 = <b>24</b> [sic]</p><ul><li>a_b_c</li><li><a href="/x">1. lien</a></li></ul>';
    const { words, urls } = flatten(parseMarkdown(htmlToMarkdown(html).markdown));
    expect(words).to.equal('2 * 3 * 4 = 24 [sic]\na_b_c1. lien');
    expect(urls).to.deep.equal(['/x']);
  });

  it('never leaves a sign of emphasis to be seen, however marks stand in each other', () => {
    const marks = [
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      'a',
      'b',
      ' ',
      '<br>',
      '<a href="/x">',
      '</a>',
      '<p>',
      '<h3>',
      '</h3>',
    ];
    // A small generator of our own: the same ten thousand each time.
    let seed = 1;
    const next = () => (seed = (seed * 48271) % 2147483647);
    for (let i = 0; i < 10_000; i++) {
      const html = Array.from({ length: 3 + (next() % 12) }, () => marks[next() % marks.length]).join('');
      const { words } = flatten(parseMarkdown(htmlToMarkdown(html).markdown));
      expect(words, html).not.to.match(/[*_\\[\]]/);
      expect(words.replace(/\s/g, ''), html).to.equal(htmlToText(html).replace(/\s/g, ''));
    }
  });

  describe('hostile input', () => {
    const HOSTILE = {
      'a hundred thousand open marks': '<b>'.repeat(100_000),
      'lists in lists in lists': '<ul><li>'.repeat(40_000) + 'x',
      'a quote that never ends': `<a href="${'x'.repeat(300_000)}`,
      'brackets alone': '<'.repeat(200_000),
      'scripts that are never closed': '<script>'.repeat(50_000),
      'comments that are never closed': '<!--'.repeat(50_000),
      'entities without end': '&#'.repeat(100_000),
      'attributes without end': `<img ${'a='.repeat(100_000)}>`,
    };
    for (const [name, html] of Object.entries(HOSTILE))
      it(`${name}: read in no time, with nothing left that runs`, () => {
        const started = performance.now();
        const { markdown } = htmlToMarkdown(html);
        htmlToText(html);
        const { urls } = flatten(parseMarkdown(markdown));
        expect(performance.now() - started, 'ms').to.be.below(2000);
        expect(urls.join()).not.to.match(/script:/i);
      });

    it('never gives an address that a browser would run', () => {
      for (const url of [
        'JaVaScRiPt:alert(1)',
        'java&#x0A;script:alert(1)',
        '\u0001javascript:alert(1)',
        'vbscript:x',
        'blob:https://x',
        'javascript&colon;alert(1)',
        'https:javascript:alert(1)',
      ]) {
        const { urls } = flatten(parseMarkdown(htmlToMarkdown(`<a href="${url}">x</a>`).markdown));
        expect(urls, url).to.deep.equal([]);
      }
    });
  });

  it('gives titles their words alone', () => {
    for (const [html, text] of [
      ['<h2>Une <b>classe</b></h2>', 'Une classe'],
      ['a<br>b', 'a b'],
      ['<i class="icone"></i> Notes &amp; bilans', 'Notes & bilans'],
      ['<script>x</script>Titre', 'Titre'],
      ['3 < 4', '3 < 4'],
    ] as const)
      expect(htmlToText(html)).to.equal(text);
  });
});
