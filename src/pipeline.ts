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
import { gatherTerms } from "./extract/extract.ts";
import type { ExtractResources } from "./extract/resources.ts";
import { tagPapers } from "./extract/tag/tag-papers.ts";
import { buildGraph } from "./graph/build.ts";
import { ingest, type IngestReport } from "./ingest.ts";
import { addMeasures } from "./query/measures.ts";
import type { TaggedPapers } from "./extract/tag/tagged-papers.ts";

export interface PipelineOptions {
  /** Tool name and version, written into the document. */
  readonly generator: string;
  readonly decisions?: readonly Decision[];
  /** The document of an earlier build: communities keep their identity. */
  readonly previous?: GraphDocument;
  readonly onProgress?: (step: string, done: number, total: number) => void;
  /** How papers are tagged; in this thread if left out. Any way must give the same result. */
  readonly tag?: (papers: readonly Paper[]) => Promise<TaggedPapers>;
}

export interface Built {
  readonly document: GraphDocument;
  readonly report: IngestReport;
  /** What became of the communities of the previous build. */
  readonly changes: readonly CommunityChange[];
}

export async function runPipeline(
  sources: readonly Source[],
  resources: ExtractResources,
  config: Config,
  options: PipelineOptions,
): Promise<Staged<Built>> {
  const { decisions = [], onProgress, generator, previous } = options;
  const tag = options.tag ?? tagInThisThread(resources, config, onProgress);

  const ingested = await ingest(sources, config.ingest);
  const { papers, report } = ingested.value;
  const tagged = await tag(papers);
  const terms = gatherTerms(papers, tagged, resources, config.extract, decisions);
  const graph = buildGraph(papers, terms.value, config.graph, {
    generator,
    settings: { ...config },
    decisions,
    ...(previous && { previous }),
    ...(onProgress && { onProgress }),
  });

  return collect({ document: addMeasures(graph.value), report, changes: graph.changes }, ingested, terms, graph);
}

function tagInThisThread(
  resources: ExtractResources,
  config: Config,
  onProgress: PipelineOptions["onProgress"],
): NonNullable<PipelineOptions["tag"]> {
  const report = (done: number, total: number): void => onProgress?.("finding terms", done, total);
  return async (papers) => Promise.resolve(tagPapers(papers, resources, config.extract.leastProbability, report));
}
