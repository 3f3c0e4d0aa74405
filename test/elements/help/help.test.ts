import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ContextEvent } from '@lit/context';
import { html } from 'lit';
import type { engineContext } from '../../../src/elements/context/services.js';
import type { SentierAnswerEvent } from '../../../src/elements/events/sentier-answer-event.js';
import type { SentierErrorEvent } from '../../../src/elements/events/sentier-error-event.js';
import type { SentierStepEvent } from '../../../src/elements/events/sentier-step-event.js';
import type { SentierHelp } from '../../../src/elements/help/sentier-help.js';
import { CONTEXT, HELP, PLAN, fakeEngine, provide } from '../../../stories/help/help-fixtures.js';
import type { FakeEngine } from '../../../stories/help/help-fixtures.js';
import meta, { EcriteEnHTML, Vide } from '../../../stories/help/help.stories.js';
import {
  boxOf,
  focused,
  focusReaches,
  isOpen,
  launchOf,
  must,
  opened,
  press,
  searchHasFocus,
  seen,
  setupHelp,
  tabTo,
  wordsOf,
} from './helpers.js';

const story = (args: object = {}) =>
  meta.render!({ ...meta.args, ...args } as never, {} as never) as ReturnType<typeof html>;

/** A page where the script runs, with a help element of its own. */
async function inEngine(engine: FakeEngine = fakeEngine()): Promise<SentierHelp> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  provide(page, engine);
  const help = document.createElement('sentier-help');
  page.append(help);
  await help.updateComplete;
  return help;
}

describe('<sentier-help>', () => {
  afterEach(() => {
    for (const left of document.querySelectorAll('sentier-help')) left.remove();
  });

  describe('by keyboard', () => {
    it('goes the whole way: open, search, read, answer, back, leave', async () => {
      const help = await setupHelp(story());
      launchOf(help).focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => isOpen(help));
      await searchHasFocus();
      const box = boxOf(help);
      await sendKeys({ type: 'élève' });
      await waitUntil(() => wordsOf(must(box, '[role=status]')) === '1 résultat');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await focusReaches('J’ai oublié mon mot de passe');
      await tabTo('Oui');
      await sendKeys({ press: 'Enter' });
      await focusReaches('Merci de votre réponse.');
      press(box, 'Retour');
      await waitUntil(() => focused().startsWith('J’ai oublié mon mot de passe'), 'the row that led there');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isOpen(help));
      await focusReaches('Aide');
      await waitUntil(() => help.shadowRoot!.activeElement === launchOf(help));
    });

    it('closes by Escape from the search field, and remembers what was asked', async () => {
      const help = await setupHelp(story());
      const box = await opened(help);
      must(box, 'input').focus();
      await sendKeys({ type: 'photo' });
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isOpen(help));
      await opened(help);
      expect(must<HTMLInputElement>(box, 'input').value).to.equal('photo');
      expect(seen(box)).to.include('Joindre une photo');
    });

    it('does not take the focus away from the page when it is closed from there', async () => {
      const page = await fixture(html`<div><input id="host" /></div>`);
      const help = await setupHelp(story());
      await opened(help);
      must(page, '#host').focus();
      help.close();
      await waitUntil(() => !isOpen(help));
      await help.updateComplete;
      expect(document.activeElement?.id).to.equal('host');
    });

    it('gives the focus to its button where nothing had it before, and where what had it is gone', async () => {
      const page = await fixture(html`<div><button id="host">Ouvrir</button></div>`);
      const help = await setupHelp(story());
      for (const opener of ['nothing', 'one that goes']) {
        (document.activeElement as HTMLElement | null)?.blur();
        const host = page.querySelector<HTMLElement>('#host');
        if (opener !== 'nothing') host!.focus();
        await opened(help);
        await searchHasFocus();
        if (opener !== 'nothing') host!.remove();
        await sendKeys({ press: 'Escape' });
        await waitUntil(() => help.shadowRoot!.activeElement === launchOf(help), opener);
      }
    });

    it('gives the focus to the page’s main part where there is no button either', async () => {
      await fixture(html`<main id="main">Le travail</main>`);
      const help = await setupHelp(story({ withoutButton: true }));
      (document.activeElement as HTMLElement | null)?.blur();
      await opened(help);
      await searchHasFocus();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => document.activeElement?.id === 'main');
    });

    it('keeps its keys from the page', async () => {
      const help = await setupHelp(story());
      const box = await opened(help);
      const heard: string[] = [];
      const listen = (event: KeyboardEvent) => heard.push(event.key);
      document.addEventListener('keydown', listen);
      must(box, 'input').focus();
      await sendKeys({ type: 'h' });
      document.removeEventListener('keydown', listen);
      expect(heard).to.deep.equal([]);
    });
  });

  describe('its panel', () => {
    it('leaves the page usable: no modal dialog, nothing inert', async () => {
      const page = await fixture(html`<div><button id="host">Envoyer</button></div>`);
      const help = await setupHelp(story());
      const box = await opened(help);
      let clicks = 0;
      const host = must(page, '#host');
      host.addEventListener('click', () => clicks++);
      const { left, top } = host.getBoundingClientRect();
      expect(document.elementFromPoint(left + 4, top + 4)).to.equal(host);
      host.focus();
      await sendKeys({ press: 'Enter' });
      expect(clicks).to.equal(1);
      expect(isOpen(help)).to.equal(true);
      expect(box.localName).to.equal('aside');
      expect(box.getAttribute('role')).to.equal(null);
      expect(document.querySelector('[inert],[aria-hidden=true]')).to.equal(null);
    });

    it('says how many results there are in a region that was there before', async () => {
      const help = await setupHelp(story());
      const box = await opened(help);
      const status = must(box, '[role=status]');
      expect(wordsOf(status)).to.equal('');
      must(box, 'input').focus();
      const rows: [string, string][] = [
        ['message', '2 résultats'],
        ['accuse', 'Aucun résultat'],
        ['trombone', '1 résultat'],
      ];
      for (const [query, said] of rows) {
        const input = must<HTMLInputElement>(box, 'input');
        input.value = query;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await waitUntil(() => wordsOf(status) === said, `${query}: ${said}, not ${wordsOf(status)}`);
      }
      expect(must(box, '[role=status]')).to.equal(status);
    });

    it('shows the way on where nothing is found', async () => {
      const help = await setupHelp(story());
      const box = await opened(help);
      must(box, 'input').focus();
      await sendKeys({ type: 'licorne' });
      await waitUntil(() => seen(box).includes('Aucun résultat'));
      expect(seen(box)).to.include('Essayez un autre mot').and.to.include('Tous les sujets');
      expect(seen(box)).to.include('Mme Bernard');
    });

    it('teaches when it is empty', async () => {
      const help = await setupHelp(story(Vide.args));
      expect(seen(await opened(help))).to.include('Aucun article n’est encore écrit pour vous');
    });

    it('opens at an article, and at where one was otherwise', async () => {
      const help = await setupHelp(story());
      const box = await opened(help, 'devoirs');
      await focusReaches('Voir les devoirs de la semaine');
      help.close();
      await waitUntil(() => !isOpen(help));
      await opened(help);
      expect(seen(box)).to.include('Choisissez la semaine');
    });

    it('opens at its start for an article that is not for this person', async () => {
      const help = await inEngine(fakeEngine(PLAN, { ...CONTEXT, user: { profiles: ['pupil'] } }));
      const box = await opened(help, 'conseil');
      await searchHasFocus();
      expect(seen(box)).to.include('Pour cette page').and.not.to.include('appréciation');
    });

    it('does not open where the page says no', async () => {
      const help = await setupHelp(story());
      help.addEventListener('sentier-before-show', (event) => event.preventDefault());
      await help.open();
      expect(isOpen(help)).to.equal(false);
    });

    it('says what is read and what helped, and whom to ask when it did not', async () => {
      const help = await setupHelp(story());
      const step = oneEvent(help, 'sentier-step') as Promise<SentierStepEvent>;
      const box = await opened(help, 'ecrire');
      expect((await step).step).to.equal('ecrire');
      expect(seen(box)).not.to.include('Mme Bernard');
      await focusReaches('Écrire à toute une classe');
      const answer = oneEvent(help, 'sentier-answer') as Promise<SentierAnswerEvent>;
      press(box, 'Non');
      expect((await answer).answers).to.deep.equal({ ecrire: 'no' });
      await focusReaches('Que lui manque-t-il\u202f?');
      expect(seen(box)).to.include('Mme Bernard');
    });

    it('marks texts in another language with their own language and direction', async () => {
      const help = await setupHelp(story({ locales: ['ar', 'fr'] }));
      const box = await opened(help, 'devoirs');
      const title = must(box, '#title');
      expect([title.lang, title.dir]).to.deep.equal(['ar', 'rtl']);
      const body = must(box, '.body');
      expect([body.lang, body.dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('reaches people by mail and by phone', async () => {
      const box = await opened(await inEngine());
      const links = [...box.querySelectorAll<HTMLAnchorElement>('.contacts a')].map(({ href }) => href);
      expect(links).to.deep.equal(['mailto:referent.ent@ecole-des-tilleuls.fr', 'tel:0123456789']);
    });
  });

  describe('with the engine', () => {
    it('shows what is for this page and this person', async () => {
      const box = await opened(await inEngine());
      const here = must(box, '.rows');
      expect([...here.querySelectorAll('button')].map(wordsOf)).to.deep.equal([
        'Écrire à toute une classe',
        'Joindre une photo ou un document',
        'Savoir qui a lu mon message',
      ]);
      expect([...box.querySelectorAll('summary')].map(wordsOf)).to.deep.equal([
        'Messagerie (3)',
        'Cahier de textes (2)',
        'Notes (1)',
        'En général (1)',
      ]);
      expect(seen(box)).not.to.include('Référent du collège');
    });

    it('follows the page from one opening to the next', async () => {
      const engine = fakeEngine();
      const help = await inEngine(engine);
      await opened(help);
      help.close();
      await waitUntil(() => !isOpen(help));
      engine.path = '/messagerie/envoyes';
      const box = await opened(help);
      await waitUntil(() => wordsOf(must(box, '.rows button')) === 'Savoir qui a lu mon message');
    });

    it('hears of an engine that answers late', async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const answers: (() => void)[] = [];
      page.addEventListener('context-request', (event) => {
        event.stopPropagation();
        answers.push(() => (event as ContextEvent<typeof engineContext>).callback(fakeEngine()));
      });
      const help = document.createElement('sentier-help');
      page.append(help);
      expect(help.selected.articles).to.deep.equal([]);
      for (const answer of answers) answer();
      expect(help.selected.here).to.equal(3);
    });

    it('takes a tour again: the panel goes, the engine is asked', async () => {
      const engine = fakeEngine();
      const help = await inEngine(engine);
      press(await opened(help), 'Découvrir la nouvelle messagerie');
      await waitUntil(() => engine.shown.length === 1);
      expect(engine.shown).to.deep.equal(['messagerie-2026']);
      expect(isOpen(help)).to.equal(false);
    });
  });

  it('works written by hand, without script or plan', async () => {
    const help = await setupHelp((EcriteEnHTML.render as () => ReturnType<typeof html>)());
    const box = await opened(help, 'note');
    expect(seen(box)).to.include('Une note est sur 20.');
    expect(must(box, '.body strong').textContent).to.equal('sur 20');
  });

  it('says that what was written by hand is no JSON, and stays usable', async () => {
    const help = await setupHelp(
      html`<sentier-help
        ><script type="application/json">
          { oups
        </script></sentier-help
      >`,
    );
    const failed = oneEvent(help, 'sentier-error') as Promise<SentierErrorEvent>;
    await opened(help);
    expect((await failed).error).to.be.instanceOf(SyntaxError);
    expect(isOpen(help)).to.equal(true);
  });

  it('twice on a page there is one button, and either opens the one panel', async () => {
    const first = await setupHelp(story());
    const second = await setupHelp(story());
    expect(second.shadowRoot!.querySelector('.launch')).to.equal(null);
    await second.open();
    await waitUntil(() => isOpen(first));
    first.remove();
    await waitUntil(() => second.shadowRoot!.querySelector('.launch'), 'the other takes its place');
  });

  it('is one same place for its button on every page, unless the page says another', async () => {
    const rows: [place: string, left: boolean, top: boolean][] = [
      ['bottom-end', false, false],
      ['bottom-start', true, false],
      ['top-end', false, true],
      ['top-start', true, true],
    ];
    for (const [place, left, top] of rows) {
      const help = await setupHelp(story({ place }));
      const box = launchOf(help).getBoundingClientRect();
      expect(box.left < innerWidth / 2, place).to.equal(left);
      expect(box.top < innerHeight / 2, place).to.equal(top);
      expect(box.height).to.be.at.least(44);
      help.remove();
    }
  });

  it('leaves nothing in the page when it goes', async () => {
    const before = document.documentElement.outerHTML;
    const help = document.createElement('sentier-help');
    help.content = HELP;
    document.documentElement.append(help);
    await opened(help);
    help.remove();
    expect(document.documentElement.outerHTML).to.equal(before);
  });
});
