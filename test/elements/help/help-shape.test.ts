import { expect, fixture, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../../../src/elements/tour/define-tour.js';
import type { SentierHelp } from '../../../src/elements/help/sentier-help.js';
import meta from '../../../stories/help/help.stories.js';
import { expectNoOverflow, launchOf, must, opened, press, seen, setupHelp, wordsOf } from './helpers.js';

const story = (args: object = {}) =>
  meta.render!({ ...meta.args, ...args } as never, {} as never) as TemplateResult;

/** Opens a subject and an article, so that all that can be seen has been seen. */
async function views(help: SentierHelp, check: (what: string) => Promise<void>): Promise<void> {
  await check('the button alone');
  const box = await opened(help);
  press(box, 'Messagerie');
  await check('the panel');
  const input = must<HTMLInputElement>(box, 'input');
  input.value = 'message';
  input.dispatchEvent(new InputEvent('input'));
  await waitUntil(() => wordsOf(must(box, '[role=status]')) === '2 résultats');
  await check('results');
  await opened(help, 'ecrire');
  await check('an article');
  press(box, 'Non');
  await check('an article that did not help');
  help.close();
}

/** Firefox cannot be made to print, WebKitGTK takes its media features at its start only: the test is left out there. */
async function emulate(test: Mocha.Context, features: Parameters<typeof emulateMedia>[0]): Promise<void> {
  try {
    await emulateMedia(features);
  } catch {
    test.skip();
  }
}

describe('the shape of help', () => {
  let undo: Parameters<typeof emulateMedia>[0] | undefined;
  afterEach(async () => {
    document.documentElement.removeAttribute('dir');
    document.body.style.removeProperty('background');
    if (undo) await emulateMedia(undo);
    undo = undefined;
    await setViewport({ width: 1000, height: 700 });
  });

  it('stands at the end of the line, which is left where the page reads from the right', async () => {
    for (const [dir, left] of [
      ['ltr', false],
      ['rtl', true],
    ] as const) {
      document.documentElement.dir = dir;
      const help = await setupHelp(story());
      expect(launchOf(help).getBoundingClientRect().left < innerWidth / 2, `button, ${dir}`).to.equal(left);
      const box = (await opened(help)).getBoundingClientRect();
      expect(left ? box.left : innerWidth - box.right, `panel, ${dir}`).to.equal(0);
      expect(box.width).to.equal(400);
      help.remove();
    }
  });

  for (const [width, height] of [
    [320, 568],
    [320, 256],
  ] as const)
    it(`fills a screen of ${width} × ${height} without a horizontal scroll`, async () => {
      const help = await setupHelp(story());
      // After: WebKitGTK 2.50 gives a new element the media queries of the last one that had its style sheet.
      await setViewport({ width, height });
      await waitUntil(() => innerWidth === width && launchOf(help).getBoundingClientRect().width <= 48);
      await views(help, async (what) => {
        if (what === 'the button alone') return;
        const box = await opened(help);
        const { left, top, right, bottom } = box.getBoundingClientRect();
        expect([left, top, right, bottom], what).to.deep.equal([0, 0, width, height]);
        expectNoOverflow(box);
        expect(must(box, '.content').clientHeight, 'room to read').to.be.at.least(height - 64);
      });
    });

  it('keeps its look on a page that resets everything and has a root of 10 px', async () => {
    const help = await setupHelp(story());
    const size = () => {
      const { width, height } = launchOf(help).getBoundingClientRect();
      return [width, height, getComputedStyle(launchOf(help)).fontSize];
    };
    const before = size();
    const hostile = document.createElement('style');
    hostile.textContent =
      'html { font-size: 62.5% } * { all: unset !important; box-sizing: content-box !important; letter-spacing: 9px }';
    document.head.append(hostile);
    const after = size();
    const box = await opened(help);
    expect(after).to.deep.equal(before);
    expect(box.getBoundingClientRect().width).to.equal(400);
    hostile.remove();
  });

  it('has its button under a card of ours and under the page’s dialogs', async () => {
    const help = await setupHelp(story());
    const { left, top, width, height } = launchOf(help).getBoundingClientRect();
    const card = await fixture<HTMLElement>(html`<div popover="manual">Une visite</div>`);
    card.style.cssText = 'position: fixed; inset: 0; width: auto; height: auto';
    expect(help.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2)).not.to.equal(null);
    card.showPopover();
    expect(document.elementFromPoint(left + width / 2, top + height / 2)).to.equal(card);
  });

  it('does not lie over what a tour shows, but for the tour that shows the button itself', async () => {
    await setViewport({ width: 320, height: 568 });
    const page = await fixture<HTMLElement>(html`<div><button id="target">Envoyer</button></div>`);
    const target = must(page, '#target');
    target.style.cssText = 'position: absolute; inset: auto 0 30px 0; height: 60px';
    const help = await setupHelp(story());
    const isSeen = () => getComputedStyle(launchOf(help)).opacity === '1';
    const tour = document.createElement('sentier-tour');
    tour.content = {
      steps: [
        { target: '#target', title: 'Ici' },
        { target: 'sentier-help >>> .launch', title: 'Et là' },
        { target: '#target', title: 'Encore' },
      ],
    };
    document.documentElement.append(tour);
    tour.start();
    for (const seen of [false, true, false]) {
      await waitUntil(() => isSeen() === seen, `seen: ${seen}`, { timeout: 8000 });
      if (!seen) {
        launchOf(help).focus();
        // WebKitGTK knows no focus in a window that is not in front.
        expect(isSeen(), 'what has the focus is seen').to.equal(launchOf(help).matches(':focus'));
        launchOf(help).blur();
      }
      tour.next();
    }
    await waitUntil(() => !tour.isOpen);
    await waitUntil(isSeen, 'back', { timeout: 8000 });
    tour.remove();
  });

  it('is not printed', async function () {
    const help = await setupHelp(story());
    expect(seen(launchOf(help))).to.equal('Aide');
    await emulate(this, { media: 'print' });
    undo = { media: 'screen' };
    expect(getComputedStyle(launchOf(help)).display).to.equal('none');
  });
});
