import Link from 'lucide/dist/esm/icons/link.mjs';
import { msg } from '../../locales/msg.js';
import { pageAddress } from '../../platform/page-address.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';

/** A link that is copied when it is pressed; where a page may not write to the clipboard it is a link like others. */
export function linkTool(id: string): HTMLElement[] {
  const label = h('span', {}, msg('Copier le lien', { id: 'help-link' }));
  const said = h('span', { class: 'sr', role: 'status' });
  const link = h(
    'a',
    { class: 'button show link', href: pageAddress('sentier-help', id) },
    icon(Link, 18),
    label,
  );
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
