import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SentierBanner } from '../../../src/elements/banner/sentier-banner.js';
import type { BannerContent } from '../../../src/model/schema/banner.js';
import {
  FicheEvenement,
  ImageDansUnCoin,
  Permanente,
  PriseDeConnaissance,
} from '../../../stories/banner/banner.stories.js';
import { button, makeBanner, part, texts } from './helpers.js';

const CHARTER = PriseDeConnaissance.args!.content as BannerContent;
const EVENT = FicheEvenement.args!.content as BannerContent;
const missing = (banner: SentierBanner): string => part(banner, '.missing').textContent;
const focused = (banner: SentierBanner): Element | null => banner.shadowRoot!.activeElement;
const memoryOf = (kept: Map<string, string>) => ({
  get: (key: string) => kept.get(key),
  set: (key: string, value: string | undefined) =>
    void (value === undefined ? kept.delete(key) : kept.set(key, value)),
});
/** Hears what came of it. */
function heard(banner: SentierBanner): string[] {
  const log: string[] = [];
  for (const type of ['acknowledge', 'snooze', 'dismiss', 'complete'])
    banner.addEventListener(`sentier-${type}`, () => log.push(type));
  return log;
}

describe('acknowledging', () => {
  it('asks for the text first, then for the box, then counts', async () => {
    const banner = await makeBanner(CHARTER, 'modal');
    const log = heard(banner);
    button(banner, '0').click();
    expect(missing(banner)).to.equal('Lisez d’abord le texte jusqu’au bout.');
    const body = part(banner, '.body');
    expect(focused(banner)).to.equal(body);
    body.scrollTop = body.scrollHeight;
    await oneEvent(body, 'scroll');
    button(banner, '0').click();
    expect(missing(banner)).to.equal('Cochez d’abord la case.');
    expect(focused(banner)).to.equal(part(banner, '.tick input'));
    part(banner, '.tick input').click();
    expect(missing(banner)).to.equal('');
    button(banner, '0').click();
    expect(log).to.deep.equal(['acknowledge']);
    expect(banner.hidden).to.be.true;
  });

  it('ties what is missing to the box that is, and to no other', async () => {
    const banner = await makeBanner({ ...CHARTER, body: 'Court.' }, 'modal');
    const tick = part(banner, '.tick input');
    const says = () =>
      ['required', 'invalid', 'describedby'].map((name) => tick.getAttribute(`aria-${name}`));
    expect(says()).to.deep.equal(['true', null, null]);
    button(banner, '0').click();
    expect(says()).to.deep.equal(['true', 'true', 'missing']);
    expect(part(banner, '#missing').textContent).to.equal('Cochez d’abord la case.');
    tick.click();
    expect(says()).to.deep.equal(['true', 'false', '']);
  });

  it('lets the text be scrolled to its end by keyboard', async () => {
    const banner = await makeBanner(CHARTER, 'modal');
    const body = part(banner, '.body');
    body.focus();
    await sendKeys({ press: 'End' });
    await waitUntil(() => body.scrollTop + body.clientHeight > body.scrollHeight - 8);
    button(banner, '0').click();
    await waitUntil(() => missing(banner) === 'Cochez d’abord la case.');
  });

  it('does not ask to scroll what is read as it stands', async () => {
    const banner = await makeBanner({ ...CHARTER, body: 'Deux mots.' }, 'modal');
    part(banner, '.tick input').click();
    const log = heard(banner);
    button(banner, '0').click();
    expect(log).to.deep.equal(['acknowledge']);
  });

  it('wants the document opened, and knows it still on the next page', async () => {
    const content: BannerContent = { ...CHARTER, acknowledge: { after: 'opened' } };
    const kept = new Map<string, string>();
    const make = async () => {
      const banner = await makeBanner(content, 'inline', false);
      banner.memory = memoryOf(kept);
      banner.content = { ...content };
      await banner.updateComplete;
      return banner;
    };
    const banner = await make();
    button(banner, '0').click();
    expect(missing(banner)).to.equal('Ouvrez d’abord le document.');
    const link = part(banner, 'a.button');
    expect(focused(banner)).to.equal(link);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect([...kept.values()]).to.deep.equal(['1']);
    banner.remove();
    const later = await make();
    const log = heard(later);
    button(later, '0').click();
    expect(log).to.deep.equal(['acknowledge']);
    expect(kept.size).to.equal(0);
  });

  it('says that it is no signature, and leaves a way to do it later', async () => {
    const banner = await makeBanner(CHARTER, 'modal');
    expect(texts(banner, '.proof')[0]).to.match(/n’a pas valeur de signature/);
    expect(texts(banner, 'button')).to.deep.equal(['Je confirme', 'Plus tard']);
  });
});

describe('an event', () => {
  it('says when, where, for whom, in a list, with a leaf of the calendar', async () => {
    const banner = await makeBanner(EVENT, 'inline');
    banner.setAttribute('time-zone', 'Europe/Paris');
    expect(texts(banner, 'dt')).to.deep.equal(['Quand', 'Où', 'Lien', 'Pour']);
    expect(texts(banner, 'dd')[0]).to.match(/^jeudi 17 septembre 2026/);
    expect(texts(banner, '.leaf')).to.deep.equal(['sept.17']);
    expect(part(banner, '.leaf').getAttribute('aria-hidden')).to.equal('true');
  });

  it('has a file made in the page saved, and stays', async () => {
    const banner = await makeBanner(EVENT, 'inline');
    const saved: string[] = [];
    const { createObjectURL } = URL;
    const clicked: string[] = [];
    const stop = (event: Event) => {
      const link = event.composedPath()[0] as HTMLAnchorElement;
      if (link.download) clicked.push(link.download);
    };
    addEventListener('click', stop);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => saved.push(text));
      return '#';
    };
    try {
      button(banner, 'calendar').click();
      await waitUntil(() => saved.length === 1);
    } finally {
      URL.createObjectURL = createObjectURL;
      removeEventListener('click', stop);
    }
    expect(saved[0]).to.match(/SUMMARY:Réunion de rentrée des CM2\r\n/);
    expect(saved[0]).to.match(/UID:essai@/);
    expect(clicked, 'nobody’s click listener hears of it').to.deep.equal([]);
    expect(banner.hidden).to.be.false;
  });

  it('has no calendar for a date that nobody can read', async () => {
    const banner = await makeBanner({ ...EVENT, event: { start: 'bientôt' } }, 'inline');
    expect(banner.shadowRoot!.querySelector('.leaf, [value=calendar]')).to.be.null;
  });
});

describe('"later"', () => {
  const CHOICES: BannerContent = { title: 'Un mot', leave: ['close', 'later'] };

  it('offers an hour, a day, a week, and takes one', async () => {
    const banner = await makeBanner(CHOICES, 'inline');
    banner.now = () => 1_000_000;
    const later = button(banner, 'later');
    later.click();
    await waitUntil(() => banner.shadowRoot!.querySelector('.choices'));
    expect(later.getAttribute('aria-expanded')).to.equal('true');
    expect(texts(banner, '.choices button')).to.deep.equal([
      'Dans 1 heure',
      'Demain',
      'La semaine prochaine',
    ]);
    expect(focused(banner)?.textContent).to.equal('Dans 1 heure');
    const snoozed = oneEvent(banner, 'sentier-snooze');
    (focused(banner) as HTMLElement).click();
    expect(((await snoozed) as unknown as { until: number }).until).to.equal(1_000_000 + 36e5);
    expect(banner.hidden).to.be.true;
  });

  it('folds away by Escape, which closes nothing else, and the focus returns', async () => {
    const banner = await makeBanner(CHOICES, 'corner');
    const log = heard(banner);
    button(banner, 'later').click();
    await waitUntil(() => banner.shadowRoot!.querySelector('.choices'));
    await sendKeys({ press: 'Escape' });
    expect(banner.shadowRoot!.querySelector('.choices')).to.be.null;
    expect(focused(banner)).to.equal(button(banner, 'later'));
    expect(log).to.deep.equal([]);
  });

  it('takes the only choice that is left at once', async () => {
    const banner = await makeBanner({ ...CHOICES, later: ['P1D', '2020-01-01'] }, 'inline');
    const snoozed = oneEvent(banner, 'sentier-snooze');
    button(banner, 'later').click();
    expect(((await snoozed) as unknown as { until: number }).until).to.be.above(Date.now());
  });
});

describe('a banner that stays', () => {
  it('has no way out where it is permanent, and one all the same over the page', async () => {
    const banner = await makeBanner(Permanente.args!.content as BannerContent, 'top');
    banner.toggleAttribute('permanent', true);
    await banner.updateComplete;
    expect(texts(banner, 'button')).to.deep.equal([]);
    banner.place = 'corner';
    await banner.updateComplete;
    await waitUntil(() => texts(banner, 'button')[0] === 'Fermer');
  });

  it('sticks at the top only when asked to, at the bottom unless told not to', async () => {
    const stuck = async (place: 'top' | 'bottom', sticky?: boolean) => {
      const banner = await makeBanner({ title: 'a', ...(sticky !== undefined && { sticky }) }, place);
      const is = getComputedStyle(part(banner, '.at')).position === 'sticky';
      banner.remove();
      return is;
    };
    expect(await stuck('top')).to.be.false;
    expect(await stuck('top', true)).to.be.true;
    expect(await stuck('bottom')).to.be.true;
    expect(await stuck('bottom', false)).to.be.false;
  });

  it('has its picture above a card’s words', async () => {
    const banner = await makeBanner(ImageDansUnCoin.args!.content as BannerContent, 'corner');
    const picture = part(banner, '.picture').getBoundingClientRect();
    expect(picture.bottom).to.be.at.most(part(banner, '.words').getBoundingClientRect().top);
    expect(part(banner, '.picture').getAttribute('alt')).to.equal('Des élèves sur un sentier');
  });
});
