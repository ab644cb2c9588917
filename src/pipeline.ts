/**
 * The whole flow: texts → papers → terms → graph document. No logic of its own, no I/O.
 *
 * The same input gives the same document, whatever the order of the files: they are read in canonical order, and every
 * stage keeps to canonical orders after that.
 */
import { type Config } from "./config.ts";
import type { GraphDocument } from "./contract/graph-document.ts";
import type { CommunityChange } from "./contract/run-record.ts";
import type { Paper } from "./domain/paper.ts";
import type { Source } from "./domain/source.ts";
import { collect, type Staged } from "./domain/staged.ts";
import type { Decision } from "./contract/decisions.ts";
import type { Extraction } from "./domain/term.ts";
import { extractTerms } from "./extract/extract.ts";
import type { OpenPasses } from "./extract/shards/passes.ts";
import type { ExtractResources } from "./extract/resources.ts";
import { buildGraph } from "./graph/build.ts";
import type { TaskRunner } from "./lib/task.ts";
import { ingest, type Ingested, type IngestReport } from "./ingest.ts";
import { addMeasures } from "./query/measures.ts";

export interface PipelineOptions {
  /** Tool name and version, written into the document. */
  readonly generator: string;
  readonly decisions?: readonly Decision[];
  /** The map's name; that of the earlier build if left out, none if empty. */
  readonly title?: string;
  /** The document of an earlier build: communities keep their identity, and the map its places. */
  readonly previous?: GraphDocument;
  /** Places and communities are not carried over from it. */
  readonly anew?: boolean;
  readonly onProgress?: (step: string, done: number, total: number) => void;
  /** Called when a stage begins, by its name: those of `extractTerms`, then those of `buildGraph`, then `measures`. */
  readonly onStage?: (stage: string) => void;
  /** Where terms are found; in this thread if left out. Any way must give the same result. */
  readonly openPasses?: OpenPasses;
  /** Who does the tasks of the graph; this thread if left out. Any must give the same results. */
  readonly tasks?: TaskRunner;
}

/** What the first half of the flow knows: the papers and their terms, not yet joined into a graph. */
export interface Found {
  /** In the order of first reading. */
  readonly papers: readonly Paper[];
  readonly report: IngestReport;
  readonly terms: Extraction;
}

export interface Built {
  readonly document: GraphDocument;
  readonly report: IngestReport;
  /** What became of the communities of the previous build. */
  readonly changes: readonly CommunityChange[];
}

/** The whole flow. */
export async function runPipeline(
  sources: readonly Source[],
  resources: ExtractResources,
  config: Config,
  options: PipelineOptions,
): Promise<Staged<Built>> {
  return buildMap(await ingest(sources, config.ingest), resources, config, options);
}

/** The flow from papers on, wherever they were read: papers → terms → graph document. */
export async function buildMap(
  ingested: Staged<Ingested>,
  resources: ExtractResources,
  config: Config,
  options: PipelineOptions,
): Promise<Staged<Built>> {
  const { decisions = [], onProgress, onStage, generator, title, previous, anew, tasks } = options;
  const found = await termsOf(ingested, resources, config, options);
  const { papers, terms, report } = found.value;
  const graph = await buildGraph(papers, terms, config.graph, {
    generator,
    settings: { ...config },
    decisions,
    ...(resources.notions && { knownKinds: resources.notions.kinds }),
    ...(title !== undefined && { title }),
    ...(previous && { previous }),
    ...(anew && { anew }),
    ...(tasks && { tasks }),
    onProgress: (step, done, total) => {
      onStage?.(step);
      onProgress?.(step, done, total);
    },
  });
  onStage?.("measures");
  return collect({ document: await addMeasures(graph.value, tasks), report, changes: graph.changes }, found, graph);
}

/** The first half: texts → papers → terms. */
export async function findTerms(
  sources: readonly Source[],
  resources: ExtractResources,
  config: Config,
  options: Omit<PipelineOptions, "generator" | "previous"> = {},
): Promise<Staged<Found>> {
  return termsOf(await ingest(sources, config.ingest), resources, config, options);
}

async function termsOf(
  ingested: Staged<Ingested>,
  resources: ExtractResources,
  config: Config,
  { openPasses, decisions = [], onProgress, onStage }: Omit<PipelineOptions, "generator" | "previous">,
): Promise<Staged<Found>> {
  const { papers, report } = ingested.value;
  const terms = await extractTerms(papers, resources, config.extract, {
    decisions,
    onProgress: (done, total) => onProgress?.("finding terms", done, total),
    ...(openPasses && { openPasses }),
    ...(onStage && { onStage }),
  });
  return collect({ papers, report, terms: terms.value }, ingested, terms);
}
