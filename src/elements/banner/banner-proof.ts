import { msg } from '../../locales/msg.js';
import { h } from '../primitives/dom.js';
import { css } from '../styles/css.js';
import type { BannerPart } from './banner-part.js';

export const styles = css`
  .to-read {
    max-height: min(40vh, 320px);
    overflow: auto;
    margin-block: 4px 8px;
    padding: 12px 14px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_surface);
  }
  .tick {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    margin-block: 8px;
    padding-block: 4px;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 2px 0 0;
    accent-color: var(--_accent);
  }
  .proof {
    margin: 4px 0 0;
    font-size: 0.875em;
    color: var(--_soft);
  }
  .missing {
    color: var(--_danger);
    font-weight: 600;
  }
  .missing:not(:empty) {
    margin: 8px 0 0;
  }
  @media (pointer: coarse) {
    .tick {
      padding-block: 10px;
    }
  }
`;

/**
 * What has to be done before "acknowledge" counts, and what it is worth. The button stays usable: pressed too early it
 * says what is missing, in a live region that was there before, and takes one there.
 */
export const furnish: BannerPart['furnish'] = (view, { content, campaign, version, memory, say }) => {
  const { words, root } = view;
  const { after, box: boxWords } = content.acknowledge ?? {};
  const key = `banner:opened:${campaign}`;
  const missing = h('p', { id: 'missing', class: 'missing', role: 'status' });
  let hasRead = after !== 'read';
  let hasOpened = after !== 'opened' || memory?.get(key) === String(version);

  const body = words.querySelector<HTMLElement>('.body');
  if (body && !hasRead) {
    body.classList.add('to-read');
    // A box that scrolls is reached and scrolled by keyboard too.
    for (const [name, value] of Object.entries({ tabindex: '0', role: 'group', 'aria-labelledby': 'title' }))
      body.setAttribute(name, value);
    const look = () =>
      (hasRead ||= body.clientHeight > 0 && body.scrollTop + body.clientHeight > body.scrollHeight - 8);
    body.addEventListener('scroll', look, { passive: true });
    // A text that fits is read to its end as it is; asked once more when the button is pressed.
    view.isRead = look;
  } else hasRead = true;

  const label = say('span', boxWords);
  // Not `required`, which is an unticked box's fault before anything was tried.
  const tick = label && h('input', { type: 'checkbox', name: 'tick', 'aria-required': 'true' });
  /** What is missing is this box, or is no longer: it may be the text that is to be read first. */
  const mark = (isMissing: boolean): void => {
    tick?.setAttribute('aria-invalid', String(isMissing));
    tick?.setAttribute('aria-describedby', isMissing ? 'missing' : '');
  };
  if (tick) {
    tick.onchange = () => {
      missing.replaceChildren();
      mark(false);
    };
    words.append(h('label', { class: 'tick' }, tick, label));
  }
  words.append(
    h(
      'p',
      { class: 'proof', lang: root.lang },
      msg('Votre confirmation est gardée avec la date du jour. Elle n’a pas valeur de signature.', {
        id: 'banner.proof',
      }),
    ),
    missing,
  );

  const act = view.act;
  view.act = (action) => {
    if (action.do === 'link' || action.do === 'article') {
      hasOpened = true;
      // The page it leads to replaces this one.
      memory?.set(key, String(version));
    }
    return act?.(action) ?? false;
  };
  view.mayAcknowledge = () => {
    const [what, where] = !(hasRead || view.isRead?.())
      ? [msg('Lisez d’abord le texte jusqu’au bout.', { id: 'banner.read-first' }), body]
      : !hasOpened
        ? [msg('Ouvrez d’abord le document.', { id: 'banner.open-first' }), view.actions.querySelector('a')]
        : tick && !tick.checked
          ? [msg('Cochez d’abord la case.', { id: 'banner.tick-first' }), tick]
          : [];
    missing.replaceChildren(what ?? '');
    mark(!!where && where === tick);
    where?.focus();
    if (!what) memory?.set(key, undefined);
    return !what;
  };
};
