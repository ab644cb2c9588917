/**
 * Settings of the extraction.
 */
import { defaultsOf, type SettingTable, type ValuesOf } from "../lib/settings.ts";

export const EXTRACT_SETTINGS = {
  minProbability: {
    kind: "number",
    min: 0,
    max: 1,
    default: 0.07,
    formerly: "leastProbability",
    meaning: "candidates that the tagger holds for less probable are forgotten",
  },
  termThreshold: {
    kind: "number",
    min: 0,
    max: 1,
    default: 0.32,
    meaning: "a string is a term of a paper above this probability; higher: fewer, surer terms",
  },
} as const satisfies SettingTable;

export type ExtractConfig = ValuesOf<typeof EXTRACT_SETTINGS>;

export const DEFAULT_EXTRACT_CONFIG: ExtractConfig = defaultsOf(EXTRACT_SETTINGS);
