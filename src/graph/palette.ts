/**
 * Colours of communities.
 *
 * The first ones are Paul Tol's and Okabe & Ito's (2008) colour-blind-safe hues, brought to a middle lightness so that
 * they stand out from white and from black; later ones turn the hue by the golden angle.
 */
const BASE = [
  "#3f7fbf",
  "#e07b39",
  "#2f9e77",
  "#c2578f",
  "#8a6fc4",
  "#b59a1d",
  "#3aa6b9",
  "#d0504f",
  "#7a9a3a",
  "#9c6b4a",
  "#5b8def",
  "#c77fd1",
] as const;

const GOLDEN_ANGLE = 137.508;
/** "Apart": no hue. */
export const NEUTRAL = "#8a8f98";

export function paletteColor(index: number): string {
  return (
    BASE[index] ?? hslToHex((index * GOLDEN_ANGLE) % 360, 0.45 + 0.15 * (index % 2), 0.5 + 0.06 * ((index % 3) - 1))
  );
}

/** @param hue degrees; @param saturation and @param lightness 0…1. */
export function hslToHex(hue: number, saturation: number, lightness: number): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number) => {
    const k = (shift + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
