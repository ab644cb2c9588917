/**
 * Every option of the command line, once: how it is written, what help says, what its number may be.
 */
import { SETTINGS } from "../config.ts";
import { UsageError } from "../lib/errors.ts";
import { isAllowed, type NumberSetting, rangeOf } from "../lib/settings.ts";

export interface OptionSpec {
  /** As help shows it: `-o, --output <dir>`. */
  readonly flag: string;
  /** A function where the words are read from a list that is loaded only when help asks for it. */
  readonly help: string | (() => Promise<string>);
  readonly default?: string | number;
  /** The option takes a number of this range; its text is checked before the command runs. */
  readonly number?: NumberSetting;
  readonly isRequired?: boolean;
  /** May be given several times: its values in the order given. */
  readonly isRepeated?: boolean;
  /** For programs that start us: not shown by help. */
  readonly isHidden?: boolean;
}

/** Numbers that say how to run, not what to build: they are no part of the settings of a map. */
const WORKERS = {
  kind: "integer",
  min: 1,
  max: 64,
  meaning: "threads (the result is the same for any number)",
} as const;
const PORT = { kind: "integer", min: 0, max: 65_535, meaning: "port; 0: any free one" } as const;
const CACHE_SIZE = { kind: "integer", min: 1, max: 1_000_000, meaning: "megabytes the cache may hold" } as const;
const MAX_PAPERS = {
  kind: "integer",
  min: 1,
  max: 10_000_000,
  meaning: "most papers that are taken; more are told of",
} as const;
const PAUSE = {
  kind: "number",
  min: 0,
  max: 3600,
  meaning: "seconds between two requests (default: as the service asks for)",
} as const;
const RETRIES = {
  kind: "integer",
  min: 0,
  max: 20,
  meaning: "how often a request that failed is made again, each time after twice the wait",
} as const;
const TIMEOUT = { kind: "number", min: 0.1, max: 3600, meaning: "seconds that an answer may take" } as const;
const MAX_AGE = {
  kind: "number",
  min: 0,
  max: 8760,
  meaning: "hours for which an answer that is kept in the cache is taken instead of asking again",
} as const;
const EVERY = {
  kind: "number",
  min: 0.01,
  max: 8760,
  meaning: "ask again every so many hours, until stopped (default: once)",
} as const;
const LIMIT = { kind: "integer", min: 1, max: 100_000, meaning: "most answers" } as const;

function numberOption<const Flag extends string>(flag: Flag, number: NumberSetting) {
  return { flag, help: number.meaning, number };
}

export const OPTIONS = {
  output: { flag: "-o, --output <dir>", help: "folder for the outputs" },
  title: {
    flag: "--title <text>",
    help: "name of the map, over it and on its pictures; a rebuild keeps it (empty: none)",
  },
  dedupe: { flag: "--no-dedupe", help: "keep every record, also repeated papers" },
  pageYear: numberOption("--page-year <year>", SETTINGS.ingest.pageYear),
  config: { flag: "--config <file>", help: "settings as JSON, by stage; `paperweave settings` lists them" },
  decisions: {
    flag: "--decisions <file>",
    help: "merges, splits, types, drops, labels made by people; may be given again, the last file holds",
    isRepeated: true,
  },
  workers: numberOption("--workers <n>", WORKERS),
  cache: {
    flag: "--cache <dir>",
    help: "folder that keeps what was read from papers, so that the next run need not read them again; it may be shared (default: the user's cache folder)",
  },
  noCache: { flag: "--no-cache", help: "keep nothing, and use nothing that was kept" },
  cacheSize: { ...numberOption("--cache-size <MB>", CACHE_SIZE), default: 4000 },
  shard: {
    flag: "--shard <i/n>",
    help: "only the i-th of n pieces of the work, for `paperweave merge`; needs --out",
  },
  out: { flag: "--out <file>", help: "file that the piece is written to, or - for standard output" },
  seed: numberOption("--seed <n>", SETTINGS.graph.seed),
  maxTerms: numberOption("--max-terms <n>", SETTINGS.graph.maxTerms),
  maxEdges: numberOption("--max-edges <n>", SETTINGS.graph.maxEdges),
  resolution: numberOption("--resolution <r>", SETTINGS.graph.resolution),
  anew: { flag: "--anew", help: "find communities and places anew; the map in the folder keeps its own otherwise" },
  strict: { flag: "--strict", help: "write nothing when an input has errors" },
  json: { flag: "--json", help: "as JSON" },
  csv: { flag: "--csv", help: "as CSV, where the answer is a table" },
  timings: { flag: "--timings", help: "print where the time went, stage by stage, and write it into run.json" },
  progressJson: { flag: "--progress-json", help: "progress as JSON lines on standard error", isHidden: true },
  port: { ...numberOption("--port <n>", PORT), default: 0 },
  open: { flag: "--no-open", help: "do not open a browser" },
  report: {
    flag: "--report <file>",
    help: "write what was read, repaired, merged and skipped, each with file, line and reason, as JSON",
  },
  format: { flag: "--format <name>", help: "name of the format", isRequired: true },
  max: { ...numberOption("--max <n>", MAX_PAPERS), default: 10_000 },
  pause: numberOption("--pause <seconds>", PAUSE),
  retries: { ...numberOption("--retries <n>", RETRIES), default: 4 },
  timeout: { ...numberOption("--timeout <seconds>", TIMEOUT), default: 60 },
  maxAge: { ...numberOption("--max-age <hours>", MAX_AGE), default: 24 },
  contact: {
    flag: "--contact <address>",
    help: "your e-mail address, told to the service so that it can write to you instead of shutting you out",
  },
  url: { flag: "--url <address>", help: "address that stands for the service's own, such as a mirror's" },
  every: numberOption("--every <hours>", EVERY),
  once: { flag: "--once", help: "ask once and end, as without --every" },
  flavour: { flag: "--flavour <name>", help: "another way to write the format, for programs that want it so" },
  rawCsv: { flag: "--raw-csv", help: "CSV with the exact texts: no guard against formulas, no byte-order mark" },
  where: { flag: "--where <expression>", help: "only papers for which a search expression holds (as `query search`)" },
  community: { flag: "--community <name>", help: "only papers of this community or topic: its name or number" },
  term: { flag: "--term <name>", help: "only papers that mention this term, in any form" },
  papers: { flag: "--papers <file>", help: "only papers whose id stands on a line of this file" },
  limit: { ...numberOption("--limit <n>", LIMIT), default: 20 },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;

type FlagValue<Spec extends OptionSpec> = Spec extends { readonly number: NumberSetting }
  ? number
  : Spec extends { readonly isRepeated: true }
    ? readonly string[]
    : Spec["flag"] extends `${string}<${string}`
      ? string
      : boolean;

/** What was given on the command line, by option; numbers are inside their range. `--no-cache` makes `cache` false. */
export type Flags = { readonly [Name in Exclude<OptionName, "cache">]?: FlagValue<(typeof OPTIONS)[Name]> } & {
  readonly cache?: string | false;
};

/**
 * The number in an option's text.
 *
 * @throws UsageError naming the option and the range.
 */
export function parseNumber(option: string, text: string, setting: NumberSetting): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!isAllowed(setting, value)) throw new UsageError(`${option} takes ${rangeOf(setting)}, not "${text}"`);
  return value;
}
