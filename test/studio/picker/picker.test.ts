import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { deepActiveElement } from '../../../src/platform/focus.js';
import { pickElement } from '../../../src/studio/picker/pick-element.js';
import type { SentierPicker } from '../../../src/studio/picker/sentier-picker.js';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import { $, buttonIn, clickOn, focused, hover, press, within, wordsOf, waitUntil } from '../helpers.js';

/** Starts picking on the messages page, and notes what the page hears. */
async function picking(options: { withTree?: boolean } = {}) {
  const picked = pickElement(options);
  await waitUntil(() => document.querySelector('sentier-picker'));
  const picker = $<SentierPicker>('sentier-picker');
  await picker.updateComplete;
  await waitUntil(
    () => picker.shadowRoot!.querySelector('.layer')?.getClientRects().length,
    'the layer shows',
  );
  return { picked, picker };
}

function heard(...types: string[]): string[] {
  const log: string[] = [];
  for (const type of types)
    document.addEventListener(type, (event) => log.push(`${type} ${(event.target as Element).localName}`));
  return log;
}

const outlined = (picker: Element): string => wordsOf(within(picker, '.tip'));

describe('<sentier-picker>', () => {
  beforeEach(() => setViewport({ width: 1024, height: 700 }));
  afterEach(async () => {
    document.querySelectorAll('sentier-picker').forEach((one) => one.remove());
    await resetMouse();
  });

  it('outlines what the mouse is over, and picks it by a click that the page does not hear', async () => {
    await fixture(messagingPage());
    const log = heard('click', 'pointerdown', 'mousedown', 'mouseup');
    const button = $('#compose');
    const style = button.outerHTML;
    const { picked, picker } = await picking();
    await hover(button);
    await waitUntil(() => outlined(picker) === 'Bouton «\u00a0Nouveau message\u00a0»');
    const [box, target] = [within(picker, '.outline'), button].map((one) => one.getBoundingClientRect());
    expect(box!.left).to.be.closeTo(target!.left - 3, 1);
    expect(box!.width).to.be.closeTo(target!.width + 6, 1);
    expect(button.outerHTML, 'nothing is written on it').to.equal(style);
    await clickOn(button);
    const event = await picked;
    expect(event?.element).to.equal(button);
    expect(event?.parts[0]?.part).to.equal('#compose');
    expect(log, 'heard by the page').to.deep.equal([]);
    expect(document.querySelector('sentier-picker')).to.equal(null);
  });

  it('takes the control around an icon, and the box around it by arrow up', async () => {
    await fixture(
      html`<main id="zone" style="padding: 40px">
        <button id="avec-icone">
          <svg width="40" height="40"><rect width="40" height="40"></rect></svg>
        </button>
      </main>`,
    );
    const { picked, picker } = await picking();
    await hover($('rect'));
    await waitUntil(() => outlined(picker).includes('Bouton'));
    await press('ArrowUp');
    await waitUntil(() => outlined(picker).includes('#zone'));
    await press('ArrowDown');
    await waitUntil(() => outlined(picker).includes('Bouton'));
    await press('ArrowUp', 'Enter');
    expect((await picked)?.element.id).to.equal('zone');
  });

  it('leaves by Escape, and gives the focus back', async () => {
    await fixture(messagingPage());
    $('#search').focus();
    const { picked } = await picking();
    expect(deepActiveElement()).not.to.equal($('#search'));
    await press('Escape');
    expect(await picked).to.equal(undefined);
    expect(document.activeElement).to.equal($('#search'));
  });

  it('sees into shadow roots', async () => {
    await fixture(messagingPage());
    const archive = $('#mails').shadowRoot!.querySelector('#archive-1')!;
    const { picked } = await picking();
    await clickOn(archive);
    const event = await picked;
    expect(event?.element).to.equal(archive);
    expect(event?.parts[0]?.part).to.equal('#mails >>> #archive-1');
  });

  it('sees into a frame of the same origin, whose own handlers hear nothing', async () => {
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe
        title="Appli"
        width="400"
        height="200"
        srcdoc="&lt;body style='margin:30px'&gt;&lt;button id='dedans' onclick='this.textContent=1'&gt;Dedans&lt;/button&gt;"
      ></iframe>`,
    );
    await waitUntil(() => frame.contentDocument?.querySelector('#dedans'));
    const inner = frame.contentDocument!.querySelector('#dedans')!;
    const { x, y, width, height } = inner.getBoundingClientRect();
    const outer = frame.getBoundingClientRect();
    const { picked } = await picking();
    const { sendMouse } = await import('@web/test-runner-commands');
    const at: [number, number] = [
      Math.round(outer.x + frame.clientLeft + x + width / 2),
      Math.round(outer.y + frame.clientTop + y + height / 2),
    ];
    await sendMouse({ type: 'move', position: at });
    await sendMouse({ type: 'click', position: at });
    const event = await picked;
    expect(event?.element).to.equal(inner);
    expect(inner.textContent).to.equal('Dedans');
  });

  it('works while the page has a modal dialog open', async () => {
    await fixture(messagingPage());
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    const { picked, picker } = await picking();
    expect(dialog.contains(picker)).to.be.true;
    await clickOn($('#to'));
    expect((await picked)?.element).to.equal($('#to'));
    expect(dialog.open).to.be.true;
    dialog.close();
  });

  it('Escape leaves the picking, not the page’s dialog', async () => {
    await fixture(messagingPage());
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    const { picked } = await picking();
    await press('Escape');
    expect(await picked).to.equal(undefined);
    expect(dialog.open).to.be.true;
    dialog.close();
  });

  it('lets the page scroll under it by the wheel, inner boxes first', async () => {
    await fixture(messagingPage());
    const list = $('#mails').shadowRoot!.querySelector('ul')!;
    const { picker } = await picking();
    await hover(list);
    const { x, y } = list.getBoundingClientRect();
    within(picker, '.layer').dispatchEvent(
      new WheelEvent('wheel', {
        deltaY: 60,
        clientX: x + 20,
        clientY: y + 20,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    expect(list.scrollTop).to.equal(60);
    expect(scrollY).to.equal(0);
  });

  describe('by keyboard', () => {
    it('goes through the page as a tree, and picks by Enter', async () => {
      await fixture(messagingPage());
      const { picked, picker } = await picking({ withTree: true });
      await waitUntil(() => focused().includes('En-tête') || focused().includes('Zone'));
      expect(within(picker, '[role=tree]').getAttribute('aria-label')).to.equal('Éléments de la page');
      await sendKeys({ type: 'b' });
      await waitUntil(() => focused() === 'Bouton «\u00a0Nouveau message\u00a0»', focused());
      expect(outlined(picker)).to.equal('Bouton «\u00a0Nouveau message\u00a0»');
      await press('Enter');
      expect((await picked)?.element.id).to.equal('compose');
    });

    it('opens and closes boxes by the arrows, into a shadow root', async () => {
      await fixture(messagingPage());
      const { picked } = await picking({ withTree: true });
      await waitUntil(() => focused() !== '');
      // Opens what is closed, then goes down, until it is there.
      for (let i = 0; i < 40 && !focused().includes('#mails'); i++) await press('ArrowRight', 'ArrowDown');
      for (let i = 0; i < 8 && !focused().includes('Archiver'); i++) await press('ArrowRight', 'ArrowDown');
      const inside = focused();
      expect(inside).to.include('Archiver');
      await press('Enter');
      const element = (await picked)!.element;
      expect(element.getRootNode() === $('#mails').shadowRoot, inside).to.be.true;
    });

    it('scrolls what a row speaks of into sight', async () => {
      await fixture(messagingPage());
      await picking({ withTree: true });
      await waitUntil(() => focused() !== '');
      await press('End');
      await waitUntil(() => scrollY > 0, 'the page never scrolled');
    });

    it('opens the list from its button', async () => {
      await fixture(messagingPage());
      const { picker } = await picking();
      expect(focused()).to.equal('Liste');
      await press('Enter');
      await waitUntil(() => picker.shadowRoot!.querySelector('[role=tree]'));
    });
  });

  it('is accessible, with the list open', async () => {
    await fixture(messagingPage());
    const { picker } = await picking({ withTree: true });
    await waitUntil(() => focused() !== '');
    await expect(picker).to.be.accessible();
  });

  it('fits a phone: nothing wider than the screen, and its button takes what was outlined', async () => {
    await setViewport({ width: 320, height: 568 });
    await fixture(messagingPage());
    const { picked, picker } = await picking();
    await hover($('#compose'));
    await waitUntil(() => outlined(picker) !== '');
    await picker.updateComplete;
    const bar = within(picker, '.bar').getBoundingClientRect();
    expect(bar.left).to.be.at.least(0);
    expect(bar.right).to.be.at.most(320);
    buttonIn(picker, 'Choisir').click();
    expect((await picked)?.element.id).to.equal('compose');
  });
});
