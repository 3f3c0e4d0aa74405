import type { PresentRequest } from '../../engine/widget-module.js';
import { resolveProfiles } from '../../model/profiles.js';
import { root } from '../../platform/root.js';
import { applyTheme } from './theme.js';

export { applyTheme, pageIsDark } from './theme.js';

/** In the plan's colours, and in a pupil's size whatever vocabulary the page says "pupil" in. */
export const applyPlanTheme = (
  element: HTMLElement,
  { theme, context, plan }: Pick<PresentRequest, 'theme' | 'context' | 'plan'>,
): void =>
  applyTheme(element, theme, resolveProfiles(context.user?.profiles ?? [], plan.settings?.profileAliases));

/**
 * Puts an element of ours into the page for an overlay: on `<html>`, out of the reach of `body { zoom }`,
 * `body { transform }` and frameworks that own the body; or inside the host's open modal dialog when what it speaks of
 * is in there, since all else is inert then (hazards: modal hosts).
 */
export function mountOverlay(element: HTMLElement, near?: Element | null): void {
  overlayParent(near).append(element);
}

/** Where an overlay about `near` has to be in the page, to be seen and reached. */
export const overlayParent = (near?: Element | null): Element => (near && openDialogAround(near)) || root();

function openDialogAround(near: Element): Element | null {
  for (let el: Element | null = near; el; el = el.parentElement ?? hostOf(el)) {
    if (el instanceof HTMLDialogElement && isModal(el)) return el;
  }
  return null;
}

/** Safari 15.4 has modal dialogs and does not know `:modal`. */
function isModal(dialog: HTMLDialogElement): boolean {
  try {
    return dialog.matches(':modal');
  } catch {
    return dialog.open;
  }
}

const hostOf = (el: Element): Element | null => {
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};
