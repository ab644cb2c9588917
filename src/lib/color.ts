/**
 * Colours as text and as channels.
 */

/** Channels 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Undefined unless the text is `#rrggbb`. */
export function parseHex(hex: string): Rgb | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `#rrggbb`; channels are rounded. */
export function toHex(color: Rgb): string {
  return `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
