import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import type { SentierHelp } from '../../../src/elements/help/sentier-help.js';
import { HELP } from '../../../stories/help/help-fixtures.js';
import { AuPresDUnChamp } from '../../../stories/help/hint.stories.js';
import { RICH } from '../../../stories/help/rich-help.js';
import {
  boxOf,
  expectNoOverflow,
  must,
  opened,
  panelOf,
  settled,
  setupHelp,
  setupHint,
  wordsOf,
} from './helpers.js';

/** All that help can show: what the plan of the stories has, and the article with everything an article may have. */
const ALL = { ...HELP, ...RICH, articles: [...(HELP.articles ?? []), ...(RICH.articles ?? [])] };

interface Shown {
  scheme?: string;
  locales?: readonly string[];
}

const DEFAULTS = { width: 1000, height: 700 };

/** Goes through all views of the panel, and asks `check` of each. */
async function views(help: SentierHelp, check: (view: string) => Promise<void>): Promise<void> {
  const search = async (words: string) => {
    const input = must<HTMLInputElement>(boxOf(help), '#query');
    input.value = words;
    input.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => wordsOf(must(boxOf(help), '[role=status]')), `« ${words} » is counted`, {
      timeout: 5000,
    });
  };
  await check('the button alone');
  const box = await opened(help);
  must(box, 'summary').click();
  await waitUntil(() => box.querySelector('details[open] .row'), 'a subject is unfolded');
  await check('the start');
  await search('message');
  await check('results');
  await search('licorne');
  await check('nothing found');
  await opened(help, 'riche');
  await waitUntil(() => box.querySelector('.file'), 'what goes with the article', { timeout: 5000 });
  await check('an article');
  must(box, '.answers button:last-child').click();
  await panelOf(help).updateComplete;
  await check('an article that did not help');
  await opened(help, 'report');
  const form = () => box.querySelector('sentier-help-report')?.shadowRoot;
  await waitUntil(() => form()?.querySelector('form'), 'the report', { timeout: 5000 });
  await check('the report');
  must(must(box, 'sentier-help-report').shadowRoot!, 'button.primary').click();
  await waitUntil(() => form()?.querySelector('#missing')?.textContent, 'what is missing is said');
  await check('the report sent empty');
  must(box, '.back').click();
  await waitUntil(() => box.querySelector('#title')?.getClientRects().length, 'back');
  await check('back at the article');
  help.close();
}

let isEmulated = false;
async function emulate(features: Parameters<typeof emulateMedia>[0]): Promise<void> {
  await emulateMedia(features);
  isEmulated = true;
}

/** What a person may have set; what they may have done, sent something empty or gone back, is among the views. */
const VARIANTS: [
  name: string,
  prepare: () => unknown,
  shown?: Shown,
  size?: { width: number; height: number },
][] = [
  ['desktop', () => undefined],
  ['phone', () => undefined, {}, { width: 320, height: 568 }],
  ['tablet', () => undefined, {}, { width: 768, height: 1024 }],
  ['forced colours', () => emulate({ forcedColors: 'active' })],
  ['reduced motion', () => emulate({ reducedMotion: 'reduce' })],
  ['dark', () => document.body.style.setProperty('background', '#101216'), { scheme: 'dark' }],
  ['200 % text', () => document.documentElement.style.setProperty('--sentier-font-size', '32px')],
  [
    '200 % text on a phone',
    () => document.documentElement.style.setProperty('--sentier-font-size', '32px'),
    {},
    { width: 320, height: 568 },
  ],
  ['right to left', () => (document.documentElement.dir = 'rtl')],
  [
    'Arabic',
    async () => {
      document.documentElement.dir = 'rtl';
      await setInterfaceLocale(['ar']);
    },
    { locales: ['ar', 'fr'] },
  ],
  ['English', () => setInterfaceLocale(['en']), { locales: ['en', 'fr'] }],
];

describe('help in every variant: axe finds nothing, and nothing is cut off', function () {
  this.timeout(60_000);
  afterEach(async () => {
    for (const left of document.querySelectorAll('sentier-help, sentier-hint')) left.remove();
    document.documentElement.removeAttribute('dir');
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    if (isEmulated) await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    isEmulated = false;
    await setInterfaceLocale(['fr']);
    await setViewport(DEFAULTS);
  });

  for (const [name, prepare, { scheme = 'light', locales = ['fr'] } = {}, size = DEFAULTS] of VARIANTS) {
    it(`the panel: ${name}`, async function () {
      const help = await setupHelp(
        html`<sentier-help .content=${ALL} .locales=${locales} scheme=${scheme}></sentier-help>`,
      );
      try {
        await prepare();
      } catch {
        this.skip(); // WebKitGTK takes its media features at its start only, Firefox has no forced colours to ask for.
      }
      await setViewport(size);
      await waitUntil(() => innerWidth === size.width);
      await views(help, async (view) => {
        await expect(help, view).to.be.accessible();
        if (view !== 'the button alone') expectNoOverflow(boxOf(help));
      });
    });

    it(`a hint: ${name}`, async function () {
      const hint = await setupHint(html`<div>${(AuPresDUnChamp.render as () => TemplateResult)()}</div>`);
      try {
        await prepare();
      } catch {
        this.skip();
      }
      await setViewport(size);
      await waitUntil(() => innerWidth === size.width);
      hint.setAttribute('scheme', scheme);
      must(hint.shadowRoot!, '.mark').click();
      await hint.updateComplete;
      const bubble = must(hint.shadowRoot!, '.bubble');
      await settled(bubble);
      await expect(hint).to.be.accessible();
      const { left, right } = bubble.getBoundingClientRect();
      expect([left >= 0, right <= size.width], 'the bubble is whole').to.deep.equal([true, true]);
    });
  }
});
