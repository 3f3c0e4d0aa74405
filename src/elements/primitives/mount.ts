import { loadRich, rich } from '../../engine/rich.js';
import type { Theme } from '../../model/schema/plan.js';

/**
 * Puts an element of ours into the page for an overlay: on `<html>`, out of the reach of `body { zoom }`,
 * `body { transform }` and frameworks that own the body; or inside the host's open modal dialog when what it speaks of
 * is in there, since all else is inert then (hazards: modal hosts).
 */
export function mountOverlay(element: HTMLElement, near?: Element | null): void {
  overlayParent(near).append(element);
}

/** Where an overlay about `near` has to be in the page, to be seen and reached. */
export const overlayParent = (near?: Element | null): Element =>
  (near && openDialogAround(near)) || document.documentElement;

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

/** The page's own colours decide: our card is dark where the page is, whatever the system says. */
export function pageIsDark(): boolean {
  for (const el of [document.body, document.documentElement]) {
    const [r = 0, g = 0, b = 0, a = 1] = (getComputedStyle(el).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    // Luma of Rec. 601: enough to tell a dark page from a light one.
    if (a > 0.5) return 0.299 * r + 0.587 * g + 0.114 * b < 110;
  }
  return (
    getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
    matchMedia('(prefers-color-scheme: dark)').matches
  );
}

/**
 * Gives an element the plan's theme and the page's font, through custom properties: no style attribute in a template.
 * An accent that would not be readable is corrected (design.md §11). `audience="pupil"`, for people who are pupils and
 * nothing else, makes texts 18 px and corners rounder (tokens.css.ts).
 */
export function applyTheme(element: HTMLElement, theme: Theme = {}, profiles: readonly string[] = []): void {
  const scheme =
    theme.scheme === 'light' || theme.scheme === 'dark' ? theme.scheme : pageIsDark() ? 'dark' : 'light';
  element.setAttribute('scheme', scheme);
  if (profiles.length === 1 && profiles[0] === 'pupil') element.setAttribute('audience', 'pupil');
  const set = (name: string, value: string) => element.style.setProperty(`--sentier-${name}`, value);
  set('font', getComputedStyle(document.body).fontFamily);
  const colour = () => {
    const colours = rich?.accentFor(theme.accent ?? '', scheme);
    const suffix = scheme === 'dark' ? '-dark' : '';
    if (!colours) return;
    set(`accent${suffix}`, colours.accent);
    set(`on-accent${suffix}`, colours.onAccent);
    set(`tint${suffix}`, colours.tint);
  };
  // The engine has brought what corrects colours beside the widget.
  if (rich || !theme.accent) colour();
  else void loadRich().then(colour, () => undefined);
  if (theme.radius && /^\d{1,2}(\.\d+)?px$/.test(theme.radius)) set('radius', theme.radius);
}
