import { expect } from '@open-wc/testing';
import { PROFILES } from '../../src/model/profile-ids.js';
import { resolveProfiles } from '../../src/model/profiles.js';

// [what the host says, who that is]
const ROWS: [string, string | undefined][] = [
  ...PROFILES.map((profile): [string, string] => [profile, profile]),
  // National codes, in the cases met
  ['National_ELV', 'pupil'],
  ['National_elv', 'pupil'],
  ['NATIONAL_TUT', 'guardian'],
  ['National_ENS', 'teacher'],
  ['National_DOC', 'teacher'],
  ['National_DIR', 'head'],
  ['National_EVS', 'staff'],
  ['National_ETA', 'staff'],
  ['National_ACA', 'district'],
  ['national_col', 'partner'],
  // Their older numbers
  ['National_1', 'pupil'],
  ['National_2', 'guardian'],
  ['National_3', 'teacher'],
  ['National_4', 'head'],
  ['National_5', 'staff'],
  ['National_6', 'staff'],
  ['National_7', 'district'],
  // Edifice: types, then profiles
  ['ELEVE', 'pupil'],
  ['ENSEIGNANT', 'teacher'],
  ['PERSRELELEVE', 'guardian'],
  ['PERSEDUCNAT', 'staff'],
  ['Student', 'pupil'],
  ['Teacher', 'teacher'],
  ['Relative', 'guardian'],
  ['Personnel', 'staff'],
  ['Guest', 'partner'],
  // LDAP object classes
  ['ENTEleve', 'pupil'],
  ['ENTAuxEnseignant', 'teacher'],
  ['ENTAuxPersRelEleve', 'guardian'],
  ['ENTAuxNonEnsEtab', 'staff'],
  ['ENTAuxNonEnsCollLoc', 'partner'],
  // XiTi, Moodle, French words
  ['PARENT', 'guardian'],
  ['ADMIN_VIE_SCOL_TECH', 'staff'],
  ['editingteacher', 'teacher'],
  ['coursecreator', 'teacher'],
  ['manager', 'staff'],
  ['élève', 'pupil'],
  ['Élève', 'pupil'],
  ['direction', 'head'],
  ['circonscription', 'district'],
  ['partenaire', 'partner'],
  // Nobody that we know
  ['AUTRE', undefined],
  ['SUPERADMIN', undefined],
  ['frontpage', undefined],
  ['', undefined],
  [' ', undefined],
  [';', undefined],
  ['1', undefined],
  ['2', undefined],
  ['ELV', undefined],
  ['National_', undefined],
  ['National_8', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['toString', undefined],
];

describe('resolveProfiles', () => {
  for (const [said, profile] of ROWS) {
    it(`takes "${said}" for ${profile ?? 'nobody'}`, () => {
      expect(resolveProfiles([said])).to.deep.equal(profile ? [profile] : []);
    });
  }

  it('keeps all profiles of a person, each once, in the order given', () => {
    expect(resolveProfiles(['National_DIR', 'ENSEIGNANT', 'x', 'teacher', 'head'])).to.deep.equal([
      'head',
      'teacher',
    ]);
  });

  it('lets the plan place what nobody knows, whatever the case', () => {
    expect(resolveProfiles(['atsem'], { ATSEM: ['staff', 'partner'] })).to.deep.equal(['staff', 'partner']);
  });

  it("lets the plan's aliases win over ours", () => {
    expect(resolveProfiles(['Guest'], { guest: ['teacher'] })).to.deep.equal(['teacher']);
    expect(resolveProfiles(['Guest'], { guest: [] })).to.deep.equal([]);
  });

  it('understands any vocabulary on the other side of an alias, without following aliases in circles', () => {
    expect(resolveProfiles(['ATSEM'], { ATSEM: ['Personnel'] })).to.deep.equal(['staff']);
    expect(resolveProfiles(['a'], { a: ['b'], b: ['a'] })).to.deep.equal([]);
  });

  it('does not take what every object has for an alias', () => {
    expect(resolveProfiles(['constructor', 'valueOf'], {})).to.deep.equal([]);
  });

  it('takes a string for a list of one, and what is no text for nothing', () => {
    const loose = resolveProfiles as (raw: unknown, aliases?: unknown) => string[];
    expect(loose('National_ENS')).to.deep.equal(['teacher']);
    expect(loose([7, null, undefined, {}, ['pupil'], { toString: 1 }, 'pupil'])).to.deep.equal(['pupil']);
    expect(loose(undefined)).to.deep.equal([]);
    expect(loose(['x', 'y'], { x: 'staff', y: 7 })).to.deep.equal(['staff']);
    expect(loose(['pupil'], null)).to.deep.equal(['pupil']);
  });
});
