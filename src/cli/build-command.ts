/**
 * `paperweave build`: the main job, papers in, all outputs out.
 */
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Decision } from "../contract/decisions.ts";
import type { GraphDocument } from "../contract/graph-document.ts";
import { writeLedger } from "../contract/ledger.ts";
import type { Problem } from "../contract/problem.ts";
import type { TagStore } from "../extract/shards/shard-pass.ts";
import { type Timings, writeRunRecord } from "../contract/run-record.ts";
import { writeAllFormats } from "../export/formats.ts";
import { freeMemory, MANY_PAPERS } from "../io/free-memory.ts";
import { findDocument } from "../io/load-document.ts";
import { loadResources } from "../io/load-resources.ts";
import { writeOutputs } from "../io/outputs.ts";
import { readVersion, readViewerPage } from "../io/package-files.ts";
import { UsageError } from "../lib/errors.ts";
import { buildMap } from "../pipeline.ts";
import { countDocument } from "../record.ts";
import { recordBuild } from "./build-record.ts";
import { summaryLines } from "./build-summary.ts";
import { type Context, printProblems, progressFor } from "./context.ts";
import { worthwhilePacker } from "../workers/pack-in-thread.ts";
import { NODE_THREADS } from "../workers/node-threads.ts";
import { passesInThreads } from "../workers/passes-in-threads.ts";
import { tasksInThreads } from "../workers/tasks-in-threads.ts";
import { jsonProgress } from "./progress.ts";
import { withPublicNames } from "./public-names.ts";
import { type ReadPapers, readPapers, requirePapers } from "./read.ts";
import { Stopwatch, timingLines } from "./stopwatch.ts";
import { type CacheOptions, openTagCache } from "./tag-cache.ts";

export interface BuildOptions extends FolderOptions {
  readonly caching: CacheOptions;
}

/** What a folder is built with, wherever its papers were read. */
export interface FolderOptions {
  readonly output: string;
  readonly config: Config;
  readonly decisions: readonly Decision[];
  /** As --decisions named them. */
  readonly decisionFiles: readonly string[];
  /** Threads; undefined: as many as are worthwhile. */
  readonly workers: number | undefined;
  /** Communities and places are not carried over from the map in the folder. */
  readonly anew: boolean;
  /** The map's name; undefined: that of the map in the folder. */
  readonly title: string | undefined;
  readonly strict: boolean;
  readonly rawCsv: boolean;
  readonly json: boolean;
  readonly timings: boolean;
  /** Progress for a program that reads along, instead of a line for people. */
  readonly progressJson: boolean;
}

export async function buildCommand(paths: readonly string[], options: BuildOptions, context: Context): Promise<number> {
  const watch = new Stopwatch();
  watch.begin("read");
  const cache = await openTagCache(options.caching, options.config);
  const papers = await readPapers(paths, options.config.ingest, context);
  const code = await buildFolder(papers, { ...options, watch, tags: cache?.tags }, context);
  await cache?.evict();
  return code;
}

/** Builds a folder from papers and prints what became of them. */
export async function buildFolder(
  { ingested, inputs }: ReadPapers,
  options: FolderOptions & { readonly watch: Stopwatch; readonly tags: TagStore | undefined },
  context: Context,
): Promise<number> {
  const { output, config, decisions, workers, tags, watch } = options;
  const version = await readVersion();
  const template = await readViewerPage();
  const progress = options.progressJson ? jsonProgress(context.stderr) : progressFor(context);
  const before = await readPrevious(output);
  const isLarge = ingested.value.papers.length >= MANY_PAPERS;
  const tasks = tasksInThreads(NODE_THREADS, ingested.value.papers.length, workers);
  const built = await buildMap(withPublicNames(ingested), await loadResources(), config, {
    generator: `paperweave ${version}`,
    decisions,
    ...(before.document && { previous: before.document }),
    ...(options.anew && { anew: true }),
    ...(options.title !== undefined && { title: options.title }),
    onProgress: (step, done, total) => {
      progress.update(step, done, total);
    },
    onStage: (stage) => {
      watch.begin(stage);
      if (isLarge) freeMemory();
    },
    openPasses: passesInThreads(NODE_THREADS, { workers, tags }),
    tasks,
  }).finally(async () => tasks.close());
  progress.clear();
  const problems = [...before.problems, ...built.problems];
  printProblems(problems, context);
  const { document, report, changes } = built.value;
  requirePapers(document.papers.length, problems);
  if (options.strict && problems.some((problem) => problem.severity === "error")) {
    context.stderr.write("stopped: --strict allows no errors in the input; nothing was written\n");
    return 2;
  }

  watch.begin("write");
  if (isLarge) freeMemory();
  const record = await recordBuild({ ...options, version, inputs, document, changes });
  const files = { ...writeAllFormats(document, template, options), "ledger.tsv": writeLedger(built.ledger) };
  const timed: { timings?: Timings } = {};
  await writeOutputs(output, files, {
    seal: (outputs) => {
      if (options.timings) timed.timings = watch.read();
      return { "run.json": [writeRunRecord({ ...record, outputs, ...timed })] };
    },
    startPacker: worthwhilePacker(document, options.workers),
  });
  if (options.json)
    context.stdout.write(`${JSON.stringify({ output, records: report.records, ...countDocument(document) })}\n`);
  for (const line of timed.timings ? timingLines(timed.timings, document.papers.length) : [])
    context.stderr.write(`${line}\n`);
  for (const line of summaryLines(document, join(output, "map.html"))) context.stderr.write(`${line}\n`);
  return 0;
}

interface Previous {
  readonly document?: GraphDocument;
  readonly problems: readonly Problem[];
}

/** The folder's present document, so that communities keep their identity. One that cannot be read is a warning. */
async function readPrevious(dir: string): Promise<Previous> {
  try {
    const document = await findDocument(dir);
    return { ...(document && { document }), problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `${error.message}: communities lose the id, colour and name they had in the previous build`;
    const hint = "to keep them, stop here and put a graph.json of this version back";
    return { problems: [{ code: "build/previous", severity: "warning", message, hint }] };
  }
}
