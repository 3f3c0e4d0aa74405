import { providePicker } from './picking.js';

export interface PanelOptions {
  api?: string | undefined;
  src?: string | undefined;
  token?: () => string | undefined | Promise<string | undefined>;
}

/** Puts the studio beside the page that one is on, once; the page stays in use. */
export function openPanel({ api, src, token }: PanelOptions): void {
  const before = document.querySelector('sentier-studio[mode="panel"]');
  if (before) return (before as HTMLElement).focus();
  const studio = document.createElement('sentier-studio');
  studio.setAttribute('mode', 'panel');
  studio.lang = document.documentElement.lang || 'fr';
  studio.tabIndex = -1;
  if (api !== undefined) studio.api = api;
  if (src !== undefined) studio.src = src;
  if (token) studio.token = token;
  // On the ENT itself there is something to point at.
  providePicker(async (host) => {
    const panel = (host.getRootNode() as ShadowRoot).host ?? studio;
    const { pickElement } = await import('../picker/pick-element.js');
    panel.setAttribute('aside', '');
    const picked = await pickElement();
    panel.removeAttribute('aside');
    return picked?.parts.map(({ part }) => part);
  });
  studio.addEventListener('sentier-studio-close', () => providePicker(undefined), { once: true });
  document.documentElement.append(studio);
  studio.focus();
}
