import { expect, fixture, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { SentierHint } from '../../../src/elements/help/sentier-hint.js';
import { deepActiveElement } from '../../../src/platform/focus.js';
import { fakeEngine, HELP, provide } from '../../../stories/help/help-fixtures.js';
import { AuPresDUnChamp, DansLeTexte } from '../../../stories/help/hint.stories.js';
import { isOpen, must, press, seen, setupHint } from './helpers.js';

const inText = () => html`<div>${(DansLeTexte.render as () => TemplateResult)()}</div>`;
const beside = () => html`<div>${(AuPresDUnChamp.render as () => TemplateResult)()}</div>`;

const markOf = (hint: SentierHint): HTMLElement => must(hint.shadowRoot!, '.mark');
const bubbleOf = (hint: SentierHint): HTMLElement => must(hint.shadowRoot!, '.bubble');
const isShown = (hint: SentierHint): boolean => bubbleOf(hint).getClientRects().length > 0;
const centreOf = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

describe('<sentier-hint>', () => {
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [1, 1] });
    await setViewport({ width: 1000, height: 700 });
  });

  it('is a button named after the field that it explains', async () => {
    const hint = await setupHint(inText());
    const mark = markOf(hint);
    expect(mark.localName).to.equal('button');
    expect(mark.getAttribute('aria-label')).to.equal('Aide\u00a0: Note');
    expect(mark.getAttribute('aria-expanded')).to.equal('false');
    expect(mark.getAttribute('aria-controls')).to.equal(bubbleOf(hint).id);
  });

  it('is at least 24 px wide and high', async () => {
    const { width, height } = markOf(await setupHint(inText())).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('opens by Enter and Space, and closes by them', async () => {
    const hint = await setupHint(inText());
    markOf(hint).focus();
    for (const [key, shown] of [
      ['Enter', true],
      ['Enter', false],
      [' ', true],
      [' ', false],
    ] as const) {
      await sendKeys({ press: key });
      await hint.updateComplete;
      expect(isShown(hint), `${key}: ${shown}`).to.equal(shown);
      expect(markOf(hint).getAttribute('aria-expanded')).to.equal(String(shown));
    }
  });

  it('does not open when the pointer passes over it or the focus comes to it', async () => {
    const hint = await setupHint(inText());
    await sendMouse({ type: 'move', position: centreOf(markOf(hint)) });
    markOf(hint).focus();
    await nextFrame();
    expect(isShown(hint)).to.equal(false);
  });

  it('opens by a click, and Escape closes it with the focus on its mark', async () => {
    const hint = await setupHint(inText());
    await sendMouse({ type: 'click', position: centreOf(markOf(hint)) });
    await waitUntil(() => isShown(hint));
    expect(hint.textContent).to.include('La note est sur 20');
    await sendKeys({ press: 'Escape' });
    await hint.updateComplete;
    expect(isShown(hint)).to.equal(false);
    expect(deepActiveElement()).to.equal(markOf(hint));
  });

  it('stays while it is pointed at, even when the focus goes on; closes when it is left', async () => {
    const page = await fixture<HTMLElement>(html`<div>${inText()}<button id="next">Suite</button></div>`);
    const hint = page.querySelector('sentier-hint')!;
    await hint.updateComplete;
    markOf(hint).click();
    await hint.updateComplete;
    await sendMouse({ type: 'move', position: centreOf(bubbleOf(hint)) });
    must(page, '#next').focus();
    await hint.updateComplete;
    expect(isShown(hint), 'pointed at').to.equal(true);
    await sendMouse({ type: 'move', position: [900, 600] });
    await nextFrame();
    expect(isShown(hint), 'the pointer merely left').to.equal(true);
    markOf(hint).focus();
    must(page, '#next').focus();
    await hint.updateComplete;
    expect(isShown(hint), 'left for another control').to.equal(false);
  });

  it('closes by a press elsewhere in the page, which the page gets', async () => {
    const hint = await setupHint(inText());
    markOf(hint).click();
    await hint.updateComplete;
    let presses = 0;
    document.addEventListener('pointerdown', () => presses++, { once: true });
    await sendMouse({ type: 'click', position: [900, 600] });
    await hint.updateComplete;
    expect([isShown(hint), presses]).to.deep.equal([false, 1]);
  });

  it('stands beside its target, and covers no control', async () => {
    const hint = await setupHint(beside());
    const field = document.querySelector('#to')!;
    await waitUntil(() => {
      const mark = markOf(hint).getBoundingClientRect();
      const box = field.getBoundingClientRect();
      return (
        Math.abs(mark.left - box.right - 6) < 1 &&
        Math.abs((mark.top + mark.bottom - box.top - box.bottom) / 2) < 2
      );
    }, 'after the field, in its middle');
    expect(markOf(hint).getAttribute('aria-label')).to.equal('Aide\u00a0: Destinataire');
  });

  it('follows its target in an inner scroller, and hides with it', async () => {
    await fixture<HTMLElement>(
      html`<div>
        <div id="scroller">
          <div id="tall"><input id="inner" aria-label="Classe" /></div>
        </div>
        <sentier-hint target="#inner">Choisissez une classe.</sentier-hint>
      </div>`,
    );
    const scroller = document.querySelector<HTMLElement>('#scroller')!;
    scroller.style.cssText = 'height: 120px; overflow: auto; margin-top: 200px';
    must(scroller, '#tall').style.cssText = 'height: 800px; padding-top: 40px';
    const hint = document.querySelector('sentier-hint')!;
    await waitUntil(() => hint.shadowRoot?.querySelector('.mark.floating'));
    const off = () => centreOf(markOf(hint))[1] - centreOf(must(scroller, '#inner'))[1];
    await waitUntil(() => Math.abs(off()) < 2, 'beside it');
    scroller.scrollTop = 30;
    await waitUntil(() => Math.abs(off()) < 2, 'follows');
    scroller.scrollTop = 400;
    await waitUntil(() => markOf(hint).hidden, 'hides');
    scroller.scrollTop = 0;
    await waitUntil(() => !markOf(hint).hidden && Math.abs(off()) < 2, 'is back');
  });

  it('goes with its target, and comes back with it', async () => {
    const hint = await setupHint(beside());
    const field = document.querySelector('#to')!;
    const parent = field.parentElement!;
    field.remove();
    await waitUntil(() => !hint.shadowRoot!.querySelector('.mark'), 'gone', { timeout: 5000 });
    parent.append(field);
    await waitUntil(() => hint.shadowRoot!.querySelector('.mark'), 'back', { timeout: 5000 });
  });

  it('joins its words to a field’s own descriptions, and leaves these as they were', async () => {
    const hint = await setupHint(beside());
    const field = document.querySelector('#to')!;
    const before = '<input id="to" aria-describedby="to-more" size="20">';
    await waitUntil(() => field.getAttribute('aria-describedby') !== 'to-more');
    const [own, ours] = field.getAttribute('aria-describedby')!.split(' ');
    expect(own).to.equal('to-more');
    expect(document.getElementById(ours!)!.textContent).to.include('Un nom, un groupe ou une classe');
    // The page changes its own while ours is there.
    field.setAttribute('aria-describedby', `to-more ${ours} to-error`);
    hint.remove();
    expect(field.getAttribute('aria-describedby')).to.equal('to-more to-error');
    field.setAttribute('aria-describedby', 'to-more');
    expect(field.outerHTML).to.equal(before);
    expect(document.getElementById(ours!)).to.equal(null);
  });

  it('writes nothing on what is no field', async () => {
    const page = await fixture<HTMLElement>(html`<div><button id="send">Envoyer</button></div>`);
    const hint = document.createElement('sentier-hint');
    hint.setAttribute('target', '#send');
    hint.textContent = 'Part tout de suite.';
    const before = must(page, '#send').outerHTML;
    page.append(hint);
    await waitUntil(() => hint.shadowRoot!.querySelector('.mark.floating'));
    markOf(hint).click();
    await hint.updateComplete;
    expect(must(page, '#send').outerHTML).to.equal(before);
  });

  it('comes after its target in the order of Tab, wherever it is written', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><button id="a">A</button><input id="b" aria-label="B" /><button id="c">C</button></div>`,
    );
    const hint = document.createElement('sentier-hint');
    hint.setAttribute('target', '#b');
    hint.textContent = 'Ce qu’est B';
    document.documentElement.append(hint);
    await waitUntil(() => hint.shadowRoot?.querySelector('.mark.floating'));
    const names: string[] = [];
    const name = () =>
      names.push(deepActiveElement()?.id || (deepActiveElement() === markOf(hint) ? 'mark' : '?'));
    must(page, '#a').focus();
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await sendKeys({ press: key });
      name();
    }
    hint.remove();
    expect(names.join(' ')).to.equal('b mark c mark b a');
  });

  it('is hidden while its target is under a bar of the page that stays in place', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <header id="bar">Barre</header>
        <p><button id="under">Sous la barre</button></p>
        <div id="rest"></div>
      </div>`,
    );
    must(page, '#bar').style.cssText = 'position: sticky; top: 0; height: 80px; background: #eee; z-index: 5';
    must(page, '#rest').style.cssText = 'height: 3000px';
    const hint = document.createElement('sentier-hint');
    hint.setAttribute('target', '#under');
    hint.textContent = 'Un mot';
    document.documentElement.append(hint);
    await waitUntil(() => hint.shadowRoot?.querySelector('.mark.floating:not([hidden])'), 'in sight');
    scrollTo(0, must(page, '#under').getBoundingClientRect().top + scrollY - 30);
    await waitUntil(() => markOf(hint).hidden, 'hidden under the bar');
    scrollTo(0, 0);
    await waitUntil(() => !markOf(hint).hidden, 'back');
    hint.remove();
  });

  it('goes into the page’s modal dialog with its target, and back', async () => {
    const dialog = await fixture<HTMLDialogElement>(
      html`<dialog><label for="in">Nom</label><input id="in" /></dialog>`,
    );
    const hint = document.createElement('sentier-hint');
    hint.roams = true;
    hint.content = { id: 'h', target: '#in', body: 'Le nom du dossier.' };
    document.documentElement.append(hint);
    dialog.showModal();
    await waitUntil(() => hint.parentElement === dialog, 'inside', { timeout: 4000 });
    await waitUntil(() => hint.shadowRoot?.querySelector('.mark.floating'), 'beside its target');
    markOf(hint).focus();
    expect(deepActiveElement()).to.equal(markOf(hint));
    dialog.close();
    await waitUntil(() => hint.parentElement === document.documentElement, 'outside again');
    hint.remove();
  });

  it('opens by the key of help pressed in its field', async () => {
    const hint = await setupHint(beside());
    const help = document.querySelector('sentier-help')!;
    must(document as unknown as ParentNode, '#to').focus();
    await waitUntil(async () => {
      await sendKeys({ press: 'Shift+F1' });
      return isShown(hint);
    }, 'the hint first');
    expect(isOpen(help)).to.equal(false);
    await sendKeys({ press: 'Shift+F1' });
    await waitUntil(() => isOpen(help), 'then the panel', { timeout: 8000 });
    help.close();
  });

  it('asked for in a field of a dialog: said, closed by Escape before the dialog, and the focus stays in the field', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <dialog>
          <label for="in-dialog">Note</label> <input id="in-dialog" />
          <sentier-hint for="in-dialog">Sur <strong>20</strong>.</sentier-hint>
        </dialog>
        <sentier-help .content=${HELP}></sentier-help>
      </div>`,
    );
    const dialog = page.querySelector('dialog')!;
    const hint = page.querySelector('sentier-hint')!;
    dialog.showModal();
    await hint.updateComplete;
    const region = bubbleOf(hint).closest('[role=status]')!;
    expect(region.getClientRects().length && isShown(hint), 'empty before').to.not.equal(true);
    const field = must(page, '#in-dialog');
    field.focus();
    const heard: string[] = [];
    dialog.addEventListener('keydown', ({ key }) => heard.push(key));
    await waitUntil(async () => {
      await sendKeys({ press: 'Shift+F1' });
      return isShown(hint);
    }, 'opens');
    expect(bubbleOf(hint).closest('[role=status]'), 'what speaks was there before').to.equal(region);
    expect(deepActiveElement(), 'one goes on typing').to.equal(field);
    heard.length = 0;
    await sendKeys({ press: 'Escape' });
    expect([isShown(hint), dialog.open, deepActiveElement(), heard]).to.deep.equal([false, true, field, []]);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog.open, 'the next one is the dialog’s');
  });

  it('opened from its field it closes when the field is left, but for what is in it', async () => {
    const page = await fixture<HTMLElement>(html`<div>${beside()}<button id="next">Suite</button></div>`);
    const hint = page.querySelector('sentier-hint')!;
    await waitUntil(() => hint.shadowRoot?.querySelector('.mark.floating:not([hidden])'));
    must(page, '#to').focus();
    hint.show();
    const names: string[] = [];
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Tab', 'Tab']) {
      await sendKeys({ press: key });
      const at = deepActiveElement()!;
      names.push(`${at.id || at.classList[0]} ${isShown(hint)}`);
    }
    expect(names).to.deep.equal(['mark true', 'read true', 'mark true', 'read true', 'next false']);
  });

  it('does not stop Tab where its mark is out of sight', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><input id="seen" aria-label="B" /><button id="next">Suite</button></div>`,
    );
    const hint = document.createElement('sentier-hint');
    hint.setAttribute('target', '#seen');
    hint.textContent = 'Ce qu’est B';
    page.append(hint);
    await waitUntil(() => hint.shadowRoot?.querySelector('.mark.floating:not([hidden])'));
    markOf(hint).hidden = true;
    must(page, '#seen').focus();
    await sendKeys({ press: 'Tab' });
    expect(deepActiveElement()?.id).to.equal('next');
  });

  it('is joined to another field, in other words, when the page says so', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <label for="n1">Note</label><input id="n1" /><label for="n2">Coefficient</label><input id="n2" />
        <sentier-hint for="n1">Sur 20.</sentier-hint>
      </div>`,
    );
    const hint = page.querySelector('sentier-hint')!;
    const [n1, n2] = [must(page, '#n1'), must(page, '#n2')];
    const saidAt = (field: Element) =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
    await waitUntil(() => saidAt(n1) === 'Sur 20.');
    hint.setAttribute('for', 'n2');
    await hint.updateComplete;
    expect([n1.hasAttribute('aria-describedby'), saidAt(n2)]).to.deep.equal([false, 'Sur 20.']);
    expect(markOf(hint).getAttribute('aria-label')).to.equal('Aide\u00a0: Coefficient');
    hint.firstChild!.textContent = 'De 1 à 5.';
    await waitUntil(() => saidAt(n2) === 'De 1 à 5.', 'written anew');
    hint.content = { id: 'h', body: 'De 1 à 9.' } as never;
    await hint.updateComplete;
    expect(saidAt(n2)).to.equal('De 1 à 9.');
    expect(hint.querySelectorAll('[slot=description]').length).to.equal(1);
  });

  it('is joined to a field that comes later, or is drawn anew', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <sentier-hint for="late">Sur 20.</sentier-hint>
        <p></p>
      </div>`,
    );
    const hint = page.querySelector('sentier-hint')!;
    await hint.updateComplete;
    const place = must(page, 'p');
    for (const name of ['Note', 'Moyenne']) {
      place.innerHTML = `<label for="late">${name}</label><input id="late">`;
      const field = must(page, '#late');
      await waitUntil(() => field.hasAttribute('aria-describedby'), name);
      await hint.updateComplete;
      expect(markOf(hint).getAttribute('aria-label')).to.equal(`Aide\u00a0: ${name}`);
    }
    hint.remove();
    expect(must(page, '#late').hasAttribute('aria-describedby')).to.equal(false);
  });

  it('as a beacon it rests by itself, and at once for who wants no motion', async () => {
    const hint = await setupHint(inText());
    hint.setAttribute('look', 'beacon');
    await hint.updateComplete;
    const { animationIterationCount, animationDuration } = getComputedStyle(markOf(hint), '::after');
    expect(Number(animationIterationCount) * parseFloat(animationDuration)).to.be.below(5);
    markOf(hint).click();
    await hint.updateComplete;
    expect(getComputedStyle(markOf(hint), '::after').animationName).to.equal('none');
  });

  it('opens the article in the page’s help, written by hand', async () => {
    const hint = await setupHint(beside());
    markOf(hint).click();
    await hint.updateComplete;
    press(bubbleOf(hint), 'Lire l’article');
    const help = document.querySelector('sentier-help')!;
    await waitUntil(() => isOpen(help), 'help opens');
    await waitUntil(() => deepActiveElement()?.textContent === 'Écrire à toute une classe');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => deepActiveElement() === markOf(hint), 'the focus is back on the mark');
  });

  it('asks the engine for the article, and says nothing of one that is not for this person', async () => {
    for (const [article, asked] of [
      ['ecrire', ['help/ecrire']],
      ['conseil', []],
    ] as const) {
      const engine = fakeEngine(undefined, { user: { profiles: ['guardian'] } });
      const page = await fixture<HTMLElement>(html`<div></div>`);
      provide(page, engine);
      const hint = document.createElement('sentier-hint');
      hint.article = article;
      hint.textContent = 'Pour en savoir plus';
      page.append(hint);
      await hint.updateComplete;
      markOf(hint).click();
      await hint.updateComplete;
      if (asked.length) press(bubbleOf(hint), 'Lire l’article');
      else expect(bubbleOf(hint).querySelector('.read')).to.equal(null);
      expect(engine.shown).to.deep.equal([...asked]);
    }
  });

  it('says that it opened and closed', async () => {
    const hint = await setupHint(inText());
    const shown = oneEvent(hint, 'sentier-show');
    markOf(hint).click();
    await shown;
    const gone = oneEvent(hint, 'sentier-dismiss');
    markOf(hint).click();
    await gone;
  });

  it('is whole on a screen of 320 × 256', async () => {
    await setViewport({ width: 320, height: 256 });
    const hint = await setupHint(beside());
    markOf(hint).click();
    await hint.updateComplete;
    const { left, top, right, bottom } = bubbleOf(hint).getBoundingClientRect();
    expect(Math.min(left, top)).to.be.at.least(0);
    expect(right).to.be.at.most(320);
    expect(bottom).to.be.at.most(256);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(seen(bubbleOf(hint)).length + hint.textContent.length).to.be.above(10);
  });

  it('has its title in its bubble where that is all that it says', async () => {
    const hint = document.createElement('sentier-hint');
    hint.content = { id: 'h', title: 'Le nouveau cahier de textes' } as NonNullable<typeof hint.content>;
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.append(hint);
    await hint.updateComplete;
    markOf(hint).click();
    await hint.updateComplete;
    expect(seen(bubbleOf(hint))).to.include('Le nouveau cahier de textes');
  });
});
