import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HelpSource } from '../../../src/elements/help/help-source.js';
import { fillPaper } from '../../../src/elements/help/print-article.js';
import type { SentierHelp } from '../../../src/elements/help/sentier-help.js';
import { deepActiveElement } from '../../../src/platform/focus.js';
import { CONTEXT, fakeEngine, PLAN, provide } from '../../../stories/help/help-fixtures.js';
import { RICH } from '../../../stories/help/rich-help.js';
import {
  boxOf,
  isOpen,
  launchOf,
  must,
  opened,
  panelOf,
  press,
  searchHasFocus,
  seen,
  setupHelp,
  wordsOf,
} from './helpers.js';

type Draft = Parameters<NonNullable<HelpSource['send']>>[0];

const rich = () => setupHelp(html`<sentier-help .content=${RICH} .locales=${['fr']}></sentier-help>`);

/** The form for a problem, once it is there. */
async function reportFormOf(help: SentierHelp): Promise<ShadowRoot> {
  await opened(help, 'report');
  const root = () => boxOf(help).querySelector('sentier-help-report')?.shadowRoot;
  await waitUntil(() => root()?.querySelector('form'), 'the report is drawn');
  return root()!;
}

describe('help, article by article', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('dir');
    for (const left of document.querySelectorAll('sentier-help')) left.remove();
    await setViewport({ width: 1000, height: 700 });
  });

  it('has steps, files with type, weight and language, the day it was read again, and what to go on with', async () => {
    const box = await opened(await rich(), 'riche');
    await waitUntil(() => box.querySelector('.file'), 'files come with their own chunk', { timeout: 5000 });
    expect([...box.querySelectorAll('.steps > li')].length).to.equal(2);
    expect(must(box, '.file').textContent).to.equal('Mémo (PDF, 1,2 Mo, français)');
    expect(seen(box)).to.include('Relu le 5 octobre 2026').and.to.include('À lire aussi');
    press(box, 'Un autre article');
    await waitUntil(() => seen(box).includes('Rien de plus'));
    press(box, 'Retour');
    await waitUntil(() => seen(box).includes('25 Mo'));
    box.querySelector<HTMLElement>('[aria-label="Page suivante de l’aide"]')!.click();
    await waitUntil(() => seen(box).includes('Rien de plus'), 'forward again');
  });

  it('is read in simple words, or in another language, as the person chooses', async () => {
    const help = await rich();
    const box = await opened(help, 'riche');
    press(box, 'Lire en langage simplifié');
    await waitUntil(() => seen(box).includes('Vous pouvez joindre un fichier.'));
    expect(help.session.get('help-simple')).to.equal('on');
    press(box, 'English');
    await waitUntil(() => seen(box).includes('25 MB'));
    expect(must(box, '#title').lang).to.equal('en');
  });

  it('says plainly that its text is not there, and offers to try again', async () => {
    const box = await opened(await rich(), 'ailleurs');
    await waitUntil(() => seen(box).includes('n’a pas pu être chargé'), 'said', { timeout: 5000 });
    expect(seen(box)).to.include('Réessayer');
  });

  it('leaves a film, a voice and the focus as they are when the page or the count of news is said again', async () => {
    const transcript = 'Ouvrez un message.';
    const captions = { src: '/film.vtt', lang: 'fr' };
    const film = { kind: 'video', src: '/film.mp4', title: 'Joindre', transcript, captions };
    const [first, ...rest] = RICH.articles!;
    const content = { ...RICH, articles: [{ ...first!, media: [film] }, ...rest] } as typeof RICH;
    const help = await setupHelp(html`<sentier-help .content=${content} unread="2"></sentier-help>`);
    const box = await opened(help, 'riche');
    await waitUntil(() => box.querySelector('.extras video'), 'the film', { timeout: 5000 });
    const extras = () => [...must(box, '.extras').children, ...must(box, '.more-tools').children];
    const before = extras();
    const print = [...must(box, '.more-tools').querySelectorAll('button')].at(-1)!;
    print.focus();
    let drawn = 0;
    const { refresh } = help;
    for (const act of [
      () => refresh.call(help),
      () => help.setAttribute('unread', '2'),
      () => help.setAttribute('unread', '3'),
      () => (help.content = structuredClone(content)),
    ]) {
      act();
      await help.updateComplete;
      await panelOf(help).updateComplete;
      expect(extras(), `${++drawn}`).to.deep.equal(before);
      expect(deepActiveElement(), `${drawn}`).to.equal(print);
    }
    // What it is made of did change.
    help.content = { ...content, articles: [{ ...first!, media: [] }, ...rest] };
    await waitUntil(() => !must(box, '.extras').contains(before[0]!), 'drawn anew');
  });

  it('asks why it did not help, and sends one answer with the reason', async () => {
    const help = await rich();
    const sent: Draft[] = [];
    help.send = (draft) => (sent.push(draft), Promise.resolve('sent'));
    const box = await opened(help, 'riche');
    press(box, 'Non');
    await panelOf(help).updateComplete;
    expect(sent).to.deep.equal([]);
    must<HTMLInputElement>(box, '[value=missing]').checked = true;
    must<HTMLTextAreaElement>(box, '.why textarea').value = 'Et le poids\u202f?';
    press(must(box, '.why'), 'Envoyer');
    await waitUntil(() => sent.length === 1);
    const { type, data } = sent[0]!;
    expect(type).to.equal('response');
    expect(data).to.deep.equal({
      article: 'riche',
      answers: { helpful: 'no', why: 'missing', words: 'Et le poids\u202f?' },
    });
  });

  it('asks why in one group, without whom to ask, and finds no fault before one has sent', async () => {
    const box = await opened(await rich(), 'riche');
    press(box, 'Non');
    await waitUntil(() => box.querySelector('.why'));
    const why = must(box, '.why');
    expect(why.closest('[role=group]')).to.equal(null);
    expect(why.parentElement!.querySelector('.contacts')).to.equal(null);
    expect(box.querySelector('article .contacts')).not.to.equal(null);
    const faults = () =>
      [...why.querySelectorAll('[type=radio]')].map((one) => one.getAttribute('aria-invalid'));
    expect(faults()).to.deep.equal(['false', 'false', 'false', 'false']);
    press(why, 'Envoyer');
    // From here on it is what the browser says of them.
    expect(faults()).to.deep.equal([null, null, null, null]);
  });

  it('counts a "no" left without a reason, once', async () => {
    const help = await rich();
    const sent: Draft[] = [];
    help.send = (draft) => (sent.push(draft), Promise.resolve('sent'));
    press(await opened(help, 'riche'), 'Non');
    help.close();
    expect(sent.map(({ data }) => (data['answers'] as { helpful: string }).helpful)).to.deep.equal(['no']);
  });

  it('is printed alone: words and steps, no control', async () => {
    const help = await rich();
    await opened(help, 'riche');
    const paper = document.implementation.createHTMLDocument();
    fillPaper(paper, panelOf(help).shadowRoot!);
    expect(paper.title).to.equal('Joindre un fichier');
    expect(paper.querySelectorAll('button').length).to.equal(0);
    expect(paper.body.textContent).to.include('25 Mo').and.to.include('Ouvrez un message');
  });

  it('tells whom to ask, by subject', async () => {
    const box = await opened(await rich());
    const select = must<HTMLSelectElement>(box, 'select');
    select.value = 'Absences';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => !seen(must(box, '.contacts')).includes('Référente'));
    expect(seen(must(box, '.contacts'))).to.include('Vie scolaire');
  });

  it('says subjects in the language that they are written in', async () => {
    const help = await setupHelp(
      html`<sentier-help .content=${RICH} .locales=${['ar', 'fr']}></sentier-help>`,
    );
    const one = must<HTMLOptionElement>(await opened(help), 'option[value=Absences]');
    expect([one.lang, one.dir, one.text]).to.deep.equal(['fr', 'ltr', 'Absences']);
  });
});

describe('the report of a problem', () => {
  afterEach(() => {
    for (const left of document.querySelectorAll('sentier-help')) left.remove();
  });

  it('shows what will be sent, lets it be changed, sends it whole, and gives a number', async () => {
    const help = await rich();
    const sent: Draft[] = [];
    help.send = (draft) => (sent.push(draft), Promise.resolve('waiting'));
    const root = await reportFormOf(help);
    press(root, 'Envoyer');
    await waitUntil(() => root.querySelector('#missing')?.textContent?.includes('Dites en quelques mots'));
    must<HTMLTextAreaElement>(root, 'textarea').value = 'Le bouton ne répond pas';
    must<HTMLInputElement>(root, '[name=page]').value = '/autre/';
    must<HTMLInputElement>(root, '[name=browser]').value = '';
    press(root, 'Envoyer');
    await waitUntil(() => root.querySelector('#outcome'));
    const { type, id, data } = sent[0]!;
    expect(type).to.equal('support');
    expect(data).to.include({ text: 'Le bouton ne répond pas', page: '/autre/', category: 'broken' });
    expect(data).not.to.have.property('browser');
    expect(root.querySelector('.number')?.textContent).to.equal(
      `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase(),
    );
    expect(root.querySelector('#outcome')?.textContent).to.include('gardé sur cet appareil');
  });

  it('names no group that the person took out or changed, by no way', async () => {
    const user = { profiles: ['teacher'], degrees: ['1d'], schools: ['0750001A'] };
    for (const [field, value, groups] of [
      ['page', '/autre/', { profile: 'teacher', school: '0750001A' }],
      ['profile', '', { school: '0750001A' }],
      ['school', '0750002B', { profile: 'teacher' }],
    ] as const) {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      provide(page, fakeEngine(PLAN, { ...CONTEXT, user }));
      const help = document.createElement('sentier-help');
      page.append(help);
      const sent: Draft[] = [];
      help.send = (draft) => (sent.push(draft), Promise.resolve('sent'));
      const root = await reportFormOf(help);
      must<HTMLTextAreaElement>(root, 'textarea').value = 'Panne';
      must<HTMLInputElement>(root, `[name=${field}]`).value = value;
      press(root, 'Envoyer');
      await waitUntil(() => root.querySelector('#outcome'));
      expect(sent[0]!.audience, field).to.deep.equal(groups);
      help.remove();
    }
  });

  it('warns of personal data in a region that is there before, and beside the field', async () => {
    const root = await reportFormOf(await rich());
    const field = must<HTMLTextAreaElement>(root, 'textarea');
    const warning = must(root, '#personal');
    const spare = warning.cloneNode() as HTMLElement;
    // As built files have it, without a space in it.
    warning.after(spare);
    expect(getComputedStyle(spare).display).to.equal('block');
    spare.remove();
    field.value = 'Écrivez à marie.durand@ecole.fr';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => wordsOf(warning).startsWith('On dirait'));
    expect(field.getAttribute('aria-describedby')!.split(' ')).to.include('personal');
  });

  it('is empty for the next problem, once this one is sent, with no file that will not be', async () => {
    const help = await rich();
    help.send = () => Promise.resolve('sent');
    const root = await reportFormOf(help);
    const text = must<HTMLTextAreaElement>(root, 'textarea');
    text.value = 'Écrire à eleve@ecole.example ne marche pas';
    text.dispatchEvent(new InputEvent('input'));
    const pick = must<HTMLInputElement>(root, 'input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'ecran.png', { type: 'image/png' }));
    pick.files = files.files;
    pick.dispatchEvent(new Event('change'));
    const warnings = () => [...root.querySelectorAll('.warning')].map(wordsOf).filter(Boolean).length;
    await waitUntil(() => warnings() === 2, 'an address, and a picture that is none');
    press(root, 'Envoyer');
    await waitUntil(() => root.querySelector('#outcome'));
    press(root, 'Revenir à l’aide');
    await waitUntil(() => !root.querySelector('#outcome'));
    expect([text.value, pick.files?.length, warnings()]).to.deep.equal(['', 0, 0]);
  });

  it('keeps what was written where it could not be sent', async () => {
    const help = await rich();
    help.send = () => Promise.resolve('refused');
    const root = await reportFormOf(help);
    must<HTMLTextAreaElement>(root, 'textarea').value = 'Panne';
    press(root, 'Envoyer');
    await waitUntil(() => root.querySelector('#outcome'));
    press(root, 'Revenir à l’aide');
    expect(must<HTMLTextAreaElement>(root, 'textarea').value).to.equal('Panne');
  });

  it('becomes an e-mail where nothing can be sent', async () => {
    const help = await rich();
    const root = await reportFormOf(help);
    must<HTMLTextAreaElement>(root, 'textarea').value = 'Panne';
    press(root, 'Envoyer');
    await waitUntil(() =>
      root.querySelector<HTMLAnchorElement>('a[href^="mailto:assistance@ecole.example?"]'),
    );
    expect(root.querySelector<HTMLAnchorElement>('a')!.href).to.include('Panne');
  });

  it('joins a picture that was chosen, made small enough', async () => {
    const { shrinkPicture } = await import('../../../src/elements/help/shrink-picture.js');
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1600];
    const context = canvas.getContext('2d')!;
    for (let i = 0; i < 400; i++) {
      context.fillStyle = `hsl(${i}, 80%, 50%)`;
      context.fillRect((i * 97) % 2400, (i * 61) % 1600, 160, 90);
    }
    const file = await new Promise<Blob | null>((done) => canvas.toBlob(done));
    const picture = await shrinkPicture(file!);
    expect(picture!.data.length).to.be.at.most(44_000);
    expect(await shrinkPicture(new Blob(['x'], { type: 'image/png' }))).to.equal(undefined);
    expect(await shrinkPicture(new Blob(['x'], { type: 'text/plain' }))).to.equal(undefined);
  });
});

describe('the one entry of help', () => {
  afterEach(() => {
    for (const left of document.querySelectorAll('sentier-help')) left.remove();
  });

  it('says news that were not seen in words, not by a dot alone', async () => {
    const help = await rich();
    help.unread = 3;
    await help.updateComplete;
    expect(launchOf(help).textContent).to.equal('Aide (3 nouveautés)');
    help.unread = 0;
    await help.updateComplete;
    expect(launchOf(help).querySelector('.dot')).to.equal(null);
  });

  it('opens and closes by its key, which the plan may change or take away', async () => {
    const help = await rich();
    await waitUntil(
      async () => {
        await sendKeys({ press: 'Shift+F1' });
        return isOpen(help);
      },
      'opens',
      { timeout: 8000, interval: 400 },
    );
    await searchHasFocus();
    help.close();
    help.setAttribute('shortcut', 'none');
    await sendKeys({ press: 'Shift+F1' });
    await help.updateComplete;
    expect(isOpen(help)).to.equal(false);
  });

  it('moves off what the page fixes to the same corner, and back', async () => {
    const bar = await fixture<HTMLElement>(html`<div><button>Accepter</button></div>`);
    const help = await rich();
    const bottom = () => innerHeight - launchOf(help).getBoundingClientRect().bottom;
    bar.style.cssText = 'position: fixed; inset: auto 0 0 0; height: 70px; background: #ddd';
    dispatchEvent(new Event('resize'));
    await waitUntil(() => bottom() >= 78, 'over the bar', { timeout: 8000 });
    bar.style.cssText = 'display: none';
    dispatchEvent(new Event('resize'));
    await waitUntil(() => Math.round(bottom()) === 16, 'back at its place', { timeout: 8000 });
  });

  it('tells what was searched in vain, in words only, and never a pupil’s', async () => {
    for (const [profile, told] of [
      ['teacher', ['licorne rose']],
      ['pupil', []],
    ] as const) {
      const engine = fakeEngine(PLAN, { ...CONTEXT, user: { profiles: [profile] } });
      const page = await fixture<HTMLElement>(html`<div></div>`);
      provide(page, engine);
      const help = document.createElement('sentier-help');
      page.append(help);
      const box = await opened(help);
      must(box, 'input').focus();
      await sendKeys({ type: 'la licorne rose' });
      await waitUntil(() => seen(box).includes('Aucun résultat'), 'nothing', { timeout: 8000 });
      help.close();
      const words = engine.reported.filter(({ type }) => type === 'unanswered').map(({ step }) => step);
      expect(words, profile).to.deep.equal(told);
      help.remove();
    }
  });
});
