import Link from 'lucide/dist/esm/icons/link.mjs';
import { msg } from '../../locales/msg.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';

/**
 * The address that opens an article (`?sentier-help=id`, read by present-help.ts), on the page one is on: a link to be
 * sent to somebody. Without the page's own query, which may say who one is.
 */
export const addressOf = (id: string): string =>
  `${location.origin}${location.pathname}?sentier-help=${encodeURIComponent(id)}`;

/** A link that is copied when it is pressed; where a page may not write to the clipboard it is a link like others. */
export function linkTool(id: string): HTMLElement[] {
  const label = h('span', {}, msg('Copier le lien', { id: 'help-link' }));
  const said = h('span', { class: 'sr', role: 'status' });
  const link = h('a', { class: 'button show link', href: addressOf(id) }, icon(Link, 18), label);
  link.addEventListener('click', (event) => {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => (label.textContent = said.textContent = msg('Lien copié', { id: 'help-link-copied' })),
      () => (location.href = link.href),
    );
  });
  return [link, said];
}
