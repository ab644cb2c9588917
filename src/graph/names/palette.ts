/**
 * Colours of communities.
 *
 * The first fourteen were sought by simulated annealing from Okabe & Ito's (2008) and Paul Tol's hues, the next seven one
 * by one, each as far as can be from all before: any two of the twenty-one differ by at least 8 (CIEDE2000), by day and by
 * night, also for eyes without red or green cones (Machado et al. 2009); the first eight by 12. That takes light and dark
 * ones. Later ones turn the hue by the golden angle: so many colours cannot be told apart by all, and names stand beside
 * them.
 */
import { hslToHex } from "../../lib/color.ts";

const BASE = [
  "#119bff",
  "#a37500",
  "#1cc6ad",
  "#b61662",
  "#3151ba",
  "#a2bb45",
  "#047883",
  "#cf7476",
  "#5b5d02",
  "#916247",
  "#a6aedb",
  "#a76db5",
  "#35553f",
  "#d6a683",
  "#f494ac",
  "#1c4c4c",
  "#2870f4",
  "#88107c",
  "#d03488",
  "#344c1c",
  "#c47c4c",
] as const;

/** The golden angle in degrees. */
const HUE_STEP = 137.508;
/** Of the community that gathers what is tied to nothing: no hue. */
export const NEUTRAL = "#8a8f98";

/** @param index 0 …; @returns `#rrggbb`. */
export function paletteColor(index: number): string {
  return BASE[index] ?? hslToHex((index * HUE_STEP) % 360, 0.45 + 0.15 * (index % 2), 0.5 + 0.06 * ((index % 3) - 1));
}
