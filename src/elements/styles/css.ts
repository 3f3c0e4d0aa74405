/**
 * Style text without Lit, for the banner, which loads none of it. Tagged `css` so that editors colour it and the build
 * squeezes it; `x.styles.ts` beside each `x.css.ts` gives the same to Lit elements.
 */
export const css = (strings: TemplateStringsArray): string => strings[0] ?? '';
