import type { Theme } from '../../model/schema/plan.js';

/**
 * Puts an element of ours into the page for an overlay: on `<html>`, out of the reach of `body { zoom }`,
 * `body { transform }` and frameworks that own the body; or inside the host's open modal dialog when what it speaks of
 * is in there, since all else is inert then (hazards: modal hosts).
 */
export function mountOverlay(element: HTMLElement, near?: Element | null): void {
  const dialog = near && openDialogAround(near);
  (dialog || document.documentElement).append(element);
}

function openDialogAround(near: Element): Element | null {
  for (let el: Element | null = near; el; el = el.parentElement ?? hostOf(el)) {
    if (el instanceof HTMLDialogElement && el.matches(':modal')) return el;
  }
  return null;
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

/** Gives an element the plan's theme and the page's font, through custom properties: no style attribute in a template. */
export function applyTheme(element: HTMLElement, theme: Theme = {}): void {
  const scheme =
    theme.scheme === 'light' || theme.scheme === 'dark' ? theme.scheme : pageIsDark() ? 'dark' : 'light';
  element.setAttribute('scheme', scheme);
  element.style.setProperty('--sentier-font', getComputedStyle(document.body).fontFamily);
  if (
    theme.accent &&
    CSS.supports('color', theme.accent) &&
    /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d\s.,%/deg]+\))$/i.test(theme.accent)
  ) {
    element.style.setProperty('--sentier-accent', theme.accent);
  }
  if (theme.radius && /^\d{1,2}(\.\d+)?px$/.test(theme.radius))
    element.style.setProperty('--sentier-radius', theme.radius);
}
