/**
 * Settings of reading and deduplication.
 */
import { defaultsOf, type SettingTable, type ValuesOf } from "../lib/settings.ts";

export const INGEST_SETTINGS = {
  dedupe: { kind: "flag", default: true, meaning: "join the records of one paper" },
  pageYear: {
    kind: "integer",
    min: 1900,
    max: 2200,
    meaning: "year of listing dates that name none; without it the year is inferred from the page",
  },
} as const satisfies SettingTable;

export type IngestConfig = ValuesOf<typeof INGEST_SETTINGS>;

export const DEFAULT_INGEST_CONFIG: IngestConfig = defaultsOf(INGEST_SETTINGS);
