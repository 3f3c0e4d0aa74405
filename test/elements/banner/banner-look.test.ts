import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { contrast } from '../../../src/core/colour.js';
import type { BannerContent } from '../../../src/model/schema/banner.js';
import { Evenement, TexteLong } from '../../../stories/banner/banner.stories.js';
import { button, makeBanner, part } from './helpers.js';

const EVENT = Evenement.args!.content as BannerContent;
const LONG = TexteLong.args!.content as BannerContent;
const KINDS = ['information', 'new', 'warning', 'maintenance', 'success', 'event'] as const;
const PLACES = ['top', 'bottom', 'inline', 'corner', 'modal'] as const;

/** "rgb(1 2 3 / 0.5)" or "rgba(1, 2, 3, 0.5)" as channels over a ground. */
function colour(value: string, ground: readonly number[] = [0, 0, 0]): number[] {
  const [r = 0, g = 0, b = 0, a = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b].map((c, i) => c * a + ground[i]! * (1 - a));
}
/** False in an engine that takes its media features at its start only (WebKitGTK). */
const emulated = (features: Parameters<typeof emulateMedia>[0]): Promise<boolean> =>
  emulateMedia(features).then(
    () => true,
    () => false,
  );
/** What a banner's words stand on: the surface, or the hue thinned over it. */
function groundOf(box: HTMLElement): number[] {
  const style = getComputedStyle(box);
  const surface = colour(style.backgroundColor);
  const thin = /rgba?\([^)]+\)/.exec(style.backgroundImage);
  return thin ? colour(thin[0], surface) : surface;
}

describe('the look of sentier-banner', () => {
  for (const scheme of ['light', 'dark'])
    for (const kind of KINDS)
      it(`is readable as ${kind} in ${scheme}`, async () => {
        for (const place of ['inline', 'corner'] as const) {
          const banner = await makeBanner({ ...EVENT, kind, body: '[lien](/a)', signature: 'b' }, place);
          banner.setAttribute('scheme', scheme);
          const ground = groundOf(part(banner, '.box'));
          for (const selector of [
            '.kind',
            '.title',
            '.body',
            '.body a',
            '.signature',
            'button[value=later]',
            '.close',
          ]) {
            const ratio = contrast(colour(getComputedStyle(part(banner, selector)).color), ground);
            expect(ratio, `${selector} ${place}`).to.be.at.least(4.5);
          }
          const primary = getComputedStyle(part(banner, '.primary'));
          expect(contrast(colour(primary.color), colour(primary.backgroundColor))).to.be.at.least(4.5);
          expect(contrast(colour(primary.backgroundColor), ground), 'edge').to.be.at.least(3);
          banner.remove();
        }
      });

  for (const scheme of ['light', 'dark'])
    for (const place of PLACES)
      it(`has no accessibility fault at ${place} in ${scheme}`, async () => {
        const banner = await makeBanner(EVENT, place);
        banner.setAttribute('scheme', scheme);
        await Promise.all(banner.shadowRoot!.getAnimations().map((motion) => motion.finished));
        await expect(banner).to.be.accessible();
      });

  for (const place of PLACES)
    it(`needs no sideways scroll at ${place}, 320 px wide`, async () => {
      await setViewport({ width: 320, height: 568 });
      const banner = await makeBanner(LONG, place);
      const box = part(banner, '.box');
      expect(box.scrollWidth, 'in the box').to.be.at.most(box.clientWidth);
      expect(document.documentElement.scrollWidth, 'on the page').to.be.at.most(320);
      const { left, right } = box.getBoundingClientRect();
      expect([left >= 0, right <= 320]).to.deep.equal([true, true]);
      await setViewport({ width: 1280, height: 800 });
    });

  it('lets everything be reached when it is taller than the window', async () => {
    await setViewport({ width: 320, height: 256 });
    for (const place of ['corner', 'modal'] as const) {
      const banner = await makeBanner(LONG, place);
      const box = part(banner, '.box');
      expect(box.getBoundingClientRect().height).to.be.at.most(256);
      expect(box.scrollHeight).to.be.above(box.clientHeight);
      button(banner, 'never').scrollIntoView();
      expect(button(banner, 'never').getBoundingClientRect().bottom).to.be.at.most(256);
      banner.remove();
    }
    await setViewport({ width: 1280, height: 800 });
  });

  it('loses nothing with more space between lines, words and letters (WCAG 1.4.12)', async () => {
    const banner = await makeBanner(LONG, 'corner');
    const root = part(banner, '.root');
    for (const [name, value] of [
      ['line-height', '1.5'],
      ['letter-spacing', '0.12em'],
      ['word-spacing', '0.16em'],
    ] as const)
      for (const el of [root, ...root.querySelectorAll<HTMLElement>('*')])
        el.style.setProperty(name, value, 'important');
    for (const el of root.querySelectorAll<HTMLElement>('button, a, p'))
      expect(el.scrollHeight, el.textContent).to.be.at.most(el.clientHeight + 2);
  });

  it('has targets of 24 px and more', async () => {
    const banner = await makeBanner(EVENT, 'inline');
    for (const el of banner.shadowRoot!.querySelectorAll('button, .button')) {
      const { width, height } = el.getBoundingClientRect();
      expect(Math.min(width, height), el.textContent).to.be.at.least(24);
    }
  });

  it('is bigger and rounder for pupils', async () => {
    const banner = await makeBanner(EVENT, 'corner');
    banner.setAttribute('audience', 'pupil');
    expect(getComputedStyle(part(banner, '.body')).fontSize).to.equal('18px');
    expect(getComputedStyle(part(banner, '.box')).borderTopLeftRadius).to.equal('18px');
  });

  it('does not move when the person wants no motion', async function () {
    if (!(await emulated({ reducedMotion: 'reduce' }))) this.skip();
    const banner = await makeBanner(EVENT, 'corner');
    expect(banner.shadowRoot!.getAnimations()).to.deep.equal([]);
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('keeps an edge around card and buttons in forced colours', async function () {
    if (!(await emulated({ forcedColors: 'active' }))) this.skip();
    for (const place of PLACES) {
      const banner = await makeBanner(EVENT, place);
      const box = getComputedStyle(part(banner, '.box'));
      const widths = ['Top', 'Bottom'].map((side) =>
        parseFloat(box.getPropertyValue(`border-${side.toLowerCase()}-width`)),
      );
      expect(Math.max(...widths), place).to.be.above(0);
      const { borderColor, backgroundColor } = getComputedStyle(button(banner, 'later'));
      expect(
        contrast(colour(borderColor), colour(backgroundColor, groundOf(part(banner, '.box')))),
        place,
      ).to.be.at.least(3);
      banner.remove();
    }
    await emulateMedia({ forcedColors: 'none' });
  });

  it('cannot be undone by the page’s own styles', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { all: unset !important; box-sizing: content-box !important; letter-spacing: 9px !important }',
    );
    document.adoptedStyleSheets.push(sheet);
    const banner = await makeBanner(EVENT, 'corner');
    const title = getComputedStyle(part(banner, '.title'));
    expect([title.letterSpacing, title.fontWeight, title.fontSize]).to.deep.equal(['normal', '600', '17px']);
    expect(getComputedStyle(part(banner, '.box')).width).to.equal('360px');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
  });
});
