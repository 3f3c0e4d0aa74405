import { expect, fixture, html } from '@open-wc/testing';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import { AUDIENCE_DIMENSIONS, type Audience } from '../../src/model/schema/audience.js';
import { audienceFields } from '../../src/studio/fields/audience-fields.js';
import { PLAN } from '../../stories/studio/studio-fixtures.js';
import { $ } from './helpers.js';
import { type } from './support.js';

describe('whom an audience leaves out', () => {
  let written: Audience | undefined;
  const form = async (audience?: Audience) => {
    await setInterfaceLocale(['fr']);
    const change = (next: Audience | undefined) => (written = next);
    return fixture(html`<div>${audienceFields({ name: 'audience', audience, plan: PLAN, change })}</div>`);
  };

  it('is said by every dimension that the core knows', async () => {
    const root = await form();
    for (const name of AUDIENCE_DIMENSIONS) $(`[id^="audience.not.${name}"]`, root);
  });

  it('may be who has just arrived', async () => {
    const root = await form({ profiles: ['teacher'] });
    await type($('[id="audience.not.arrivedWithin"]', root), '14');
    expect(written).to.deep.equal({ profiles: ['teacher'], not: { arrivedWithin: 'P14D' } });
  });

  it('may be groups, and nobody again', async () => {
    await type($('[id="audience.not.groups"]', await form()), 'pilotes, référents');
    expect(written).to.deep.equal({ not: { groups: ['pilotes', 'référents'] } });
    await type($('[id="audience.not.groups"]', await form(written)), '');
    expect(written).to.equal(undefined);
  });

  it('is not spoken at every letter', async () =>
    expect((await form()).querySelector('[aria-live]')).to.equal(null));
});
