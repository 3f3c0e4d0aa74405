import { expect, fixture, html } from '@open-wc/testing';
import type { SentierBanner } from '../../src/elements/banner/sentier-banner.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import '../../src/studio/preview/define-stage.js';
import type { Looker, SentierStudioStage } from '../../src/studio/preview/stage.js';
import { waitUntil } from './helpers.js';
import { deep, wordsOf } from './support.js';

const LOOKER: Looker = { locales: ['fr'], profiles: [], scheme: 'light', phone: false };

const campaignOf = (content: object, kind = 'banner') => ({ id: 'a', kind, content }) as unknown as Campaign;

async function staged(content: object, kind?: string) {
  await setInterfaceLocale(['fr']);
  const stage = await fixture<SentierStudioStage>(
    html`<sentier-studio-stage
      .campaign=${campaignOf(content, kind)}
      .plan=${{ version: 1 }}
      .looker=${LOOKER}
    ></sentier-studio-stage>`,
  );
  const banner = () => deep<SentierBanner>(stage, 'sentier-banner');
  const box = () => banner().shadowRoot!.querySelector<HTMLElement>('.box');
  return {
    stage,
    banner,
    box: () => box()!,
    write: async (next: object) => {
      stage.campaign = campaignOf(next, kind);
      await stage.updateComplete;
    },
    shows: (words: string) =>
      waitUntil(() => box() && wordsOf(banner()).includes(words), `« ${words} » is shown`),
  };
}

describe('<sentier-studio-stage>', () => {
  it('what is written goes into the banner that stands there, which neither goes nor comes in again', async () => {
    const { banner, box, write, shows } = await staged({ title: 'Un', body: 'Deux\n\ntrois\n\nquatre' });
    await shows('Un');
    const first = banner();
    const { height } = box().getBoundingClientRect();
    expect(height).to.be.above(60);
    let least = Infinity;
    let isWatched = true;
    const watch = () => {
      least = Math.min(least, box().parentElement?.getBoundingClientRect().height ?? 0);
      if (isWatched) requestAnimationFrame(watch);
    };
    watch();
    for (const title of ['Une', 'Une f', 'Une fê', 'Une fête']) {
      await write({ title, body: 'Deux\n\ntrois\n\nquatre' });
      await shows(title);
    }
    isWatched = false;
    expect(banner()).to.equal(first);
    expect(least).to.be.at.least(height);
    expect(getComputedStyle(box()).animationName).to.equal('none');
  });

  it('a banner is whole as soon as it is there', async () => {
    const { box, shows } = await staged({ title: 'Un', body: 'Deux\n\ntrois\n\nquatre' });
    await shows('Un');
    await waitUntil(() => !box().parentElement!.style.height);
    expect(box().parentElement!.getBoundingClientRect().height).to.equal(
      box().getBoundingClientRect().height,
    );
  });

  it('is drawn anew for another scheme and audience, and not where nothing changed', async () => {
    const { stage, banner, box, shows } = await staged({ title: 'Un' });
    await shows('Un');
    const before = box();
    stage.looker = { ...LOOKER };
    await stage.updateComplete;
    await banner().updateComplete;
    expect(box()).to.equal(before);
    stage.looker = { ...LOOKER, scheme: 'dark', profiles: ['pupil'] };
    await stage.updateComplete;
    expect(banner().getAttribute('audience')).to.equal('pupil');
    stage.looker = LOOKER;
    await stage.updateComplete;
    expect(banner().getAttribute('audience')).to.equal(null);
    expect(banner().getAttribute('scheme')).to.equal('light');
  });

  it('one that was closed comes back, and can be written on', async () => {
    const { banner, write, shows } = await staged({ title: 'Un' });
    await shows('Un');
    const first = banner();
    first.dismiss('close');
    await waitUntil(() => banner() !== first, 'a fresh one');
    await shows('Un');
    await write({ title: 'Deux' });
    await shows('Deux');
  });

  for (const place of ['modal', 'corner'])
    it(`${place}: it looks as the real one does, and stays in the sketch`, async () => {
      const { stage, box, write, shows } = await staged({ title: 'Un', place });
      const look = () => {
        const style = getComputedStyle(box());
        return [style.backgroundColor, style.backgroundImage, style.borderTopWidth, style.borderBottomWidth];
      };
      await shows('Un');
      expect(look()).to.deep.equal(['rgb(255, 255, 255)', 'none', '3px', '1px']);
      await write({
        title: 'Deux',
        place,
        image: { src: '/stories/survey/images/tablette.svg', alt: 'Un arbre' },
      });
      await shows('Deux');
      expect(look()).to.deep.equal(['rgb(255, 255, 255)', 'none', '3px', '1px']);
      expect(box().matches('.pictured'), 'its picture above').to.equal(true);
      expect(box().querySelector('.picture')!.getBoundingClientRect().bottom).to.be.at.most(
        box().querySelector('.words')!.getBoundingClientRect().top,
      );
      const [inner, outer] = [box(), stage].map((one) => one.getBoundingClientRect());
      expect(inner!.top >= outer!.top && inner!.bottom <= outer!.bottom, 'within').to.equal(true);
      await write({ title: 'Trois', place: 'inline' });
      await shows('Trois');
      expect(box().matches('.inline'), 'in the page’s text again').to.equal(true);
    });

  it('an event without its start and a picture without its address are not drawn yet', async () => {
    const { box, shows } = await staged({
      title: 'Un',
      event: { location: 'Gymnase' },
      image: { alt: 'Un arbre' },
    });
    await shows('Un');
    expect(box().querySelector('.leaf, .picture')).to.equal(null);
  });
});
