// The ENT's own script, as a vendor's would be: plain, deferred, no library. Sentier knows nothing of it.
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (target, type, handler) => target?.addEventListener(type, handler);

  /** A tag with properties and children; markup strings would need a Trusted Types policy. */
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /** The menu of services, an open shadow root as the components of real ENTs have. The page styles its parts. */
  class Lanceur extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: 'open' });
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('viewBox', '0 0 24 24');
      svg.setAttribute('aria-hidden', 'true');
      for (const [x, y] of [
        [3, 3],
        [14, 3],
        [3, 14],
        [14, 14],
      ]) {
        const square = document.createElementNS(svg.namespaceURI, 'rect');
        for (const [name, value] of Object.entries({ x, y, width: 7, height: 7, rx: 1.5 }))
          square.setAttribute(name, value);
        svg.append(square);
      }
      svg.setAttribute('part', 'grille');
      const button = make('button', { type: 'button', className: 'bouton', id: 'ouvrir' }, svg);
      button.setAttribute('aria-label', this.dataset.label ?? 'Services');
      const panel = make('div', { className: 'panneau', hidden: true }, make('slot'));
      const toggle = (open) => {
        panel.hidden = !open;
        panel.setAttribute('part', open ? 'panneau' : '');
        button.setAttribute('part', open ? 'bouton ouvert' : 'bouton');
        button.setAttribute('aria-expanded', String(open));
      };
      toggle(false);
      on(button, 'click', () => toggle(panel.hidden));
      on(this, 'keydown', (event) => {
        if (event.key !== 'Escape' || panel.hidden) return;
        toggle(false);
        button.focus();
      });
      on(document, 'click', (event) => event.composedPath().includes(this) || toggle(false));
      root.append(button, panel);
    }
  }
  customElements.define('ent-lanceur', Lanceur);

  /** Today's agenda on the home page: its list scrolls inside the shadow root. */
  class AgendaJour extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: 'open' });
      const title = make('h2', { lang: this.dataset.lang ?? 'fr' }, this.dataset.title ?? 'Agenda');
      const open = make(
        'button',
        { type: 'button', className: 'ouvrir' },
        document.dir === 'rtl' ? '←' : '→',
      );
      open.setAttribute('aria-label', 'Ouvrir l’agenda');
      on(open, 'click', () => location.assign('/agenda/'));
      const list = make('div', { className: 'liste', tabIndex: 0 }, make('slot'));
      list.setAttribute('role', 'list');
      list.setAttribute('aria-label', this.dataset.title ?? 'Agenda');
      for (const item of this.children)
        if (item.dataset.time) item.prepend(make('time', {}, item.dataset.time), ' ');
      const head = make('header', {}, title, open);
      for (const [part, element] of Object.entries({ tete: head, titre: title, ouvrir: open, liste: list }))
        element.setAttribute('part', part);
      root.append(head, list);
    }
  }
  customElements.define('ent-agenda-jour', AgendaJour);

  // Drawer of services on small screens.
  const drawer = $('#services');
  const burger = $('#ouvrir-menu');
  const openDrawer = (open) => {
    drawer.classList.toggle('is-open', open);
    burger.setAttribute('aria-expanded', String(open));
    (open ? $('.drawer-close') : burger).focus();
  };
  on(burger, 'click', () => openDrawer(true));
  on($('.drawer-close'), 'click', () => openDrawer(false));
  on(
    drawer,
    'keydown',
    (event) => event.key === 'Escape' && drawer.classList.contains('is-open') && openDrawer(false),
  );
  on(document, 'click', (event) => {
    if (
      drawer.classList.contains('is-open') &&
      !drawer.contains(event.target) &&
      !burger.contains(event.target)
    )
      openDrawer(false);
  });

  // Dark theme, kept in a cookie so that the server can render it.
  const theme = $('#theme');
  const root = document.documentElement;
  const isDark = () => root.dataset.theme === 'dark';
  theme.setAttribute('aria-pressed', String(isDark()));
  on(theme, 'click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    theme.setAttribute('aria-pressed', String(isDark()));
    document.cookie = `ent-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  });
  const account = $('#compte');
  on(document, 'click', (event) => account.contains(event.target) || account.removeAttribute('open'));
  on(account, 'keydown', (event) => {
    if (event.key !== 'Escape' || !account.open) return;
    account.open = false;
    $('summary', account).focus();
  });

  // Demonstration strip: what is chosen applies at once; it folds away on small screens and stays as one left it.
  const demo = $('#demo');
  const remembered = (key, value) => {
    try {
      return value === undefined ? sessionStorage.getItem(key) : sessionStorage.setItem(key, value);
    } catch {
      return null;
    }
  };
  const folded = remembered('ent-demo-folded');
  demo.open = folded === null ? innerWidth > 900 : folded !== '1';
  on(demo, 'toggle', () => remembered('ent-demo-folded', demo.open ? '0' : '1'));
  const form = $('.demo-form');
  const moment = $('.demo-moment');
  const other = () => form.elements.date.value === 'autre';
  moment.hidden = !other();
  // Without script one applies by hand.
  $('.demo-apply').hidden = !other();
  on(form, 'change', (event) => {
    moment.hidden = !other();
    $('.demo-apply').hidden = !other();
    if (!(other() && event.target.name === 'date')) form.requestSubmit();
  });
  on($('.demo-reset'), 'submit', () => {
    window.sentier?.reset?.();
    // Nothing may be shown, and remembered, while the page is leaving.
    window.sentier?.destroy?.();
  });

  // Dialogs.
  const OPENERS = {
    ecrire: 'nouveau-message',
    'ajouter-seance': 'seance',
    'ajouter-evenement': 'evenement',
    partager: 'partage',
  };
  for (const [opener, dialog] of Object.entries(OPENERS))
    on(document.getElementById(opener), 'click', () => document.getElementById(dialog)?.showModal());
  for (const button of $$('.row-share')) on(button, 'click', () => $('#partage')?.showModal());
  for (const button of $$('[data-close]')) on(button, 'click', () => button.closest('dialog').close());

  const say = (text) => {
    const status =
      $('#etat') ?? document.body.appendChild(make('p', { id: 'etat', className: 'toast', role: 'status' }));
    status.textContent = text;
    setTimeout(() => status.textContent === text && (status.textContent = ''), 6000);
  };
  /** Tells whoever listens what has just happened: Sentier's campaigns may start from it. */
  const tell = (name) => window.sentier?.emit?.(name);

  // Messages: folders are routes of this page.
  const mail = $('#messagerie');
  if (mail) {
    const messages = $$('.message', mail);
    const reader = $('#lecture');
    const folderOf = (path) => path.split('/')[2] || 'reception';
    const close = () => {
      mail.classList.remove('is-reading');
      reader.classList.remove('has-message');
      $('.reader-message').hidden = true;
      $('.reader-empty').hidden = false;
      for (const button of $$('button[aria-current]', $('#messages'))) button.removeAttribute('aria-current');
    };
    const showFolder = () => {
      const folder = folderOf(location.pathname);
      for (const link of $$('[data-folder]')) {
        if (link.dataset.folder === folder) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
      const words = $('#chercher-message').value.trim().toLowerCase();
      for (const message of messages)
        message.hidden = message.dataset.in !== folder || !message.textContent.toLowerCase().includes(words);
      $('.empty', mail).hidden = messages.some((message) => !message.hidden);
    };
    const countUnread = () => {
      const unread = messages.filter((message) => message.classList.contains('unread')).length;
      for (const badge of $$('[data-unread]')) {
        badge.textContent = unread;
        badge.hidden = unread === 0;
      }
    };
    const read = (message) => {
      close();
      message.classList.remove('unread');
      countUnread();
      $('button', message).setAttribute('aria-current', 'true');
      $('.reader-subject').textContent = $('.message-subject', message).textContent;
      $('.reader-from').textContent =
        `${$('.message-from', message).textContent} · ${$('.message-date', message).textContent}`;
      $('.reader-body').replaceChildren(
        ...[...$('.message-body', message).children].map((child) => child.cloneNode(true)),
      );
      $('.reader-message').hidden = false;
      $('.reader-empty').hidden = true;
      reader.classList.add('has-message');
      mail.classList.add('is-reading');
      reader.focus();
    };
    for (const message of messages) on($('button', message), 'click', () => read(message));
    on($('#dossiers'), 'click', (event) => {
      const link = event.target.closest('[data-folder]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState({}, '', link.href);
      close();
      showFolder();
    });
    on(window, 'popstate', () => {
      close();
      showFolder();
    });
    on($('#chercher-message'), 'input', showFolder);
    on($('.reader-back'), 'click', close);
    on($('[data-reply]'), 'click', () => $('#nouveau-message').showModal());
    on($('[data-delete]'), 'click', () => {
      const current = $('button[aria-current]', $('#messages'))?.closest('.message');
      if (current) current.dataset.in = 'corbeille';
      close();
      showFolder();
      say('Message déplacé dans la corbeille.');
    });
    on($('#formulaire-message'), 'submit', (event) => {
      event.target.reset();
      say('Message envoyé.');
      tell('messagerie:envoye');
    });
    showFolder();
    countUnread();
  }

  // Homework diary, calendar, blog.
  on($('#filtre-matiere'), 'change', (event) => {
    for (const lesson of $$('.lesson'))
      lesson.hidden = Boolean(event.target.value) && lesson.dataset.subject !== event.target.value;
  });
  for (const box of $$('[data-calendar-toggle]')) {
    on(box, 'change', () => {
      for (const event of $$(`.event[data-calendar="${box.dataset.calendarToggle}"]`))
        event.hidden = !box.checked;
    });
  }
  for (const group of $$('.segments')) {
    on(group, 'click', (event) => {
      const pressed = event.target.closest('button');
      if (pressed)
        for (const button of $$('button', group))
          button.setAttribute('aria-pressed', String(button === pressed));
    });
  }
  on($('.like'), 'click', (event) => {
    const button = event.currentTarget;
    const liked = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(liked));
    $('.count', button).textContent = 17 + Number(liked);
  });
  on($('#publier-commentaire'), 'click', () =>
    say('Merci\u202f! Votre commentaire sera relu avant d’être publié.'),
  );
  on($('#imprimer'), 'click', () => print());
  on($('#signer'), 'click', (event) => {
    event.currentTarget.disabled = true;
    say('C’est noté\u00a0: l’enseignante voit que vous avez pris connaissance du bilan.');
  });

  // A guided tour of another page starts there, through Sentier's public API.
  for (const link of $$('[data-visite]'))
    on(link, 'click', () => remembered('ent-replay', link.dataset.visite));
  const replay = remembered('ent-replay');
  if (replay && !$('[data-visite]')) {
    try {
      sessionStorage.removeItem('ent-replay');
    } catch {
      // Blocked storage: nothing was remembered either.
    }
    (window.sentier ??= []).push(['replay', replay]);
  }
})();
