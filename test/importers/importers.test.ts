import { expect } from '@open-wc/testing';
import { formatOf, importPlan } from '../../src/importers/import-plan.js';
import type { Format } from '../../src/importers/import-plan.js';
import { readPlan } from '../../src/model/read-plan.js';

const DIDACTICIEL = {
  pretourConfig: { showProgress: false, prevBtnText: 'Non merci', doneBtnText: 'C’est parti\u202f!' },
  pretourStepConfig: { title: 'Trois repères', description: 'Une minute pour <b>commencer</b>.' },
  tourConfig: {
    nextBtnText: 'Suivant',
    prevBtnText: 'Précédent',
    doneBtnText: 'Terminer',
    allowClose: false,
  },
  stepsConfig: [
    {
      title: '<i class="ico"></i> Vos services',
      description: '<p>Ils sont <em>tous</em> là.</p><script>x()</script>',
      element: '.menu-services',
      side: 'right',
      sideMobile: 'bottom',
      align: 'start',
      alignMobile: 'center',
      showButtons: ['next'],
      clickOnNextCssSelector: '.ouvrir-tiroir',
    },
    {
      title: 'Votre compte',
      description: 'Ici.',
      element: '#compte',
      side: 'over',
      clickOnPrevCssSelector: '.x',
    },
    { title: '', description: '', element: '#rien' },
    'pas une étape',
    { title: 'Fin', description: 'À bientôt.' },
  ],
};

const moodle = (over: object = {}, config: object = {}, step: object = {}) => ({
  name: 'Découvrir le cours',
  description: 'Pour les nouveaux',
  pathmatch: '/course/view.php%',
  enabled: '1',
  configdata: JSON.stringify({
    placement: 'left',
    orphan: '1',
    backdrop: '1',
    reflex: '0',
    filtervalues: {},
    ...config,
  }),
  steps: [
    {
      title: 'Deuxième',
      content: '<p>Le <strong>carnet</strong></p>',
      contentformat: '1',
      targettype: '0',
      targetvalue: '.carnet',
      sortorder: '1',
      configdata: '{"placement":"top","reflex":"1"}',
      ...step,
    },
    {
      title: 'Première',
      content: 'Bonjour',
      targettype: '2',
      targetvalue: '',
      sortorder: '0',
      configdata: '[]',
    },
  ],
  ...over,
});

const imported = (raw: unknown, format: Format) => {
  const result = importPlan(raw, format);
  const noted = result.notes.map(({ path }) => path);
  return { ...result, noted, said: result.notes.map(({ message }) => message).join('\n') };
};

describe('import of a Didacticiel-ENT', () => {
  const { plan, campaign, noted, said } = imported(DIDACTICIEL, 'didacticiel');

  it('makes a plan that is valid without a word', () =>
    expect(readPlan(plan).issues.map(({ message }) => message)).to.deep.equal([]));

  it('carries over what it can', () => {
    expect(campaign).to.deep.include({ id: 'trois-reperes', kind: 'tour', title: 'Trois repères' });
    expect(campaign?.content).to.deep.equal({
      intro: { title: 'Trois repères', body: 'Une minute pour **commencer**.' },
      steps: [
        {
          id: 'vos-services-1',
          target: ['.menu-services', '* >>> .menu-services'],
          title: 'Vos services',
          body: 'Ils sont *tous* là.',
          placement: 'end',
          missing: 'wait',
        },
        {
          id: 'votre-compte-2',
          target: ['#compte', '* >>> #compte'],
          title: 'Votre compte',
          body: 'Ici.',
          placement: 'center',
          missing: 'wait',
        },
        { id: 'fin-5', title: 'Fin', body: 'À bientôt.' },
      ],
    });
  });

  for (const path of [
    'stepsConfig[0].description',
    'stepsConfig[0].sideMobile',
    'stepsConfig[0].align',
    'stepsConfig[0].clickOnNextCssSelector',
    'stepsConfig[1].clickOnPrevCssSelector',
    'stepsConfig[2]',
    'stepsConfig[3]',
    'pretourConfig.doneBtnText',
    'tourConfig.allowClose',
  ])
    it(`says what became of ${path}`, () => expect(noted).to.include(path));

  it('does not complain of words that are ours as well', () =>
    expect(noted).not.to.include('tourConfig.nextBtnText'));

  it('says the same thing once, with how many places', () => expect(said).to.include('(2 endroits'));
});

describe('import of a Moodle user tour', () => {
  it('makes a plan that is valid without a word, steps in their order', () => {
    const { plan, campaign } = imported(moodle(), 'moodle');
    expect(readPlan(plan).issues.map(({ message }) => message)).to.deep.equal([]);
    expect(campaign?.when).to.deep.equal({ pages: ['/course/view.php**'] });
    expect(campaign?.content).to.deep.equal({
      steps: [
        { id: 'etape-2', title: 'Première', body: 'Bonjour' },
        {
          id: 'etape-1',
          target: '.carnet',
          title: 'Deuxième',
          body: 'Le **carnet**',
          placement: 'top',
          advance: { on: 'click' },
          missing: 'center',
        },
      ],
    });
  });

  describe('pages', () => {
    for (const [pathmatch, ...pages] of [
      ['%'],
      ['FRONTPAGE', '/'],
      ['/my/%', '/my/**'],
      ['/course/view.php?id=%', '/course/view.php'],
      ['course/%/edit', '/course/**/edit'],
      ['%/mod/quiz/%', '**/mod/quiz/**'],
      ['%%%%', '**'],
    ] as const)
      it(`${pathmatch} → ${pages.join() || 'any page'}`, () =>
        expect(imported(moodle({ pathmatch }), 'moodle').campaign?.when?.pages ?? []).to.deep.equal(
          pathmatch === '%%%%' ? ['/**'] : pages,
        ));
  });

  describe('audience', () => {
    const rows: [string, object, object | undefined, string?][] = [
      ['students', { role: ['student'] }, { profiles: ['pupil'] }],
      ['teachers of both kinds', { role: ['editingteacher', 'teacher'] }, { profiles: ['teacher'] }],
      ['whoever is signed in', { role: ['user', 'student'] }, undefined],
      ['site administrators', { role: ['-1'] }, { profiles: ['-1'] }, 'administrateur'],
      ['a role of the site', { role: ['tuteur'] }, { profiles: ['tuteur'] }, 'tuteur'],
      ['all courses', { course: ['0'], theme: [] }, undefined],
      ['one theme', { theme: ['boost'] }, undefined, 'thème'],
      [
        'new accounts',
        {
          accessdate: {
            filter_accessdate: 'tool_usertours_accountcreation',
            filter_accessdate_range: 7_776_000,
            filter_accessdate_enabled: '1',
          },
        },
        { arrivedWithin: 'P90D' },
      ],
      [
        'recent logins',
        {
          accessdate: {
            filter_accessdate: 'tool_usertours_lastlogin',
            filter_accessdate_range: 1,
            filter_accessdate_enabled: '1',
          },
        },
        undefined,
        'date de connexion',
      ],
    ];
    for (const [name, filtervalues, audience, word] of rows)
      it(name, () => {
        const { campaign, said } = imported(moodle({}, { filtervalues }), 'moodle');
        expect(campaign?.audience).to.deep.equal(audience);
        if (word) expect(said).to.include(word);
      });
  });

  it('waits for an element where a filter asks for it', () =>
    expect(
      imported(moodle({}, { filtervalues: { cssselector: ['.block_timeline'] } }), 'moodle').campaign?.when
        ?.present,
    ).to.equal('.block_timeline'));

  it('does not start by itself a tour that was switched off', () =>
    expect(imported(moodle({ enabled: '0' }), 'moodle').campaign?.when?.start).to.equal('manual'));

  it('takes settings that are objects, not strings', () =>
    expect(
      imported(moodle({ configdata: { orphan: true } }), 'moodle').campaign?.content,
    ).to.deep.nested.include({
      'steps[1].missing': 'center',
    }));

  it('says which texts are in the language packs', () => {
    const { noted, said } = imported(moodle({}, {}, { title: 'tour_title,tool_usertours' }), 'moodle');
    expect(noted).to.include('steps[0].title');
    expect(said).to.include('fichiers de langue');
  });

  describe('texts', () => {
    const rows: [name: string, content: string, format: string, body: string, word?: string][] = [
      ['plain, by lines', 'Un\nDeux\n\nTrois', '2', 'Un\\\nDeux\n\nTrois'],
      ['plain, which makes no list and no mark', '- *un*\n1. <deux>', '2', '\\- \\*un\\*\\\n1\\. <deux>'],
      ['as Moodle writes', 'Un\nDeux <b>gras</b>', '0', 'Un\\\nDeux **gras**'],
      ['as Moodle writes, with blocks', '<p>Un\nDeux</p>', '0', 'Un Deux'],
      ['Markdown', 'Du **gras**', '4', 'Du **gras**'],
      ['Markdown with a heading', '# Titre #\nMots', '4', '**Titre**\nMots', 'est devenu du gras'],
      [
        'Markdown with a picture of Moodle’s',
        'Voir ![le plan](@@PLUGINFILE@@/a.png).',
        '4',
        'Voir le plan.',
        'déposez le fichier',
      ],
      ['Markdown with a table', '| a | b |\n|---|---|', '4', '| a | b |\n|---|---|', 'tableau'],
      [
        'in several languages',
        '<p><span lang="en" class="multilang">Hello</span><span lang="fr" class="multilang">Bonjour</span></p>',
        '1',
        'Bonjour',
        'plusieurs langues',
      ],
      [
        'in several, otherwise',
        '{mlang en}Hello{mlang}{mlang fr}Bonjour{mlang}',
        '1',
        'Bonjour',
        'plusieurs langues',
      ],
      ['with a field', 'Un <textarea>deux</textarea>', '1', 'Un', 'contenu actif'],
      ['too long', 'a'.repeat(100_001), '1', 'a'.repeat(100_000), 'la suite n’est pas reprise'],
    ];
    for (const [name, content, contentformat, body, word] of rows)
      it(name, () => {
        const { campaign, said } = imported(moodle({}, {}, { content, contentformat }), 'moodle');
        expect(campaign?.content).to.deep.nested.include({ 'steps[1].body': body });
        if (word) expect(said).to.include(word);
      });
  });

  it('says that each visit of a page is not what it does', () =>
    expect(imported(moodle({}, { showtourwhen: 2 }), 'moodle').said).to.include('à chaque visite'));

  it('says which restriction it does not know', () =>
    expect(imported(moodle({}, { filtervalues: { cohort: ['7'] } }), 'moodle').said).to.include(
      '«\u00a0cohort\u00a0»',
    ));

  it('points at a block, whatever its name tries', () =>
    expect(
      imported(moodle({}, {}, { targettype: '1', targetvalue: 'a"],*{' }), 'moodle').campaign?.content,
    ).to.deep.nested.include({ 'steps[1].target': '.block[data-block="a"]' }));
});

describe('files that are something else', () => {
  for (const raw of [
    null,
    [],
    'x',
    5,
    {},
    { steps: [] },
    { stepsConfig: {} },
    { steps: [null], name: 1, pathmatch: 2 },
    { stepsConfig: [null, 1, {}] },
  ])
    for (const format of ['didacticiel', 'moodle'] as const)
      it(`${JSON.stringify(raw)} as ${format}: nothing imported, and why`, () => {
        const { campaign, notes, plan } = importPlan(raw, format);
        expect(campaign).to.be.undefined;
        expect(plan.campaigns).to.deep.equal([]);
        expect(notes.length).to.be.above(0);
        for (const { message } of notes) expect(message).to.match(/[.)]$/);
      });

  it('tells the formats apart', () => {
    expect(formatOf(DIDACTICIEL)).to.equal('didacticiel');
    expect(formatOf(moodle())).to.equal('moodle');
    expect(formatOf({ version: 1, campaigns: [] })).to.be.undefined;
  });

  it('reads any shape at all without a throw, and never makes an invalid plan', () => {
    const odd = [null, 0, '', 'x', [], {}, { a: 1 }, true, ['x'], '{"a":1}', '__proto__'];
    for (const value of odd)
      for (const key of [
        'title',
        'description',
        'element',
        'side',
        'align',
        'showButtons',
        'clickOnNextCssSelector',
        'content',
        'configdata',
        'targettype',
        'targetvalue',
        'sortorder',
        'contentformat',
      ]) {
        const step = { title: 'T', content: 'C', targettype: '0', targetvalue: '#a', [key]: value };
        for (const [raw, format] of [
          [{ stepsConfig: [step], [key]: value, pretourStepConfig: value, tourConfig: value }, 'didacticiel'],
          [
            {
              name: value,
              pathmatch: '/x%',
              steps: [step],
              configdata: { filtervalues: { role: value, accessdate: value, cssselector: value } },
            },
            'moodle',
          ],
        ] as const)
          expect(
            readPlan(importPlan(raw, format).plan).issues.filter(({ severity }) => severity === 'error'),
            `${key} = ${JSON.stringify(value)}`,
          ).to.deep.equal([]);
      }
  });
});
