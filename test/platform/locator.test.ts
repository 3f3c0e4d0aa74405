import { expect, fixture, html } from '@open-wc/testing';
import type { Target } from '../../src/model/schema/common.js';
import { isFound, locate, prepareLocator } from '../../src/platform/locator.js';

class LocatorInner extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.id = 'deep';
    button.textContent = 'Au fond';
    root.append(button);
  }
}
class LocatorOuter extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const note = document.createElement('p');
    note.id = 'note';
    note.textContent = 'Dans l’ombre';
    root.append(note, document.createElement('locator-inner'));
  }
}
customElements.define('locator-inner', LocatorInner);
customElements.define('locator-outer', LocatorOuter);

const FRAME = `<button id='in'>Dedans</button>`;

const page = html`
  <style>
    .none {
      display: none;
    }
    .unseen {
      visibility: hidden;
    }
  </style>
  <main>
    <button id="one">Nouveau message</button>
    <button id="gone" class="none">Caché</button>
    <button id="ghost" class="unseen">Fantôme</button>
    <span id="empty"></span>
    <a class="twice none" href="#1" id="first-copy">Agenda</a
    ><a class="twice" href="#2" id="second-copy">Agenda</a> <i class="many" id="m1">1</i
    ><i class="many" id="m2">2</i>
    <div id=":r5:">React</div>
    <label for="name">Nom de l’élève</label><input id="name" /> <span id="lbl">Chercher</span
    ><input type="search" id="search" aria-labelledby="lbl" />
    <a href="#inbox" id="inbox"><b>Messages</b> <span>3</span></a>
    <button id="icon" aria-label="Fermer le volet"><svg></svg></button>
    <a href="#p" id="picture"><img alt="Profil" src="data:," /></a>
    <div role="tab" id="tab" tabindex="0">Notes</div>
    <h2 id="title">Cahier de textes</h2>
    <input type="submit" id="send" value="Envoyer" />
    <p id="words">Votre <em id="em">emploi du temps</em> est prêt.</p>
    <locator-outer id="outer"></locator-outer>
    <iframe id="frame" title="cadre" srcdoc=${FRAME}></iframe>
  </main>
`;

const rows: [name: string, target: Target, state: string, id?: string][] = [
  ['a selector', '#one', 'found', 'one'],
  ['nothing', '#nowhere', 'absent'],
  ['display: none', '#gone', 'hidden', 'gone'],
  ['visibility: hidden', '#ghost', 'hidden', 'ghost'],
  ['a box of no size', '#empty', 'hidden', 'empty'],
  ['the copy that is to be seen', '.twice', 'found', 'second-copy'],
  ['several', '.many', 'ambiguous', 'm1'],
  ['a React id, which CSS does not know', '#:r5:', 'absent'],
  ['a React id in its escaped form', '#\\:r5\\:', 'found', ':r5:'],
  ['a broken selector', 'div[', 'absent'],
  ['an empty selector', '', 'absent'],
  ['the fallback after a broken one', ['#a:r5:', '#one'], 'found', 'one'],
  ['the fallback after a hidden one', ['#gone', '#one'], 'found', 'one'],
  ['the first hidden one when all are', ['#nowhere', '#gone', '#ghost'], 'hidden', 'gone'],
  ['through a shadow root', '#outer >>> #note', 'found', 'note'],
  ['through each shadow root', 'locator-outer >>> locator-inner >>> button', 'found', 'deep'],
  ['through nested roots at once', '#outer >>> #deep', 'found', 'deep'],
  ['not through a root without >>>', '#outer #deep', 'absent'],
  ['a button by its words', { role: 'button', name: 'Nouveau message' }, 'found', 'one'],
  ['whatever the case and spaces', { role: 'button', name: '  nouveau  MESSAGE ' }, 'found', 'one'],
  ['a name among other words', { role: 'link', name: 'Messages' }, 'found', 'inbox'],
  ['aria-label', { role: 'button', name: 'Fermer le volet' }, 'found', 'icon'],
  ['an image’s alternative', { role: 'link', name: 'Profil' }, 'found', 'picture'],
  ['a label', { role: 'textbox', name: 'Nom de l’élève' }, 'found', 'name'],
  ['aria-labelledby', { role: 'searchbox', name: 'Chercher' }, 'found', 'search'],
  ['a role that is written', { role: 'tab', name: 'Notes' }, 'found', 'tab'],
  ['a role that is implied', { role: 'heading', name: 'Cahier de textes' }, 'found', 'title'],
  ['an input’s value', { role: 'button', name: 'Envoyer' }, 'found', 'send'],
  ['a role alone', { role: 'heading' }, 'found', 'title'],
  ['a role in a shadow root', { role: 'button', name: 'Au fond' }, 'found', 'deep'],
  ['a role of another element', { role: 'heading', name: 'Envoyer' }, 'absent'],
  ['words, innermost', { text: 'emploi du temps' }, 'found', 'em'],
  ['words in a shadow root', { text: 'Dans l’ombre' }, 'found', 'note'],
  ['words nowhere', { text: 'Introuvable' }, 'absent'],
  ['in a frame', { frame: '#frame', target: '#in' }, 'found', 'in'],
  ['in a frame by words', { frame: '#frame', target: { role: 'button', name: 'Dedans' } }, 'found', 'in'],
  ['in a frame that is not there', { frame: '#nowhere', target: '#in' }, 'absent'],
];

describe('locator', () => {
  beforeEach(async () => {
    const root = await fixture(html`<div>${page}</div>`);
    const frame = root.querySelector('iframe')!;
    if (!frame.contentDocument?.querySelector('#in'))
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    await prepareLocator();
  });

  for (const [name, target, state, id] of rows) {
    it(`finds ${name}: ${state}`, () => {
      const located = locate(target);
      expect(located.state).to.equal(state);
      expect(located.element?.id).to.equal(id);
    });
  }

  it('says whether there is something to point at', () => {
    expect([isFound('#one'), isFound('.many'), isFound('#gone'), isFound('#nowhere')]).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is not misled by a form control named as a method', async () => {
    await fixture(html`<form><img name="querySelectorAll" alt="" /></form>`);
    expect(locate('#one').state).to.equal('found');
  });
});
