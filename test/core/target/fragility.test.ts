import { expect } from '@open-wc/testing';
import { fragilityOf } from '../../../src/core/target/fragility.js';
import type { FragilityReason, Solidity } from '../../../src/core/target/fragility.js';
import { isGeneratedName, isLastingName } from '../../../src/core/target/generated-name.js';
import type { TargetPart } from '../../../src/model/schema/common.js';

describe('names that a machine made', () => {
  for (const name of [
    ':r5:',
    'dropdown:r5:',
    '_r_1a_',
    '«r3»',
    'radix-:r1:',
    'headlessui-menu-button-12',
    'ember1234',
    'mat-input-3',
    'cdk-overlay-0',
    'ng-tns-c12-3',
    'yui_3_17_2_1_1700000000000_45',
    'gwt-uid-7',
    'ui-id-4',
    'css-1q2w3e',
    'sc-bdnxRM',
    'jss42',
    'svelte-1abc2d',
    'Button_root__3xY1z',
    'jsx-123456',
    'a1b2c3d4e5f6',
    '550e8400-e29b-41d4-a716-446655440000',
    'message-1700000000',
    'xkcdwqz',
  ])
    it(`${name} is generated`, () => expect(isGeneratedName(name)).to.be.true);
  for (const name of [
    'compose',
    'nouveau-message',
    'mailList',
    'card__title',
    'card__title--large',
    'step2',
    'col-md-6',
    'h1',
    'rentree-2026',
    'cm2',
    'classe-6e',
    'élèves',
    'navbar',
    'btn-primary',
  ])
    it(`${name} is a person's`, () => expect(isGeneratedName(name)).to.be.false);
  for (const name of ['', 'active', 'is-open', 'hover', 'show', 'ng-valid', 'selected'])
    it(`${name} says a state`, () => expect(isLastingName(name)).to.be.false);
});

describe('fragility of a way to find an element', () => {
  const rows: [TargetPart, Solidity, ...FragilityReason[]][] = [
    ['[data-testid=compose]', 'solid', 'testid'],
    ['[data-testid="nouveau message"] > button', 'solid', 'testid'],
    ['#compose', 'solid', 'id'],
    ['button[name="send"]', 'solid', 'attribute'],
    ['[href="/messagerie/"]', 'solid', 'attribute'],
    ['button[aria-label="Écrire"]', 'fair', 'words', 'attribute'],
    ['.toolbar .compose', 'fair', 'class'],
    ['.toolbar .is-open', 'fragile', 'state', 'class'],
    ['#compose:r5:', 'fragile', 'generated', 'id'],
    ['#\\:r5\\:', 'fragile', 'generated', 'tag'],
    ['.css-1q2w3e', 'fragile', 'generated', 'tag'],
    ['[data-v-7ba5bd90] .compose', 'fragile', 'generated', 'attribute'],
    ['main > div:nth-child(3) > button', 'fragile', 'order', 'tag'],
    ['#liste li:nth-of-type(2)', 'fair', 'order', 'id'],
    ['#a > b > c > d > e', 'solid', 'deep', 'id'],
    ['button', 'fragile', 'tag'],
    ['ent-lanceur >>> .bouton', 'fair', 'class', 'shadow'],
    ['ent-lanceur >>> #ouvrir', 'solid', 'id', 'shadow'],
    ['ent-lanceur >>> button:first-child', 'fragile', 'order', 'tag', 'shadow'],
    [{ role: 'button', name: 'Nouveau message' }, 'solid', 'role-name'],
    [{ role: 'button', name: 'Messages (3)' }, 'fair', 'number', 'role-name'],
    [{ role: 'button' }, 'fragile', 'role-only'],
    [{ text: 'Nouveau message' }, 'fair', 'text'],
    [{ text: 'Vos messages sont gardés un an puis effacés sans retour' }, 'fragile', 'long-text', 'text'],
    [{ frame: '#app', target: '#compose' }, 'solid', 'id', 'frame'],
    [{ frame: '#app', target: ['#compose', 'button'] }, 'solid', 'id', 'frame'],
    [{ frame: 'iframe', target: 'main > p:nth-child(2)' }, 'fragile', 'order', 'tag', 'frame'],
  ];
  for (const [part, solidity, ...reasons] of rows)
    it(`${JSON.stringify(part)} is ${solidity}: ${reasons.join(', ')}`, () => {
      const found = fragilityOf(part);
      expect([found.solidity, ...found.reasons.slice(0, reasons.length)]).to.deep.equal([
        solidity,
        ...reasons,
      ]);
      expect(found.score).to.be.within(0, 100);
    });

  it('never throws, and reads a long hostile selector in no time', () => {
    const started = performance.now();
    for (const text of [
      '[[[['.repeat(20_000),
      '#a'.repeat(40_000),
      '"'.repeat(80_000),
      '\\'.repeat(80_000),
      '',
    ])
      expect(fragilityOf(text).score).to.be.at.least(0);
    expect(performance.now() - started).to.be.below(1500);
  });
});
