/**
 * The whole flow: texts → papers → terms → graph document. No logic of its own, no I/O.
 *
 * The same input gives the same document, whatever the order of the files: sources are put in canonical order here,
 * and every stage keeps to canonical orders after that.
 */
import { type Config } from "./config.ts";
import type { GraphDocument } from "./contract/graph-document.ts";
import type { Source } from "./domain/source.ts";
import { collect, type Staged } from "./domain/staged.ts";
import type { UserDecision } from "./domain/user-decisions.ts";
import { extractTerms } from "./extract/extract.ts";
import type { ExtractResources } from "./extract/resources.ts";
import { buildGraph } from "./graph/build.ts";
import { ingest, type IngestReport } from "./ingest/ingest.ts";
import { byKey } from "./lib/order.ts";

export interface PipelineOptions {
  /** Tool name and version, written into the document. */
  readonly generator: string;
  readonly decisions?: readonly UserDecision[];
  /** The document of an earlier build: communities keep their identity. */
  readonly previous?: GraphDocument;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface Built {
  readonly document: GraphDocument;
  readonly report: IngestReport;
}

export function runPipeline(
  sources: readonly Source[],
  resources: ExtractResources,
  config: Config,
  options: PipelineOptions,
): Staged<Built> {
  const { decisions = [], onProgress, generator, previous } = options;
  const ordered = [...sources].sort(byKey((source) => source.file));

  const ingested = ingest(ordered, config.ingest);
  const { papers, report } = ingested.value;
  const extraction = extractTerms(papers, resources, config.extract, {
    decisions,
    onProgress: (done, total) => onProgress?.("finding terms", done, total),
  });
  const graph = buildGraph(papers, extraction.value, config.graph, {
    generator,
    settings: { ...config },
    decisions,
    ...(previous && { previous }),
    ...(onProgress && { onProgress }),
  });

  return collect({ document: graph.value, report }, ingested, extraction, graph);
}
