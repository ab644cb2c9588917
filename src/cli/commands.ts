/**
 * Every command of the command line: its arguments, its options and what it runs. A command is loaded when it runs, so
 * that `--help` and `--version` stay quick.
 */
import { UsageError } from "../lib/errors.ts";
import type { BuildOptions } from "./build-command.ts";
import type { ArgumentSpec, CommandSpec } from "./command.ts";
import type { Context } from "./context.ts";
import { FETCH_COMMANDS } from "./fetch-commands.ts";
import type { Flags } from "./options.ts";

const PATHS: ArgumentSpec = { syntax: "<path...>", help: "files, folders, globs, or - for standard input" };
const BUILT: ArgumentSpec = { syntax: "<dir>", help: "built folder" };

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "build",
    summary: "read papers, find terms and communities, write the map and the graph files",
    args: [PATHS],
    options: [
      ["output", { default: "output" }],
      "title",
      "dedupe",
      "pageYear",
      "config",
      [
        "decisions",
        {
          help: "merges, splits, types, drops, labels made by people; may be given again, the last file holds (default: decisions.tsv in the output folder, if any)",
        },
      ],
      "workers",
      "cache",
      "noCache",
      "cacheSize",
      "seed",
      "resolution",
      "maxTerms",
      "maxEdges",
      "anew",
      "strict",
      "rawCsv",
      ["json", { help: "print the counts as one JSON object" }],
      "timings",
      "progressJson",
    ],
    note: async () => {
      const { formatsHelp } = await import("../read/readers.ts");
      return `\`paperweave settings\` lists every setting that --config can change.\n\n${formatsHelp()}`;
    },
    run: async (paths, flags, context) => {
      const { buildCommand } = await import("./build-command.ts");
      return buildCommand(paths, await buildOptions(flags, context), context);
    },
  },
  {
    name: "view",
    summary: "serve the map of a built folder on 127.0.0.1 and open it",
    args: [
      { syntax: "[dir]", help: "built folder; left out: output, or the page that makes maps where there is none" },
    ],
    options: ["port", "open"],
    run: async ([dir], { port = 0, open = true }, context) => {
      const { viewCommand } = await import("./view-command.ts");
      return viewCommand(dir, { port, open }, context);
    },
  },
  {
    name: "import",
    summary: "papers as JSONL on standard output",
    args: [PATHS],
    options: [
      "dedupe",
      "pageYear",
      "report",
      ["strict", { help: "stop at the first error of an input, with nothing written" }],
    ],
    note: async () => (await import("../read/readers.ts")).formatsHelp(),
    run: async (paths, { dedupe = true, ...flags }, context) => {
      const { importCommand } = await import("./import-command.ts");
      return importCommand(paths, { ...flags, dedupe }, context);
    },
  },
  {
    name: "extract",
    summary: "terms with their mentions as JSONL on standard output",
    args: [PATHS],
    options: ["dedupe", "pageYear", "config", "decisions", "workers", "cache", "noCache", "cacheSize", "shard", "out"],
    run: async (paths, flags, context) => {
      const { readConfig, readDecisions } = await import("./settings.ts");
      const config = await readConfig(flags);
      const { workers, shard, out } = flags;
      if (shard !== undefined || out !== undefined) {
        const { parseShare, pieceCommand } = await import("./piece-command.ts");
        if (shard === undefined || out === undefined) throw new UsageError("--shard and --out belong together");
        return pieceCommand(paths, { share: parseShare(shard), out, config, workers, caching: flags }, context);
      }
      const { extractCommand } = await import("./extract-command.ts");
      const decisions = await readDecisions(flags.decisions ?? [], undefined, context);
      return extractCommand(paths, { config, decisions, workers, caching: flags }, context);
    },
  },
  {
    name: "merge",
    summary: "the pieces that `extract --shard i/n` wrote, to the folder that one `build` would have made",
    args: [{ syntax: "<piece...>", help: "all pieces of a job, in any order; globs" }],
    options: [
      ["output", { default: "output" }],
      "title",
      "config",
      "decisions",
      "workers",
      "seed",
      "resolution",
      "maxTerms",
      "maxEdges",
      "anew",
      "strict",
      "rawCsv",
      ["json", { help: "print the counts as one JSON object" }],
      "timings",
    ],
    run: async (files, flags, context) => {
      const { mergeCommand } = await import("./merge-command.ts");
      return mergeCommand(files, await buildOptions(flags, context), context);
    },
  },
  ...FETCH_COMMANDS,
  {
    name: "export",
    summary: "one format from a built folder, of all its papers or some",
    args: [BUILT],
    options: [
      ["format", { help: async () => (await import("../export/formats.ts")).describeFormats() }],
      ["flavour", { help: async () => (await import("../export/formats.ts")).describeFlavours() }],
      "rawCsv",
      "where",
      "community",
      "term",
      "papers",
      [
        "output",
        {
          flag: "-o, --output <file>",
          help: "file, or a folder for a format of several files; standard output if left out",
        },
      ],
    ],
    run: async ([dir = ""], { format = "", ...flags }, context) => {
      const { exportCommand } = await import("./export-command.ts");
      return exportCommand(dir, { format, ...flags }, context);
    },
  },
  {
    name: "explain",
    summary: "why a term is (not) on the map, or what papers say of two terms, with the evidence",
    args: [
      { syntax: "<term>", help: "any form of it" },
      { syntax: "[rest...]", help: "another term, to ask what joins the two; then the built folder (output)" },
    ],
    options: [],
    run: async ([term = "", ...rest], _, context) => {
      const { explainTerms } = await import("./explain-command.ts");
      return explainTerms(term, rest, context);
    },
  },
  {
    name: "sweep",
    summary: "communities at several resolutions, and the most reproducible one",
    args: [PATHS],
    options: ["dedupe", "pageYear", "config", "workers", "cache", "noCache", "cacheSize", "seed", "json"],
    run: async (paths, flags, context) => {
      const { readConfig } = await import("./settings.ts");
      const { sweepCommand } = await import("./sweep-command.ts");
      const options = {
        config: await readConfig(flags),
        workers: flags.workers,
        caching: flags,
        json: flags.json ?? false,
      };
      return sweepCommand(paths, options, context);
    },
  },
  {
    name: "query",
    summary: "answers from a built folder: what is missing, what joins, what rises, what is like it",
    args: [
      BUILT,
      { syntax: "<question>", help: async () => (await import("./query-help.ts")).QUESTION_NAMES },
      { syntax: "[words...]", help: "what the question is about" },
    ],
    options: ["json", "csv", "limit"],
    note: async () => (await import("./query-help.ts")).questionsHelp(),
    run: async ([dir = "", question = "", ...words], { json = false, csv = false, limit = 20 }, context) => {
      const { queryCommand } = await import("./query-command.ts");
      return queryCommand(dir, question, words, { json, csv, limit }, context);
    },
  },
  {
    name: "diff",
    summary: "what changed between two builds, and why",
    args: [
      { syntax: "<old>", help: "built folder" },
      { syntax: "<new>", help: "built folder" },
    ],
    options: ["json"],
    run: async ([before = "", after = ""], { json = false }, context) => {
      const { diffCommand } = await import("./diff-command.ts");
      return diffCommand(before, after, { json }, context);
    },
  },
  {
    name: "settings",
    summary: "every setting of --config: its range, its default, what it does",
    args: [],
    options: ["json"],
    run: async (_, { json = false }, context) => {
      const { settingsCommand } = await import("./settings-command.ts");
      return settingsCommand({ json }, context);
    },
  },
];

/** What `build` and `merge` are told. */
async function buildOptions(flags: Flags, context: Context): Promise<BuildOptions> {
  const { readConfig, readDecisions } = await import("./settings.ts");
  const output = flags.output ?? "output";
  return {
    output,
    config: await readConfig(flags),
    decisions: await readDecisions(flags.decisions ?? [], output, context),
    decisionFiles: flags.decisions ?? [],
    workers: flags.workers,
    caching: flags,
    anew: flags.anew ?? false,
    title: flags.title?.replace(/\s+/g, " ").trim(),
    strict: flags.strict ?? false,
    rawCsv: flags.rawCsv ?? false,
    json: flags.json ?? false,
    timings: flags.timings ?? false,
    progressJson: flags.progressJson ?? false,
  };
}
