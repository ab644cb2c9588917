/**
 * `paperweave build`: the main job, papers in, all outputs out.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Config } from "../config.ts";
import { type GraphDocument, SCHEMA } from "../contract/graph-document.ts";
import type { InputSource } from "../io/inputs.ts";
import type { Decision } from "../domain/staged.ts";
import type { UserDecision } from "../domain/user-decisions.ts";
import { decisionLine } from "../extract/decisions.ts";
import { writeAllFormats } from "../export/formats.ts";
import { writeLedger } from "../export/ledger.ts";
import { loadDocument } from "../io/load-document.ts";
import { writeOutputs, type WrittenFile } from "../io/outputs.ts";
import { readVersion, readViewerPage } from "../io/package-files.ts";
import { runPipeline } from "../pipeline.ts";
import { tagInThreads } from "../workers/tag-in-threads.ts";
import { loadResources } from "../io/load-resources.ts";
import { type Context, printProblems, progressFor } from "./context.ts";
import { jsonProgress } from "./progress.ts";
import { readSources, requirePapers } from "./read.ts";

export interface BuildOptions {
  readonly output: string;
  readonly config: Config;
  readonly decisions: readonly UserDecision[];
  /** Threads; undefined: as many as are worthwhile. */
  readonly workers: number | undefined;
  readonly strict: boolean;
  readonly json: boolean;
  readonly timings: boolean;
  /** Progress for a program that reads along, instead of a line for people. */
  readonly progressJson: boolean;
}

export async function buildCommand(paths: readonly string[], options: BuildOptions, context: Context): Promise<number> {
  const startedAt = performance.now();
  const version = await readVersion();
  const template = await readViewerPage();
  const inputs = await readSources(paths, context);
  const progress = options.progressJson ? jsonProgress(context.stderr) : progressFor(context);
  const previous = await readPrevious(options.output);
  const resources = await loadResources();
  const built = await runPipeline(inputs.sources, resources, options.config, {
    generator: `paperweave ${version}`,
    decisions: options.decisions,
    ...(previous && { previous }),
    onProgress: (step, done, total) => {
      progress.update(step, done, total);
    },
    tag: async (papers) =>
      tagInThreads(papers, resources, {
        leastProbability: options.config.extract.leastProbability,
        workers: options.workers,
        onProgress: (done, total) => {
          progress.update("finding terms", done, total);
        },
      }),
  });
  progress.clear();
  const problems = [...inputs.problems, ...built.problems];
  printProblems(problems, context);
  const { document, report } = built.value;
  requirePapers({ papers: document.papers, report }, problems);
  const failed = options.strict && problems.some((problem) => problem.severity === "error");
  if (failed) {
    context.stderr.write("stopped: --strict allows no errors in the input; nothing was written\n");
    return 2;
  }

  const counts = countDocument(document);
  const files = { ...writeAllFormats(document, template), "ledger.tsv": writeLedger(built.decisions) };
  await writeOutputs(options.output, files, (written) => ({
    "run.json": [
      runRecord(
        version,
        options,
        inputs.sources,
        counts,
        communityChanges(built.decisions),
        weakCommunities(document),
        written,
        options.timings ? performance.now() - startedAt : undefined,
      ),
    ],
  }));
  if (options.json)
    context.stdout.write(`${JSON.stringify({ output: options.output, records: report.records, ...counts })}\n`);
  const { papers, terms, communities } = counts;
  context.stderr.write(
    `${countOf(papers, "paper", "papers")}, ${countOf(terms, "term", "terms")}, ${countOf(communities, "community", "communities")} → ${join(options.output, "map.html")}\n` +
      (document.quality.warning ? `note: ${document.quality.warning}\n` : weakNote(document)),
  );
  return 0;
}

/** The folder's present document, so that communities keep their identity; unusable ones are as good as none. */
async function readPrevious(dir: string): Promise<GraphDocument | undefined> {
  try {
    return await loadDocument(dir);
  } catch {
    return undefined;
  }
}

function countDocument(
  document: GraphDocument,
): Record<"papers" | "terms" | "mentions" | "relations" | "similar" | "communities" | "topics", number> {
  const top = document.communities.filter((community) => community.parent === undefined).length;
  return {
    papers: document.papers.length,
    terms: document.terms.length,
    mentions: document.mentions.length,
    relations: document.relations.length,
    similar: document.similar.length,
    communities: top,
    topics: document.communities.length - top,
  };
}

/** Communities of the top level and below that other runs would draw otherwise, by name. */
function weakCommunities({ communities }: GraphDocument): string[] {
  return communities.flatMap(({ label, weak }) => (weak ? [label] : []));
}

/** One line about weak communities of the top level; the weak topics are in run.json. */
function weakNote({ communities }: GraphDocument): string {
  const areas = communities.filter(({ parent }) => parent === undefined);
  const weak = areas.filter((community) => community.weak).map(({ label }) => label);
  if (weak.length === 0) return "";
  return `note: ${weak.length} of ${countOf(areas.length, "community", "communities")} ${weak.length === 1 ? "is" : "are"} weak, other runs would draw other borders: ${weak.join("; ")}\n`;
}

interface CommunityChange {
  /** `split`, `merge`, `birth` or `death`. */
  readonly what: string;
  readonly from?: string;
  readonly into?: string;
}

/** What became of the communities of the folder's previous build. */
function communityChanges(decisions: readonly Decision[]): CommunityChange[] {
  return decisions.flatMap(({ action, subject, result }) => {
    const what = /^community (\w+)$/.exec(action)?.[1];
    if (what === undefined) return [];
    return [
      what === "birth"
        ? { what, into: subject }
        : { what, from: subject, ...(result !== undefined && { into: result }) },
    ];
  });
}

function runRecord(
  version: string,
  options: BuildOptions,
  sources: readonly InputSource[],
  counts: Readonly<Record<string, number>>,
  changes: readonly CommunityChange[],
  weak: readonly string[],
  outputs: Readonly<Record<string, WrittenFile>>,
  milliseconds: number | undefined,
): string {
  const inputs = sources
    .map((source) => ({ file: source.file, sha256: source.sha256() }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const decided = options.decisions.map(decisionLine);
  const record = {
    tool: "paperweave",
    version,
    schema: SCHEMA,
    settings: options.config,
    decisions: { sha256: createHash("sha256").update(decided.join("\n")).digest("hex"), lines: decided },
    inputs,
    counts,
    ...(changes.length > 0 && { community_changes: changes }),
    ...(weak.length > 0 && { weak_communities: weak }),
    outputs,
    ...(milliseconds !== undefined && { timings: { total_ms: Math.round(milliseconds) } }),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function countOf(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
