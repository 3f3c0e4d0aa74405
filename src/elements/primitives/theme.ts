import { loadRich, rich } from '../../engine/rich.js';
import type { Theme } from '../../model/schema/plan.js';
import { query } from '../../platform/natives.js';
import { root } from '../../platform/root.js';

/** The page's own colours decide: our card is dark where the page is, whatever the system says. */
export function pageIsDark(): boolean {
  for (const el of [query('body'), root()]) {
    if (!el) continue;
    const [r = 0, g = 0, b = 0, a = 1] = (getComputedStyle(el).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    // Luma of Rec. 601: enough to tell a dark page from a light one.
    if (a > 0.5) return 0.299 * r + 0.587 * g + 0.114 * b < 110;
  }
  return (
    getComputedStyle(root()).colorScheme.includes('dark') &&
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
  // Of another name than the page's own choice, which a property in the style attribute would override.
  set('page-font', getComputedStyle(query('body') ?? root()).fontFamily);
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
