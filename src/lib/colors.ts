/**
 * Colours as text and as numbers.
 */

/** Each 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb` as numbers; undefined for any other text. */
export function parseHex(hex: string): Rgb | undefined {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : undefined;
  return value === undefined ? undefined : [value >> 16, (value >> 8) & 255, value & 255];
}

/** `#rrggbb` of channels that are rounded. */
export function toHex(color: Rgb): string {
  return `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** @param hue degrees; @param saturation and @param lightness 0…1. @returns `#rrggbb`. */
export function hslToHex(hue: number, saturation: number, lightness: number): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number) => {
    const k = (shift + hue / 30) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return toHex([channel(0), channel(8), channel(4)]);
}
