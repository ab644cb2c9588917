/**
 * Papers and their terms → the graph document.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import type { Paper } from "../domain/paper.ts";
import type { CommunityChange } from "../contract/run-record.ts";
import { collect, staged, type Staged } from "../domain/staged.ts";
import type { Extraction } from "../domain/term.ts";
import type { Decision } from "../contract/decisions.ts";
import { findCommunities } from "./communities/communities.ts";
import { applyLabels } from "./names/apply-labels.ts";
import { nameCommunities } from "./names/community-names.ts";
import { communityNodes } from "./document/community-nodes.ts";
import type { GraphConfig } from "./config.ts";
import { canonicalCorpus } from "./corpus.ts";
import { assembleDocument } from "./document/document.ts";
import { layOut } from "./layout/layout.ts";
import { changeEntries, communityChanges, identifyCommunities } from "./names/match-communities.ts";
import { termRelations } from "./edges/relations.ts";
import { selectTerms } from "./select-terms.ts";
import { similarPapers } from "./edges/similar-papers.ts";
import { paperSimilarity } from "./similarity/similarity.ts";

export { DEFAULT_GRAPH_CONFIG } from "./config.ts";
export type { GraphConfig } from "./config.ts";

export interface BuildGraphOptions {
  /** Tool name and version, written into the document. */
  readonly generator: string;
  /** Settings that shaped the graph, written into the document. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly decisions?: readonly Decision[];
  /** The document of the last build: its communities keep their ids, colours and names. */
  readonly previous?: GraphDocument;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface BuiltGraph extends Staged<GraphDocument> {
  /** What became of the communities of `previous`; empty without one. */
  readonly changes: readonly CommunityChange[];
}

const STEPS = ["similarity", "communities", "names", "relations", "layout"] as const;

/**
 * @param papers and `extraction.paperTerms` in one order, any order: the document is the same.
 * @returns a valid document for every corpus, the empty one included.
 */
export function buildGraph(
  papers: readonly Paper[],
  extraction: Extraction,
  config: GraphConfig,
  options: BuildGraphOptions,
): BuiltGraph {
  const step = (done: number) => options.onProgress?.(STEPS[done] ?? "done", done, STEPS.length);
  const everything = canonicalCorpus(papers, extraction);
  step(0);
  const similarity = paperSimilarity(everything, config);
  const selection = selectTerms(everything, config, options.decisions);
  const corpus = selection.value;
  step(1);
  const communities = findCommunities(corpus, similarity, config);
  step(2);
  const identity = identifyCommunities(corpus, communities, options.previous);
  const profiles = nameCommunities(corpus, communities, identity);
  const labelled = applyLabels(corpus, communityNodes({ corpus, communities, identity, profiles }), {
    areaOfTerm: (term) => identity.areaIds[communities.areas.term[term]!],
    decisions: options.decisions ?? [],
  });
  step(3);
  const relations = termRelations(corpus, config);
  const similar = similarPapers(corpus, similarity, config.similarPerPaper);
  step(4);
  const layout = layOut(corpus, communities, config);
  step(5);
  const nodes = labelled.value;
  const document = assembleDocument({ corpus, communities, identity, nodes, relations, similar, layout, options });
  const changes = communityChanges(identity, document, options.previous);
  return { ...collect(document, selection, labelled, staged(undefined, [], changeEntries(changes))), changes };
}
