/**
 * Colours of the map: the document's community colours, brought to where they can be read on the paper or at night.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Ground {
  readonly dark: boolean;
  readonly paper: Rgb;
  readonly ink: Rgb;
}

export const LIGHT: Ground = { dark: false, paper: [251, 250, 246], ink: [28, 36, 48] };
export const DARK: Ground = { dark: true, paper: [16, 20, 27], ink: [232, 236, 242] };

/** WCAG's contrast for small text. */
const READABLE = 4.6;

export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return Number.isNaN(value) ? [138, 143, 152] : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function toHex(color: Rgb): string {
  return `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** @param share 0: all `a`, 1: all `b`. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Relative luminance, 0…1 (WCAG 2). */
export function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1…21 (WCAG 2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour, moved towards the ink until it can be read as text on the paper. */
export function readable(color: Rgb, ground: Ground): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, ground.ink, share);
    if (contrast(candidate, ground.paper) >= READABLE) return candidate;
  }
  return ground.ink;
}

/** A node's own colour: a little livelier at night. */
export function nodeColor(color: Rgb, ground: Ground): Rgb {
  return ground.dark ? mix(color, [255, 255, 255], 0.12) : color;
}
