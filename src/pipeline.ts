/**
 * The whole flow: texts → papers → terms → graph document. No logic of its own, no I/O.
 *
 * The same input gives the same document, whatever the order of the files: sources are put in canonical order here,
 * and every stage keeps to canonical orders after that.
 */
import { type Config } from "./config.ts";
import type { GraphDocument } from "./contract/graph-document.ts";
import type { Paper } from "./domain/paper.ts";
import type { Source } from "./domain/source.ts";
import { collect, type Staged } from "./domain/staged.ts";
import type { UserDecision } from "./domain/user-decisions.ts";
import type { Extraction } from "./domain/term.ts";
import type { ExtractConfig } from "./extract/config.ts";
import { gatherTerms } from "./extract/extract.ts";
import type { ExtractResources } from "./extract/resources.ts";
import { tagPapers, type TaggedPaper } from "./extract/tag/tag-papers.ts";
import { buildGraph } from "./graph/build.ts";
import { ingest, type IngestReport } from "./ingest/ingest.ts";
import { byKey } from "./lib/order.ts";
import { addMeasures } from "./query/measures.ts";

export interface PipelineOptions {
  /** Tool name and version, written into the document. */
  readonly generator: string;
  readonly decisions?: readonly UserDecision[];
  /** The document of an earlier build: communities keep their identity. */
  readonly previous?: GraphDocument;
  readonly onProgress?: (step: string, done: number, total: number) => void;
  /** How papers are tagged; in this thread if left out. Any way must give the same result. */
  readonly tag?: Tagger;
}

/** Tags papers, in any way that gives the same result as `tagPapers`. */
export type Tagger = (
  papers: readonly Paper[],
  resources: ExtractResources,
  settings: ExtractConfig,
  onProgress: (done: number, total: number) => void,
) => Promise<readonly TaggedPaper[]>;

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
}

/** The whole flow. */
export async function runPipeline(
  sources: readonly Source[],
  resources: ExtractResources,
  config: Config,
  options: PipelineOptions,
): Promise<Staged<Built>> {
  const { decisions = [], onProgress, generator, previous } = options;
  const ordered = [...sources].sort(byKey((source) => source.file));

  const found = await findTerms(ordered, resources, config, options);
  const { papers, terms, report } = found.value;
  const graph = buildGraph(papers, terms, config.graph, {
    generator,
    settings: { ...config },
    decisions,
    ...(previous && { previous }),
    ...(onProgress && { onProgress }),
  });

  return collect({ document: addMeasures(graph.value), report }, found, graph);
}

/** The first half: texts → papers → terms. Papers stay in the order of the sources. */
export async function findTerms(
  sources: readonly Source[],
  resources: ExtractResources,
  config: Config,
  { tag = tagInThisThread, decisions = [], onProgress }: Omit<PipelineOptions, "generator" | "previous"> = {},
): Promise<Staged<Found>> {
  const ingested = ingest(sources, config.ingest);
  const { papers, report } = ingested.value;
  const tagged = await tag(papers, resources, config.extract, (done, total) =>
    onProgress?.("finding terms", done, total),
  );
  const terms = gatherTerms(papers, tagged, resources, config.extract, decisions);
  return collect({ papers, report, terms: terms.value }, ingested, terms);
}

const tagInThisThread: Tagger = async (papers, resources, { minProbability }, onProgress) =>
  Promise.resolve(tagPapers(papers, resources, minProbability, onProgress));
