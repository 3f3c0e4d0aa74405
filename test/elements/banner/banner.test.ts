import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/banner/define-banner.js';
import type { SentierBanner } from '../../../src/elements/banner/sentier-banner.js';
import type { SentierActionEvent } from '../../../src/elements/events/sentier-action-event.js';
import type { SentierSnoozeEvent } from '../../../src/elements/events/sentier-snooze-event.js';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import type { BannerContent, BannerPlace } from '../../../src/model/schema/banner.js';
import { Attention, Evenement, Nouveau } from '../../../stories/banner/banner.stories.js';
import { button, makeBanner, part, texts } from './helpers.js';

const NEW = Nouveau.args!.content as BannerContent;
const WARNING = Attention.args!.content as BannerContent;
const EVENT = Evenement.args!.content as BannerContent;

/** Events of a banner, by type, in the order they came. */
function record(banner: SentierBanner): string[] {
  const seen: string[] = [];
  for (const type of ['before-dismiss', 'dismiss', 'snooze', 'acknowledge', 'complete', 'action', 'show'])
    banner.addEventListener(`sentier-${type}`, () => seen.push(type));
  return seen;
}

describe('sentier-banner', () => {
  it('is a region named by its kind and its title', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const box = part(banner, '.box');
    expect(box.localName).to.equal('section');
    const names = box.getAttribute('aria-labelledby')!.split(' ');
    expect(names.map((id) => part(banner, `#${id}`).textContent)).to.deep.equal([
      'Nouveau',
      'La messagerie change',
    ]);
  });

  for (const [kind, word] of [
    ['information', 'Information'],
    ['new', 'Nouveau'],
    ['warning', 'Attention'],
    ['maintenance', 'Maintenance'],
    ['success', 'Bonne nouvelle'],
    ['event', 'Événement'],
  ] as const)
    it(`says "${word}" and shows an icon for ${kind}`, async () => {
      const banner = await makeBanner({ kind, title: 'Titre' }, 'inline');
      expect(part(banner, '.kind').textContent).to.equal(word);
      expect(part(banner, '.mark svg').getAttribute('aria-hidden')).to.equal('true');
    });

  it('keeps a way out where the button that would be the only one says nothing', async () => {
    const banner = await makeBanner(
      { title: 'Charte', leave: [], actions: [{ label: { fr: '' }, do: 'acknowledge' }] },
      'modal',
    );
    expect(button(banner, 'close').getClientRects().length).to.equal(1);
  });

  it('takes a kind that it does not know for an information', async () => {
    const banner = await makeBanner({ kind: 'constructor' as 'new', title: 'Titre' }, 'inline');
    expect(part(banner, '.kind').textContent).to.equal('Information');
  });

  it('renders the body as text and marks, never as HTML', async () => {
    const banner = await makeBanner({ body: 'Un **mot** <img src=x onerror=alert(1)>' }, 'inline');
    expect(part(banner, '.body strong').textContent).to.equal('mot');
    expect(banner.shadowRoot!.querySelector('img')).to.be.null;
  });

  it('closes with its button, and says so after asking', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const seen = record(banner);
    button(banner, 'close').click();
    expect(seen).to.deep.equal(['before-dismiss', 'dismiss']);
    expect(banner.hidden).to.be.true;
  });

  it('stays when the page vetoes its dismissal', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const seen = record(banner);
    banner.addEventListener('sentier-before-dismiss', (event) => event.preventDefault());
    button(banner, 'close').click();
    expect(seen).to.deep.equal(['before-dismiss']);
    expect(banner.hidden).to.be.false;
  });

  it('is not shown when the page vetoes its showing', async () => {
    const veto = (event: Event) => event.preventDefault();
    document.addEventListener('sentier-before-show', veto);
    const banner = await makeBanner(NEW, 'inline', false);
    document.removeEventListener('sentier-before-show', veto);
    expect(banner.hidden).to.be.true;
    expect(banner.shadowRoot!.querySelector('.box')).to.be.null;
  });

  it('is put off until the same hour tomorrow by the page', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const before = Date.now();
    setTimeout(() => banner.dismiss('later'));
    const { until } = await oneEvent<SentierSnoozeEvent>(banner, 'sentier-snooze');
    expect(until - before).to.be.within(864e5, 864e5 + 5000);
  });

  it('never comes again when told so', async () => {
    const banner = await makeBanner(EVENT, 'inline');
    const seen = record(banner);
    button(banner, 'never').click();
    expect(seen).to.deep.equal(['before-dismiss', 'dismiss']);
  });

  it('offers the ways out that its content names, in one order', async () => {
    expect(texts(await makeBanner(EVENT, 'inline'), 'button')).to.deep.equal([
      'Plus tard',
      'Ne plus afficher',
      'Fermer',
    ]);
    expect(texts(await makeBanner({ title: 'a' }, 'inline'), 'button')).to.deep.equal(['Fermer']);
    expect(texts(await makeBanner(WARNING, 'inline'), 'button')).to.deep.equal(['J’ai compris']);
  });

  it('never locks anybody in', async () => {
    const banner = await makeBanner({ title: 'a', leave: [] }, 'inline');
    expect(texts(banner, 'button')).to.deep.equal(['Fermer']);
  });

  it('records that it was acknowledged', async () => {
    const banner = await makeBanner(WARNING, 'inline');
    const seen = record(banner);
    button(banner, '0').click();
    expect(seen).to.deep.equal(['acknowledge']);
    expect(banner.hidden).to.be.true;
  });

  it('asks the engine for a tour, and goes', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const asked: string[] = [];
    banner.perform = (id) => (asked.push(id), Promise.resolve(true));
    const seen = record(banner);
    setTimeout(() => button(banner, '0').click());
    const event = await oneEvent<SentierActionEvent>(banner, 'sentier-action');
    expect([event.do, event.to, event.campaign]).to.deep.equal(['tour', 'messagerie-2026', 'essai']);
    await waitUntil(() => asked.length);
    expect(asked).to.deep.equal(['messagerie-2026']);
    expect(seen).to.deep.equal(['action', 'before-dismiss', 'complete']);
  });

  it('asks for an article by its place in help', async () => {
    const banner = await makeBanner(NEW, 'inline');
    setTimeout(() => button(banner, '1').click());
    const event = await oneEvent<SentierActionEvent>(banner, 'sentier-action');
    expect(event.to).to.equal('help/messagerie');
  });

  it('written by hand, asks the engine of the page through the context protocol', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const asked: string[] = [];
    const answer = (event: Event): void => {
      const { context, callback } = event as Event & { context: symbol; callback(service: object): void };
      if (context === Symbol.for('sentier.engine')) callback({ show: (id: string) => asked.push(id) });
    };
    window.addEventListener('context-request', answer);
    button(banner, '1').click();
    window.removeEventListener('context-request', answer);
    expect(asked).to.deep.equal(['help/messagerie']);
  });

  it('leaves an action to the page that takes it', async () => {
    const banner = await makeBanner(NEW, 'inline');
    let asked = 0;
    banner.perform = () => Promise.resolve(!!++asked);
    banner.addEventListener('sentier-action', (event) => event.preventDefault());
    button(banner, '0').click();
    expect(asked).to.equal(0);
    expect(banner.hidden).to.be.false;
  });

  it('makes real links, in the same window, that say nothing of where they come from', async () => {
    const banner = await makeBanner(EVENT, 'inline');
    const link = part(banner, '.actions a') as HTMLAnchorElement;
    expect(link.href).to.equal('https://example.org/inscription');
    expect(link.rel).to.equal('noopener noreferrer');
    expect(link.target).to.equal('');
  });

  it('leaves out actions that it cannot do', async () => {
    const actions: BannerContent['actions'] = [
      { label: 'a', do: 'link', to: 'javascript:alert(1)' },
      { label: 'b', do: 'calendar' },
      { label: 'c', do: 'tour' },
      { label: 'd', do: 'link', to: '/ici' },
    ];
    const banner = await makeBanner({ title: 'a', actions }, 'inline');
    expect(texts(banner, '.actions > *:not(slot)')).to.deep.equal(['d']);
    expect(part(banner, '.actions a').className).to.contain('primary');
  });

  it('marks texts with their own language and direction', async () => {
    const content = { title: { ar: 'مرحبا' }, body: { en: 'Hello' } };
    const banner = await makeBanner(content, 'inline', true, ['ar', 'fr']);
    expect(part(banner, '.root').dir).to.equal('rtl');
    expect(part(banner, '.root').lang).to.equal('fr');
    expect([part(banner, '.title').lang, part(banner, '.title').dir]).to.deep.equal(['ar', 'rtl']);
    expect([part(banner, '.body').lang, part(banner, '.body').dir]).to.deep.equal(['en', 'ltr']);
  });

  it('changes language with the interface, where it stands', async () => {
    const banner = await makeBanner({ kind: 'event', title: 'Titre' }, 'inline');
    await setInterfaceLocale(['en']);
    await waitUntil(() => part(banner, '.root').lang === 'en');
    await setInterfaceLocale(['fr']);
    await waitUntil(() => part(banner, '.kind').textContent === 'Événement');
  });

  it('gives no id twice', async () => {
    const banner = await makeBanner(NEW, 'inline');
    const ids = [...banner.shadowRoot!.querySelectorAll('[id]')].map((el) => el.id);
    expect(ids).to.deep.equal([...new Set(ids)]);
  });

  it('keeps keys and clicks made in it from the page, and the page its own', async () => {
    const banner = await makeBanner(NEW, 'inline');
    banner.innerHTML = '<button slot="actions">à la page</button>';
    let heard = '';
    const listen = (event: Event) => (heard += event.type);
    document.addEventListener('keydown', listen);
    document.addEventListener('click', listen);
    button(banner, 'close').focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.equal('');
    banner.querySelector('button')!.click();
    expect(heard).to.equal('click');
    document.removeEventListener('keydown', listen);
    document.removeEventListener('click', listen);
  });

  it('leaves to the page what it has in the slots, or around the banner, whatever that is worth', async () => {
    const around = await fixture(html`<div data-value="3"></div>`);
    const banner = await makeBanner(NEW, 'inline');
    banner.innerHTML = '<button slot="actions" value="0">à la page</button><b>son texte</b>';
    around.append(banner);
    await banner.updateComplete;
    const heard: string[] = [];
    for (const type of ['sentier-action', 'sentier-dismiss'])
      banner.addEventListener(type, (event) => heard.push(event.type));
    banner.querySelector('button')!.click();
    banner.querySelector('b')!.click();
    expect(heard).to.eql([]);
    expect(banner.hidden).to.equal(false);
  });

  it('takes content that was set before it was defined', async () => {
    // What an upgrade finds: an own property in the place of the accessor.
    class Late extends (customElements.get('sentier-banner') as typeof SentierBanner) {}
    const tag = 'x-late-banner';
    const waiting = document.createElement(tag) as SentierBanner;
    waiting.content = NEW;
    (await fixture(html`<div></div>`)).append(waiting);
    customElements.define(tag, Late);
    await waiting.updateComplete;
    expect(part(waiting, '.title').textContent).to.equal('La messagerie change');
  });

  describe('by hand', () => {
    const written = () =>
      fixture<SentierBanner>(
        html`<sentier-banner severity="info" heading="Bonjour" leave="close later" signature="La mairie"
          >Du <b>texte</b>. <a slot="actions" href="/menus">Menus</a></sentier-banner
        >`,
      );
    it('reads its attributes', async () => {
      const banner = await written();
      expect(part(banner, '.kind').textContent).to.equal('Information');
      expect(part(banner, '.title').textContent).to.equal('Bonjour');
      expect(part(banner, '.signature').textContent).to.equal('La mairie');
      expect(texts(banner, 'button')).to.deep.equal(['Plus tard', 'Fermer']);
    });
    it('shows what the page wrote in it', async () => {
      const banner = await written();
      expect(banner.querySelector('b')!.getClientRects().length).to.equal(1);
      expect(banner.querySelector('a')!.assignedSlot!.name).to.equal('actions');
    });
    it('follows a change of attribute', async () => {
      const banner = await written();
      banner.setAttribute('kind', 'warning');
      await banner.updateComplete;
      expect(part(banner, '.kind').textContent).to.equal('Attention');
    });
    it('stands in the language of the page around it', async () => {
      const outer = await fixture(
        html`<div lang="ar"><sentier-banner heading="مرحبا"></sentier-banner></div>`,
      );
      const banner = outer.querySelector<SentierBanner>('sentier-banner')!;
      await banner.updateComplete;
      expect(part(banner, '.title').lang).to.equal('ar');
      expect(part(banner, '.root').dir).to.equal('rtl');
    });
    it('comes back when the page shows it again', async () => {
      const banner = await written();
      button(banner, 'close').click();
      banner.hidden = false;
      await banner.updateComplete;
      expect(part(banner, '.box').getClientRects().length).to.equal(1);
    });
  });

  describe('announced', () => {
    for (const place of ['top', 'bottom', 'corner'] as const)
      it(`puts its words at ${place} into a polite live region that was there before`, async () => {
        const banner = await makeBanner(NEW, place, false);
        const region = part(banner, '[role=status]');
        expect(region.textContent).to.equal('');
        await oneEvent(banner, 'sentier-show');
        expect(part(banner, '[role=status]') === region).to.be.true;
        expect(region.textContent).to.contain('La messagerie change');
      });
    for (const place of ['inline', 'modal'] as const)
      it(`needs no live region when ${place}`, async () => {
        const banner = await makeBanner(NEW, place);
        expect(banner.shadowRoot!.querySelector('[role=status], [aria-live]')).to.be.null;
      });
    it('is never assertive', async () => {
      for (const place of ['top', 'bottom', 'inline', 'corner', 'modal'] as BannerPlace[]) {
        const banner = await makeBanner({ ...WARNING }, place);
        expect(banner.shadowRoot!.querySelector('[role=alert], [aria-live=assertive]'), place).to.be.null;
        banner.remove();
      }
    });
  });
});
