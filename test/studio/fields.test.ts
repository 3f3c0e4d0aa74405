import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, render } from 'lit';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import type { Audience } from '../../src/model/schema/audience.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import '../../src/studio/banner-editor/define-banner-editor.js';
import type { SentierStudioBanner } from '../../src/studio/banner-editor/sentier-studio-banner.js';
import { audienceFields } from '../../src/studio/fields/audience-fields.js';
import { listField } from '../../src/studio/fields/list-field.js';
import { paceFields, scheduleFields } from '../../src/studio/fields/timing-fields.js';
import { setIn } from '../../src/studio/store/paths.js';
import type { StudioChangeEvent } from '../../src/studio/shell/events.js';
import { deep, type } from './support.js';

/** Draws at each change, as the owner of a document does. */
async function drawn<T>(first: T, view: (value: T, put: (value: T) => void) => unknown) {
  await setInterfaceLocale(['fr']);
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const state = { value: first, changes: 0, draw: () => undefined };
  const draw = () => {
    render(
      view(state.value, (value) => {
        state.value = value;
        state.changes++;
        draw();
      }),
      root,
    );
  };
  draw();
  return { state, draw, field: (id: string) => root.querySelector<HTMLInputElement>(`[id="${id}"]`)! };
}

describe('a list of words', () => {
  const listed = (own?: string[]) =>
    drawn<string[] | undefined>(['CM1'], (value, change) =>
      listField({ name: 'levels', label: 'Niveaux', value, own, change }),
    );

  it('is kept as it is typed, and stands as it is typed until it is left', async () => {
    const { state, field } = await listed();
    const input = field('levels');
    input.focus();
    input.setSelectionRange(3, 3);
    await sendKeys({ type: ' ,  ' });
    expect(state.changes, 'it says what it said').to.equal(0);
    expect(input.value).to.equal('CM1 ,  ');
    await sendKeys({ type: 'CM2,' });
    expect(state.value).to.deep.equal(['CM1', 'CM2']);
    expect(input.value).to.equal('CM1 ,  CM2,');
    expect(input.selectionStart).to.equal(input.value.length);
    input.blur();
    expect(input.value).to.equal('CM1, CM2');
  });

  it('the caret stays where a word is written into the middle', async () => {
    const { state, field } = await listed();
    const input = field('levels');
    input.focus();
    input.setSelectionRange(0, 0);
    await sendKeys({ type: 'CP, ' });
    expect(state.value).to.deep.equal(['CP', 'CM1']);
    expect([input.value, input.selectionStart]).to.deep.equal(['CP, CM1', 4]);
  });

  it('is written anew when it changes elsewhere, and emptied when it is emptied', async () => {
    const { state, draw, field } = await listed();
    await type(field('levels'), 'CE1');
    state.value = ['CM1'];
    draw();
    expect(field('levels').value).to.equal('CM1');
    await type(field('levels'), ' ');
    expect(state.value).to.equal(undefined);
  });

  it('of one’s own schools waits for whole words: half a school is nobody’s', async () => {
    const { state, field } = await listed(['CM1', 'CM2']);
    const input = field('levels');
    input.focus();
    input.setSelectionRange(3, 3);
    await sendKeys({ type: ', CM' });
    expect(state.value).to.deep.equal(['CM1']);
    await sendKeys({ type: '2' });
    expect(state.value).to.deep.equal(['CM1', 'CM2']);
  });
});

describe('a folded part', () => {
  const audience = (first: Audience | undefined, of: () => string) =>
    drawn(first, (value, put) =>
      audienceFields({ name: 'audience', audience: value, of: of(), plan: { version: 1 }, change: put }),
    );

  it('stays open, with the focus, when what is in it is emptied', async () => {
    const { state, field } = await audience({ groups: ['latin'] }, () => 'a');
    const input = field('audience.groups');
    expect(input.closest('details')!.open).to.equal(true);
    input.focus();
    await sendKeys({ press: 'Control+A' });
    await sendKeys({ press: 'Backspace' });
    expect(state.value).to.equal(undefined);
    expect(input.closest('details')!.open).to.equal(true);
    expect(document.activeElement).to.equal(input);
  });

  it('stays closed where it was closed, and opens by what is in the next', async () => {
    let of = 'a';
    const { state, draw, field } = await audience(undefined, () => of);
    const fold = field('audience.groups').closest('details')!;
    state.value = { groups: ['latin'] };
    draw();
    expect(fold.open, 'of the same').to.equal(false);
    of = 'b';
    draw();
    expect(fold.open, 'of another').to.equal(true);
  });

  it('of how often stays open too', async () => {
    const { field } = await timing({ frequency: { max: 2 } });
    await type(field('frequency.max'), '');
    expect(field('frequency.max').closest('details')!.open).to.equal(true);
  });
});

const timing = (first: object) => {
  const timed = new Set<string>();
  return drawn(first as Campaign, (campaign, put) => {
    const options = {
      campaign,
      plan: { version: 1 as const },
      set: (path: readonly (string | number)[], value: unknown) => put(setIn(campaign, path, value)),
      error: () => undefined,
      disabled: false,
      timed,
    };
    return html`${scheduleFields(options)}${paceFields(options)}`;
  });
};

describe('when a campaign is on', () => {
  it('a date whose hour is taken away is half typed: it is kept, and so is its kind', async () => {
    const { state, draw, field } = await timing({ schedule: { end: '2026-12-01T18:00' } });
    const input = field('schedule.end');
    input.focus();
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Backspace' });
    expect(input.validity.badInput, 'half typed').to.equal(true);
    expect(state.value.schedule?.end).to.equal('2026-12-01T18:00');
    draw();
    expect(input.validity.badInput, 'drawn meanwhile, by another change').to.equal(true);
    await sendKeys({ type: '19' });
    expect(state.value.schedule?.end).to.equal('2026-12-01T19:00');
    await sendKeys({ press: 'Backspace' });
    input.blur();
    expect(input.value, 'what is seen is what is kept').to.equal('2026-12-01T19:00');
  });

  it('emptied whole it is empty, and takes a date with an hour again', async () => {
    const { state, field } = await timing({ schedule: { end: '2026-12-01T18:00' } });
    await type(field('schedule.end'), '');
    expect(state.value.schedule).to.equal(undefined);
    expect(field('schedule.end').type).to.equal('datetime-local');
  });

  it('days before and after stay what they are, counted from another day', async () => {
    const { state, field } = await timing({
      schedule: { relativeTo: 'goLive', start: '-P7D', end: 'P30D' },
    });
    await type(field('schedule.relativeTo'), 'arrived');
    expect(state.value.schedule).to.deep.equal({ relativeTo: 'arrived', start: '-P7D', end: 'P30D' });
    await type(field('schedule.relativeTo'), '');
    expect(state.value.schedule).to.equal(undefined);
  });
});

describe('the parts of a banner', () => {
  async function editing(content: object) {
    await setInterfaceLocale(['fr']);
    const campaign = { id: 'a', kind: 'banner', content } as unknown as Campaign;
    const editor = await fixture<SentierStudioBanner>(
      html`<sentier-studio-banner
        .campaign=${campaign}
        .plan=${{ version: 1 }}
        @sentier-studio-change=${(event: StudioChangeEvent) => {
          (event.currentTarget as SentierStudioBanner).campaign = event.campaign;
        }}
      ></sentier-studio-banner>`,
    );
    const field = (id: string) => deep<HTMLInputElement>(editor, `[id="content.${id}"]`);
    const empty = async (id: string) => {
      field(id).focus();
      await type(field(id), '');
      await editor.updateComplete;
      expect(editor.shadowRoot!.activeElement, `${id} keeps the focus`).to.equal(field(id));
      expect(field(id).closest('details')!.open).to.equal(true);
    };
    return { empty, field, content: () => editor.campaign.content as unknown as Record<string, unknown> };
  }

  it('an event without its start keeps its end and its place', async () => {
    const { content, empty } = await editing({
      title: 'A',
      event: { start: '2026-12-01T18:00', end: '2026-12-01T20:00', location: 'Gymnase' },
    });
    await empty('event.start');
    expect(content().event).to.deep.equal({ end: '2026-12-01T20:00', location: 'Gymnase' });
    await empty('event.end');
    await empty('event.location');
    expect(content()).to.deep.equal({ title: 'A' });
  });

  it('an image without its address keeps its words, and is gone without either', async () => {
    const { content, empty } = await editing({ title: 'A', image: { src: '/a.svg', alt: 'Un arbre' } });
    await empty('image.src');
    expect(content().image).to.deep.equal({ alt: 'Un arbre' });
    await empty('image.alt');
    expect(content()).to.deep.equal({ title: 'A' });
  });
});
