import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deepActiveElement } from '../../../src/platform/focus.js';
import type { BannerContent } from '../../../src/model/schema/banner.js';
import { Nouveau } from '../../../stories/banner/banner.stories.js';
import { button, makeBanner, part } from './helpers.js';

const NEW = Nouveau.args!.content as BannerContent;

/** Compares by name first: an element in a failed assertion is printed whole, which takes minutes. */
function expectFocus(wanted: Element): void {
  const active = deepActiveElement();
  expect(active?.outerHTML.slice(0, 80)).to.equal(wanted.outerHTML.slice(0, 80));
  expect(active === wanted).to.be.true;
}

/** A page with a button that has the focus, and a main part. */
async function page(): Promise<{ opener: HTMLElement; main: HTMLElement }> {
  const main = await fixture<HTMLElement>(html`<main><button>Ouvrir</button></main>`);
  const opener = main.querySelector('button')!;
  opener.focus();
  return { opener, main };
}

describe('sentier-banner and the keyboard', () => {
  for (const place of ['top', 'bottom', 'inline', 'corner'] as const)
    it(`takes no focus when it comes ${place}`, async () => {
      const { opener } = await page();
      await makeBanner(NEW, place);
      expectFocus(opener);
    });

  it('is walked through by Tab, actions first and close last', async () => {
    const banner = await makeBanner(NEW, 'inline');
    button(banner, '0').focus();
    for (const next of ['1', 'later', 'close']) {
      await sendKeys({ press: 'Tab' });
      expectFocus(button(banner, next));
    }
  });

  it('gives the focus back to what had it before', async () => {
    const { opener } = await page();
    const banner = await makeBanner(NEW, 'corner');
    button(banner, 'close').focus();
    await sendKeys({ press: 'Enter' });
    expectFocus(opener);
  });

  it('puts the focus at main when what had it is gone, and leaves nothing there', async () => {
    const { opener, main } = await page();
    const banner = await makeBanner(NEW, 'corner');
    button(banner, 'close').focus();
    opener.remove();
    await sendKeys({ press: 'Enter' });
    expectFocus(main);
    main.blur();
    expect(main.hasAttribute('tabindex')).to.be.false;
  });

  it('leaves the focus where it is when it closes without it', async () => {
    const { opener } = await page();
    const banner = await makeBanner(NEW, 'top');
    banner.dismiss('close');
    expectFocus(opener);
  });

  it('leaves its corner by Escape from inside, not from the page', async () => {
    const { opener } = await page();
    const banner = await makeBanner(NEW, 'corner');
    await sendKeys({ press: 'Escape' });
    expect(banner.hidden).to.be.false;
    button(banner, '0').focus();
    await sendKeys({ press: 'Escape' });
    expect(banner.hidden).to.be.true;
    expectFocus(opener);
  });

  it('stays in its corner on Escape when it may only be acknowledged', async () => {
    const banner = await makeBanner(
      { title: 'a', leave: [], actions: [{ label: 'b', do: 'acknowledge' }] },
      'corner',
    );
    button(banner, '0').focus();
    await sendKeys({ press: 'Escape' });
    expect(banner.hidden).to.be.false;
  });

  describe('over the page', () => {
    it('is a modal dialog; the focus goes to its title', async () => {
      await page();
      const banner = await makeBanner(NEW, 'modal');
      expect(part(banner, 'dialog').matches(':modal')).to.be.true;
      expectFocus(part(banner, 'h2'));
    });
    it('gives the focus to itself when it has no title', async () => {
      const banner = await makeBanner({ body: 'a' }, 'modal');
      expectFocus(part(banner, 'dialog'));
    });
    it('keeps the focus off the page', async () => {
      const { opener } = await page();
      const banner = await makeBanner(NEW, 'modal');
      for (let i = 0; i < 8; i++) {
        await sendKeys({ press: 'Tab' });
        expect(document.activeElement === opener).to.be.false;
      }
      expect(banner.hidden).to.be.false;
    });
    it('leaves by Escape and gives the focus back', async () => {
      const { opener } = await page();
      const banner = await makeBanner(NEW, 'modal');
      await sendKeys({ press: 'Escape' });
      expect(banner.hidden).to.be.true;
      expectFocus(opener);
    });
    it('leaves by Escape even when it may only be acknowledged', async () => {
      const banner = await makeBanner(
        { title: 'a', leave: [], actions: [{ label: 'b', do: 'acknowledge' }] },
        'modal',
      );
      await sendKeys({ press: 'Escape' });
      expect(banner.hidden).to.be.true;
    });
    it('stays when the page vetoes', async () => {
      const banner = await makeBanner(NEW, 'modal');
      banner.addEventListener('sentier-before-dismiss', (event) => event.preventDefault());
      await sendKeys({ press: 'Escape' });
      expect(banner.hidden).to.be.false;
      expect(part(banner, 'dialog').matches(':modal')).to.be.true;
    });
    it('leaves the page usable after it was taken out while open', async () => {
      const { opener } = await page();
      const banner = await makeBanner(NEW, 'modal');
      banner.remove();
      opener.focus();
      expectFocus(opener);
    });
  });
});
