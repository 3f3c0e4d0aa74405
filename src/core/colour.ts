/** sRGB: three channels, 0 to 255. */
type Rgb = readonly number[];

/** "#0a5c8c" or "#05c"; `undefined` for anything else: transparency would make contrast unknowable. */
export function parseHex(hex: string): Rgb | undefined {
  const long = hex.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  return /^#[\da-f]{6}$/i.test(long) ? [1, 3, 5].map((i) => parseInt(long.slice(i, i + 2), 16)) : undefined;
}

const linear = (channel: number): number =>
  channel > 10.3 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 3294.6;

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * linear(r as number) + 0.7152 * linear(g as number) + 0.0722 * linear(b as number);

/** Contrast ratio, 1 to 21, in either order (WCAG 2.2, "contrast ratio"; RGAA 3.2 and 3.3). */
export function contrast(a: Rgb, b: Rgb): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return ratio < 1 ? 1 / ratio : ratio;
}

export interface Accent {
  /** For text, lines and buttons: at least 4.5:1 on the surface, on `tint` and under the pointer. */
  accent: string;
  /** For text on `accent`: at least 4.5:1. */
  onAccent: string;
  /** A soft background of the same hue: the accent at a tenth. */
  tint: string;
  /** True when the colour asked for failed and was darkened (or, on dark, lightened) just enough. */
  corrected: boolean;
}

/** Makes an administrator's colour readable on our cards; `undefined` when it is no `#rgb` or `#rrggbb`. */
export function accentFor(hex: string, scheme: 'light' | 'dark'): Accent | undefined {
  const wanted = parseHex(hex);
  if (!wanted) return undefined;
  const dark = scheme === 'dark';
  for (let step = 0; ; step++) {
    const rgb = wanted.map((c) => c + (((dark ? 255 : 0) - c) * step) / 50);
    // Luminance that gives 5:1 on our surface (white, or #1b1d22): its tint and its hover take a tenth of that away.
    if (dark ? luminance(rgb) < 0.289 : luminance(rgb) > 0.142) continue;
    const accent = '#' + rgb.map((c) => (256.5 + c).toString(16).slice(1, 3)).join('');
    // What is readable on the surface is a readable ground for the surface's own colour.
    return { accent, onAccent: dark ? '#1b1d22' : '#ffffff', tint: accent + '1a', corrected: step > 0 };
  }
}
