import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readPlan } from '../../src/model/read-plan.js';
import { fileOf, newFolder, sentier } from './support.js';

const GOOD = { version: 1, campaigns: [{ id: 'bonjour', kind: 'banner', content: { title: 'Bonjour' } }] };

describe('sentier validate', () => {
  it('says nothing is to mend, and ends well', async () => {
    const { status, out } = await sentier('validate', fileOf(GOOD));
    assert.equal(status, 0);
    assert.match(out, /rien à corriger/);
  });

  it('says every fault with its path and remedy, and what is left out for it', async () => {
    const plan = fileOf({
      version: 1,
      campaigns: [
        { id: 'a', kind: 'banner', content: { titel: 'x' } },
        { id: 'b', kind: 'tour', content: { steps: [{ placement: 'dessus' }] } },
        { id: 'b', kind: 'banner', content: { title: 'x' } },
      ],
    });
    const { status, out } = await sentier('validate', plan);
    assert.equal(status, 1);
    assert.match(
      out,
      /Erreur — campaigns\[0\]\.content\u00a0: cette bannière n’a ni titre ni texte\. Ajoutez/,
    );
    assert.match(
      out,
      /campaigns\[1\]\.content\.steps\[0\]\.placement\u00a0: "dessus" n’est pas une valeur connue.*laissé de côté\u00a0: campaigns\[1\], «\u00a0b\u00a0»/,
    );
    assert.match(out, /Avertissement — campaigns\[0\]\.content\.titel/);
    const json = await sentier('validate', plan, '--json');
    assert.ok((JSON.parse(json.out) as unknown[]).length >= 3);
  });

  it('counts warnings as faults when asked to be strict', async () => {
    const plan = fileOf({ ...GOOD, inconnu: 1 });
    assert.equal((await sentier('validate', plan)).status, 0);
    assert.equal((await sentier('validate', plan, '--strict')).status, 1);
  });

  it('reads the contents beside the plan, and tells those that are missing', async () => {
    const folder = newFolder();
    fileOf({ steps: [] }, 'visite.json', folder);
    const plan = fileOf(
      {
        version: 1,
        campaigns: [
          { id: 'a', kind: 'tour', content: { src: 'visite.json' } },
          { id: 'b', kind: 'tour', content: { src: 'perdu.json' } },
        ],
      },
      'plan.json',
      folder,
    );
    const { status, out } = await sentier('validate', plan);
    assert.equal(status, 1);
    assert.match(out, /campaigns\[0\]\.content\.steps\u00a0: cette liste est vide/);
    assert.match(out, /campaigns\[1\]\.content\.src\u00a0: .*perdu\.json\u00a0: ce fichier n’existe pas/);
  });

  it('reads articles beside the plan too, and passes over what only a page can fetch', async () => {
    const folder = newFolder();
    fileOf({ body: 'Des mots.', steps: 3 }, 'faux.json', folder);
    fileOf([], 'liste.json', folder);
    const article = (src: string, i: number) => ({ id: `a${i}`, title: 'A', src });
    const plan = (...sources: string[]) => ({
      version: 1,
      campaigns: [{ id: 'a', kind: 'tour', content: { src: 'https://ent.example/c/a.json' } }],
      help: { articles: sources.map(article) },
    });
    const good = await sentier('validate', fileOf(plan('/c/b.json'), 'plan.json', folder), '--strict');
    assert.equal(good.status, 0, good.out);
    assert.match(good.err, /campaigns\[0\]\.content\.src\u00a0: https:\S+ n’est pas à côté du plan/);
    assert.match(good.err, /help\.articles\[0\]\.src\u00a0: \/c\/b\.json n’est pas/);
    const bad = await sentier(
      'validate',
      fileOf(plan('faux.json', 'perdu.json', 'liste.json'), 'plan.json', folder),
    );
    assert.equal(bad.status, 1);
    assert.match(bad.out, /help\.articles\[0\]\.steps\u00a0: /);
    assert.match(bad.out, /help\.articles\[1\]\.src\u00a0: .*perdu\.json\u00a0: ce fichier n’existe pas/);
    assert.match(bad.out, /help\.articles\[2\]\.src\u00a0: .*liste\.json\u00a0: ce n’est pas un objet/);
  });

  for (const [name, file, words] of [
    ['a file that is not there', '/nulle/part.json', /n’existe pas/],
    ['what is no JSON', fileOf('{\n  "version": 1,\n}'), /ligne 3, colonne 1\)/],
    ['a comma too many in a list', fileOf('{"a": [{"b": "é"},\n  ]}'), /ligne 2, colonne 3\)/],
    ['words without quotes', fileOf('{\n"a": tru, "b": 1}'), /ligne 2, colonne 9\)/],
    ['a file that ends too soon', fileOf('{"a": ["b'), /à la fin du fichier/],
  ] as const)
    it(`cannot read ${name}, and says what to do`, async () => {
      const { status, err } = await sentier('validate', file);
      assert.equal(status, 2);
      assert.match(err, words);
      assert.doesNotMatch(err, /\n\s+at /);
    });
});

describe('sentier import', () => {
  const didacticiel = {
    stepsConfig: [
      { element: '#menu', title: 'Le menu', description: 'Voici le <b>menu</b>.' },
      { title: 'Fin', description: '<script>alert(1)</script>Au revoir.' },
    ],
  };

  it('writes a plan that is valid, and says what did not come over', async () => {
    const out = join(newFolder(), 'plan.json');
    const { status, out: said } = await sentier('import', 'didacticiel', fileOf(didacticiel), '-o', out);
    assert.equal(status, 0);
    const { plan, issues } = readPlan(JSON.parse(readFileSync(out, 'utf8')));
    assert.deepEqual(issues, []);
    assert.equal(plan.campaigns.length, 1);
    assert.match(said, /Non repris\u00a0:\n {2}\S+\u00a0: Du contenu actif/);
    assert.match(said, /2 étape\(s\)/);
  });

  it('keeps the plan apart from the report where both are printed', async () => {
    const { out, err } = await sentier('import', 'didacticiel', fileOf(didacticiel));
    assert.equal((JSON.parse(out) as { version: number }).version, 1);
    assert.match(err, /Non repris/);
  });

  it('says which format a file seems to be of', async () => {
    const { status, err } = await sentier('import', 'moodle', fileOf(didacticiel));
    assert.match(err, /sentier import didacticiel/);
    assert.equal(status, 1);
  });
});

describe('sentier build', () => {
  const plan = {
    version: 1,
    id: 'essai',
    campaigns: [
      {
        id: 'ouverture',
        kind: 'banner',
        public: true,
        schedule: { start: '2026-01-05' },
        content: { title: { fr: 'L’ENT ouvre', en: 'The ENT opens' }, body: 'Bienvenue **à tous**.' },
      },
      { id: 'interne', kind: 'banner', content: { title: 'Entre nous' } },
    ],
    help: {
      articles: [
        { id: 'note', title: { fr: 'Lire une note', en: 'Reading a mark' }, body: 'La note est sur 20.' },
      ],
    },
  };

  it('writes an index a language and names them in the plan', async () => {
    const file = fileOf(plan);
    const { status, out } = await sentier('build', file);
    assert.equal(status, 0, out);
    const built = JSON.parse(readFileSync(file, 'utf8')) as { help: { indexes: Record<string, string> } };
    assert.deepEqual(built.help.indexes, { fr: 'help-index.fr.txt', en: 'help-index.en.txt' });
    assert.deepEqual(readPlan(built).issues, []);
    for (const name of Object.values(built.help.indexes))
      assert.ok(readFileSync(join(dirname(file), name), 'utf8').length > 20);
    // A second time gives the same: what is built does not depend on when.
    const before = readFileSync(file, 'utf8');
    await sentier('build', file);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  it('writes feeds of what is public, and of nothing else', async () => {
    const out = newFolder();
    await sentier(
      'build',
      fileOf(plan),
      '-o',
      out,
      '--url',
      'https://ent.invalid/sentier',
      '--title',
      'L’ENT',
    );
    const feed = JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8')) as {
      title: string;
      feed_url: string;
      items: { title: string; content_html: string }[];
    };
    assert.equal(feed.title, 'L’ENT');
    assert.equal(feed.feed_url, 'https://ent.invalid/sentier/feed.json');
    assert.deepEqual(
      feed.items.map(({ title }) => title),
      ['L’ENT ouvre'],
    );
    assert.match(feed.items[0]!.content_html, /<strong>à tous<\/strong>/);
    const atom = readFileSync(join(out, 'feed.atom'), 'utf8');
    assert.match(atom, /<title>L’ENT ouvre<\/title>/);
    assert.doesNotMatch(atom, /Entre nous/);
  });

  it('replaces no other plan unasked', async () => {
    const folder = newFolder();
    const other = fileOf({ mine: true }, 'plan.json', folder);
    const draft = fileOf(plan, 'brouillon.json', folder);
    const { status, err } = await sentier('build', draft);
    assert.equal(status, 2);
    assert.match(err, /plan\.json\u00a0: ce fichier existe.*--force/);
    assert.match(readFileSync(other, 'utf8'), /mine/);
    assert.equal((await sentier('build', draft, '--force')).status, 0);
    assert.match(readFileSync(other, 'utf8'), /help-index/);
  });

  it('says which contents to copy, and what is no language', async () => {
    const { help, ...rest } = plan;
    const articles = [
      { id: 'x', title: { fr: 'x', 'en/GB': 'x' }, src: 'articles/x.json' },
      ...help.articles,
    ];
    const { status, err } = await sentier(
      'build',
      fileOf({ ...rest, help: { articles } }),
      '-o',
      newFolder(),
    );
    // The article is not there.
    assert.equal(status, 1, err);
    assert.match(err, /«\u00a0en\/GB\u00a0» n’est pas une langue/);
    assert.match(err, /À copier aussi dans .*articles\/x\.json/);
  });

  for (const [name, args, words] of [
    ['an address that is none', ['--url', 'javascript:alert(1)'], /--url/],
    ['a home that is none', ['--home', 'accueil'], /--home/],
    ['a folder that is a file', ['-o', fileOf('x')], /écriture impossible.*dossier/],
  ] as const)
    it(`writes nothing with ${name}, and says what to do`, async () => {
      const file = fileOf(plan);
      const before = readFileSync(file, 'utf8');
      const { status, err } = await sentier('build', file, ...args);
      assert.equal(status, 2);
      assert.match(err, words);
      assert.doesNotMatch(err, /\n\s+at /);
      assert.equal(readFileSync(file, 'utf8'), before);
    });

  it('reads articles that Windows wrote, and says why one cannot be read', async () => {
    const folder = newFolder();
    const articles = ['bom', 'utf16', 'abime'].map((id) => ({ id, title: id, src: `${id}.json` }));
    const words = (one: string) => JSON.stringify({ body: `Le mot ${one}.` });
    fileOf(`\ufeff${words('trombinoscope')}`, 'bom.json', folder);
    writeFileSync(join(folder, 'utf16.json'), `\ufeff${words('cantine')}`, 'utf16le');
    fileOf('{', 'abime.json', folder);
    const { status, err } = await sentier(
      'build',
      fileOf({ version: 1, help: { articles } }, 'plan.json', folder),
    );
    // Whoever builds in a script should not publish an index that lacks an article.
    assert.equal(status, 1);
    const index = readFileSync(join(folder, 'help-index.fr.txt'), 'utf8');
    assert.match(index, /trombinoscop/);
    assert.match(index, /cantin/);
    assert.match(err, /^\S+abime\.json\u00a0: ce n’est pas du JSON.*seuls titre et mots-clés/);
  });

  it('takes nothing for a plan that is none', async () => {
    const { status, err } = await sentier('build', fileOf([1]));
    assert.equal(status, 2);
    assert.match(err, /ce n’est pas un plan/);
  });
});

describe('sentier serve --plan', () => {
  const serve = (plan: string) => sentier('serve', '--port', '0', '--data', newFolder(), '--plan', plan);

  it('says which file of the plan is not there, and what to do', async () => {
    const { status, err } = await serve(
      fileOf({ version: 1, campaigns: [{ id: 'a', kind: 'tour', content: { src: 'content/a.json' } }] }),
    );
    assert.equal(status, 1);
    assert.match(err, /content\/a\.json: there is no such file; a campaign of .*plan\.json has it/);
    const missing = await serve(join(newFolder(), 'plan.json'));
    assert.match(missing.err, /plan\.json: there is no such file; look at its name/);
  });

  it('publishes nothing of a plan with faults, and lists them', async () => {
    const { status, err } = await serve(
      fileOf({ version: 1, campaigns: [{ id: 'a', kind: 'banner', content: {} }] }),
    );
    assert.equal(status, 1);
    assert.match(err, /nothing was published/);
    assert.match(err, /campaigns\[0\]\.content/);
    assert.match((await serve(fileOf('{"version": 1,'))).err, /plan\.json: .*JSON/);
  });

  it('reads plans and settings that begin with a byte order mark', async () => {
    const plan = await serve(fileOf('\ufeff{"version": 1, "campaigns": [{"id": "a", "kind": "banner"}]}'));
    assert.match(plan.err, /nothing was published/);
    const settings = await sentier('serve', '-c', fileOf('\ufeff{"port": "x"}'));
    assert.match(settings.err, /port \(SENTIER_PORT/);
  });
});
