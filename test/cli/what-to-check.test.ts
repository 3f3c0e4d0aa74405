import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayBeFor, profilesIn } from '../../src/cli/check/what-to-check.js';
import { audienceRefusal } from '../../src/core/audience.js';
import { PROFILES } from '../../src/model/profile-ids.js';
import { readPlan } from '../../src/model/read-plan.js';
import type { Audience } from '../../src/model/schema/audience.js';

const aliases = { ATSEM: ['staff'] };

describe('whom sentier check takes a campaign to be for', () => {
  const rows: [string, Audience | undefined][] = [
    ['no audience', undefined],
    ['an audience without a word', {}],
    ['an empty list', { profiles: [] }],
    ['some', { profiles: ['teacher', 'pupil'] }],
    ['a name of the plan’s own', { profiles: ['ATSEM'] }],
    ['a name that nobody knows', { profiles: ['inconnu'] }],
    ['not some', { not: { profiles: ['pupil'] } }],
    ['nobody excluded', { not: { profiles: [] } }],
    ['not some, nor a school', { not: { profiles: ['pupil'], schools: ['0750001A'] } }],
  ];
  for (const [name, audience] of rows)
    it(`${name}: as the director says`, () => {
      for (const profile of PROFILES)
        assert.equal(
          mayBeFor(audience, profile, aliases),
          audienceRefusal(
            { id: 'a', audience },
            { settings: { profileAliases: aliases } },
            { user: { profiles: [profile], schools: ['0750002B'] } },
            0,
          ) === undefined,
          profile,
        );
    });

  it('is all those in turn who have a target to meet, be it a hint’s, by any name', () => {
    const tour = (profile: string) => ({
      id: profile,
      kind: 'tour',
      audience: { profiles: [profile] },
      content: { steps: [{ title: 'x', target: '#x' }] },
    });
    const hint = { id: 'repere', target: '#x', title: 'x', body: 'x', audience: { profiles: ['guardian'] } };
    const { plan } = readPlan({
      version: 1,
      settings: { profileAliases: aliases },
      campaigns: [tour('ATSEM'), tour('pupil')],
      help: { hints: [hint] },
    });
    assert.deepEqual(profilesIn(plan, { pages: [] }), ['pupil', 'guardian', 'staff']);
    assert.deepEqual(profilesIn(plan, { pages: [], campaigns: ['ATSEM'] }), ['staff']);
  });

  it('leaves open what it cannot know', () => {
    assert.equal(mayBeFor({ profiles: ['pupil'], schools: ['0750001A'] }, 'pupil'), true);
    assert.equal(mayBeFor({ profiles: ['pupil'] }, undefined), true);
  });
});
